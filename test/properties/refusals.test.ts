import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSchema } from '../../src/dgd/schema/check-schema.ts';
import { CODES, codesOf, RenderError } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import type { RenderReport } from '../../src/render/render.ts';
import { EDITS, edited, editedText, TEXT_EDITS } from './broken.ts';
import type { Cell } from './cells.ts';
import { VALID_REQUESTS } from './requests.ts';
import { hold } from './runs.ts';
import { errorsOf, readResources, renderText, writeManifest } from './street.ts';

const ERRORS: readonly string[] = codesOf('error');

test('a text that is no manifest any more is refused at a line, or as a request', () => {
  hold(
    fc.property(VALID_REQUESTS, TEXT_EDITS, ({ cell, manifest }, edits) => {
      const text = editedText(writeManifest(manifest), edits);
      const answer = attempt(() => renderText(cell, text));
      if (answer instanceof RenderError) expect(answer.origin?.line).toBeGreaterThan(0);
      else expect(untold(answer, text)).toEqual([]);
    }),
    80,
  );
});

test('whatever is wrong with a request is said with a code, a field and a line', () => {
  hold(
    fc.property(VALID_REQUESTS, EDITS, ({ cell, manifest }, edits) => {
      expectTold(cell, edited(manifest, edits));
    }),
    160,
  );
});

/** What `run` gives, or the error with a code that it throws; anything else that is thrown is a bug. */
function attempt<T>(run: () => T): T | RenderError {
  try {
    return run();
  } catch (error) {
    if (error instanceof RenderError) return error;
    throw error;
  }
}

/** Either a graph that an API server takes, or errors; and everything that is said can be found. */
function expectTold(cell: Cell, manifest: JsonObject): void {
  const text = writeManifest(manifest);
  const report = renderText(cell, text);
  expect(report.graphs).toHaveLength(errorsOf(report).length === 0 ? 1 : 0);
  const problems = report.graphs.flatMap(({ graph }) => checkSchema(graph));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(untold(report, text)).toEqual([]);
}

/** Findings without a code, a field, or the line of the text where that field is. What is said of the whole run has no field. */
function untold({ findings }: RenderReport, text: string): string[] {
  const resources = findings.length === 0 ? [] : readResources(text);
  const bad = findings.filter(({ code, severity, path = '', origin }) => {
    const isCoded = severity === 'error' ? ERRORS.includes(code) : code in CODES;
    const place = resources.find((resource) => resource.origin.index === origin?.index)?.locate(path);
    if (severity === 'info' && path === '') return !isCoded;
    return !isCoded || path === '' || origin?.line === undefined || origin.line !== place?.line;
  });
  return bad.map(({ code, path, message, origin }) => `${code} ${path} ${origin?.line}: ${message}`);
}
