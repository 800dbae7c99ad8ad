import { memo } from '../memo.ts';
import type { PerfDatabase } from '../perfdb/perfdb.ts';
import { DataMissing } from './data-missing.ts';
import { type Curve, readCurves } from './grid/curve.ts';
import { planeTime } from './grid/plane.ts';

/** Time in ms of scaling an m x k input. @throws DataMissing */
export type ScaleTime = (quant: string, m: number, k: number) => number;

interface ScaleGrid {
  /** Measured numbers of rows, ascending. */
  readonly m: readonly number[];
  /** Curves over k, by m. */
  readonly rows: ReadonlyMap<number, Curve>;
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
    const inside = planeTime(grid.rows, mIn, kIn);
    if (!growsOutside || (mIn === Math.trunc(m) && kIn === Math.trunc(k))) return inside;
    return inside * ((Math.trunc(m) * Math.trunc(k)) / (mIn * kIn));
  };
}

function openGrid(database: PerfDatabase, table: string, quant: string): ScaleGrid {
  const slice = database.table(table)?.slice(quant);
  if (slice === undefined || slice.rowCount === 0) throw new DataMissing(`no measured rows of ${table} in ${quant}`);
  const rows = new Map([...readCurves(slice, ['m'], 'k')].map(([m, curve]) => [Number(m), curve] as const));
  const k = slice.column('k');
  return { m: [...rows.keys()], rows, kMin: Math.min(...k), kMax: Math.max(...k) };
}
