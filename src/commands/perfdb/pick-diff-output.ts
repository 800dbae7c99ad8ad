import type { Finding } from '../../errors.ts';
import type { Json, JsonObject } from '../../json.ts';
import { refOf } from '../../krm/identity.ts';
import { formatTable } from '../../tables/text.ts';
import { counted } from '../../words.ts';
import type { Figure, PickDifference, SidePick } from './pick-diff.ts';

/** Two engines by their names, with what their picks differ in. */
export interface PickComparison {
  readonly from: string;
  readonly to: string;
  readonly differences: readonly PickDifference[];
}

/** The figures that people are shown, with what they call them. */
const HEADINGS = {
  'tokens/s/gpu': 'tokens/s/GPU',
  ttft: 'ttft ms',
  tpot: 'itl ms',
  concurrency: 'concurrency',
} as const satisfies Partial<Record<Figure, string>>;
const SHOWN = Object.keys(HEADINGS) as (keyof typeof HEADINGS)[];

/** What all requests are summed up by. */
const SUMMED = 'tokens/s/gpu';

/** For people: a table a request, and what all of them come to. */
export function pickDiffText(comparison: PickComparison): string {
  const blocks = comparison.differences.map((difference) => requestText(comparison, difference));
  return [...blocks, summaryText(comparison)].join('\n');
}

function requestText({ from, to }: PickComparison, difference: PickDifference): string {
  const sides = [
    [from, difference.from, difference.onlyFrom],
    [to, difference.to, difference.onlyTo],
  ] as const;
  const { changes } = difference;
  const change = changes && ['change', '', '', ...SHOWN.map((figure) => percent(changes[figure]))];
  const rows = [...sides.map(([name, pick]) => pickCells(name, pick)), ...(change === undefined ? [] : [change])];
  const heading = ['engine', 'pick', 'GPUs', ...SHOWN.map((figure) => HEADINGS[figure])];
  const table = formatTable(...rightAligned(heading, rows));
  const notes = sides.flatMap(([name, , found]) => found.map((finding) => noteText(name, finding)));
  const verdict = difference.isSame ? 'the same pick' : 'another pick';
  return `${nameOf(difference)}: ${verdict}\n${indented(table)}${notes.join('')}`;
}

function pickCells(name: string, pick: SidePick | undefined): string[] {
  if (pick === undefined) return [name, 'none', '', ...SHOWN.map(() => '')];
  const answered = pick.engine === name ? name : `${name} (by ${pick.engine})`;
  const { figures } = pick;
  return [answered, pick.words, String(pick.gpus), ...SHOWN.map((figure) => String(figures?.[figure] ?? ''))];
}

/** Engine and pick are words, everything else is a figure. */
const WORDS = 2;

function rightAligned(heading: readonly string[], rows: readonly (readonly string[])[]): [string[], string[][]] {
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column]!.length)));
  const aligned = (row: readonly string[]): string[] =>
    row.map((cell, column) => (column < WORDS ? cell : cell.padStart(widths[column]!)));
  return [aligned(heading), rows.map(aligned)];
}

function noteText(name: string, { severity, code, message }: Finding): string {
  return `  ${name} alone: ${severity} ${code}: ${message}\n`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function summaryText({ from, to, differences }: PickComparison): string {
  const { same, none, least, median, most } = summaryOf(differences);
  const words = [`${counted(differences.length, 'request')}, ${from} -> ${to}`];
  words.push(`${same} with the same pick`);
  if (none > 0) words.push(`${none} that one of them does not answer`);
  if (median !== null) {
    const range = `${percent(least ?? 0)} to ${percent(most ?? 0)}`;
    words.push(`${HEADINGS[SUMMED]} ${range}, median ${percent(median)}`);
  }
  return `${words.join('; ')}\n`;
}

function percent(share: number): string {
  if (!Number.isFinite(share)) return '';
  return `${share < 0 ? '' : '+'}${(share * 100).toFixed(1)} %`;
}

/** How many picks are the same, and how the first figure of the others changes, as shares; null where none has one. */
function summaryOf(differences: readonly PickDifference[]) {
  const changes = differences
    .flatMap(({ changes: found }) => found?.[SUMMED] ?? [])
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const half = changes.length >> 1;
  const median = changes.length % 2 === 1 ? changes[half] : ((changes[half - 1] ?? 0) + (changes[half] ?? 0)) / 2;
  return {
    same: differences.filter(({ isSame }) => isSame).length,
    none: differences.filter(({ from, to }) => from === undefined || to === undefined).length,
    least: changes[0] ?? null,
    median: changes.length === 0 ? null : (median ?? null),
    most: changes.at(-1) ?? null,
  };
}

function nameOf({ request: { object, origin } }: PickDifference): string {
  const { namespace, name } = refOf(object);
  return `${namespace === undefined ? name : `${namespace}/${name}`} (${origin.file})`;
}

/** The same as one JSON object, for `--format json`; changes are shares, 0.1 for a tenth more. */
export function pickDiffJson({ from, to, differences }: PickComparison): JsonObject {
  const { same, none, ...change } = summaryOf(differences);
  return {
    schemaVersion: 1,
    from,
    to,
    summary: { requests: differences.length, samePicks: same, unanswered: none, [SUMMED]: change },
    requests: differences.map(requestJson),
  };
}

function requestJson({ request, from, to, isSame, changes, onlyFrom, onlyTo }: PickDifference): JsonObject {
  const { namespace, name } = refOf(request.object);
  return {
    ...{ name, namespace: namespace ?? null, file: request.origin.file, samePick: isSame },
    from: pickJson(from, onlyFrom),
    to: pickJson(to, onlyTo),
    changes: changes === undefined ? null : finiteOf(changes),
  };
}

function pickJson(pick: SidePick | undefined, only: readonly Finding[]): JsonObject {
  const findings = only.map(({ severity, code, message }) => ({ severity, code, message }));
  if (pick === undefined) return { pick: null, findings };
  const { engine, dataRelease, words, gpus, figures } = pick;
  return { pick: { engine, data: dataRelease, words, gpus, figures: figures ? finiteOf(figures) : null }, findings };
}

/** JSON has nothing for what is not finite. */
function finiteOf(numbers: Readonly<Record<Figure, number>>): Json {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Number.isFinite(value) ? value : null]),
  );
}
