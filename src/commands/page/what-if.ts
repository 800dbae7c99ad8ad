import { bestWords } from '../../compare/best-words.ts';
import { compare } from '../../compare/compare.ts';
import type { Combination, Comparison } from '../../compare/comparison.ts';
import { cellsOf, filledColumns, markOf, reasonOf, rowsOf } from '../../compare/formats/text.ts';
import type { PageTable, WhatIf } from '../../page/data.ts';
import type { ProfiledRequest, Terms } from '../../render/render.ts';
import type { Prices } from '../../request/prices.ts';
import { limitsOf } from '../../request/sla.ts';

/** Parts of the latency that picks are judged by which are tried where nobody says what to try. */
const TRIED_SHARES = [0.5, 0.75, 1.25, 1.5, 2] as const;

/** What is tried, and with which prices. */
export interface Trying {
  /** What counts for the request. */
  readonly terms: Terms;
  /** As `--set` has them; without any the target that picks are judged by is varied, which needs no further sweep. */
  readonly sets: readonly string[];
  readonly prices: Prices | undefined;
}

/** What a request would come to if it said something else. @throws RenderErrors for sets that cannot be read */
export function whatIfOf({ resource, request }: ProfiledRequest, { terms, sets, prices }: Trying): WhatIf | undefined {
  const { field, limitMs } = limitsOf(request.sla).judged;
  const varied = TRIED_SHARES.map((share) => Number((share * limitMs).toFixed(3)));
  const { comparisons } = compare([resource], {
    sets: sets.length > 0 ? sets : [`sla.${field}=${varied.join(',')}`],
    by: 'throughput',
    termsOf: () => terms,
    pricesOf: () => prices,
  });
  const [comparison] = comparisons;
  return comparison && { words: bestWords(comparison), table: tableOf(comparison) };
}

function tableOf(comparison: Comparison): PageTable {
  const rows = rowsOf(comparison);
  const mark = (row: Combination): string => markOf(comparison, row);
  const [columns, cells] = cellsOf(comparison, rows, { columns: filledColumns(rows), mark });
  const toText = (cell: (typeof cells)[number][number]): string | number =>
    typeof cell === 'number' ? cell : String(cell ?? '');
  const [, ...headings] = columns;
  return {
    columns: ['row', ...headings],
    rows: cells.map((row, i) => [...row.slice(0, -1).map(toText), notesOf(rows[i]!, row.at(-1))]),
  };
}

/** Why a combination was refused in words; of one that was not the codes of its warnings. */
function notesOf({ refusals }: Combination, notes: unknown): string {
  return refusals.length === 0 ? String(notes ?? '') : refusals.map(reasonOf).join('; ');
}
