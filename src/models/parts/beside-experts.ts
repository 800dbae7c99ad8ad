import type { Operation, Overlap } from '../../operations/operations.ts';
import type { PhasePlan } from '../worker-plan.ts';

/** Routed experts, and the one that every token goes to. */
interface LayerExperts {
  readonly routed: readonly Operation[];
  readonly shared: readonly Operation[];
}

/** Prefill runs shared and routed experts in turn; decode overlaps them on two streams. */
export function besideExperts({ phase }: PhasePlan, { routed, shared }: LayerExperts): readonly Operation[] {
  if (phase === 'context') return [...shared, ...routed];
  const overlap: Overlap = { kind: 'overlap', name: 'generation_moe_overlap', count: 1, branches: [routed, shared] };
  return [overlap];
}
