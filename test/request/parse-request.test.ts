import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { OURS, REFERENCE } from '../../src/request/mends.ts';
import { isRequest } from '../../src/request/parse-request.ts';
import type { Request } from '../../src/request/request.ts';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { WORKLOAD_DEFAULTS } from '../../src/request/workload-options.ts';
import { brief, makeResource, outcomeOf, requestOf, requestYaml } from '../support/requests.ts';

const FIXTURES = 'fixtures/request';

/** What the reference refuses before it picks; its other refusals are those of later rooms. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'both-loads.yaml': ['LOAD_CONFLICT spec.workload.requestRate:14'],
};
const WARNED: Readonly<Record<string, readonly string[]>> = {
  'a-very-long-request-name-for-a-deployment.yaml': ['NAME_LONG metadata.name:4'],
};

describe('requests that the reference has answered', () => {
  test.each(readdirSync(FIXTURES))('%s is read without surprises', (file) => {
    const outcome = outcomeOf(makeResource(readFileSync(`${FIXTURES}/${file}`, 'utf8')));
    expect(brief(outcome.errors)).toEqual(REFUSED[file] ?? []);
    expect(brief(outcome.warnings)).toEqual(WARNED[file] ?? []);
  });
});

test('everything that may be left out gets its default', () => {
  const { locate, ...request } = requestOf({});
  expect(locate('spec.image').line).toBe(7);
  expect(request).toEqual({
    name: 'chat',
    namespace: undefined,
    source: 'request.yaml',
    origin: { file: 'request.yaml', index: 0, line: 1 },
    model: 'Qwen/Qwen3-32B',
    backend: 'auto',
    image: 'nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1',
    target: { major: 1, minor: 3 },
    engine: '0.10',
    runtimeVersionOverride: undefined,
    hardware: { gpuSku: 'h200_sxm', system: 'h200_sxm', totalGpus: 8, gpusPerNode: 8, vramMb: undefined },
    imageMirrors: [],
    workload: { isl: 4000, osl: 1000, concurrency: undefined, requestRatePerSec: undefined },
    sla: { kind: 'pair', ttftMs: 2000, itlMs: 30, isExplicit: false },
    searchStrategy: 'rapid',
    pickingMode: 'default',
    support: 'recorded',
    wishes: {},
    modelCache: undefined,
    overrides: { dgd: undefined, tolerations: [], trustRemoteCode: false },
    features: { planner: undefined, mocker: false },
    routing: {},
    carried: { labels: {}, annotations: {} },
    autoApply: true,
    emit: 'graph',
    workloads: WORKLOAD_DEFAULTS,
    mends: OURS,
  });
});

interface Case {
  readonly says: string;
  readonly spec?: string;
  readonly head?: string;
  readonly defaults?: RequestDefaults;
  readonly expected: Partial<Request>;
}

const HARDWARE = { gpuSku: 'h200_sxm', system: 'h200_sxm', totalGpus: 8, gpusPerNode: 8, vramMb: undefined };
const WORKLOAD = { isl: 4000, osl: 1000, concurrency: undefined, requestRatePerSec: undefined };
const OVERRIDES = { dgd: undefined, tolerations: [], trustRemoteCode: false };

const VALUES: readonly Case[] = [
  { says: 'a namespace is kept', head: 'namespace: inference', expected: { namespace: 'inference' } },
  { says: 'an empty namespace is none', head: 'namespace: ""', expected: { namespace: undefined } },
  { says: 'a model may be a local path', spec: 'model: /models/qwen', expected: { model: '/models/qwen' } },
  {
    says: 'null is as good as absent for scalars and sections',
    spec: 'backend: null\nsearchStrategy: null\nautoApply: null\nruntimeVersionOverride: null\nworkload: null\nsla: null\noverrides: {dgd: null, profilingJob: null, trustRemoteCode: null}\nfeatures: {planner: null, mocker: null, kvRouter: null}\nmodelCache: null',
    expected: {
      backend: 'auto',
      autoApply: true,
      workload: WORKLOAD,
      overrides: OVERRIDES,
      routing: {},
      pickingMode: 'default',
    },
  },
  {
    says: 'numbers and truth values may be texts, as the reference reads them',
    spec: 'hardware: {gpuSku: h200_sxm, totalGpus: "16", numGpusPerNode: " 8.0 ", vramMb: "1e3"}\nworkload: {isl: "1_000", osl: 20.0, concurrency: "2.5"}\nautoApply: "No"',
    expected: {
      hardware: { ...HARDWARE, totalGpus: 16, vramMb: 1000 },
      workload: { ...WORKLOAD, isl: 1000, osl: 20, concurrency: 2.5 },
      autoApply: false,
    },
  },
  {
    says: 'the longest allowed prompt and answer are accepted',
    spec: 'workload: {isl: 2097151, osl: 1}',
    expected: { workload: { ...WORKLOAD, isl: 2_097_151, osl: 1 } },
  },
  {
    says: 'defaults fill hardware field by field and yield to the request',
    spec: 'hardware: {totalGpus: 4, vramMb: null}',
    defaults: { hardware: { gpuSku: 'gb200', totalGpus: 64, numGpusPerNode: 4, vramMb: 5 } },
    expected: { hardware: { gpuSku: 'gb200', system: 'gb200', totalGpus: 4, gpusPerNode: 4, vramMb: 5 } },
  },
  {
    says: 'gb200_sxm means the measured system gb200',
    spec: 'hardware: {gpuSku: gb200_sxm, totalGpus: 8, numGpusPerNode: 4}',
    expected: { hardware: { ...HARDWARE, gpuSku: 'gb200_sxm', system: 'gb200', gpusPerNode: 4 } },
  },
  {
    says: 'under the reference gb200_sxm stays the system it is not',
    spec: 'hardware: {gpuSku: gb200_sxm, totalGpus: 8, numGpusPerNode: 4}',
    defaults: { compat: 'reference' },
    expected: {
      hardware: { ...HARDWARE, gpuSku: 'gb200_sxm', system: 'gb200_sxm', gpusPerNode: 4 },
      mends: REFERENCE,
    },
  },
  {
    says: 'a load asks for a load match',
    spec: 'workload: {requestRate: 5}',
    expected: { pickingMode: 'load_match', workload: { ...WORKLOAD, requestRatePerSec: 5 } },
  },
  {
    says: 'a planner asks for autoscale, empty or not, load or not',
    spec: 'features: {planner: {}}\nworkload: {concurrency: 5}',
    expected: { pickingMode: 'autoscale', features: { planner: {}, mocker: false } },
  },
  {
    says: 'a planner whose target is not sla always scales',
    spec: 'features: {planner: {enable_throughput_scaling: false}}',
    expected: { pickingMode: 'autoscale', features: { planner: { enable_throughput_scaling: false }, mocker: false } },
  },
  {
    says: 'a mocker with a sweeping planner is fine',
    spec: 'features: {planner: {}, mocker: {enabled: true}}',
    expected: { features: { planner: {}, mocker: true } },
  },
  {
    says: 'a claim is mounted at the default path',
    spec: 'modelCache: {pvcName: models}',
    expected: { modelCache: { pvcName: 'models', pvcModelPath: undefined, pvcMountPath: '/opt/model-cache' } },
  },
  {
    says: 'a claim keeps its paths as written',
    spec: 'modelCache: {pvcName: models, pvcModelPath: /a/, pvcMountPath: /b/}',
    expected: { modelCache: { pvcName: 'models', pvcModelPath: '/a/', pvcMountPath: '/b/' } },
  },
  { says: 'an empty override is none', spec: 'overrides: {dgd: {}}', expected: { overrides: OVERRIDES } },
  {
    says: 'tolerations and overrides are taken over',
    spec: 'overrides: {dgd: {kind: X}, profilingJob: {template: {spec: {tolerations: [{key: a}]}}}}',
    expected: { overrides: { dgd: { kind: 'X' }, tolerations: [{ key: 'a' }], trustRemoteCode: false } },
  },
];

const SLAS: readonly Case[] = [
  {
    says: 'one target leaves the other at its default and is explicit',
    spec: 'sla: {itl: 50}',
    expected: { sla: { kind: 'pair', ttftMs: 2000, itlMs: 50, isExplicit: true, assumed: 'ttft' } },
  },
  {
    says: 'an empty sla is not explicit',
    spec: 'sla: {e2eLatency: null}',
    expected: { sla: { kind: 'pair', ttftMs: 2000, itlMs: 30, isExplicit: false } },
  },
  {
    says: 'end-to-end latency alone is enough',
    spec: 'sla: {e2eLatency: 35000}',
    expected: { sla: { kind: 'e2e', e2eLatencyMs: 35000 } },
  },
  {
    says: 'end-to-end latency may stand beside two nulls',
    spec: 'sla: {e2eLatency: 35000, ttft: null, itl: null}',
    expected: { sla: { kind: 'e2e', e2eLatencyMs: 35000 } },
  },
];

const MODE = 'annotations:\n  dgdr-render.dev/router-mode: ';
const EVENTS = 'annotations:\n  dgdr-render.dev/kv-events: ';
const KV_ROUTER = 'features: {kvRouter: {enabled: true}}';

const ROUTING: readonly Case[] = [
  { says: 'kv alone means exact events', head: `${MODE}kv`, expected: { routing: { mode: 'kv', kvEvents: 'exact' } } },
  {
    says: 'the feature means kv with exact events',
    spec: KV_ROUTER,
    expected: { routing: { mode: 'kv', kvEvents: 'exact' } },
  },
  {
    says: 'an annotation wins over the feature',
    head: `${MODE}random`,
    spec: KV_ROUTER,
    expected: { routing: { mode: 'random' } },
  },
  {
    says: 'the feature wins over the config',
    spec: KV_ROUTER,
    defaults: { routing: { mode: 'random' } },
    expected: { routing: { mode: 'kv', kvEvents: 'exact' } },
  },
  {
    says: 'events of the config serve a stronger kv',
    spec: KV_ROUTER,
    defaults: { routing: { kvEvents: 'approximate' } },
    expected: { routing: { mode: 'kv', kvEvents: 'approximate' } },
  },
  {
    says: "an annotation chooses the events of the config's kv",
    head: `${EVENTS}approximate`,
    defaults: { routing: { mode: 'kv', kvEvents: 'exact' } },
    expected: { routing: { mode: 'kv', kvEvents: 'approximate' } },
  },
  {
    says: 'a stronger mode that is not kv drops the events of the config',
    head: `${MODE}least-loaded`,
    defaults: { routing: { mode: 'kv', kvEvents: 'exact' } },
    expected: { routing: { mode: 'least-loaded' } },
  },
  {
    says: 'the feature switched off takes back the kv of the config',
    spec: 'features: {kvRouter: {enabled: false}}',
    defaults: { routing: { mode: 'kv', kvEvents: 'exact' } },
    expected: { routing: {} },
  },
  {
    says: 'the feature switched off leaves another mode of the config',
    spec: 'features: {kvRouter: {enabled: false}}',
    defaults: { routing: { mode: 'random' } },
    expected: { routing: { mode: 'random' } },
  },
  {
    says: 'events without a mode are kept for an override that sets the mode',
    head: `${EVENTS}exact`,
    expected: {
      routing: { kvEvents: 'exact', eventsAskedAt: 'metadata.annotations.dgdr-render.dev/kv-events' },
    },
  },
  {
    says: 'events of a host without a mode are a default for requests that an override gives it',
    defaults: { routing: { kvEvents: 'exact' } },
    expected: { routing: { kvEvents: 'exact' } },
  },
];

const TARGETS: readonly Case[] = [
  {
    says: 'the tag names the target',
    spec: 'image: x/planner:1.2.1-cuda13',
    expected: { target: { major: 1, minor: 2 } },
  },
  { says: 'a tag may begin with v', spec: 'image: x/planner:v1.1.1rc0', expected: { target: { major: 1, minor: 1 } } },
  {
    says: 'a runtime version wins over the tag',
    spec: 'image: x/planner:1.2.1\nruntimeVersionOverride: 1.3.0',
    expected: { target: { major: 1, minor: 3 } },
  },
  {
    says: 'the configured target wins over both',
    spec: 'image: x/planner:1.5.1\nruntimeVersionOverride: 1.4.0',
    defaults: { target: '1.3' },
    expected: { target: { major: 1, minor: 3 } },
  },
  {
    says: 'an image of 1.5 names a target with v1beta1 graphs',
    spec: 'image: x/planner:1.5.1',
    expected: { target: { major: 1, minor: 5 } },
  },
  {
    says: 'a runtime version of 1.4 does',
    spec: 'runtimeVersionOverride: 1.4.0',
    expected: { target: { major: 1, minor: 4 } },
  },
  {
    says: 'a tag with a number of five digits is no version',
    spec: 'image: x/planner:1.2.12345',
    expected: { target: { major: 1, minor: 3 } },
  },
  {
    says: 'the target gives an image',
    spec: 'image: ""',
    defaults: { target: '1.2' },
    expected: { image: 'nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.2.0', target: { major: 1, minor: 2 } },
  },
  {
    says: 'a target with a patch gives the image of that patch',
    spec: 'image: ""',
    defaults: { target: '1.2.1' },
    expected: { image: 'nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.2.1' },
  },
  {
    says: 'a configured image comes before one made from the target',
    spec: 'image: null',
    defaults: { target: '1.2', image: 'x/planner:1' },
    expected: { image: 'x/planner:1', target: { major: 1, minor: 2 } },
  },
  {
    says: 'the reference takes an image by digest alone',
    spec: 'image: x/planner@sha256:0123',
    defaults: { compat: 'reference' },
    expected: { image: 'x/planner@sha256:0123' },
  },
];

describe.each([
  ['values', VALUES],
  ['latency targets', SLAS],
  ['routing', ROUTING],
  ['targets and images', TARGETS],
])('%s', (_group, cases) => {
  test.each(cases)('$says', ({ spec = '', head = '', defaults = {}, expected }) => {
    const request = requestOf({ spec, head }, defaults);
    for (const [field, value] of Object.entries(expected)) expect(request[field as keyof Request]).toEqual(value);
  });
});

test('only DGDRs of whatever version are requests', () => {
  const kind = 'DynamoGraphDeploymentRequest';
  expect(isRequest({ kind, apiVersion: 'nvidia.com/v1beta1' })).toBe(true);
  expect(isRequest({ kind, apiVersion: 'nvidia.com/v1alpha1' })).toBe(true);
  expect(isRequest({ kind })).toBe(true);
  expect(isRequest({ kind, apiVersion: 'example.com/v1' })).toBe(false);
  expect(isRequest({ kind: 'DynamoGraphDeployment', apiVersion: 'nvidia.com/v1alpha1' })).toBe(false);
});

test('the result is frozen throughout and the resource is not', () => {
  const resource = makeResource(requestYaml({ spec: 'overrides: {dgd: {spec: {services: {}}}}' }));
  const { request } = outcomeOf(resource);
  expect(isFrozenDeep(request)).toBe(true);
  expect(Object.isFrozen(resource.origin)).toBe(false);
  expect(Object.isFrozen(((resource.object.spec as JsonObject).overrides as JsonObject).dgd)).toBe(false);
});

test('keys that would change a prototype are reported and stay out', () => {
  const spec =
    '__proto__: {model: evil}\noverrides:\n  dgd: {kind: X, a: [{__proto__: {polluted: 1}, constructor: {b: 1}}]}\nfeatures: {planner: {__proto__: {polluted: 1}}}';
  const head = 'annotations: {__proto__: {dgdr-render.dev/router-mode: kv}}';
  const { request, warnings } = outcomeOf(makeResource(requestYaml({ spec, head })));
  expect(JSON.stringify(request?.overrides.dgd)).toBe('{"kind":"X","a":[{"constructor":{"b":1}}]}');
  expect(Object.keys(request?.features.planner ?? { wrong: 1 })).toEqual([]);
  expect(request?.routing).toEqual({});
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(brief(warnings)).toEqual([
    'REQUEST_UNKNOWN_FIELD spec.__proto__:8',
    'REQUEST_UNKNOWN_FIELD spec.overrides.dgd.a[0].__proto__:10',
    'REQUEST_UNKNOWN_FIELD spec.features.planner.__proto__:11',
  ]);
});

const json: fc.Arbitrary<Json> = fc.jsonValue() as fc.Arbitrary<Json>;
const known = [
  'model',
  'backend',
  'image',
  'modelCache',
  'hardware',
  'workload',
  'sla',
  'overrides',
  'features',
  'gpuSku',
  'ttft',
  'enabled',
];
const inner = fc.dictionary(
  fc.constantFrom(...known, 'planner', 'mocker', 'kvRouter', 'dgd', 'profilingJob', 'template', 'spec', '__proto__'),
  json,
);
const spec = fc.dictionary(fc.constantFrom(...known, 'searchStrategy', 'constructor'), fc.oneof(json, inner));
const metadata = fc.oneof(json, fc.record({ name: json, namespace: json, annotations: fc.oneof(json, inner) }));

test('whatever a request holds, it is read or refused with codes', () => {
  const frame = { apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeploymentRequest' };
  const locate = () => ({ file: 'a.yaml', index: 0, line: 1 });
  const { document, origin } = makeResource('a: 1');
  fc.assert(
    fc.property(metadata, fc.oneof(json, spec), (anyMetadata, anySpec) => {
      const object = { ...frame, metadata: anyMetadata, spec: anySpec } as JsonObject;
      const before = JSON.stringify(object);
      const { request, errors } = outcomeOf({ object, document, origin, source: origin.file, locate });
      expect(request === undefined).toBe(errors.length > 0);
      expect(errors.every(({ message, hint, path }) => message.length < 2000 && hint && path)).toBe(true);
      expect(JSON.stringify(object)).toBe(before);
    }),
    { numRuns: 500, seed: 7 },
  );
});

function isFrozenDeep(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozenDeep);
}
