import { escapeUnprintable } from '../words.ts';

/** A text of others as a page shows it: marks that show as nothing or turn the direction of reading are written out. */
export function shownText(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeUnprintable(line))
    .join('\n');
}
