import type { ElementWise } from '../../operations/element-wise.ts';
import type { Gemm } from '../../operations/gemm.ts';
import type { GemmQuant } from '../../operations/quant-modes.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { tokenOps } from './token-ops.ts';

/** A gated feed-forward part. */
export interface GatedPart {
  /** Stands before the names of its operations. */
  readonly prefix: string;
  /** Elements between its matrices, which the tensor ranks share. */
  readonly width: number;
  /** Whether the reference shares the width out before it doubles it for gate and up, which tells where a rest is left. */
  readonly splitsFirst?: boolean;
  /** Mode of its products where it is not that of the worker. */
  readonly quant?: GemmQuant;
}

/** Gate and up projection as one product, activation, and down projection, whose input comes quantised. */
export function gatedLayers(
  plan: PhasePlan,
  { prefix, width, splitsFirst = false, quant = plan.quant.gemm }: GatedPart,
): readonly (Gemm | ElementWise)[] {
  const { elementWise, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const { tp } = plan.layout;
  const own = Math.floor(width / tp);
  const both = splitsFirst ? 2 * own : Math.floor((2 * width) / tp);
  return [
    gemm(plan, `${prefix}gate_up_gemm`, both, hiddenSize, { quant }),
    elementWise(plan, `${prefix}act`, both, own),
    gemm(plan, `${prefix}down_gemm`, hiddenSize, own, { quant, hasLowPrecisionInput: true }),
  ];
}
