import { GEMM_QUANT, type GemmQuant } from '../../models/quant-modes.ts';
import type { PerfDatabase, SystemSpec } from '../../perfdb/perfdb.ts';
import { tensorFlops } from '../bandwidth.ts';
import { DataMissing } from '../data-missing.ts';
import { denseGrid } from '../dense-grid.ts';
import { bracket, type Grid, interpolate1d, lookup3 } from '../interpolation.ts';
import { type ScaleTime, scaleTime } from './gemm-scale.ts';

/** Grid that the measured products are filled up to: tokens, then both weight sizes. Source: sdk/operations/gemm.py. */
const TARGET_M = [
  1, 2, 4, 8, 16, 32, 48, 64, 80, 96, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 896, 1024, 2048, 4096,
  8192, 16384, 32768, 131072, 524288, 1048576, 16777216,
];
const TARGET_NK = [
  32, 64, 128, 256, 512, 768, 1024, 1536, 2048, 2560, 3072, 3584, 4096, 5120, 6144, 7168, 8192, 10240, 12288, 14336,
  16384, 20480, 24576, 28672, 32768, 40960, 49152, 57344, 65536, 131072, 262144,
];

/** Measured (or filled-in) times of one weight shape over the number of tokens. */
interface ShapeCurve {
  readonly m: number[];
  readonly latencyMs: number[];
}

interface GemmTable {
  readonly grid: Grid;
  readonly curves: Map<number, ShapeCurve>;
}

interface GemmShape {
  readonly n: number;
  readonly k: number;
  readonly quant: GemmQuant;
  readonly hasLowPrecisionInput: boolean;
}

/** Time in ms of one product of `m` tokens with an n x k weight. @throws DataMissing */
export type GemmTime = (m: number, shape: GemmShape) => number;

/** Source: aiconfigurator 0.10.0, sdk/operations/gemm.py. */
export function gemmTime(database: PerfDatabase, system: SystemSpec): GemmTime {
  const tables = new Map<GemmQuant, GemmTable>();
  const computeScale = scaleTime(database, 'computescale', { growsOutside: false });
  const scaleMatrix = scaleTime(database, 'scale_matrix', { growsOutside: true });
  const tableOf = (quant: GemmQuant): GemmTable => {
    let table = tables.get(quant);
    if (table === undefined) {
      table = openTable(database, system, quant);
      tables.set(quant, table);
    }
    return table;
  };
  return (m, shape) => {
    if (shape.quant !== 'fp8_static') return Math.max(0, tableTime(tableOf(shape.quant), m, shape.n, shape.k));
    const dynamic = tableTime(tableOf('fp8'), m, shape.n, shape.k);
    return Math.max(
      speedOfLight(system, shape.quant, m, shape.n, shape.k),
      withoutScales(dynamic, m, shape, computeScale, scaleMatrix),
    );
  };
}

/** A static checkpoint is not measured: it is the dynamic product less the scaling that it does not do. */
function withoutScales(
  dynamic: number,
  m: number,
  shape: GemmShape,
  computeScale: ScaleTime,
  scaleMatrix: ScaleTime,
): number {
  const unscaled = dynamic - computeScale('fp8', m, shape.k);
  return shape.hasLowPrecisionInput ? unscaled - scaleMatrix('fp8', m, shape.k) : unscaled;
}

function openTable(database: PerfDatabase, system: SystemSpec, quant: GemmQuant): GemmTable {
  const slice = database.table('gemm')?.slice(quant);
  if (slice === undefined) throw new DataMissing(`no measured matrix products in ${quant}`);
  const grid = denseGrid(
    { x: slice.column('m'), y: slice.column('n'), z: slice.column('k'), value: slice.column('latency') },
    {
      targetX: TARGET_M,
      targetY: TARGET_NK,
      targetZ: TARGET_NK,
      floor: (m, n, k) => speedOfLight(system, quant, m, n, k),
    },
  );
  return { grid, curves: new Map() };
}

function tableTime({ grid, curves }: GemmTable, m: number, n: number, k: number): number {
  const curve = shapeCurve(grid, curves, n, k);
  if (curve.m.length >= 2) {
    const [m0, m1] = bracket(m, curve.m, false);
    const at = (key: number): number => curve.latencyMs[curve.m.indexOf(key)]!;
    return m0 === m1 ? at(m0) : interpolate1d(m0, m1, at(m0), at(m1), m);
  }
  return lookup3(grid, m, n, k, 'cubic');
}

/** Both sizes fit below 2^26, so their key is exact. */
const SIZE_LIMIT = 2 ** 26;

function shapeCurve(grid: Grid, curves: Map<number, ShapeCurve>, n: number, k: number): ShapeCurve {
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

/** Lower bound of a product in ms: the tensor cores' peak or one pass over the operands. */
function speedOfLight(system: SystemSpec, quant: GemmQuant, m: number, n: number, k: number): number {
  const mode = GEMM_QUANT[quant];
  const mathMs = ((2 * m * n * k) / tensorFlops(system, mode)) * 1000;
  const memoryMs = ((mode.bytes * (m * n + m * k + n * k)) / system.memBwBytesPerSec) * 1000;
  return Math.max(mathMs, memoryMs);
}
