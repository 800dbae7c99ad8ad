import { ACTIVATION_BYTES, type OperationKind, perRank, type TokenMajor } from './kind.ts';
import { memoryTime } from './memory-bound.ts';

/** Table look-up of `rows` x `columns` bfloat16 elements. */
export interface Embedding extends TokenMajor {
  readonly kind: 'embedding';
  readonly rows: number;
  readonly columns: number;
}

const WEIGHT_BYTES = 2;

/** One row a token moves through memory. */
export const embedding: OperationKind<Embedding> = {
  sees: () => 'tokens',
  isRemembered: false,
  weightBytes: ({ rows, columns }) => rows * columns * WEIGHT_BYTES,
  source: () => 'estimated from memory bandwidth',
  time: ({ system }) => {
    const memory = memoryTime(system);
    return (op, { tokens }) => memory(perRank(op, tokens) * op.columns * ACTIVATION_BYTES);
  },
};
