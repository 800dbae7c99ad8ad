import { DataMissing } from './data-missing.ts';
import { type Curve, curveAt, readCurves } from './grid/curve.ts';
import { type OperationKind, perRank, shapeOf, type Tables, type TimeOf, type TokenMajor } from './kind.ts';
import { perShape } from './per-shape.ts';
import { GEMM_QUANT } from './quant-modes.ts';

/** Residual streams of a layer, mixed before a part of it into one (`pre`), and behind it from one into all (`post`). */
export interface HyperConnection extends TokenMajor {
  readonly kind: 'hyperConnection';
  readonly stage: 'pre' | 'post';
  readonly hiddenSize: number;
  readonly streams: number;
  /** Rounds in which the matrix that mixes them is made doubly stochastic. */
  readonly sinkhornRounds: number;
}

/** Manifold-constrained hyper-connections. */
export const hyperConnection: OperationKind<HyperConnection> = {
  sees: () => 'tokens',
  isRemembered: true,
  weightBytes: (op) => mixingParameters(op) * GEMM_QUANT.bfloat16.bytes,
  source: () => 'measured: mhc_module',
  time: hyperConnectionTime,
};

/** Parameters around both parts of a layer. */
export function mixingParameters({ hiddenSize, streams }: HyperConnection): number {
  const outputs = (2 + streams) * streams;
  return 2 * (outputs * streams * hiddenSize + outputs + 3);
}

export const HYPER_CONNECTIONS = 'mhc_module';

/** Source: aiconfigurator 0.10.0, sdk/operations/dsv4.py. */
function hyperConnectionTime({ database }: Tables): TimeOf<HyperConnection> {
  const curveOf = perShape((op: HyperConnection): Curve => {
    const slice = database.table(HYPER_CONNECTIONS)?.slice(op.stage);
    const curves = slice === undefined ? undefined : readCurves(slice, ['hc_mult', 'hidden_size'], 'num_tokens');
    return measuredCurve(curves, op);
  }, shapeOf);
  return (op, { tokens }) => curveAt(curveOf(op), perRank(op, tokens));
}

/** The curve of an operation's sizes. @throws DataMissing */
export function measuredCurve<Measured>(
  curves: ReadonlyMap<string, Measured> | undefined,
  { stage, streams, hiddenSize }: HyperConnection,
): Measured {
  const curve = curves?.get(`${streams} ${hiddenSize}`);
  if (curve !== undefined) return curve;
  throw new DataMissing(`no measured hyper-connections (${stage}) of ${streams} streams of ${hiddenSize}`, {
    isOfEveryStep: true,
  });
}
