import type { Operation } from '../../operations/operations.ts';
import type { GemmQuant } from '../../operations/quant-modes.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { tokenOps } from './token-ops.ts';

/** How a backend runs the expert that every token goes to. */
export interface SharedExpertOptions {
  /** Names of the product with gate and up projection, the activation, and the product back. */
  readonly names: readonly [gateUp: string, activation: string, down: string];
  readonly quant: GemmQuant;
  /** Ranks that the weights are split over. */
  readonly ranks: number;
  /** Ranks that the tokens were dealt to. */
  readonly dealtRanks: number;
}

/** Names of its operations where all of the layer's have the same prefix. */
export const SHARED_NAMES = ['shared_gate_up_gemm', 'shared_act_gate', 'shared_ffn2_gemm'] as const;

/** One expert as wide as the routed ones, which every token goes to. */
export function sharedExperts(
  plan: PhasePlan,
  { names, quant, ranks, dealtRanks }: SharedExpertOptions,
): readonly Operation[] {
  const { hiddenSize, moeInterSize } = plan.architecture;
  const width = Math.floor(moeInterSize / ranks);
  const gateWidth = Math.floor((2 * moeInterSize) / ranks);
  const [gateUp, activation, down] = names;
  const options = { quant, ...(dealtRanks === 1 ? {} : { dealtRanks }) };
  return [
    tokenOps.gemm(plan, gateUp, gateWidth, hiddenSize, options),
    { ...tokenOps.elementWise(plan, activation, gateWidth, width), ...(dealtRanks === 1 ? {} : { dealtRanks }) },
    tokenOps.gemm(plan, down, hiddenSize, width, options),
  ];
}
