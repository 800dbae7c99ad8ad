import { RenderError } from '../../errors.ts';

/** How far above the line of an error a mark is looked for, in lines: what it breaks shows up later. */
const NEAR_LINES = 30;

/** Reads YAML; where marks of a template are what breaks it, that is said instead of what a parser made of them. */
export function explainTemplate<T>(text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const line = error instanceof RenderError && error.code === 'YAML_INVALID' ? error.origin?.line : undefined;
    const marked = line === undefined ? undefined : markedLine(text, line);
    if (!(error instanceof RenderError) || error.origin === undefined || marked === undefined) throw error;
    throw new RenderError('PLACEHOLDER_LEFT', {
      message: `{{ }} that a template engine such as Helm should have replaced; as YAML: ${error.message}`,
      origin: { ...error.origin, line: marked },
      hint: 'render the template first: helm template NAME CHART | dgdr-render render -',
    });
  }
}

/** The first line with a mark up to a line, counted from 1, and not far above it. */
function markedLine(text: string, line: number): number | undefined {
  const lines = text.split('\n', line);
  const first = Math.max(0, line - NEAR_LINES);
  const found = lines.slice(first).findIndex((one) => one.includes('{{'));
  return found < 0 ? undefined : first + found + 1;
}
