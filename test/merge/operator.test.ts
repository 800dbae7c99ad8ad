import { describe, expect, test } from 'vitest';
import { findService, graphServices, serviceArgs } from '../../src/dgd/services.ts';
import { getIn, type Json, type JsonObject } from '../../src/json.ts';
import { mergeOverride } from '../../src/merge/override/deep-merge.ts';
import { deepFreeze } from '../support/documents.ts';
import { codeOf } from '../support/errors.ts';
import { finishGraph, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

const AGG = 'llama-8b-h100';
const DISAGG = 'qwen3-32b-kv-disagg';
const WORKER = 'VllmDecodeWorker';

function merge(dgd: JsonObject, { target = '1.5', name = AGG } = {}) {
  const base = readRequest(name, { target });
  const { warn, seen } = collectWarnings();
  const request = deepFreeze({ ...base, overrides: { ...base.overrides, dgd } });
  const graph = finishGraph(request, readProfile(name), warn);
  return { graph, seen, codes: seen.map(({ code }) => code) };
}

const KIND = 'DynamoGraphDeployment';
const alpha = (spec: JsonObject): JsonObject => ({ apiVersion: 'nvidia.com/v1alpha1', kind: KIND, spec });
const beta = (spec: JsonObject): JsonObject => ({ apiVersion: 'nvidia.com/v1beta1', kind: KIND, spec });
const service = (members: JsonObject, name = WORKER): JsonObject => alpha({ services: { [name]: members } });
const component = (members: JsonObject, name = WORKER): JsonObject => beta({ components: [{ name, ...members }] });
const main = (members: JsonObject, name = WORKER): JsonObject =>
  component({ podTemplate: { spec: { containers: [{ name: 'main', ...members }] } } }, name);

function args(dgd: JsonObject, options: { target?: string; name?: string } = {}, name = WORKER): readonly string[] {
  return serviceArgs(merge(dgd, options).graph, name);
}

describe('from 1.4 the graph is v1beta1', () => {
  test.each([
    ['1.3', 'nvidia.com/v1alpha1'],
    ['1.4', 'nvidia.com/v1beta1'],
    ['1.6', 'nvidia.com/v1beta1'],
    ['2.0', 'nvidia.com/v1beta1'],
  ])('for %s it is %s', (target, apiVersion) => {
    expect(merge({}, { target }).graph.apiVersion).toBe(apiVersion);
  });

  test('components in the order of the services, keys in the order of the API', () => {
    const { graph } = merge({}, { name: DISAGG, target: '1.4' });
    expect(graphServices(graph).map(({ name, type }) => [name, type])).toEqual([
      ['Frontend', 'frontend'],
      ['VllmDecodeWorker', 'decode'],
      ['VllmPrefillWorker', 'prefill'],
    ]);
    expect(Object.keys(Object(findService(graph, WORKER)?.object))).toEqual([
      'name',
      'type',
      'replicas',
      'podTemplate',
    ]);
    expect(Object.keys(Object(findService(graph, WORKER)?.mainContainer))).toEqual([
      ...['name', 'image', 'workingDir', 'command', 'args', 'envFrom', 'resources'],
    ]);
  });
});

describe('entries of a list that is merged by name', () => {
  const env = (override: readonly Json[]): Json | undefined => {
    const before = {
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    };
    const list = [{ name: 'worker', podTemplate: { spec: { containers: [{ name: 'main', ...before }] } } }];
    const over = [{ name: 'worker', podTemplate: { spec: { containers: [{ name: 'main', env: [...override] }] } } }];
    const merged = mergeOverride(beta({ components: list }), beta({ components: over }), 'operator');
    return findService(merged, 'worker')?.mainContainer.env;
  };

  test.each([
    ['a new one follows', ['C'], ['A', 'B', 'C']],
    ['a new one in front of one that is there stays in front of it', ['C', 'A'], ['C', 'A', 'B']],
    ['those of the override keep their order', ['B', 'A'], ['B', 'A']],
    ['one that only the graph has keeps what it stood before', ['B', 'C'], ['A', 'B', 'C']],
  ])('%s', (_, names, order) => {
    expect(env(names.map((name) => ({ name, value: 'x' })))).toEqual(
      order.map((name) => ({ name, value: names.includes(name) ? 'x' : name === 'A' ? '1' : '2' })),
    );
  });

  test('one that the override has twice is not made into one, so that it is refused', () => {
    const twice = [
      { name: 'A', value: 'x' },
      { name: 'A', value: 'y' },
    ];
    expect(() => merge(main({ env: twice }))).toThrow('env has two entries with name "A"');
  });
});

describe('a v1alpha1 override', () => {
  test('appends worker arguments and replaces those of the Frontend', () => {
    const own = { extraPodSpec: { mainContainer: { args: ['--a', 'b'] } } };
    expect(args(service(own))).toEqual([...args({}), '--a', 'b']);
    expect(args(service(own, 'Frontend'), {}, 'Frontend')).toEqual(['--a', 'b']);
  });

  test('merges containers and their variables by name, and replaces atomic lists', () => {
    const { graph } = merge(
      service({
        envs: [{ name: 'A', value: '1' }],
        extraPodSpec: {
          tolerations: [{ key: 'x', operator: 'Exists' }],
          mainContainer: { env: [{ name: 'A', value: '2' }], command: ['sh'] },
        },
      }),
    );
    const worker = findService(graph, WORKER);
    expect(worker?.mainContainer.env).toEqual([{ name: 'A', value: '2' }]);
    expect(worker?.mainContainer.command).toEqual(['sh']);
    expect(worker?.podSpec.tolerations).toEqual([{ key: 'x', operator: 'Exists' }]);
  });

  test('without apiVersion and kind is taken for one, with a warning', () => {
    const { graph, seen } = merge({ spec: { services: { [WORKER]: { replicas: 3 } } } });
    expect(findService(graph, WORKER)?.object.replicas).toBe(3);
    expect(seen).toMatchObject([{ code: 'OVERRIDE_VERSION_ASSUMED', path: 'spec.overrides.dgd' }]);
  });
});

describe('a v1beta1 override', () => {
  test('merges components, containers and variables by name, in their places', () => {
    const { graph, codes } = merge(
      component({
        replicas: 3,
        podTemplate: {
          metadata: { labels: { team: 'search' } },
          spec: {
            nodeSelector: { pool: 'h100' },
            containers: [
              { name: 'main', env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
              { name: 'logs', image: 'logs:1' },
            ],
          },
        },
      }),
    );
    expect(codes).toEqual([]);
    const worker = findService(graph, WORKER);
    expect(worker?.object).toMatchObject({ replicas: 3, podTemplate: { metadata: { labels: { team: 'search' } } } });
    expect(worker?.podSpec).toMatchObject({ nodeSelector: { pool: 'h100' } });
    expect(getIn(worker?.podSpec, 'containers')).toMatchObject([{ name: 'main' }, { name: 'logs', image: 'logs:1' }]);
    expect(worker?.mainContainer.command).toEqual(['python3', '-m', 'dynamo.vllm']);
    expect(graphServices(graph).map(({ name }) => name)).toEqual(['Frontend', WORKER]);
  });

  test('replaces arguments, and appends them where it says so', () => {
    expect(args(main({ args: ['--a'] }))).toEqual(['--a']);
    expect(args(main({ $patch: { args: 'append' }, args: ['--a'] }))).toEqual([...args({}), '--a']);
    expect(JSON.stringify(merge(main({ $patch: { args: 'append' }, args: ['--a'] })).graph)).not.toContain('$patch');
  });

  test('that takes the role flags away is warned about', () => {
    const { seen } = merge(main({ args: ['--model', 'm'] }, 'VllmPrefillWorker'), { name: DISAGG });
    expect(seen).toContainEqual(
      expect.objectContaining({
        code: 'ROLE_FLAGS_MISSING',
        path: 'spec.overrides.dgd.spec.components[0]',
        message: expect.stringContaining('--disaggregation-mode, --kv-transfer-config'),
      }),
    );
  });

  test('a variable keeps one source: another takes the place of the generated one', () => {
    const request = readRequest(AGG, { target: '1.5' });
    const valueFrom = { configMapKeyRef: { name: 'c', key: 'k' } };
    const dgd = main({ env: [{ name: 'HF_HOME', valueFrom }] });
    const cached = deepFreeze({
      ...request,
      modelCache: { pvcName: 'claim', pvcModelPath: undefined, pvcMountPath: '/m' },
      overrides: { ...request.overrides, dgd },
    });
    const graph = finishGraph(cached, readProfile(AGG), collectWarnings().warn);
    expect(findService(graph, WORKER)?.mainContainer.env).toEqual([{ name: 'HF_HOME', valueFrom }]);
    expect(findService(graph, 'Frontend')?.mainContainer.env).toEqual([{ name: 'HF_HOME', value: '/m' }]);
  });
});

describe('names', () => {
  test('a component that the graph lacks is left out with a warning, from 1.6 refused', () => {
    const other = component({ replicas: 1 }, 'prefill');
    expect(merge(other).seen).toMatchObject([
      {
        code: 'OVERRIDE_UNKNOWN_SERVICE',
        path: 'spec.overrides.dgd.spec.components[0]',
        hint: 'use one of the services that exist: Frontend, VllmDecodeWorker',
      },
    ]);
    expect(codeOf(() => merge(other, { target: '1.6' }))).toBe('OVERRIDE_INVALID');
  });

  test.each([
    ['v1alpha1', service({ replicas: 3 })],
    ['v1beta1', component({ replicas: 3 })],
  ])('from 1.6 a worker may be called by its old name (%s)', (_version, dgd) => {
    const { graph, seen } = merge(dgd, { target: '1.6' });
    expect(findService(graph, 'worker')?.object.replicas).toBe(3);
    expect(seen).toMatchObject([{ code: 'OVERRIDE_COERCED', hint: 'write worker' }]);
  });

  test('what an override says under the old name counts as said', () => {
    const role = ['--disaggregation-mode', 'prefill', '--kv-transfer-config', '{}'];
    const dgd = service({ extraPodSpec: { mainContainer: { args: role } } }, 'VllmPrefillWorker');
    const prefill = args(dgd, { target: '1.6', name: DISAGG }, 'prefill');
    expect(prefill.filter((arg) => arg === '--disaggregation-mode')).toHaveLength(1);
    expect(prefill.slice(-4)).toEqual(role);
  });

  test('both names at once are refused', () => {
    const dgd = alpha({ services: { worker: { replicas: 1 }, [WORKER]: { replicas: 2 } } });
    expect(codeOf(() => merge(dgd, { target: '1.6' }))).toBe('OVERRIDE_INVALID');
  });
});

describe('refused from 1.4', () => {
  test.each<[string, JsonObject, string, string]>([
    ['a null', service({ replicas: null }), 'OVERRIDE_INVALID', '1.4'],
    ['a null in a list', main({ args: ['--a', null] }), 'OVERRIDE_INVALID', '1.4'],
    ['a status', { ...alpha({}), status: {} }, 'OVERRIDE_INVALID', '1.4'],
    ['a version without a kind', { apiVersion: 'nvidia.com/v1alpha1' }, 'OVERRIDE_INVALID', '1.4'],
    ['a kind without a version', { kind: KIND }, 'OVERRIDE_INVALID', '1.4'],
    ['an unknown version', { apiVersion: 'nvidia.com/v1', kind: KIND }, 'OVERRIDE_VERSION_UNSUPPORTED', '1.4'],
    ['components in v1alpha1', alpha({ components: [] }), 'OVERRIDE_VERSION_UNSUPPORTED', '1.4'],
    ['services in v1beta1', beta({ services: {} }), 'OVERRIDE_VERSION_UNSUPPORTED', '1.4'],
    ['components that are no list', beta({ components: {} }), 'OVERRIDE_INVALID', '1.4'],
    ['a component without a name', beta({ components: [{ replicas: 1 }] }), 'OVERRIDE_INVALID', '1.4'],
    ['a component named twice', beta({ components: [{ name: 'a' }, { name: 'a' }] }), 'OVERRIDE_INVALID', '1.4'],
    ['a pod that is no map', component({ podTemplate: [] }), 'OVERRIDE_INVALID', '1.4'],
    ['args as text', main({ args: '--a' }), 'OVERRIDE_INVALID', '1.4'],
    ['a patch before 1.5', main({ $patch: { args: 'append' }, args: ['--a'] }), 'OVERRIDE_INVALID', '1.4'],
    ['another patch', main({ $patch: 'replace', args: ['--a'] }), 'OVERRIDE_INVALID', '1.5'],
    ['a patch of nothing', main({ $patch: { args: 'append' } }), 'OVERRIDE_INVALID', '1.5'],
    [
      'a patch onto nothing',
      main({ $patch: { args: 'append' }, args: ['--a'] }, 'Frontend'),
      'OVERRIDE_INVALID',
      '1.5',
    ],
  ])('%s', (_name, dgd, code, target) => {
    expect(codeOf(() => merge(dgd, { target }))).toBe(code);
  });
});

describe('the runtime version', () => {
  test('goes to every component that has none of its own', () => {
    const base = readRequest(AGG, {}, (manifest) => {
      Object(manifest.spec).runtimeVersionOverride = '1.4.2';
    });
    const dgd = component({ runtimeVersionOverride: '1.4.9' });
    const request = deepFreeze({ ...base, overrides: { ...base.overrides, dgd } });
    const graph = finishGraph(request, readProfile(AGG), collectWarnings().warn);
    const versions: Json[] = graphServices(graph).map(({ object }) => object.runtimeVersionOverride ?? null);
    expect(versions).toEqual(['1.4.2', '1.4.9']);
  });
});
