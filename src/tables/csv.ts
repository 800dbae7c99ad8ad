import type { Cell } from './cell.ts';

/** Rows as RFC 4180 has them; a text that a spreadsheet would run as a formula is marked as a text. */
export function toCsv(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [heading, ...rows].map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

const FORMULA = /^[=+\-@\t\r]/;

function toField(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
