/** A line that starts a document. No scalar can hold one: YAML forbids it at the left margin even inside quotes. */
const MARKER = /^---(?=[ \t\r\n]|$)/;
/** A line that ends a document. */
const END = /^\.\.\.(?=[ \t\r\n]|$)/;
/** A line that says nothing by itself and belongs to the document that follows. */
const PROLOGUE = /^(?:\uFEFF)?[ \t\r]*(?:#.*|%.*)?\r?\n?$/;

/** Cuts a YAML stream into one text a document, markers and comments included; joined they are the stream. */
export function splitStream(text: string): string[] {
  const starts = documentStarts(text, () => {});
  return starts.map((start, i) => text.slice(start, starts[i + 1]));
}

/** Where each document of a stream starts; what says nothing after the last one belongs to it. `onDocument` is told of each. */
export function documentStarts(text: string, onDocument: () => void): number[] {
  const starts: number[] = [];
  const add = (at: number): void => {
    onDocument();
    starts.push(at);
  };
  let start = 0;
  let isPrologue = true;
  for (const { line, offset } of linesOf(text)) {
    const isMarker = MARKER.test(line);
    if (isMarker && !isPrologue) {
      add(start);
      start = offset;
    }
    const isEnd = END.test(line);
    isPrologue = isEnd || (isPrologue && !isMarker && PROLOGUE.test(line));
    if (!isEnd) continue;
    add(start);
    start = offset + line.length;
  }
  const isRest = start < text.length && (!isPrologue || starts.length === 0);
  return isRest ? [...starts, start] : starts;
}

/**
 * Puts the texts of documents back into one stream, with a marker wherever a document does not say itself that it
 * starts. The texts that `splitStream` made, unchanged, join to the very bytes that it cut.
 */
export function joinStream(texts: readonly string[]): string {
  const pieces: string[] = [];
  let last = '';
  for (const text of texts) {
    const isOpen = last === '' || /(^|\n)\.\.\.[^\n]*\n$/.test(last);
    if (last !== '' && !last.endsWith('\n')) pieces.push('\n');
    const piece = isOpen || hasMarker(text) ? text : `---\n${text}`;
    pieces.push(piece);
    last = piece === '' ? last : piece;
  }
  return pieces.join('');
}

function hasMarker(chunk: string): boolean {
  for (const { line } of linesOf(chunk)) {
    if (MARKER.test(line)) return true;
    if (!PROLOGUE.test(line)) return false;
  }
  return false;
}

/** A line of a text. */
export interface Line {
  /** With its end. */
  readonly line: string;
  readonly offset: number;
}

/** The lines of a text one at a time, since a stream may have millions. */
export function* linesOf(text: string): Generator<Line> {
  let offset = 0;
  while (offset < text.length) {
    const end = text.indexOf('\n', offset) + 1 || text.length;
    yield { line: text.slice(offset, end), offset };
    offset = end;
  }
}
