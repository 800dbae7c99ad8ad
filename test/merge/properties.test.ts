import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/graph.ts';
import type { JsonObject } from '../../src/json.ts';
import { mergeGraph } from '../../src/merge/merge.ts';
import { mergeOverride } from '../../src/merge/override/deep-merge.ts';
import type { Compat } from '../../src/request/mends.ts';
import { deepFreeze } from '../support/documents.ts';
import { readProfile, readRequest } from '../support/graphs.ts';
import { ignoreWarnings } from '../support/warnings.ts';

const COMPATS = ['ours', 'reference'] as const satisfies readonly Compat[];
const FIXTURES = ['qwen3-32b-kv', 'qwen3-32b-kv-disagg', 'tolerations'];
const ENV = fc.uniqueArray(
  fc.record({ name: fc.constantFrom('A', 'B', 'DYN_ROUTER_MODE'), value: fc.constantFrom('kv', '1') }),
  { selector: ({ name }) => name },
);
const OVERRIDE: fc.Arbitrary<JsonObject> = fc.record({
  metadata: fc.record({ labels: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.constant('x')) }),
  spec: fc.record({
    services: fc.record(
      {
        Frontend: fc.record({ envs: ENV }),
        VllmDecodeWorker: fc.record({
          replicas: fc.nat(9),
          extraPodSpec: fc.record({ mainContainer: fc.record({ args: fc.array(fc.string()), env: ENV }) }),
        }),
      },
      { requiredKeys: [] },
    ),
  }),
});

function render(name: string, compat: Compat, dgd: JsonObject | undefined): string {
  const base = readRequest(name, { compat });
  const request = deepFreeze({
    ...base,
    routing: { mode: 'kv' as const },
    overrides: { ...base.overrides, dgd: dgd ?? base.overrides.dgd },
  });
  const profile = readProfile(name);
  const draft = deepFreeze(buildGraph(request, profile, ignoreWarnings));
  return JSON.stringify(mergeGraph(draft, { request, profile, warn: ignoreWarnings }).graph);
}

describe('rendering', () => {
  test('twice gives the same bytes and changes no input', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIXTURES), fc.constantFrom(...COMPATS), OVERRIDE, (name, compat, dgd) => {
        expect(render(name, compat, deepFreeze(dgd))).toBe(render(name, compat, dgd));
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the key order of an override', () => {
    const dgd = { spec: { envs: [], services: { VllmDecodeWorker: { replicas: 2, sharedMemory: { size: '1Gi' } } } } };
    const turned = {
      spec: { services: { VllmDecodeWorker: { sharedMemory: { size: '1Gi' }, replicas: 2 } }, envs: [] },
    };
    expect(render('qwen3-32b-kv', 'ours', dgd)).toBe(render('qwen3-32b-kv', 'ours', turned));
  });
});

describe('mergeOverride', () => {
  test.each(['profiler', 'mended', 'operator'] as const)('an empty override changes nothing (%s)', (rules) => {
    const request = readRequest('qwen3-32b-kv-disagg');
    const { graph } = buildGraph(request, readProfile('qwen3-32b-kv-disagg'), ignoreWarnings);
    expect(mergeOverride(graph, {}, rules)).toEqual(graph);
  });

  test('an override over nothing is itself', () => {
    fc.assert(
      fc.property(OVERRIDE, (override) => {
        expect(mergeOverride({}, override, 'mended')).toEqual(override);
      }),
    );
  });
});
