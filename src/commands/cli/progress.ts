import { oneLine } from './one-line.ts';

/** A line on a terminal that says how far the work is. */
export interface ProgressLine {
  /** Shows a text in the place of the last one; most calls show nothing. */
  readonly show: (text: string) => void;
  /** Takes the line away, before anything else is printed. */
  readonly erase: () => void;
}

export interface ProgressOptions {
  readonly write: (text: string) => void;
  /** Columns of the terminal, asked for each time. */
  readonly columns: () => number;
  /** In ms. */
  readonly now: () => number;
}

/** Work that is done sooner shows nothing, in ms. */
const FIRST_MS = 500;
/** Ten lines a second are as many as people see, in ms. */
const EVERY_MS = 100;
const ERASE = '\r\u001B[K';

/** A progress line on a terminal. */
export function progressLine({ write, columns, now }: ProgressOptions): ProgressLine {
  let next = now() + FIRST_MS;
  let isShown = false;
  return {
    show: (text) => {
      if (now() < next) return;
      next = now() + EVERY_MS;
      isShown = true;
      write(`${ERASE}${fitting(oneLine(text), columns() - 1)}`);
    },
    erase: () => {
      if (isShown) write(ERASE);
      isShown = false;
    },
  };
}

/** Where nobody watches. */
export const NO_PROGRESS: ProgressLine = { show: () => {}, erase: () => {} };

/** As much of a text as a line surely holds: what wraps cannot be erased. Outside ASCII characters may be two wide. */
function fitting(text: string, columns: number): string {
  let room = columns;
  let kept = '';
  for (const character of text) {
    room -= character > '\u007E' ? 2 : 1;
    if (room < 0) break;
    kept += character;
  }
  return kept;
}
