import { toCsv } from '../../tables/csv.ts';
import type { Answer } from '../../verdict/answer.ts';
import { COLUMNS, type Column } from './columns.ts';

/** What tables say besides their columns, since all requests are in one. */
const LEADING = [
  { heading: 'request', value: ({ verdict }: Answer) => verdict.name },
  { heading: 'namespace', value: ({ verdict }: Answer) => verdict.namespace ?? '' },
  { heading: 'model', value: ({ verdict }: Answer) => verdict.model },
  { heading: 'card', value: ({ verdict }: Answer) => verdict.gpuSku },
] as const;

/** Every ranked row of every request (RFC 4180), with the columns that were asked for or all. */
export function formatCsv(
  answers: readonly Answer[],
  { columns = COLUMNS }: { readonly columns?: readonly Column[] | undefined },
): string {
  const heading = [...LEADING, ...columns].map(({ heading: text }) => text);
  const rows = answers.flatMap((answer) =>
    answer.ranked.map((row) => [
      ...LEADING.map(({ value }) => value(answer)),
      ...columns.map(({ value }) => value(row)),
    ]),
  );
  return toCsv(heading, rows);
}
