import type { Context } from './context.ts';

/** Columns of a text, and the fewest that one is written for. */
const MOST = 100;
const LEAST = 80;

/** Columns that a text for people may take: those of the terminal, within bounds. */
export function textWidth({ columns = MOST }: Pick<Context, 'columns'>): number {
  return Math.max(LEAST, Math.min(MOST, columns));
}
