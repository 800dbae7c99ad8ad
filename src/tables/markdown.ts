import { escapeUnprintable } from '../words.ts';
import { type Cell, isNumeric } from './cell.ts';

/** A table of GitHub's Markdown, whose texts stand for themselves; columns of numbers alone are right-aligned. */
export function toMarkdown(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const rule = heading.map((_, column) => (isNumeric(rows, column) ? '---:' : '---'));
  return toLines([heading.map(inMarkdown), rule, ...rows.map((row) => row.map(toText))]);
}

/** The same of cells that are Markdown themselves; pipes in them are escaped. */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = [heading, ...rows].map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  return toLines([...escaped.slice(0, 1), heading.map(() => '---'), ...escaped.slice(1)]);
}

function toLines(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function toText(cell: Cell): string {
  return cell === null ? '' : inMarkdown(String(cell));
}

/** What Markdown takes for more than itself; an underscore inside a word, as in `h200_sxm`, is none. */
const MARKS = /[\\`*[\]<>|#&@~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;

/** A text that stands for itself in Markdown, on one line. */
export function inMarkdown(text: string): string {
  return escapeUnprintable(text).replace(MARKS, (mark) => `\\${mark}`);
}
