import { describe, expect, test } from 'vitest';
import { serviceArgs, serviceEnv } from '../../src/dgd/services.ts';
import { getIn, type Json, type JsonObject } from '../../src/json.ts';
import type { Compat } from '../../src/request/mends.ts';
import type { Request } from '../../src/request/request.ts';
import { deepFreeze } from '../support/documents.ts';
import { codeOf, errorOf } from '../support/errors.ts';
import { finishGraph, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

const NAME = 'llama-8b-h100';
const WORKER = 'VllmDecodeWorker';
const PROFILE = readProfile(NAME);

interface Options {
  readonly compat?: Compat;
  readonly request?: Partial<Request>;
}

function merge(dgd: JsonObject, { compat = 'ours', request = {} }: Options = {}) {
  const base = { ...readRequest(NAME, { compat }), ...request };
  const { warn, seen } = collectWarnings();
  const changed = deepFreeze({ ...base, overrides: { ...base.overrides, dgd } });
  const graph = finishGraph(changed, PROFILE, warn);
  return { graph, seen, codes: seen.map(({ code }) => code) };
}

function services(members: JsonObject): JsonObject {
  return { spec: { services: members } };
}

function container(members: JsonObject): JsonObject {
  return services({ [WORKER]: { extraPodSpec: { mainContainer: members } } });
}

function plainArgs(): readonly string[] {
  return serviceArgs(merge({}).graph, WORKER);
}

describe('overrides.dgd', () => {
  test('appends worker arguments once, twice under compat reference, and replaces those of the Frontend', () => {
    const worker = container({ args: ['--a', 'b c'] });
    expect(serviceArgs(merge(worker).graph, WORKER)).toEqual([...plainArgs(), '--a', 'b c']);
    const twice = serviceArgs(merge(worker, { compat: 'reference' }).graph, WORKER);
    expect(twice).toEqual([...plainArgs(), '--a', 'b', 'c', '--a', 'b', 'c']);
    const frontend = services({ Frontend: { extraPodSpec: { mainContainer: { args: ['--x'] } } } });
    expect(serviceArgs(merge(frontend, { compat: 'reference' }).graph, 'Frontend')).toEqual(['--x']);
  });

  test('merges maps deeply, replaces scalars and other lists, passes unknown fields through', () => {
    const { graph, codes } = merge({
      metadata: { labels: { team: 'search' }, annotations: { note: 'x' } },
      spec: {
        envs: [{ name: 'A', value: '1' }],
        backendFramework: 'vllm',
        services: {
          [WORKER]: {
            replicas: 3,
            sharedMemory: { size: '80Gi' },
            extraPodSpec: { nodeSelector: { pool: 'h100' }, mainContainer: { command: ['sh'] } },
          },
        },
      },
    });
    expect(codes).toEqual([]);
    expect(graph.metadata).toMatchObject({ labels: { team: 'search' }, annotations: { note: 'x' } });
    expect(getIn(graph, 'spec', 'envs')).toEqual([{ name: 'A', value: '1' }]);
    expect(Object.keys(Object(graph.spec))).toEqual(['backendFramework', 'envs', 'services']);
    expect(getIn(graph, 'spec', 'services', WORKER)).toMatchObject({
      replicas: 3,
      sharedMemory: { size: '80Gi' },
      extraPodSpec: {
        nodeSelector: { pool: 'h100' },
        mainContainer: { command: ['sh'], workingDir: '/workspace/examples/backends/vllm' },
      },
    });
  });

  test('null takes a field away, and no null is left', () => {
    const { graph } = merge(container({ workingDir: null, args: null, env: [{ name: 'A', value: null }] }));
    expect(getIn(graph, 'spec', 'services', WORKER, 'extraPodSpec', 'mainContainer')).toEqual({
      image: 'nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.2.1',
      command: ['python3', '-m', 'dynamo.vllm'],
      env: [{ name: 'A' }],
    });
  });

  test('generated entries survive unless the same name is set; the reference loses them', () => {
    const request = { modelCache: { pvcName: 'claim', pvcModelPath: undefined, pvcMountPath: '/m' } };
    const dgd = {
      spec: {
        pvcs: [{ name: 'other' }],
        services: {
          [WORKER]: {
            volumeMounts: [{ name: 'claim', mountPoint: '/elsewhere' }],
            extraPodSpec: { mainContainer: { env: [{ name: 'A', value: '1' }] } },
          },
        },
      },
    };
    const { graph } = merge(dgd, { request });
    expect(getIn(graph, 'spec', 'pvcs')).toEqual([{ name: 'claim', create: false }, { name: 'other' }]);
    const worker = getIn(graph, 'spec', 'services', WORKER);
    expect(worker).toMatchObject({
      volumeMounts: [{ name: 'claim', mountPoint: '/elsewhere' }],
      extraPodSpec: {
        mainContainer: {
          env: [
            { name: 'HF_HOME', value: '/m' },
            { name: 'A', value: '1' },
          ],
        },
      },
    });
    const reference = merge(dgd, { request, compat: 'reference' }).graph;
    expect(getIn(reference, 'spec', 'pvcs')).toEqual([{ name: 'other' }]);
  });

  test.each([
    ['1.3', { envs: [{ name: 'HF_HOME', value: '/own' }] }],
    ['1.3', { extraPodSpec: { mainContainer: { env: [{ name: 'HF_HOME', value: '/own' }] } } }],
    ['1.4', { envs: [{ name: 'HF_HOME', value: '/own' }] }],
  ])('a variable of the user is the only one of its name, in whichever list it stands (%s)', (target, service) => {
    const cached = { modelCache: { pvcName: 'claim', pvcModelPath: undefined, pvcMountPath: '/m' } };
    const request = { ...readRequest(NAME, { target }), ...cached };
    const dgd = {
      apiVersion: 'nvidia.com/v1alpha1',
      kind: 'DynamoGraphDeployment',
      ...services({ [WORKER]: service }),
    };
    const { warn, seen } = collectWarnings();
    const graph = finishGraph({ ...request, overrides: { ...request.overrides, dgd } }, PROFILE, warn);
    expect(serviceEnv(graph, WORKER)).toEqual([[{ name: 'HF_HOME', value: '/own' }]]);
    expect(seen).toEqual([]);
  });

  test('a service that the graph lacks is left out with a warning that lists those that exist', () => {
    const { warn, seen } = collectWarnings();
    const dgd = services({ VllmPrefillWorker: { replicas: 2 }, constructor: null });
    const request = readRequest(NAME, {}, (manifest) => Object.assign(Object(manifest.spec), { overrides: { dgd } }));
    const graph = finishGraph(request, PROFILE, warn);
    expect(Object.keys(Object(getIn(graph, 'spec', 'services')))).toEqual(['Frontend', WORKER]);
    const path = 'spec.overrides.dgd.spec.services.VllmPrefillWorker';
    expect(seen).toMatchObject([
      {
        code: 'OVERRIDE_UNKNOWN_SERVICE',
        path,
        hint: 'use one of the services that exist: Frontend, VllmDecodeWorker',
        origin: { file: `serving/${NAME}.yaml`, line: 24 },
      },
      { code: 'OVERRIDE_UNKNOWN_SERVICE' },
    ]);
  });

  test.each<[string, JsonObject, string]>([
    ['another kind', { kind: 'Deployment' }, 'OVERRIDE_INVALID'],
    ['v1beta1', { apiVersion: 'nvidia.com/v1beta1' }, 'OVERRIDE_VERSION_UNSUPPORTED'],
    ['components', { spec: { components: [] } }, 'OVERRIDE_VERSION_UNSUPPORTED'],
    ['null spec', { spec: null }, 'OVERRIDE_INVALID'],
    ['null services', { spec: { services: null } }, 'OVERRIDE_INVALID'],
    ['a null service', services({ [WORKER]: null }), 'OVERRIDE_INVALID'],
    ['a list of services', { spec: { services: [] } }, 'OVERRIDE_INVALID'],
    ['args as text', container({ args: '--a' }), 'OVERRIDE_INVALID'],
    ['args with a map', container({ args: [{ a: 1 }] }), 'OVERRIDE_INVALID'],
    ['args with a null', container({ args: [null] }), 'OVERRIDE_INVALID'],
    ['a name that is no text', { metadata: { name: 7 } }, 'OVERRIDE_INVALID'],
    ['a prototype key', JSON.parse('{"spec":{"services":{"Frontend":{"__proto__":{"x":1}}}}}'), 'OVERRIDE_INVALID'],
  ])('%s is refused', (_name, dgd, code) => {
    expect(codeOf(() => merge(dgd))).toBe(code);
  });

  test('nothing reaches a prototype', () => {
    const { graph } = merge(services({ Frontend: { constructor: { prototype: { polluted: true } } } }));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(Object.hasOwn(Object(getIn(graph, 'spec', 'services', 'Frontend')), 'constructor')).toBe(true);
  });

  test('what cannot be merged is left out with a warning; the reference merges a status', () => {
    const dgd = {
      apiVersion: 'nvidia.com/v1alpha1',
      kind: 'DynamoGraphDeployment',
      metadata: { namespace: 'n', annotations: { 'nvidia.com/dgd-spec': '{}' } },
      status: { state: 'x' },
    };
    const { graph, seen } = merge(dgd);
    expect(seen.map(({ code, path }) => [code, path])).toEqual([
      ['OVERRIDE_IGNORED_FIELD', 'spec.overrides.dgd.metadata.namespace'],
      ['OVERRIDE_IGNORED_FIELD', 'spec.overrides.dgd.metadata.annotations.nvidia.com/dgd-spec'],
      ['OVERRIDE_IGNORED_FIELD', 'spec.overrides.dgd.status'],
    ]);
    expect(Object.keys(graph)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(merge(dgd, { compat: 'reference' }).graph.status).toEqual({ state: 'x' });
  });

  test.each([
    ['its usual name', { Epp: { componentType: 'worker' } }],
    ['its type', { Picker: { componentType: 'epp' } }],
  ])('a picker of a Gateway, by %s, is refused with the way to it', (_, added) => {
    const error = errorOf(() => merge(services(added)));
    expect([error.code, error.path]).toEqual([
      'OVERRIDE_INVALID',
      `spec.overrides.dgd.spec.services.${Object.keys(added)[0]}`,
    ]);
    expect(error.message).toContain('an override cannot add a service');
    expect(error.hint).toMatch(/graph|DynamoGraphDeployment of your own .* gateway recipe/);
  });

  test.each<[string, JsonObject, string, Json]>([
    ['args', container({ args: ['--n', 8, true] }), `services.${WORKER}.extraPodSpec.mainContainer.args`, '8'],
    ['a GPU limit', services({ [WORKER]: { resources: { limits: { gpu: 1 } } } }), '', '1'],
  ])('%s are made text with a warning', (_name, dgd, path, text) => {
    const { graph, seen } = merge(dgd);
    expect(new Set(seen.map(({ code }) => code))).toEqual(new Set(['OVERRIDE_COERCED']));
    expect(seen[0]?.path).toContain(path);
    expect(JSON.stringify(graph)).toContain(`"${text}"`);
  });
});

describe('tolerations', () => {
  const GPU = { key: 'nvidia.com/gpu', operator: 'Exists' };

  test('follow those of the override on every service, none twice', () => {
    const overrides = { dgd: undefined, tolerations: [GPU], trustRemoteCode: false };
    const own = { key: 'own', operator: 'Exists' };
    const { graph } = merge(services({ [WORKER]: { extraPodSpec: { tolerations: [own, { ...GPU }] } } }), {
      request: { overrides },
    });
    expect(getIn(graph, 'spec', 'services', WORKER, 'extraPodSpec', 'tolerations')).toEqual([own, GPU]);
    expect(getIn(graph, 'spec', 'services', 'Frontend', 'extraPodSpec', 'tolerations')).toEqual([GPU]);
  });
});
