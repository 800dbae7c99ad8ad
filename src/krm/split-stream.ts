/** A line that starts a document. No scalar can hold one: YAML forbids it at the left margin even inside quotes. */
const MARKER = /^---(?=[ \t\r\n]|$)/;
/** A line that ends a document. */
const END = /^\.\.\.(?=[ \t\r\n]|$)/;
/** A line that says nothing by itself and belongs to the document that follows. */
const PROLOGUE = /^(?:\uFEFF)?[ \t\r]*(?:#.*|%.*)?\r?\n?$/;

/** Cuts a YAML stream into one text a document, markers and comments included; joined they are the stream. */
export function splitStream(text: string): string[] {
  const chunks: string[] = [];
  let current = '';
  let isPrologue = true;
  for (const line of linesOf(text)) {
    if (MARKER.test(line) && !isPrologue) {
      chunks.push(current);
      current = '';
    }
    current += line;
    isPrologue = END.test(line) ? true : isPrologue && PROLOGUE.test(line) && !MARKER.test(line);
    if (END.test(line)) {
      chunks.push(current);
      current = '';
    }
  }
  if (current === '') return chunks;
  return isPrologue && chunks.length > 0 ? [...chunks.slice(0, -1), chunks.at(-1) + current] : [...chunks, current];
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
  for (const line of linesOf(chunk)) {
    if (MARKER.test(line)) return true;
    if (!PROLOGUE.test(line)) return false;
  }
  return false;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
