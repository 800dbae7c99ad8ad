import { ACTIVATION_BYTES, noWeights, type OperationKind, perRank, type TokenMajor } from './kind.ts';
import { memoryTime } from './memory-bound.ts';

/** Memory-bound element-wise work: `inputs` elements read and `outputs` written a token. */
export interface ElementWise extends TokenMajor {
  readonly kind: 'elementWise';
  readonly inputs: number;
  readonly outputs: number;
}

/** Norms, additions and activation functions. */
export const elementWise: OperationKind<ElementWise> = {
  sees: () => 'tokens',
  isRemembered: false,
  weightBytes: noWeights,
  source: () => 'estimated from memory bandwidth',
  time: ({ system }) => {
    const memory = memoryTime(system);
    return (op, step) => {
      const tokens = perRank(op, step.tokens);
      return memory(tokens * op.inputs * ACTIVATION_BYTES + tokens * op.outputs * ACTIVATION_BYTES);
    };
  },
};
