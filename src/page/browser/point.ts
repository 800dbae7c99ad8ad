import { type PagePoints, POINT_COLUMNS, type PointColumn } from '../data.ts';

/** A configuration with its names. */
export interface Point extends Readonly<Record<PointColumn, number>> {
  readonly modeName: string;
  readonly backendName: string;
  readonly isPicked: boolean;
  /** Layouts and counts of its workers in short. */
  readonly workersText: string;
}

/** The configurations of a request, in the order of the page. */
export function toPoints(points: PagePoints): readonly Point[] {
  return points.rows.map((row, i) => {
    const columns = Object.fromEntries(POINT_COLUMNS.map((column, j) => [column, row[j]!])) as Record<
      PointColumn,
      number
    >;
    return {
      ...columns,
      modeName: points.modes[columns.mode]!,
      backendName: points.backends[columns.backend]!,
      isPicked: i === points.picked,
      workersText: workersText(columns, points),
    };
  });
}

/** The workers of one replica, in the words of a verdict. */
function workersText(columns: Record<PointColumn, number>, { modes, layouts }: PagePoints): string {
  const first = `${layouts[columns.layout]} b${columns.batch}`;
  if (modes[columns.mode] === 'agg') return `${columns.workers}x ${first}`;
  const second = `${layouts[columns.decodeLayout]} b${columns.decodeBatch}`;
  return `${columns.workers}x prefill ${first} + ${columns.decodeWorkers}x decode ${second}`;
}

/** Ranks that stand out. */
const TOP = 5;

/** Whether a configuration is one of the first of its mode. */
export function isTop({ rank }: Point): boolean {
  return rank > 0 && rank <= TOP;
}

/** A number as people read it; whole from a hundred on. */
export function figure(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** A configuration in one sentence. */
export function pointSentence(point: Point): string {
  const place = point.isPicked ? 'The pick: ' : point.rank > 0 ? `Rank ${point.rank} of ${point.modeName}: ` : '';
  return (
    `${place}${point.modeName} with ${point.backendName}, ${point.workersText}; ` +
    `${figure(point.tokensPerSecPerGpu)} tokens/s/GPU, ${figure(point.tokensPerSecPerUser)} tokens/s/user, ` +
    `ttft ${figure(point.ttftMs)} ms, itl ${figure(point.itlMs)} ms, ${figure(point.concurrency)} in flight`
  );
}
