import type { Operation, Overlap } from '../../operations/operations.ts';
import type { GemmQuant } from '../../operations/quant-modes.ts';
import type { Exchange } from '../expert-spread.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { exchangedExperts } from './exchanged-experts.ts';
import { FEED_FORWARD_NAMES } from './gated-layers.ts';
import { router } from './routed-experts.ts';
import { SHARED_NAMES, sharedExperts } from './shared-experts.ts';
import { tokenOps } from './token-ops.ts';

/** What the experts of a phase depend on besides its plan, where they have exchanges of their own. */
interface SpreadOptions {
  readonly exchange: Exchange;
  /** Skew of the load that the experts were measured under: the exponent of a power law. */
  readonly skew: number;
  /** Whether the product that chooses experts is listed. */
  readonly hasRouter: boolean;
  /** Mode of the expert that every token goes to. */
  readonly sharedQuant: GemmQuant;
}

/** Routed and shared experts of a phase with their exchanges. Source: aiconfigurator 0.12.0, sdk/models/blocks/moe.py. */
export type SpreadExperts = (plan: PhasePlan, options: SpreadOptions) => readonly Operation[];

/** One after the other, the shared expert like an ordinary feed-forward part; in prefill the tokens of the shared expert are dealt to the tensor ranks. */
export const expertsInTurn: SpreadExperts = (plan, { exchange, skew, hasRouter, sharedQuant }) => [
  ...(hasRouter ? [router(plan)] : []),
  ...sharedExperts(plan, {
    names: FEED_FORWARD_NAMES,
    quant: sharedQuant,
    ranks: 1,
    dealtRanks: plan.phase === 'context' ? plan.layout.tp : 1,
  }),
  ...exchangedExperts(plan, exchange, { skew }),
];

/** The same, but that decode overlaps shared and routed experts on two streams, and their outputs are added up after. */
export const expertsAtOnce: SpreadExperts = (plan, { exchange, skew, sharedQuant }) => {
  const { hiddenSize } = plan.architecture;
  const shared = sharedExperts(plan, { names: SHARED_NAMES, quant: sharedQuant, ranks: 1, dealtRanks: 1 });
  const exchanged = exchangedExperts(plan, exchange, { skew });
  const sum = tokenOps.elementWise(plan, 'moe_reduce_add', 2 * hiddenSize, hiddenSize);
  if (plan.phase === 'context') return [router(plan), ...shared, ...exchanged, sum];
  const branches = [[router(plan), ...exchanged], shared] as const;
  const overlap: Overlap = { kind: 'overlap', name: 'generation_moe_overlap', count: 1, branches };
  return [overlap, sum];
};
