import { memo } from '../memo.ts';
import { DataMissing } from './data-missing.ts';
import { type ScaleTime, scaleTime } from './gemm-scale.ts';
import { denseGrid } from './grid/dense-grid.ts';
import { bracket, type Grid, interpolate1d, lookup3 } from './grid/interpolation.ts';
import { type OperationKind, perRank, type StepPoint, type Tables, type TimeOf, type TokenMajor } from './kind.ts';
import { GEMM_QUANT, type GemmQuant } from './quant-modes.ts';

/** Matrix product with an n x k weight. */
export interface Gemm extends TokenMajor, WeightSize {
  readonly kind: 'gemm';
  readonly quant: GemmQuant;
  /** What the rows of its input are: logits are asked for once a sequence, everything else is worked out for each token. */
  readonly rows: 'tokens' | 'sequences';
  /** The input comes quantised, so a statically scaled product needs no scale of its own. */
  readonly hasLowPrecisionInput: boolean;
  /** A weight so narrow that nothing near it was measured, which then takes what the card allows. */
  readonly isNarrow?: true;
}

interface WeightSize {
  readonly n: number;
  readonly k: number;
}

/** Measured products; one with static scales is worked out from three measurements. */
export const gemm: OperationKind<Gemm> = {
  sees: ({ rows }) => rows,
  isRemembered: true,
  weightBytes: ({ n, k, quant }) => n * k * GEMM_QUANT[quant].bytes,
  source: ({ quant }) =>
    quant === 'fp8_static' ? 'estimated: gemm in fp8 less computescale and scale_matrix' : 'measured: gemm',
  time: gemmTime,
};

/** Measured (or filled-in) times of one weight shape over the number of tokens. */
interface ShapeCurve {
  readonly m: number[];
  readonly latencyMs: number[];
}

interface GemmTable {
  readonly grid: Grid;
  readonly curves: Map<number, ShapeCurve>;
}

/** Source: aiconfigurator 0.10.0, sdk/operations/gemm.py. */
function gemmTime(tables: Tables): TimeOf<Gemm> {
  const { database } = tables;
  const tableOf = memo((quant: GemmQuant) => openTable(tables, quant));
  const scales: Scales = {
    compute: scaleTime(database, 'computescale', { growsOutside: false }),
    matrix: scaleTime(database, 'scale_matrix', { growsOutside: true }),
  };
  const staticFloor = productFloor(tables, 'fp8_static');
  return (op, step) => {
    const m = inputRows(op, step);
    if (op.quant !== 'fp8_static') return Math.max(0, tableTime(tableOf(op.quant), m, op));
    const dynamic = tableTime(tableOf('fp8'), m, op);
    return Math.max(staticFloor(m, op.n, op.k), withoutScales(dynamic, m, op, scales));
  };
}

/** Rows of a product's input on one GPU. */
export function inputRows(op: Gemm, step: StepPoint): number {
  return perRank(op, op.rows === 'sequences' ? step.batch : step.tokens);
}

/** The times of scaling that a static checkpoint does not do. */
export interface Scales {
  readonly compute: ScaleTime;
  readonly matrix: ScaleTime;
}

/** A static checkpoint is not measured: it is the dynamic product less the scaling that it does not do. */
export function withoutScales(
  dynamic: number,
  m: number,
  { k, hasLowPrecisionInput }: Gemm,
  { compute, matrix }: Scales,
): number {
  const unscaled = dynamic - compute('fp8', m, k);
  return hasLowPrecisionInput ? unscaled - matrix('fp8', m, k) : unscaled;
}

function openTable(tables: Tables, quant: GemmQuant): GemmTable {
  const { database, constants } = tables;
  const slice = database.table('gemm')?.slice(quant);
  if (slice === undefined) throw new DataMissing(`no measured matrix products in ${quant}`);
  const { tokens, sizes } = constants.gemm;
  const grid = denseGrid(
    { x: slice.column('m'), y: slice.column('n'), z: slice.column('k'), value: slice.column('latency') },
    { targetX: tokens, targetY: sizes, targetZ: sizes, floor: productFloor(tables, quant) },
  );
  return { grid, curves: new Map() };
}

function tableTime(table: GemmTable, m: number, size: WeightSize): number {
  const curve = shapeCurve(table, size);
  if (curve.m.length >= 2) {
    const [m0, m1] = bracket(m, curve.m, false);
    const at = (key: number): number => curve.latencyMs[curve.m.indexOf(key)]!;
    return m0 === m1 ? at(m0) : interpolate1d(m0, m1, at(m0), at(m1), m);
  }
  return lookup3(table.grid, m, size.n, size.k, 'cubic');
}

/** Both sizes fit below 2^26, so their key is exact. */
const SIZE_LIMIT = 2 ** 26;

function shapeCurve({ grid, curves }: GemmTable, { n, k }: WeightSize): ShapeCurve {
  const key = n * SIZE_LIMIT + k;
  let curve = curves.get(key);
  if (curve === undefined) {
    curve = { m: [], latencyMs: [] };
    for (let i = 0; i < grid.xKeys.length; i += 1) {
      const latency = grid.value(grid.xKeys[i]!, n, k);
      if (latency === undefined) continue;
      curve.m.push(grid.xKeys[i]!);
      curve.latencyMs.push(latency);
    }
    curves.set(key, curve);
  }
  return curve;
}

/** Lower bound in ms of products in a mode: the tensor cores' peak or one pass over the operands. */
export function productFloor(
  { system, constants }: Tables,
  quant: GemmQuant,
): (m: number, n: number, k: number) => number {
  const mode = GEMM_QUANT[quant];
  const flops = constants.peakFlops.gemm(system, mode);
  return (m, n, k) => {
    const mathMs = ((2 * m * n * k) / flops) * 1000;
    const memoryMs = ((mode.bytes * (m * n + m * k + n * k)) / system.memBwBytesPerSec) * 1000;
    return Math.max(mathMs, memoryMs);
  };
}
