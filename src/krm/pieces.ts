/** A part of a text that is read by itself, or one or more beside each other that are not. */
export interface Piece {
  readonly text: string;
  /** Of its first part among all, from 0. */
  readonly position: number;
  /** Its first line in the whole, from 1. */
  readonly line: number;
  readonly isRead: boolean;
}

export interface PieceOptions {
  readonly isRead: (part: string) => boolean;
  /** Whether a part that is not read is kept apart from its neighbours all the same. */
  readonly isAlone?: ((part: string) => boolean) | undefined;
  /** Where the last part ends; by default the end of the text. */
  readonly end?: number | undefined;
}

/**
 * Cuts a text where its parts start. Neighbours that nobody reads stay one piece, since there may be a million of them; the
 * pieces joined are the text from the first start to the end.
 */
export function cutAt(
  text: string,
  starts: readonly number[],
  { isRead, isAlone = () => false, end = text.length }: PieceOptions,
): Piece[] {
  const pieces: Piece[] = [];
  let line = 1 + countNewlines(text.slice(0, starts[0] ?? 0));
  let run: { readonly start: number; readonly position: number } | undefined;
  const add = (part: string, position: number, isPieceRead: boolean): void => {
    pieces.push({ text: part, position, line, isRead: isPieceRead });
    line += countNewlines(part);
  };
  const closeRun = (until: number): void => {
    if (run !== undefined) add(text.slice(run.start, until), run.position, false);
    run = undefined;
  };
  for (const [position, start] of starts.entries()) {
    const part = text.slice(start, starts[position + 1] ?? end);
    const isPartRead = isRead(part);
    if (!isPartRead && !isAlone(part)) {
      run ??= { start, position };
      continue;
    }
    closeRun(start);
    add(part, position, isPartRead);
  }
  closeRun(end);
  return pieces;
}

/** How many lines end in a text. */
export function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
