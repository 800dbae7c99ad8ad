import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { checkStable, type StableGraph } from '../../src/render/compare/stable.ts';

/** A graph whose services are given by name; those that end in `*` span nodes. */
function dgd(name: string, services: readonly string[], namespace?: string): JsonObject {
  const entries = services.map((service): [string, JsonObject] => {
    return service.endsWith('*') ? [service.slice(0, -1), { multinode: { nodeCount: 2 } }] : [service, {}];
  });
  return {
    apiVersion: 'nvidia.com/v1alpha1',
    kind: 'DynamoGraphDeployment',
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    spec: { services: Object.fromEntries(entries) },
  };
}

function resources(file: string, ...objects: readonly JsonObject[]): Resource[] {
  const text = objects.map((object) => `${JSON.stringify(object)}\n`).join('---\n');
  return parseStream(text, { file }).flatMap(({ resource }) => resource ?? []);
}

const REQUEST = 'kind: DynamoGraphDeploymentRequest\nmetadata:\n  name: q\nspec:\n  model: a/b\n';

function rendered(graph: JsonObject, request = REQUEST): StableGraph {
  const [resource] = parseStream(request, { file: 'q.yaml' }).flatMap((document) => document.resource ?? []);
  return { request: resource!, graph, form: 'graph' };
}

const AGG = ['Frontend', 'Worker'];
const DISAGG = ['Frontend', 'prefill', 'decode'];

test('where plain workloads are put out a changed topology is said, and refused by nobody', () => {
  const next: StableGraph = { ...rendered(dgd('q-dgd', DISAGG)), form: 'workloads' };
  expect(checkStable([next], resources('old.yaml', dgd('q-dgd', AGG)))).toMatchObject([
    { code: 'WORKLOADS_REPLACED', severity: 'info', path: 'metadata.name' },
  ]);
});

test('a changed topology is an error on the request that says what changed, why, and what to do', () => {
  const [finding, ...others] = checkStable([rendered(dgd('q-dgd', DISAGG))], resources('old.yaml', dgd('q-dgd', AGG)));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    severity: 'error',
    code: 'TOPOLOGY_CHANGED',
    message:
      'the operator refuses this update of the graph q-dgd (old.yaml:1): services prefill and decode added, Worker removed',
    path: 'metadata.name',
    hint: 'set spec.overrides.dgd.metadata.name to q-dgd-2, and delete the graph q-dgd once q-dgd-2 serves',
    origin: { file: 'q.yaml', index: 0, line: 3 },
  });
  expect(finding?.resource?.object.kind).toBe('DynamoGraphDeploymentRequest');
});

test('a name that an override sets is blamed where it stands', () => {
  const request = `${REQUEST}  overrides:\n    dgd:\n      metadata:\n        name: chat\n`;
  const findings = checkStable([rendered(dgd('chat', DISAGG), request)], resources('old.yaml', dgd('chat', AGG)));
  expect(findings).toMatchObject([{ path: 'spec.overrides.dgd.metadata.name', origin: { line: 9 } }]);
});

describe('graphs are matched by kind, namespace and name', () => {
  test.each([
    { title: 'no namespace on both', next: undefined, previous: undefined, findings: 1 },
    { title: 'the same namespace', next: 'a', previous: 'a', findings: 1 },
    { title: 'another namespace', next: 'a', previous: 'b', findings: 0 },
    { title: 'a namespace on one side only', next: 'a', previous: undefined, findings: 0 },
  ])('$title', ({ next, previous, findings }) => {
    const old = resources('old.yaml', dgd('q', AGG, previous));
    expect(checkStable([rendered(dgd('q', DISAGG, next))], old)).toHaveLength(findings);
  });

  test('the version does not count', () => {
    const components = DISAGG.map((name) => ({ name }));
    const newer = { ...dgd('q', []), apiVersion: 'nvidia.com/v1beta1', spec: { components } };
    expect(checkStable([rendered(newer)], resources('old.yaml', dgd('q', DISAGG)))).toEqual([]);
    expect(checkStable([rendered(newer)], resources('old.yaml', dgd('q', AGG)))).toHaveLength(1);
  });

  test('another name, and a graph that is rendered no more, are no finding', () => {
    expect(checkStable([rendered(dgd('new', DISAGG))], resources('old.yaml', dgd('gone', AGG)))).toEqual([]);
    expect(checkStable([], resources('old.yaml', dgd('gone', AGG)))).toEqual([]);
  });
});

describe('a graph that the previous rendering holds twice', () => {
  const next = [rendered(dgd('q', AGG))];

  test('is compared once where the copies agree', () => {
    const copies = resources('old.yaml', dgd('q', DISAGG), dgd('q', DISAGG));
    expect(checkStable(next, copies)).toMatchObject([{ code: 'TOPOLOGY_CHANGED' }]);
  });

  test('is a mistake in the option where they do not', () => {
    const copies = [...resources('a.yaml', dgd('q', AGG)), ...resources('b.yaml', dgd('q', DISAGG))];
    expect(checkStable(next, copies)).toMatchObject([
      {
        severity: 'error',
        code: 'CONFIG_INVALID',
        message: 'the previous graph q is there twice, with different topologies: a.yaml:1 and b.yaml:1',
        origin: { file: 'b.yaml' },
      },
    ]);
  });

  test('does not matter where no request renders it', () => {
    const copies = [...resources('a.yaml', dgd('x', AGG)), ...resources('b.yaml', dgd('x', DISAGG))];
    expect(checkStable(next, copies)).toEqual([]);
  });
});

describe('the proposed name', () => {
  const proposals = (next: readonly JsonObject[], previous: readonly JsonObject[]): (string | undefined)[] => {
    const findings = checkStable(
      next.map((graph) => rendered(graph)),
      resources('old.yaml', ...previous),
    );
    return findings.map(({ hint }) => /to (\S+), and/.exec(hint ?? '')?.[1]);
  };
  const proposal = (name: string, services: readonly string[]): string | undefined =>
    proposals([dgd(name, services)], [dgd(name, ['other'])])[0];

  test.each([
    { name: 'chat', services: AGG, expected: 'chat-2' },
    { name: 'chat-2', services: AGG, expected: 'chat-3' },
    { name: 'chat-9', services: AGG, expected: 'chat-10' },
    { name: 'qwen3', services: AGG, expected: 'qwen3-2' },
    { name: '7', services: AGG, expected: '7-2' },
    // 45 less 17 leaves 28 characters.
    { name: 'a-name-of-twenty-eight-chars', services: ['VllmPrefillWorker'], expected: 'a-name-of-twenty-eight-cha-2' },
    { name: 'a-name-of-twenty-eight-cha-9', services: ['VllmPrefillWorker'], expected: 'a-name-of-twenty-eight-ch-10' },
    { name: 'a-hyphen-at-the-place-of-t-x', services: ['VllmPrefillWorker'], expected: 'a-hyphen-at-the-place-of-t-2' },
    { name: 'a-hyphen-at-the-place-it-x-y', services: ['VllmPrefillWorker'], expected: 'a-hyphen-at-the-place-it-x-2' },
    // 45 less twice 17 less 4 leaves 7 for a leader: a limit that an old name beyond it does not tighten.
    { name: 'short12', services: ['VllmPrefillWorker*'], expected: 'short-2' },
    { name: 'short123', services: ['VllmPrefillWorker*'], expected: 'short123-2' },
    // 45 less twice 6 less 4 leaves 29 for a leader, which the old name keeps to.
    { name: 'a-name-of-twenty-nine-letters', services: ['decode*'], expected: 'a-name-of-twenty-nine-lette-2' },
    { name: 'x', services: ['a-service-name-that-leaves-no-room-at-all-for-it'], expected: 'x-2' },
  ])('for $name with $services is $expected', ({ name, services, expected }) => {
    expect(proposal(name, services)).toBe(expected);
  });

  test('is free among what is rendered, what was, and what was proposed', () => {
    const next = [dgd('a', AGG), dgd('a-2', AGG), dgd('a-3', DISAGG)];
    const previous = [dgd('a', DISAGG), dgd('a-2', DISAGG), dgd('a-4', DISAGG)];
    expect(proposals(next, previous)).toEqual(['a-5', 'a-6']);
  });

  test('may be taken in another namespace', () => {
    expect(proposals([dgd('a', AGG, 'x'), dgd('a-2', AGG, 'y')], [dgd('a', DISAGG, 'x')])).toEqual(['a-2']);
  });
});
