import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRules } from '../../src/dgd/rules/check-rules.ts';
import { checkSchema } from '../../src/dgd/schema/check-schema.ts';
import type { RenderReport } from '../../src/render/render.ts';
import { type Asked, TYPED_REQUESTS, VALID_REQUESTS } from './requests.ts';
import { hold } from './runs.ts';
import { errorsOf, render } from './street.ts';

/** What an override of the right types can still be refused for. */
const REFUSALS = /^(ADMISSION_REFUSED|CONVERSION_IMPOSSIBLE|OVERRIDE_INVALID|NAME_INVALID|NAME_TOO_LONG) /;

test('a valid request is rendered, and nothing in its graph is refused', () => {
  hold(
    fc.property(VALID_REQUESTS, (asked) => {
      const report = render(asked.cell, asked.manifest);
      expect(errorsOf(report)).toEqual([]);
      expect(problemsOf(asked, report)).toEqual([]);
    }),
    120,
  );
});

test('an override of the right types is refused by a rule, or its graph breaks none', () => {
  hold(
    fc.property(TYPED_REQUESTS, (asked) => {
      const report = render(asked.cell, asked.manifest);
      expect(errorsOf(report).filter((error) => !REFUSALS.test(error))).toEqual([]);
      expect(report.graphs).toHaveLength(errorsOf(report).length === 0 ? 1 : 0);
      expect(problemsOf(asked, report)).toEqual([]);
    }),
    100,
  );
});

function problemsOf({ cell }: Asked, { graphs }: RenderReport) {
  const problems = graphs.flatMap(({ graph }) => [...checkSchema(graph), ...checkRules(graph, cell.target)]);
  return problems.filter(({ severity }) => severity === 'error');
}
