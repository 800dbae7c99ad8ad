import type { ElementWise } from '../../operations/element-wise.ts';
import type { Gemm } from '../../operations/gemm.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { tokenOps } from './token-ops.ts';

/** A feed-forward part without a gate. */
export interface PlainPart {
  /** Stands before the names of its operations. */
  readonly prefix: string;
  /** Elements between its matrices, which the tensor ranks share. */
  readonly width: number;
  /** Whether the input of the product back comes quantised. */
  readonly hasLowPrecisionInput: boolean;
}

/** Product up, squared rectifier, and product back. */
export function plainLayers(
  plan: PhasePlan,
  { prefix, width, hasLowPrecisionInput }: PlainPart,
): readonly (Gemm | ElementWise)[] {
  const { elementWise, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const own = Math.floor(width / plan.layout.tp);
  return [
    gemm(plan, `${prefix}up_gemm`, own, hiddenSize),
    elementWise(plan, `${prefix}relu2`, own, own),
    gemm(plan, `${prefix}down_gemm`, hiddenSize, own, { hasLowPrecisionInput }),
  ];
}
