import { groupBy } from '../../group-by.ts';
import { formatTable } from '../../tables/text.ts';
import { wrap } from '../../tables/wrap.ts';
import { LAYOUT_LEGEND } from '../../verdict/layout-words.ts';
import type { RankedRow } from '../../verdict/ranked.ts';
import { verdictLines, verdictTitle } from '../../verdict/words.ts';
import { oneLine } from '../cli/one-line.ts';
import type { ShownAnswer } from './answer.ts';
import { type Column, usualColumns } from './columns.ts';
import { formatExplanation, formatInexpressible, formatStep } from './explanation-text.ts';

/** How answers are shown. */
export interface Shape {
  /** Columns of the terminal, at most. */
  readonly width: number;
  /** Columns of ranked tables that were asked for. */
  readonly columns: readonly Column[] | undefined;
  /** A picture of the front below the verdict. */
  readonly chart?: ((answer: ShownAnswer, width: number) => string) | undefined;
}

/** Verdicts in words with the ranked tables that they come from. */
export function formatProfiles(answers: readonly ShownAnswer[], shape: Shape): string {
  const hasLayouts = answers.some(({ ranked }) => ranked.length > 0);
  const legend = hasLayouts ? [wrap(LAYOUT_LEGEND, { width: shape.width })] : [];
  return [...answers.map((answer) => formatAnswer(answer, shape)), ...legend].join('\n');
}

function formatAnswer(answer: ShownAnswer, shape: Shape): string {
  const { profile, request, details } = answer;
  const blocks = [
    formatVerdict(answer, shape.width),
    shape.chart?.(answer, shape.width) ?? '',
    ...formatTables(answer, shape),
    ...(details === undefined
      ? []
      : [formatExplanation(profile.explanation, { picked: profile.picked, sla: request.sla })]),
    ...(details === undefined ? [] : [formatInexpressible(details.contextParallel), ...details.steps.map(formatStep)]),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function formatVerdict({ verdict }: ShownAnswer, width: number): string {
  const lines = verdictLines(verdict);
  const indent = Math.max(...lines.map(({ label }) => label.length)) + 4;
  const title = wrap(oneLine(verdictTitle(verdict)), { width });
  return title + lines.map(({ label, text }) => wrap(oneLine(text), { width, indent, lead: `  ${label}` })).join('');
}

function formatTables({ ranked, verdict }: ShownAnswer, { width, columns }: Shape): readonly string[] {
  return [...groupBy(ranked, ({ mode }) => mode)].map(([mode, rows]) => {
    const shown = columns ?? usualColumns(rows, verdict);
    return `${mode}\n${fittingTable(rows, shown, columns === undefined ? width : undefined)}`;
  });
}

/** As many columns as a line holds, the needed ones in any case; all where no width is given. */
function fittingTable(rows: readonly RankedRow[], columns: readonly Column[], width: number | undefined): string {
  const table = formatTable(
    columns.map(({ heading }) => heading),
    rows.map((row) => columns.map(({ value }) => value(row))),
  );
  const longest = Math.max(...table.split('\n').map(({ length }) => length));
  const spare = Math.max(...columns.map(({ leftOut = 0 }) => leftOut));
  if (width === undefined || longest <= width || spare === 0) return table;
  return fittingTable(
    rows,
    columns.filter(({ leftOut }) => leftOut !== spare),
    width,
  );
}
