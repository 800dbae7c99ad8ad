import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { getIn, isObject, type Json, type JsonObject } from '../../src/json.ts';
import type { Compat } from '../../src/request/mends.ts';
import type { Request } from '../../src/request/request.ts';
import { comparable } from '../support/documents.ts';
import { codeOf } from '../support/errors.ts';
import { finish, finishGraph, readDocuments, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings, ignoreWarnings } from '../support/warnings.ts';

function render(name: string, compat: Compat = 'ours', change: Partial<Request> = {}): readonly JsonObject[] {
  const request = { ...readRequest(name, { compat }), ...change };
  const profile = readProfile(name);
  const { graph, resources } = finish(request, profile, ignoreWarnings);
  return [...resources, graph];
}

/** Paths at which two values differ, without what lies below them. */
function differences(a: Json | undefined, b: Json | undefined, path: string): string[] {
  if (isDeepStrictEqual(a, b)) return [];
  const isNested = (isObject(a) && isObject(b)) || (Array.isArray(a) && Array.isArray(b) && a.length === b.length);
  if (!isNested) return [path];
  const [left, right]: [JsonObject, JsonObject] = [{ ...Object(a) }, { ...Object(b) }];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
    differences(left[key], right[key], `${path}.${key}`),
  );
}

function parsedConfig([map, ...rest]: readonly JsonObject[]): Json[] {
  const text = getIn(map, 'data', 'planner_config.json');
  return [{ ...map, data: JSON.parse(String(text)) }, ...rest].map(comparable);
}

describe('by default the documents differ only by the mends', () => {
  const worker = (name: string, field: string) => `.1.spec.services.${name}.extraPodSpec.mainContainer.${field}`;
  const roles = [worker('decode', 'args'), worker('prefill', 'args')];
  const VERSION = '.0.data.aic_perf_model.backend_version';
  const engines = ['.0.data.decode_engine_num_gpu', '.0.data.prefill_engine_num_gpu'];

  test.each<[string, string[]]>([
    ['planner-rapid', [VERSION, ...roles]],
    ['planner-mocker', [VERSION]],
    [
      'planner-vllm-overrides',
      [
        worker('VllmDecodeWorker', 'args'),
        worker('VllmDecodeWorker', 'env'),
        worker('VllmPrefillWorker', 'args'),
        '.1.spec.services.Planner.extraPodSpec.volumes',
      ],
    ],
    ['naive-planner', ['.0.data.aic_perf_model', worker('VllmDecodeWorker', 'env.0.value'), ...engines]],
    ['naive-planner-agg', ['.0.data.backend', ...engines]],
    ['naive-mocker', ['.0.data.aic_perf_model', '.0.data.backend', ...engines]],
  ])('%s', (name, mended) => {
    const [ours, theirs] = [parsedConfig(render(name)), parsedConfig(readDocuments(name))];
    expect(differences(ours, theirs, '').sort()).toEqual([...mended].sort());
  });
});

describe('the ConfigMap', () => {
  test('has the namespace and labels of the request and the name that the Planner mounts', () => {
    const [map, graph] = render('planner-rapid', 'ours', { namespace: 'inference' });
    const name = getIn(map, 'metadata', 'name') as string;
    expect(map).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name,
        namespace: 'inference',
        labels: { 'dgdr.nvidia.com/name': 'planner-rapid', 'dgdr.nvidia.com/namespace': 'inference' },
      },
      data: { 'planner_config.json': expect.stringContaining('"pre_deployment_sweeping_mode":"rapid"') },
    });
    const pod = getIn(graph, 'spec', 'services', 'Planner', 'extraPodSpec');
    expect(getIn(pod, 'volumes')).toEqual([{ name, configMap: { name } }]);
    expect(getIn(pod, 'mainContainer', 'volumeMounts')).toMatchObject([{ name }]);
  });

  test('is not there without a planner', () => {
    expect(render('qwen3-32b-kv').map(({ kind }) => kind)).toEqual(['DynamoGraphDeployment']);
  });

  test('and the graph have the same bytes every time', () => {
    expect(JSON.stringify(render('planner-rapid'))).toBe(JSON.stringify(render('planner-rapid')));
  });
});

describe('overrides of the Planner', () => {
  const override = (planner: JsonObject): Partial<Request> => ({
    overrides: { dgd: { spec: { services: { Planner: planner } } }, tolerations: [], trustRemoteCode: false },
  });
  const planner = (documents: readonly JsonObject[], ...path: string[]) =>
    getIn(documents.at(-1), 'spec', 'services', 'Planner', ...path);

  test('are merged, and volumes keep its configuration unless they name it', () => {
    const own = { name: 'ca', secret: { secretName: 'ca' } };
    const plain = planner(render('planner-rapid'), 'extraPodSpec', 'volumes') as JsonObject[];
    const documents = render('planner-rapid', 'ours', override({ replicas: 0, extraPodSpec: { volumes: [own] } }));
    expect(planner(documents, 'replicas')).toBe(0);
    expect(planner(documents, 'extraPodSpec', 'volumes')).toEqual([...plain, own]);
    const same = { name: plain[0]!.name!, emptyDir: {} };
    const taken = render('planner-rapid', 'ours', override({ extraPodSpec: { volumes: [same] } }));
    expect(planner(taken, 'extraPodSpec', 'volumes')).toEqual([same]);
  });

  test('tolerations reach it too', () => {
    const tolerations = [{ key: 'gpu', operator: 'Exists' }];
    const overrides = { dgd: undefined, tolerations, trustRemoteCode: false };
    expect(planner(render('planner-rapid', 'ours', { overrides }), 'extraPodSpec', 'tolerations')).toEqual(tolerations);
  });
});

describe('names and routing', () => {
  test.each([
    ['a mocker with a planner is as narrow as its Frontend', 'planner-mocker', 33, 'none'],
    ['one character more', 'planner-mocker', 34, 'NAME_TOO_LONG'],
  ])('%s', (_name, fixture, length, code) => {
    expect(codeOf(() => render(fixture, 'ours', { name: 'a'.repeat(length) }))).toBe(code);
  });

  test('a mocker gets the mode and no event flags, as its events have flags of their own', () => {
    const { warn, seen } = collectWarnings();
    const plain = { ...readRequest('planner-vllm-overrides'), features: { planner: {}, mocker: true } };
    const request = { ...plain, routing: { mode: 'kv' }, overrides: { ...plain.overrides, dgd: undefined } } as const;
    const profile = readProfile('planner-vllm-overrides');
    const graph = finishGraph(request, profile, warn);
    expect(getIn(graph, 'spec', 'services', 'Frontend', 'envs')).toEqual([{ name: 'DYN_ROUTER_MODE', value: 'kv' }]);
    expect(JSON.stringify(graph)).not.toContain('kv-events');
    expect(Object.keys(Object(getIn(graph, 'spec', 'services')))).toEqual(['Frontend', 'decode', 'prefill', 'Planner']);
    expect(seen).toEqual([]);
  });

  test.each([
    ['planner-mocker', /^mocker 1x prefill tp2 \+ 1x decode tp2, ttft 436\.037 ms/],
    ['naive-mocker', /^mocker 1x prefill \+ 1x decode, latencies of its own$/],
    ['planner-rapid', /^disagg 1x prefill tp2 \+ 1x decode tp2, ttft 436\.037 ms/],
  ])('the profile of %s', (name, line) => {
    expect(render(name).at(-1)).toMatchObject({
      metadata: { annotations: { 'dgdr-render.dev/profile': expect.stringMatching(line) } },
    });
  });
});
