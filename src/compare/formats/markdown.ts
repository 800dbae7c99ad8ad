import { inMarkdown, toMarkdown } from '../../tables/markdown.ts';
import { bestWords } from '../best-words.ts';
import { costNote } from '../columns.ts';
import type { Comparison } from '../comparison.ts';
import { cellsOf, filledColumns, markOf, nameOf, reasonOf, rowsOf } from './text.ts';

/** Comparisons for a page or a comment: the answer, the table with every column, and why combinations were refused. */
export function comparisonMarkdown(comparisons: readonly Comparison[]): string {
  return comparisons.map(oneMarkdown).join('\n');
}

function oneMarkdown(comparison: Comparison): string {
  const rows = rowsOf(comparison);
  const columns = filledColumns(rows);
  const table = toMarkdown(...cellsOf(comparison, rows, { columns, mark: (row) => markOf(comparison, row) }));
  const reasons = [...new Set(rows.flatMap(({ refusals }) => refusals.map(reasonOf)))];
  const refused = reasons.map((reason) => `- ${inMarkdown(reason)}\n`).join('');
  const head = `**${inMarkdown(nameOf(comparison))}**: ${inMarkdown(bestWords(comparison))}`;
  const note = costNote(rows);
  const costs = note === '' ? '' : `\n${note}\n`;
  return `${head}\n\n${table}${costs}${refused === '' ? '' : `\nRefused:\n\n${refused}`}`;
}
