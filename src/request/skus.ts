import { firstRelease, RELEASES, type Release } from '../releases.ts';

/** Names of measured systems that no operator accepts as a SKU (aiconfigurator 0.10.0, systems/*.yaml). */
const SYSTEMS_ONLY = ['gb300', 'rtx_pro_6000_server'];

/** Values of `spec.hardware.gpuSku`: those of some release, then the engine's own names of two measured systems. */
export const GPU_SKUS: readonly string[] = [...new Set([...RELEASES.flatMap(({ skus }) => skus), ...SYSTEMS_ONLY])];

/** SKUs whose measured system has another name (aiconfigurator 0.10.0, systems/gb200.yaml); all others are their own. */
const SYSTEM_NAMES: ReadonlyMap<string, string> = new Map([['gb200_sxm', 'gb200']]);

/** The engine's name of the system that a SKU stands for. */
export function toSystem(sku: string): string {
  return SYSTEM_NAMES.get(sku) ?? sku;
}

/** The SKU of a system that was measured. */
export function toSku(system: string): string {
  return [...SYSTEM_NAMES].find(([, name]) => name === system)?.[0] ?? system;
}

/** The first release whose operator accepts the SKU in a request; undefined where none does. */
export function skuRelease(sku: string): Release | undefined {
  return firstRelease(({ skus }) => skus.includes(sku));
}
