import { expect, test } from 'vitest';
import { WORKLOAD_DEFAULTS } from '../../src/request/workload-options.ts';
import { brief, makeResource, outcomeOf, requestOf, requestYaml } from '../support/requests.ts';

const annotated = (form: string) => ({ head: `annotations: {dgdr-render.dev/emit: ${form}}` });

test.each([
  { says: 'nobody', yaml: {}, defaults: {}, expected: 'graph' },
  { says: 'the host', yaml: {}, defaults: { emit: 'workloads' }, expected: 'workloads' },
  { says: 'the request', yaml: annotated('workloads'), defaults: {}, expected: 'workloads' },
  {
    says: 'the request against the host',
    yaml: annotated('graph'),
    defaults: { emit: 'workloads' },
    expected: 'graph',
  },
] as const)('where $says it, $expected is put out', ({ yaml, defaults, expected }) => {
  expect(requestOf(yaml, defaults).emit).toBe(expected);
});

test('a form that there is none of is an error of the annotation', () => {
  const { errors } = outcomeOf(makeResource(requestYaml(annotated('pods'))));
  expect(brief(errors)).toEqual([expect.stringMatching(/^REQUEST_INVALID metadata\.annotations\S*emit\S*:\d+$/)]);
});

test('what the host says of plain workloads is filled up', () => {
  expect(requestOf({}).workloads).toEqual(WORKLOAD_DEFAULTS);
  const workloads = { updates: 'shared', fsGroup: null, namespace: undefined } as const;
  expect(requestOf({}, { workloads }).workloads).toEqual({ ...WORKLOAD_DEFAULTS, updates: 'shared', fsGroup: null });
});

test("the operator's limits for names do not count for plain workloads", () => {
  const name = 'a-name-that-is-rather-long-for-grove-and-fine-otherwise';
  const resource = makeResource(requestYaml().replace(/^( {2}name: ).*$/m, `$1${name}`));
  expect(brief(outcomeOf(resource).warnings).filter((one) => one.startsWith('NAME_LONG'))).toHaveLength(1);
  expect(brief(outcomeOf(resource, { emit: 'workloads' }).warnings)).not.toContainEqual(
    expect.stringContaining('NAME_LONG'),
  );
});
