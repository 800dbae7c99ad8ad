import { ticks } from 'd3-array';
import type { Mode } from '../serving.ts';
import type { FrontPoint } from '../verdict/front.ts';
import { axisEnds, type FrontPicture, leastTokensPerUser } from './front-picture.ts';

const HEIGHT = 16;
const Y_TICKS = 4;
/** Columns that a label of the lower axis takes about. */
const X_TICK_COLUMNS = 12;

const PICK = '*';
const REGION = '.';
/** Of points that meet the targets; small letters miss one. */
const LETTERS: Readonly<Record<Mode, string>> = { agg: 'A', disagg: 'D' };

/**
 * The front as lines of text: tokens/s/GPU against tokens/s for a user. Our own marks, since the kept libraries for terminals
 * draw lines through time series: points that share no grid are drawn at wrong places, and every value gets a tick.
 */
export function frontChart(picture: FrontPicture, width: number): string {
  const ends = axisEnds(picture);
  const labels = ticks(0, ends.gpu, Y_TICKS).map(String);
  const left = Math.max(...labels.map(({ length }) => length)) + 1;
  const columns = width - left - 2;
  const column = (user: number): number => Math.round((user / ends.user) * (columns - 1));
  const line = (gpu: number): number => HEIGHT - 1 - Math.round((gpu / ends.gpu) * (HEIGHT - 1));
  const grid = Array.from({ length: HEIGHT }, () => Array.from({ length: columns }, () => ' '));
  drawRegion(grid, picture, column);
  for (const point of drawn(picture.front)) {
    grid[line(point.tokensPerSecPerGpu)]![column(point.tokensPerSecPerUser)] = markOf(point);
  }
  const labelAt = new Map(labels.map((label) => [line(Number(label)), label]));
  const rows = grid.map((cells, index) => `${(labelAt.get(index) ?? '').padStart(left)} |${cells.join('').trimEnd()}`);
  const axis = `${' '.repeat(left)} +${'-'.repeat(columns)}`;
  const marks = ticks(0, ends.user, Math.max(2, Math.floor(columns / X_TICK_COLUMNS)));
  return ['tokens/s/GPU', ...rows, axis, lowerLabels(marks, { left: left + 2, column, width }), legendOf(picture), '']
    .map((row) => row.trimEnd())
    .join('\n');
}

/** Points in the order of drawing: what meets the targets over what does not, the pick over all. */
function drawn(front: readonly FrontPoint[]): readonly FrontPoint[] {
  const weight = ({ isPick, meetsTargets }: FrontPoint): number => Number(meetsTargets) + 2 * Number(isPick);
  return front.toSorted((a, b) => weight(a) - weight(b));
}

function markOf({ mode, isPick, meetsTargets }: FrontPoint): string {
  if (isPick) return PICK;
  return meetsTargets ? LETTERS[mode] : LETTERS[mode].toLowerCase();
}

function drawRegion(grid: string[][], { targets }: FrontPicture, column: (user: number) => number): void {
  const least = leastTokensPerUser(targets);
  if (least === undefined) return;
  for (const cells of grid) for (let x = column(least); x < cells.length; x += 1) cells[x] = REGION;
}

interface LowerAxis {
  readonly left: number;
  readonly column: (user: number) => number;
  readonly width: number;
}

function lowerLabels(marks: readonly number[], { left, column, width }: LowerAxis): string {
  const title = 'tokens/s for a user';
  const numbers = marks.reduce((row, mark) => {
    const label = String(mark);
    const start = left + column(mark);
    return start + label.length > width || start <= row.length ? row : row.padEnd(start) + label;
  }, '');
  return `${numbers}\n${title.padStart(width)}`;
}

function legendOf({ targets }: FrontPicture): string {
  const itl = targets.find(({ field }) => field === 'itl');
  const modes = Object.entries(LETTERS).map(([mode, letter]) => `${letter} ${mode}`);
  const region = itl === undefined ? [] : [`${REGION} itl within ${itl.limitMs} ms`];
  return [`${PICK} pick`, ...modes, 'small letters miss a target', ...region].join(', ');
}
