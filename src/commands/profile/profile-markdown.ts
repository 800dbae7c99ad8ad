import { groupBy } from '../../group-by.ts';
import { inMarkdown, toMarkdown } from '../../tables/markdown.ts';
import type { Answer } from '../../verdict/answer.ts';
import { LAYOUT_LEGEND } from '../../verdict/layout-words.ts';
import { verdictLines, verdictTitle } from '../../verdict/words.ts';
import { type Column, usualColumns } from './columns.ts';

/** Verdicts as headings, lists and tables. */
export function formatMarkdown(
  answers: readonly Answer[],
  { columns }: { readonly columns?: readonly Column[] | undefined },
): string {
  return answers.map((answer) => section(answer, columns)).join('\n');
}

function section({ verdict, ranked }: Answer, columns: readonly Column[] | undefined): string {
  const lines = verdictLines(verdict).map(({ label, text }) => `- **${label}**: ${inMarkdown(text)}\n`);
  // The chosen mode goes first, as everywhere.
  const tables = [...groupBy(ranked, ({ mode }) => mode)].map(([mode, rows]) => {
    const shown = columns ?? usualColumns(rows, verdict);
    const heading = shown.map((column) => column.heading);
    const table = toMarkdown(
      heading,
      rows.map((row) => shown.map(({ value }) => value(row))),
    );
    return `\n${mode}\n\n${table}`;
  });
  const legend = tables.length === 0 ? '' : `\n${LAYOUT_LEGEND}\n`;
  return `### ${inMarkdown(verdictTitle(verdict))}\n\n${lines.join('')}${tables.join('')}${legend}`;
}
