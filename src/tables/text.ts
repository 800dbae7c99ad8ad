import { type Cell, isNumeric } from './cell.ts';

/** A table for people: numbers right-aligned, text left-aligned, two spaces between columns, a dash for nothing. */
export function formatTable(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = [heading, ...rows.map((row) => row.map(inText))];
  const widths = columnWidths(heading, rows);
  const isNumber = heading.map((_, column) => isNumeric(rows, column));
  return cells
    .map((row) => {
      const line = row.map((cell, i) => (isNumber[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)));
      return `${line.join('  ').trimEnd()}\n`;
    })
    .join('');
}

/** Characters that each column of a table for people takes. */
export function columnWidths(heading: readonly string[], rows: readonly (readonly Cell[])[]): readonly number[] {
  const cells = [heading, ...rows.map((row) => row.map(inText))];
  return heading.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
}

function inText(cell: Cell): string {
  return cell === null ? '-' : String(cell);
}
