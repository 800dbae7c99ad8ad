import { memo } from '../../memo.ts';
import { DataMissing } from '../data-missing.ts';
import type { ScaleTime } from '../gemm-scale.ts';
import type { Tables } from '../kind.ts';
import { type GridTime, gridOf } from '../resolver/grid.ts';
import type { SpeedOfLight } from '../resolver/nest.ts';

/** Tables of scaling: bytes that an element moves, and whether the time grows outside the measured sizes. */
const SCALE_TABLES = {
  computescale: { elementBytes: 2, growsOutside: false },
  scale_matrix: { elementBytes: 3, growsOutside: true },
} as const;

interface ScaleGrid {
  readonly timeAt: GridTime;
  readonly m: Bounds;
  readonly k: Bounds;
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Time in ms of scaling an m x k input; sizes outside are taken as the nearest measured one. @throws DataMissing */
export function resolvedScaleTime(
  { database, system, constants }: Tables,
  table: keyof typeof SCALE_TABLES,
): ScaleTime {
  const { elementBytes, growsOutside } = SCALE_TABLES[table];
  const roofline: SpeedOfLight = (point) => ((elementBytes * point[0]! * point[1]!) / system.memBwBytesPerSec) * 1000;
  const { farField } = constants.resolver;
  const gridOfMode = memo((quant: string): ScaleGrid => {
    const slice = database.table(table)?.slice(quant);
    if (slice === undefined || slice.rowCount === 0) throw new DataMissing(`no measured rows of ${table} in ${quant}`);
    const timeAt = gridOf(slice, { axes: ['m', 'k'], speedOfLight: roofline, farField });
    return { timeAt, m: boundsOf(slice.column('m')), k: boundsOf(slice.column('k')) };
  });
  const point = new Float64Array(2);
  return (quant, m, k) => {
    const { timeAt, ...bounds } = gridOfMode(quant);
    const inside = [clamped(m, bounds.m), clamped(k, bounds.k)] as const;
    point.set(inside);
    const timeMs = timeAt(point);
    if (!growsOutside || (inside[0] === m && inside[1] === k)) return timeMs;
    return timeMs * (roofline([m, k]) / roofline(inside));
  };
}

function boundsOf(values: ArrayLike<number>): Bounds {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < values.length; i += 1) {
    least = Math.min(least, values[i]!);
    most = Math.max(most, values[i]!);
  }
  return { least, most };
}

function clamped(value: number, { least, most }: Bounds): number {
  return Math.max(least, Math.min(value, most));
}
