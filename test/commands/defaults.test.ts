import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseParameters } from '../../src/commands/argocd/parameters.ts';
import type { JsonObject } from '../../src/json.ts';
import { configSchema } from '../../src/request/config-schema.ts';
import type { DefaultRow } from '../../src/request/default-row.ts';
import { DEFAULTS, defaultRow, SETTING_PATHS, type SettingPath } from '../../src/request/defaults.ts';
import { parseFunctionConfig } from '../../src/request/function-config.ts';
import { resolveLayers, SILENCE } from '../../src/request/layers.ts';
import { type RequestDefaults, type Settings, toSettings } from '../../src/request/settings.ts';
import { choiceOf, TEXT } from '../../src/request/value-kinds.ts';
import { makeResource } from '../support/requests.ts';
import { FAKE_STREET, request, run } from './harness.ts';

/** One value of each row in the words of every host. */
interface Said {
  readonly config: unknown;
  /** The text of a ConfigMap, of an option's value and of a parameter; the first of them unless it is another one. */
  readonly text?: string;
  readonly options?: readonly string[];
  readonly parameter?: object;
}

const SAID: Readonly<Record<SettingPath, Said>> = {
  image: { config: 'i:1' },
  imageMirrors: {
    config: [
      { source: 'nvcr.io', mirror: 'm.example.com/n' },
      { source: 'docker.io', mirror: 'm.example.com/d' },
    ],
    text: 'nvcr.io=m.example.com/n docker.io=m.example.com/d',
    options: ['nvcr.io=m.example.com/n', 'docker.io=m.example.com/d'],
    parameter: { map: { 'nvcr.io': 'm.example.com/n', 'docker.io': 'm.example.com/d' } },
  },
  target: { config: '1.5' },
  'hardware.gpuSku': { config: 'l40s' },
  'hardware.totalGpus': { config: 8 },
  'hardware.numGpusPerNode': { config: 4 },
  'hardware.vramMb': { config: 81559 },
  'routing.mode': { config: 'kv' },
  'routing.kvEvents': { config: 'approximate' },
  emit: { config: 'workloads' },
  'workloads.namespace': { config: 'team' },
  'workloads.discovery': {
    config: { etcd: 'http://e:2379' },
    text: 'etcd=http://e:2379',
    options: ['etcd=http://e:2379'],
  },
  'workloads.eventPlane': { config: { nats: 'nats://n' }, text: 'nats=nats://n', options: ['nats=nats://n'] },
  'workloads.multinode': { config: 'refuse' },
  'workloads.imagePullSecrets': { config: ['a', 'b.c'], text: 'a, b.c', options: ['a', 'b.c'] },
  'workloads.modelExpress': { config: 'http://m' },
  'workloads.prometheus': { config: 'http://p' },
  'workloads.fsGroup': { config: null, text: 'none', options: ['none'] },
  'workloads.updates': { config: 'blueGreen' },
  'workloads.podMonitors': { config: true, options: [] },
  'workloads.crd': { config: true, options: [] },
  models: { config: [{ id: 'a/b', config: 'm' }], options: ['a/b=m'], parameter: { map: { 'a/b': 'm' } } },
  modelLikes: { config: [{ id: 'a/b', like: 'c/d' }], options: ['a/b=c/d'], parameter: { map: { 'a/b': 'c/d' } } },
  support: { config: 'assumed' },
  servingMode: { config: 'disagg' },
  memoryHeadroom: { config: '12.5%' },
  prices: {
    config: {
      h200_sxm: { perGpuHour: 3.5, currency: 'USD' },
      l40s: { perGpuHour: 1, currency: 'EUR' },
    },
    text: 'h200_sxm=3.5USD, l40s=1EUR',
    options: ['h200_sxm=3.5USD', 'l40s=1EUR'],
  },
  fluxSubstitute: { config: 'disabled' },
  strict: { config: true, options: [] },
  frozen: { config: true, options: [] },
  exclude: { config: ['a.yaml', 'b/**'], options: ['a.yaml', 'b/**'] },
  extends: { config: 'base.yaml' },
  requests: { config: ['a.yaml', 'b/*.yaml'], text: 'a.yaml, b/*.yaml' },
  keepRequests: { config: false },
  compat: { config: 'reference' },
};

/** Of plain workloads what has no fallback. */
const NAMELESS: readonly SettingPath[] = ['workloads.namespace', 'workloads.modelExpress', 'workloads.prometheus'];
const WORKLOAD_FALLBACKS = SETTING_PATHS.filter((path) => path.startsWith('workloads.')).map(
  (path) => [path, defaultRow(path).fallback] as const,
);

const ROWS = SETTING_PATHS.map((path) => ({ path, row: defaultRow(path), said: SAID[path] }));

function valueAt(settings: Settings | RequestDefaults | undefined, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => Object(value)[key], settings);
}

function nested(path: string, value: unknown): JsonObject {
  return parse(JSON.stringify(toSettings([[path as SettingPath, value]]))) as JsonObject;
}

const configOf = (manifest: object): Settings => parseFunctionConfig(makeResource(JSON.stringify(manifest)));

describe('a default comes to the same', () => {
  test.each(ROWS.filter(({ row }) => (row.only ?? 'function') === 'function'))(
    'in a config: $path',
    ({ path, said }) => {
      const spec = nested(path, said.config);
      const manifest = { apiVersion: 'dgdr-render.dev/v1alpha1', kind: 'RenderDGDR', metadata: { name: 'r' }, spec };
      expect(valueAt(configOf(manifest), path)).toEqual(said.config);
    },
  );

  test.each(ROWS.filter(({ row }) => row.kind.fromPair !== undefined))('in a ConfigMap: $path', ({ path, said }) => {
    const data = { [path]: said.text ?? String(said.config) };
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'r' }, data };
    expect(valueAt(configOf(manifest), path)).toEqual(said.config);
  });

  test.each(ROWS.filter(({ row }) => row.parameter !== undefined))('as a parameter: $path', ({ path, row, said }) => {
    const set = { name: row.parameter?.name, string: said.text ?? String(said.config), ...said.parameter };
    const { settings } = parseParameters({ ARGOCD_APP_PARAMETERS: JSON.stringify([set]) }).layer;
    expect(valueAt(settings, path)).toEqual(said.config);
  });

  const optional = ROWS.filter(({ row }) => row.option !== undefined && row.about === 'request');
  test.each(optional)('as an option: $path', async ({ path, row, said }) => {
    const { defaults } = await runWith(path, row, said);
    expect(valueAt(defaults, path)).toEqual(said.config);
  });
});

/** What a rendering with the option of a row takes for the defaults. */
async function runWith(path: string, { option, kind }: DefaultRow, { config, options = [String(config)] }: Said) {
  let defaults: RequestDefaults | undefined;
  const street: typeof FAKE_STREET = {
    ...FAKE_STREET,
    parse: (resource, given, warn) => {
      defaults = given;
      return FAKE_STREET.parse(resource, given, warn);
    },
  };
  const name = `--${option?.name}`;
  const argv = 'option' in kind && kind.option === 'flag' ? [name] : options.flatMap((value) => [name, value]);
  // What is about plain workloads alone is a wrong call where there are none.
  const form = path.startsWith('workloads.') ? ['--emit', 'workloads'] : [];
  const { code } = await run(['render', '-', ...argv, ...form], { stdin: request('q'), street });
  expect(code).toBe(0);
  return { defaults };
}

test('what nobody says is the fallback, which the schema takes', () => {
  const fallbacks = ROWS.flatMap(({ path, row }) =>
    row.fallback === undefined ? [] : [[path, row.fallback] as const],
  );
  const ofWorkloads = SETTING_PATHS.filter((path) => path.startsWith('workloads.') && !NAMELESS.includes(path));
  expect(fallbacks.map(([path]) => path)).toEqual([
    ...['emit', ...ofWorkloads, 'support', 'strict', 'frozen', 'keepRequests', 'compat'],
  ]);
  expect(parseFunctionConfig(undefined)).toEqual({});
  expect(resolveLayers([SILENCE]).settings).toEqual(toSettings(fallbacks));
  const { workloads, ...others } = toSettings(fallbacks);
  // A group that nobody mentions is not made.
  expect(configSchema('function', true).parse({})).toEqual(others);
  expect(configSchema('function', true).parse({ workloads: {} })).toEqual({ ...others, workloads });
});

test('a value said of a group leaves the fallbacks of its other fields', () => {
  const { workloads } = resolveLayers([{ ...SILENCE, settings: { workloads: { updates: 'shared' } } }]).settings;
  expect(workloads).toEqual({ ...toSettings(WORKLOAD_FALLBACKS).workloads, updates: 'shared' });
});

test.each(['render', 'check', 'lock', 'profile'])(
  '%s has every option, but for what is internal, or of no use to it, in no help',
  async (name) => {
    const { stdout } = await run([name, '--help']);
    const optional = ROWS.filter(({ row }) => row.option !== undefined);
    const missing = optional.filter(({ row }) => !stdout.includes(`  --${row.option?.name}`)).map(({ path }) => path);
    const picksOnly = name === 'lock' || name === 'profile';
    const ofOutput = (path: string): boolean => /^(?:emit|imageMirrors|fluxSubstitute|workloads\..*)$/.test(path);
    const apart = optional.map(({ path }) => path).filter((path) => picksOnly && (path === 'frozen' || ofOutput(path)));
    const costs = name === 'profile' ? [] : ['prices'];
    expect(new Set(missing)).toEqual(new Set([...apart, ...costs, 'compat']));
  },
);

test('option, parameter and annotation have one name', () => {
  for (const { row } of ROWS) {
    if (row.option && row.parameter) expect(row.parameter.name).toBe(row.option.name);
    if (row.option && row.annotation) expect(row.annotation).toBe(row.option.name);
  }
  const names = ROWS.flatMap(({ row }) => row.option?.name ?? []);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(10);
});

test('a value of the wrong type is a compile error', () => {
  const right: Settings = { hardware: { totalGpus: 8 }, routing: { mode: 'kv' }, strict: true };
  // @ts-expect-error a count is no text
  const wrong: Settings = { hardware: { totalGpus: '8' } };
  // @ts-expect-error only known modes
  const mode: RequestDefaults = { routing: { mode: 'direct' } };
  // @ts-expect-error a request does not say how a run goes
  const run: RequestDefaults = { strict: true };
  // @ts-expect-error a row with an option needs a kind that says how an option is read
  const row: DefaultRow = { about: 'run', kind: { config: TEXT.config }, description: '', option: { name: 'x' } };
  expect([right, wrong, mode, run, row, DEFAULTS.image, choiceOf(['a'])]).toHaveLength(7);
});
