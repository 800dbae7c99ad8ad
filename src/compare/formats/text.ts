import type { Finding } from '../../errors.ts';
import { groupBy } from '../../group-by.ts';
import type { Cell } from '../../tables/cell.ts';
import { columnWidths, formatTable } from '../../tables/text.ts';
import { wrap } from '../../tables/wrap.ts';
import { escapeUnprintable } from '../../words.ts';
import { bestWords } from '../best-words.ts';
import { COLUMNS, type Column, costNote, notesOf } from '../columns.ts';
import type { Combination, Comparison } from '../comparison.ts';

/** Comparisons for people: the answer first, then the table, within so many columns as far as columns can be left out. */
export function comparisonText(comparisons: readonly Comparison[], width: number): string {
  return comparisons.map((comparison) => escapeLines(oneText(comparison, width))).join('\n');
}

function oneText(comparison: Comparison, width: number): string {
  const rows = rowsOf(comparison);
  const table = tableOf(comparison, rows, fitting(comparison, rows, width));
  const note = costNote(rows);
  const costs = note === '' ? '' : `\n${wrap(note, { width })}`;
  return `${nameOf(comparison)}: ${bestWords(comparison)}\n\n${table}${costs}${refusedText(comparison, rows, width)}`;
}

/** `namespace/name`, or the name alone. */
export function nameOf({ name, namespace }: Comparison): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** The request as written, then what was tried of it. */
export function rowsOf({ asWritten, combinations }: Comparison): readonly Combination[] {
  return [asWritten, ...combinations];
}

/** Columns that some row has something for. */
export function filledColumns(rows: readonly Combination[]): readonly Column[] {
  return COLUMNS.filter(({ read }) => rows.some((row) => row.figures !== undefined && read(row.figures, row) !== null));
}

/** Heading and cells of a comparison with some columns; `mark` says of a row what it is. */
export function cellsOf(
  { paths }: Comparison,
  rows: readonly Combination[],
  { columns, mark }: { readonly columns: readonly Column[]; readonly mark: (row: Combination) => string },
): [string[], Cell[][]] {
  const heading = ['', ...shortNames(paths), ...columns.map((column) => column.heading), 'notes'];
  const cells = rows.map((row): Cell[] => [
    mark(row),
    ...row.set.map(({ text }) => text || null),
    ...columns.map(({ read }) => (row.figures === undefined ? null : read(row.figures, row))),
    notesOf(row),
  ]);
  return [heading, cells];
}

/** The last names of paths, where no two have the same. */
function shortNames(paths: readonly string[]): readonly string[] {
  const last = paths.map((path) => path.slice(path.lastIndexOf('.') + 1));
  return new Set(last).size === last.length ? last : paths;
}

/** What stands before a row: whether it is the best, and which one is the request as written. */
export function markOf({ asWritten }: Comparison, row: Combination): string {
  return [...(row.isBest ? ['best'] : []), ...(row === asWritten ? ['as written'] : [])].join(', ');
}

function tableOf(comparison: Comparison, rows: readonly Combination[], columns: readonly Column[]): string {
  return formatTable(...cellsOf(comparison, rows, { columns, mark: (row) => markOf(comparison, row) }));
}

/** Those that are needed, and of the others as many as fit the width, the most wanted ones first. */
function fitting(comparison: Comparison, rows: readonly Combination[], width: number): readonly Column[] {
  const columns = filledColumns(rows);
  const [heading, cells] = cellsOf(comparison, rows, { columns, mark: (row) => markOf(comparison, row) });
  const widths = columnWidths(heading, cells);
  const before = 1 + comparison.paths.length;
  const kept = new Set(columns.filter(({ rank, decides }) => rank === 0 || decides === comparison.by));
  const total = (): number =>
    widths.reduce((sum, one, i) => {
      const column = columns[i - before];
      return column === undefined || kept.has(column) ? sum + one + 2 : sum;
    }, -2);
  for (const column of columns.filter((one) => !kept.has(one)).sort((a, b) => a.rank - b.rank)) {
    kept.add(column);
    if (total() > width) kept.delete(column);
  }
  return columns.filter((column) => kept.has(column));
}

/** Combinations that a reason names; of more it says how many there are. */
const MOST_NAMED = 3;

/** Why combinations were refused: each reason once, with those that have it. */
function refusedText({ paths, asWritten }: Comparison, rows: readonly Combination[], width: number): string {
  const refused = rows.flatMap((row) => {
    const name = row === asWritten ? 'as written' : paths.map((path, i) => `${path}=${row.set[i]?.text}`).join(' ');
    return row.refusals.map((refusal) => ({ name, reason: reasonOf(refusal) }));
  });
  if (refused.length === 0) return '';
  const blocks = [...groupBy(refused, ({ reason }) => reason)].map(([reason, of]) => {
    const names = of.length > MOST_NAMED ? `${of.length} combinations` : of.map(({ name }) => name).join('; ');
    return wrap(`${names}: ${reason}`, { width, indent: 4, lead: '  -' });
  });
  return `\nrefused\n${blocks.join('')}`;
}

/** A finding in words. */
export function reasonOf({ code, message, hint }: Finding): string {
  return `${code} ${message}${hint === undefined ? '' : `; hint: ${hint}`}`;
}

/** Nothing steers a terminal; what a value holds of line ends stands as an escape. */
function escapeLines(text: string): string {
  return text.split('\n').map(escapeUnprintable).join('\n');
}
