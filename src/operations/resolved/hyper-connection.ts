import { HYPER_CONNECTIONS, type HyperConnection, measuredCurve, mixingParameters } from '../hyper-connection.ts';
import { perRank, shapeOf, type Tables, type TimeOf } from '../kind.ts';
import { perShape } from '../per-shape.ts';
import { GEMM_QUANT } from '../quant-modes.ts';
import { curvesOf, curveTime, type MeasuredCurve } from '../resolver/curves.ts';

/** Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedHyperConnection(tables: Tables): TimeOf<HyperConnection> {
  const timeOf = perShape((op: HyperConnection) => {
    const slice = tables.database.table(HYPER_CONNECTIONS)?.slice(op.stage);
    const curves = slice === undefined ? undefined : curvesOf(slice, ['hc_mult', 'hidden_size'], 'num_tokens');
    const curve: MeasuredCurve = measuredCurve(curves, op);
    const floor = roofline(tables, op);
    return (tokens: number) => Math.max(0, curveTime(curve, tokens, floor));
  }, shapeOf);
  return (op, { tokens }) => timeOf(op)(perRank(op, tokens));
}

/** Bounds in ms by tokens. */
function roofline({ system, constants }: Tables, op: HyperConnection): (tokens: number) => number {
  const { hiddenSize, streams, sinkhornRounds } = op;
  const flops = constants.peakFlops.gemm(system, GEMM_QUANT.bfloat16);
  const { bytes } = GEMM_QUANT.bfloat16;
  const width = streams * hiddenSize;
  const weights = mixingParameters(op) * bytes;
  const work = {
    pre: (tokens: number) =>
      2 * tokens * width * (2 + streams) * streams +
      tokens * width * 3 +
      tokens * (streams * streams + 2 * streams) * sinkhornRounds +
      2 * tokens * streams * hiddenSize,
    post: (tokens: number) => 2 * tokens * streams * streams * hiddenSize + 2 * tokens * streams * hiddenSize,
  }[op.stage];
  const coefficients = op.stage === 'pre' ? 2 * (2 * streams + streams * streams) * 4 : 0;
  return (tokens) => {
    const moved = weights + 2 * tokens * width * bytes * 2 + tokens * coefficients;
    return Math.max(((2 * work(tokens)) / flops) * 1000, (moved / system.memBwBytesPerSec) * 1000);
  };
}
