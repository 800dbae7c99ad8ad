import type { GemmQuant } from '../../operations/quant-modes.ts';
import { type ModuleGroup, moduleGroups } from '../module-groups.ts';
import type { WorkerPlan } from '../worker-plan.ts';

/** The mode of a product for modules of some groups: that of the worker, unless the checkpoint keeps all of them unquantised. */
export function moduleModes({
  architecture,
  quant,
  revision,
}: WorkerPlan): (...groups: readonly ModuleGroup[]) => GemmQuant {
  const kept = revision.readsUnquantised ? moduleGroups(architecture.unquantised) : [];
  return (...groups) => (groups.every((group) => kept.includes(group)) ? 'bfloat16' : quant.gemm);
}
