import type { ElementWise } from '../../operations/element-wise.ts';
import type { Gemm } from '../../operations/gemm.ts';
import type { GemmQuant } from '../../operations/quant-modes.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { tokenOps } from './token-ops.ts';

/** A gated feed-forward part. */
export interface GatedPart {
  /** Stands before the names of its operations. */
  readonly prefix: string;
  /** Names of the product with gate and up projection, the activation, and the product back; those below where left out. */
  readonly names?: readonly [gateUp: string, activation: string, down: string];
  /** Elements between its matrices, which the tensor ranks share. */
  readonly width: number;
  /** Whether the reference shares the width out before it doubles it for gate and up, which tells where a rest is left. */
  readonly splitsFirst?: boolean;
  /** Mode of its products where it is not that of the worker. */
  readonly quant?: GemmQuant;
  /** Whether the input of the product back comes quantised, as it does unless this says otherwise. */
  readonly isLowPrecision?: boolean;
}

/** Names of its operations where it is the whole feed-forward part of a dense layer. */
export const FEED_FORWARD_NAMES = ['gate_ffn1_gemm', 'act_gate', 'ffn2_gemm'] as const;
/** The same where it is an expert for all tokens, or stands among experts. */
export const EXPERT_NAMES = ['gate_up_gemm', 'act_gate', 'down_gemm'] as const;
const NAMES = ['gate_up_gemm', 'act', 'down_gemm'] as const;

/** Gate and up projection as one product, activation, and down projection, whose input comes quantised. */
export function gatedLayers(
  plan: PhasePlan,
  { prefix, names = NAMES, width, splitsFirst = false, quant = plan.quant.gemm, isLowPrecision = true }: GatedPart,
): readonly (Gemm | ElementWise)[] {
  const { elementWise, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const { tp } = plan.layout;
  const own = Math.floor(width / tp);
  const both = splitsFirst ? 2 * own : Math.floor((2 * width) / tp);
  const [gateUp, activation, down] = names;
  return [
    gemm(plan, `${prefix}${gateUp}`, both, hiddenSize, { quant }),
    elementWise(plan, `${prefix}${activation}`, both, own),
    gemm(plan, `${prefix}${down}`, hiddenSize, own, { quant, hasLowPrecisionInput: isLowPrecision }),
  ];
}
