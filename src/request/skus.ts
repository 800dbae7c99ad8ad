/**
 * Values of `spec.hardware.gpuSku`: the union of the DGDR enum of 1.0 to 1.6 (design api.md 2.4), then the engine's own
 * names of two measured systems.
 */
export const GPU_SKUS = [
  'gb200_sxm',
  'b200_sxm',
  'h200_sxm',
  'h100_sxm',
  'h100_pcie',
  'a100_sxm',
  'a100_pcie',
  'a30',
  'l40s',
  'l40',
  'l4',
  'v100_sxm',
  'v100_pcie',
  't4',
  'mi200',
  'mi300',
  'gb10',
  'gb200',
  'vr_nvl72',
  'b300_sxm',
  'gb300',
  'rtx_pro_6000_server',
] as const;
export type GpuSku = (typeof GPU_SKUS)[number];

/** SKUs whose measured system has another name (aiconfigurator 0.10.0, systems/gb200.yaml); all others are their own. */
const SYSTEM_NAMES: Partial<Record<GpuSku, string>> = { gb200_sxm: 'gb200' };

/** SKUs that are in no DGDR enum up to 1.6. */
const UNKNOWN_TO_OPERATOR: ReadonlySet<GpuSku> = new Set(['gb300', 'rtx_pro_6000_server']);

/** The engine's name of the system that a SKU stands for. */
export function toSystem(sku: GpuSku): string {
  return SYSTEM_NAMES[sku] ?? sku;
}

/** Whether some operator up to 1.6 accepts the SKU in a request. */
export function isKnownToOperator(sku: GpuSku): boolean {
  return !UNKNOWN_TO_OPERATOR.has(sku);
}
