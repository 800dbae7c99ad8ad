import { memo } from '../memo.ts';
import type { PerfDatabase } from '../perfdb/perfdb.ts';
import { DataMissing } from './data-missing.ts';
import { bracket, scattered } from './grid/interpolation.ts';
import { linearSurface } from './grid/triangulation.ts';

/** Time in ms of scaling an m x k input. @throws DataMissing */
export type ScaleTime = (quant: string, m: number, k: number) => number;

interface ScaleGrid {
  readonly m: number[];
  readonly rows: Map<number, { readonly k: number[]; readonly latencyMs: number[] }>;
  readonly kMin: number;
  readonly kMax: number;
}

/**
 * Reads the tables `computescale` and `scale_matrix`. Queries outside are clamped to the grid; with `growsOutside`
 * the clamped time grows with the amount of memory moved. Source: aiconfigurator 0.10.0, sdk/operations/gemm.py.
 */
export function scaleTime(
  database: PerfDatabase,
  table: 'computescale' | 'scale_matrix',
  { growsOutside }: { readonly growsOutside: boolean },
): ScaleTime {
  const gridOf = memo((quant: string) => openGrid(database, table, quant));
  return (quant, m, k) => {
    const grid = gridOf(quant);
    const mIn = Math.max(grid.m[0]!, Math.min(Math.trunc(m), grid.m[grid.m.length - 1]!));
    const kIn = Math.max(grid.kMin, Math.min(Math.trunc(k), grid.kMax));
    const inside = gridTime(grid, mIn, kIn);
    if (!growsOutside || (mIn === Math.trunc(m) && kIn === Math.trunc(k))) return inside;
    return inside * ((Math.trunc(m) * Math.trunc(k)) / (mIn * kIn));
  };
}

function openGrid(database: PerfDatabase, table: string, quant: string): ScaleGrid {
  const slice = database.table(table)?.slice(quant);
  if (slice === undefined || slice.rowCount === 0) throw new DataMissing(`no measured rows of ${table} in ${quant}`);
  const [mColumn, kColumn, latency] = [slice.column('m'), slice.column('k'), slice.column('latency')];
  const grid = { m: [] as number[], rows: new Map<number, { k: number[]; latencyMs: number[] }>() };
  for (let i = 0; i < slice.rowCount; i += 1) {
    const m = mColumn[i]!;
    let row = grid.rows.get(m);
    if (row === undefined) {
      row = { k: [], latencyMs: [] };
      grid.rows.set(m, row);
      grid.m.push(m);
    }
    row.k.push(kColumn[i]!);
    row.latencyMs.push(latency[i]!);
  }
  return { ...grid, kMin: Math.min(...kColumn), kMax: Math.max(...kColumn) };
}

function gridTime({ m: keys, rows }: ScaleGrid, m: number, k: number): number {
  const points = bracket(m, keys, true).flatMap((u) => {
    const row = rows.get(u)!;
    return bracket(k, row.k, true).map((v) => ({ u, v, value: row.latencyMs[row.k.indexOf(v)]! }));
  });
  const value = scattered(points, m, k, linearSurface);
  if (!Number.isFinite(value)) throw new DataMissing(`no measured scale times around ${m}, ${k}`);
  return value;
}
