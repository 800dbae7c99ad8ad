import type { PerfDatabase } from '../../perfdb/perfdb.ts';

/**
 * How much longer the choice of compressed tokens took where blocks were measured, with scores that are all alike, than it
 * takes in practice, in ms, by cached tokens, length and sequences.
 */
export type TopkExcess = (cached: number, length: number, batch: number) => number;

/** Ascending keys of an axis, and what is below each. */
interface Level<Below> {
  readonly keys: number[];
  readonly below: Below[];
}
type Excess = Level<Level<Level<number>>>;

/** The kernel that chooses, in prefill and in decode. */
export type TopkKernel = 'v1' | 'v2';

const TABLE = 'dsv4_csa_topk_calib';

/**
 * Opens the excess of models with so many heads in all, between the measured points along cached tokens, then the length, then
 * sequences, and at their ends beyond them; undefined where it was not measured.
 * Source: aiconfigurator 0.12.0, the operators of its compiled core.
 */
export function topkExcess(database: PerfDatabase, kernel: TopkKernel, nativeHeads: number): TopkExcess | undefined {
  const excess = measuredExcess(database, kernel, nativeHeads);
  if (excess.keys.length === 0) return undefined;
  return (cached, length, batch) =>
    blended(excess, batch, (lengths) => blended(lengths, length, (steps) => blended(steps, cached, (value) => value)));
}

function measuredExcess(database: PerfDatabase, kernel: TopkKernel, nativeHeads: number): Excess {
  const usual = new Map(rowsOf(database, `${kernel}_top_last`, nativeHeads).map((row) => [keyOf(row), row.latencyMs]));
  const excess: Excess = { keys: [], below: [] };
  const rows = rowsOf(database, `${kernel}_flat`, nativeHeads).sort(
    (a, b) => a.batch - b.batch || a.length - b.length || a.cached - b.cached,
  );
  for (const row of rows) {
    const usualMs = usual.get(keyOf(row));
    if (usualMs === undefined) continue;
    const lengths = nodeAt(excess, row.batch, emptyLevel<Level<number>>);
    const steps = nodeAt(lengths, row.length, emptyLevel<number>);
    nodeAt(steps, row.cached, () => Math.max(0, row.latencyMs - usualMs));
  }
  return excess;
}

interface CalibrationRow {
  readonly cached: number;
  readonly length: number;
  readonly batch: number;
  readonly latencyMs: number;
}

const keyOf = ({ cached, length, batch }: CalibrationRow): string => `${cached} ${length} ${batch}`;

function rowsOf(database: PerfDatabase, mode: string, nativeHeads: number): CalibrationRow[] {
  const slice = database.table(TABLE)?.slice(mode, nativeHeads);
  if (slice === undefined) return [];
  const [cached, length, batch, latency] = ['step', 'isl', 'batch_size', 'latency'].map((name) => slice.column(name));
  return Array.from({ length: slice.rowCount }, (_, row) => ({
    cached: cached![row]!,
    length: length![row]!,
    batch: batch![row]!,
    latencyMs: latency![row]!,
  }));
}

function emptyLevel<Below>(): Level<Below> {
  return { keys: [], below: [] };
}

/** What is below a key, which is the last one or comes after it. */
function nodeAt<Below>({ keys, below }: Level<Below>, key: number, make: () => Below): Below {
  if (keys.at(-1) !== key) {
    keys.push(key);
    below.push(make());
  }
  return below.at(-1)!;
}

/** The value at `x`, on the straight line between its neighbours, or that of the nearest end. */
function blended<Below>({ keys, below }: Level<Below>, x: number, inside: (node: Below) => number): number {
  const above = keys.findIndex((key) => key >= x);
  if (above < 0) return inside(below.at(-1)!);
  if (above === 0 || keys[above] === x) return inside(below[above]!);
  const share = (x - keys[above - 1]!) / (keys[above]! - keys[above - 1]!);
  return inside(below[above - 1]!) * (1 - share) + inside(below[above]!) * share;
}
