/** How a text is broken into lines. */
export interface Wrapping {
  /** Columns of a line; a longer word has a line of its own. */
  readonly width: number;
  /** Columns before the text on every line. */
  readonly indent?: number;
  /** What stands in them on the first line. */
  readonly lead?: string;
}

/** A text in lines of whole words. */
export function wrap(text: string, { width, indent = 0, lead = '' }: Wrapping): string {
  const lines: string[] = [];
  let current = lead.padEnd(indent);
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && current.length + 1 + word.length > width) {
      lines.push(current);
      current = ' '.repeat(indent);
      isEmpty = true;
    }
    current += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, current].map((line) => `${line.trimEnd()}\n`).join('');
}
