import { ACTIVATION_BYTES, noWeights, type OperationKind, perRank, type TokenMajor } from './kind.ts';

/** Point-to-point transfer of `elements` a token between `stages` pipeline stages. */
export interface PointToPoint extends TokenMajor {
  readonly kind: 'pointToPoint';
  readonly elements: number;
  readonly stages: number;
}

/** Hand-over between pipeline stages, always over the link between nodes. */
export const pointToPoint: OperationKind<PointToPoint> = {
  sees: () => 'tokens',
  isRemembered: false,
  weightBytes: noWeights,
  source: () => 'estimated from link bandwidth',
  time:
    ({ system }) =>
    (op, { tokens }) => {
      if (op.stages === 1) return 0;
      const bytes = perRank(op, tokens) * op.elements * ACTIVATION_BYTES;
      return (bytes / system.interNodeBwBytesPerSec + system.p2pLatencySec) * 1000;
    },
};
