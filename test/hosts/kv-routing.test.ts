import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { graphServices, serviceArgs, serviceEnv } from '../../src/dgd/services.ts';
import { getIn, type JsonObject } from '../../src/json.ts';
import { wantHost, withoutNotes } from './host.ts';
import { type Build, EXAMPLES, Sandbox } from './kustomize.ts';

const kustomize = wantHost('kustomize');
const FIXTURES = join(EXAMPLES, '../../fixtures/requests');

/** The disaggregated and the aggregated request, under another name and without an override. */
function request(kind: 'agg' | 'disagg', name: string, changes: { annotations?: object; spec?: object } = {}): string {
  const file = { agg: 'qwen3-8b-l40s', disagg: 'qwen3-32b-kv-disagg' }[kind];
  const { spec, ...others } = parse(readFileSync(join(FIXTURES, `${file}.dgdr.yaml`), 'utf8'));
  const { annotations = {} } = changes;
  const { overrides, ...bare } = spec;
  return stringify({ ...others, metadata: { name, annotations }, spec: { ...bare, ...changes.spec } });
}

const header = { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment' };
const frontend = { envs: [{ name: 'DYN_ROUTER_MODE', value: 'random' }] };
const REQUESTS = {
  'agg.yaml': request('agg', 'agg'),
  'disagg.yaml': request('disagg', 'disagg'),
  'approximate.yaml': request('agg', 'approximate', { annotations: { 'dgdr-render.dev/kv-events': 'approximate' } }),
  'annotated.yaml': request('disagg', 'annotated', { annotations: { 'dgdr-render.dev/router-mode': 'least-loaded' } }),
  'overridden.yaml': request('disagg', 'overridden', {
    spec: { overrides: { dgd: { ...header, spec: { services: { Frontend: frontend } } } } },
  }),
};

describe.skipIf(kustomize === undefined)('the component kv-routing', () => {
  const sandbox = new Sandbox(kustomize ?? '');
  let build: Build;
  beforeAll(() => {
    sandbox.copyExample('kv-routing');
    sandbox.write({
      ...Object.fromEntries(Object.entries(REQUESTS).map(([file, text]) => [`base/${file}`, text])),
      'base/kustomization.yaml': stringify({ resources: Object.keys(REQUESTS) }),
      'overlay/kustomization.yaml': stringify({
        namePrefix: 'a-',
        resources: ['../base'],
        components: ['../kv-routing'],
        transformers: ['render.yaml'],
      }),
      'overlay/render.yaml': readFileSync(join(EXAMPLES, 'transformer/render.yaml'), 'utf8'),
    });
    build = sandbox.build('overlay');
  });
  afterAll(() => sandbox.remove());

  const graph = (name: string): JsonObject =>
    build.objects.find((object) => getIn(object, 'metadata', 'name') === `a-${name}-dgd`) ?? {};
  const routerEnv = (name: string): unknown[] =>
    serviceEnv(graph(name), 'Frontend')
      .flat()
      .filter((entry) => String(getIn(entry, 'name')).startsWith('DYN_ROUTER'));
  const publishing = (name: string): string[] =>
    graphServices(graph(name))
      .map((service) => service.name)
      .filter((service) => serviceArgs(graph(name), service).includes('--kv-events-config'));

  test('builds without a word, one graph a request', () => {
    expect({ status: build.status, stderr: withoutNotes(build.stderr), count: build.objects.length }).toEqual({
      status: 0,
      stderr: '',
      count: Object.keys(REQUESTS).length,
    });
  });

  const KV = { name: 'DYN_ROUTER_MODE', value: 'kv' };
  const NO_EVENTS = { name: 'DYN_ROUTER_USE_KV_EVENTS', value: 'false' };
  test.each([
    ['an aggregated graph routes by KV cache, and its worker publishes', 'agg', [KV], ['VllmDecodeWorker']],
    ['of a disaggregated one the worker that prefills publishes', 'disagg', [KV], ['VllmPrefillWorker']],
    ['a request may choose events of its own', 'approximate', [KV, NO_EVENTS], []],
    ['a request that names a mode keeps it', 'annotated', [{ name: 'DYN_ROUTER_MODE', value: 'least-loaded' }], []],
    ['what an override says wins, and nothing publishes for it', 'overridden', frontend.envs, []],
  ])('%s', (_, name, env, publishers) => {
    expect({ env: routerEnv(name), publishers: publishing(name) }).toEqual({ env, publishers });
  });

  test('where functions are off the requests leave kustomize with the wish, for whoever renders them', () => {
    sandbox.write({
      'plain/kustomization.yaml': stringify({ resources: ['../base'], components: ['../kv-routing'] }),
    });
    const { objects } = sandbox.build('plain', []);
    const modes = objects.map((object) => getIn(object, 'metadata', 'annotations', 'dgdr-render.dev/router-mode'));
    expect(modes.sort()).toEqual(['kv', 'kv', 'kv', 'kv', 'least-loaded']);
  });
});
