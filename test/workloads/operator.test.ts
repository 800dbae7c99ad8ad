import { expect, test } from 'vitest';
import { CODES } from '../../src/errors.ts';
import { graphPath } from '../../src/merge/finish/problems.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import {
  comparableObjects,
  DIFFERENCES,
  expectedObjects,
  OPERATOR_CASES,
  operatorCase,
  REFUSED,
  RENDERED_CASES,
} from '../support/operator.ts';

test('there are recorded cases, and all but two are rendered', () => {
  expect(OPERATOR_CASES).toHaveLength(13);
  expect(RENDERED_CASES).toHaveLength(11);
});

test.each(RENDERED_CASES)('$name is what the operator made of it, but for what is listed', (given) => {
  const { objects, problems } = toWorkloads(given.graph, given.options);
  expect(problems.filter(({ code }) => CODES[code].severity === 'error')).toEqual([]);
  expect(Object.fromEntries(comparableObjects(objects))).toEqual(Object.fromEntries(expectedObjects(given)));
});

test.each(Object.entries(REFUSED))('%s needs the operator for %s', (name, path) => {
  const { graph, options } = operatorCase(name);
  const errors = toWorkloads(graph, options).problems.filter(({ code }) => CODES[code].severity === 'error');
  expect(errors.map(({ code, path: at }) => [code, graphPath(at)])).toEqual([['NEEDS_OPERATOR', path]]);
});

test.each(DIFFERENCES)('the difference is met: $what', ({ apply }) => {
  const changed = RENDERED_CASES.flatMap((given) =>
    given.recorded.filter((object) => JSON.stringify(apply(object, given)) !== JSON.stringify(object)),
  );
  expect(changed.length).toBeGreaterThan(0);
});
