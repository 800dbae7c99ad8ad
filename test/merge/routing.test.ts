import { describe, expect, test } from 'vitest';
import { serviceArgs } from '../../src/dgd/services.ts';
import { getIn, type JsonObject } from '../../src/json.ts';
import { EVENT_FLAGS } from '../../src/merge/routing/event-flags.ts';
import type { Routing } from '../../src/request/request.ts';
import { codeOf } from '../support/errors.ts';
import { finishGraph, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

const AGG = 'llama-8b-h100';
const DISAGG = 'qwen3-32b-kv-disagg';
const CONFIG = '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080","enable_kv_cache_events":true}';
const EVENTS = ['--enable-prefix-caching', '--kv-events-config', CONFIG];
const KV: Routing = { mode: 'kv', kvEvents: 'exact' };

function merge(name: string, routing: Routing, services: JsonObject = {}) {
  const base = readRequest(name);
  const { warn, seen } = collectWarnings();
  const request = { ...base, routing, overrides: { ...base.overrides, dgd: { spec: { services } } } };
  const graph = finishGraph(request, readProfile(name), warn);
  const args = (service: string) => serviceArgs(graph, service);
  return {
    args,
    envs: getIn(graph, 'spec', 'services', 'Frontend', 'envs'),
    codes: seen.map(({ code }) => code),
    seen,
  };
}

function frontend(...env: readonly (readonly [string, string])[]): JsonObject {
  return { Frontend: { envs: env.map(([name, value]) => ({ name, value })) } };
}

function worker(name: string, ...args: string[]): JsonObject {
  return { [name]: { extraPodSpec: { mainContainer: { args } } } };
}

describe('a routing wish', () => {
  test('for exact events sets the mode and makes the aggregated worker publish', () => {
    const { args, envs, codes } = merge(AGG, KV);
    expect(envs).toEqual([{ name: 'DYN_ROUTER_MODE', value: 'kv' }]);
    expect(args('VllmDecodeWorker').slice(-5)).toEqual([
      '--served-model-name',
      'meta-llama/Meta-Llama-3.1-8B',
      ...EVENTS,
    ]);
    expect(codes).toEqual([]);
  });

  test('makes the prefill worker of a disaggregated graph publish, never the decode worker', () => {
    const { args, codes } = merge(DISAGG, KV);
    expect(args('VllmPrefillWorker').slice(-3)).toEqual(EVENTS);
    expect(args('VllmDecodeWorker')).not.toContain('--kv-events-config');
    expect(codes).toEqual([]);
  });

  test('for approximate events needs no flags', () => {
    const { args, envs, codes } = merge(AGG, { mode: 'kv', kvEvents: 'approximate' });
    expect(envs).toEqual([
      { name: 'DYN_ROUTER_MODE', value: 'kv' },
      { name: 'DYN_ROUTER_USE_KV_EVENTS', value: 'false' },
    ]);
    expect(args('VllmDecodeWorker')).not.toContain('--kv-events-config');
    expect(codes).toEqual([]);
  });

  test.each<[string, Routing, JsonObject, readonly string[]]>([
    ['no mode at all', { kvEvents: 'exact', eventsAskedAt: 'x' }, {}, ['FIELD_IGNORED']],
    ['another mode', { mode: 'random', eventsAskedAt: 'x' }, {}, ['FIELD_IGNORED']],
    ['the mode of an override', { kvEvents: 'exact', eventsAskedAt: 'x' }, frontend(['DYN_ROUTER_MODE', 'kv']), []],
    ['no mode, of a default for many requests', { kvEvents: 'exact' }, {}, []],
  ])('for events with %s says where they have no effect', (_, routing, services, codes) => {
    expect(merge(AGG, routing, services).codes).toEqual(codes);
  });

  test('for another mode sets only the mode', () => {
    const { args, envs } = merge(AGG, { mode: 'least-loaded' });
    expect(envs).toEqual([{ name: 'DYN_ROUTER_MODE', value: 'least-loaded' }]);
    expect(args('VllmDecodeWorker')).not.toContain('--kv-events-config');
  });

  test('leaves flags to an override that has them, in either spelling', () => {
    const own = ['--no-enable-prefix-caching', `--kv-events-config=${CONFIG}`];
    expect(
      merge(AGG, KV, worker('VllmDecodeWorker', ...own))
        .args('VllmDecodeWorker')
        .slice(-2),
    ).toEqual(own);
    const half = merge(AGG, KV, worker('VllmDecodeWorker', '--kv-events-config', CONFIG)).args('VllmDecodeWorker');
    expect(half.slice(-3)).toEqual(EVENTS);
  });

  test('keeps its variable beside other variables of the override', () => {
    expect(merge(AGG, KV, frontend(['A', '1'])).envs).toEqual([
      { name: 'DYN_ROUTER_MODE', value: 'kv' },
      { name: 'A', value: '1' },
    ]);
  });

  test.each<[string, JsonObject]>([
    ['a variable', frontend(['DYN_ROUTER_MODE', 'random'])],
    ['a flag', worker('Frontend', '--router-mode', 'random')],
    [
      'a variable of the container',
      { Frontend: { extraPodSpec: { mainContainer: { env: [{ name: 'DYN_ROUTER_MODE', value: 'random' }] } } } },
    ],
  ])('gives way to an override with another mode: %s', (_name, services) => {
    const { args, envs, codes } = merge(AGG, KV, services);
    expect(JSON.stringify(envs ?? [])).not.toContain('"kv"');
    expect(args('VllmDecodeWorker')).not.toContain('--kv-events-config');
    expect(codes).toEqual([]);
  });

  test('gives way to an override that turns events off', () => {
    const { args, codes } = merge(AGG, KV, frontend(['DYN_ROUTER_USE_KV_EVENTS', 'false']));
    expect(args('VllmDecodeWorker')).not.toContain('--kv-events-config');
    expect(codes).toEqual([]);
  });
});

describe('without a wish the graph is only looked at', () => {
  const kv = frontend(['DYN_ROUTER_MODE', 'kv']);

  test.each<[string, string, JsonObject, readonly string[]]>([
    ['kv without events', AGG, kv, ['ROUTING_WITHOUT_EVENTS']],
    ['kv with events', AGG, { ...kv, ...worker('VllmDecodeWorker', ...EVENTS) }, []],
    [
      'events that are not switched on',
      AGG,
      { ...kv, ...worker('VllmDecodeWorker', '--kv-events-config', '{}') },
      ['ROUTING_WITHOUT_EVENTS'],
    ],
    ['approximate', AGG, frontend(['DYN_ROUTER_MODE', 'kv'], ['DYN_ROUTER_USE_KV_EVENTS', 'false']), []],
    ['events without kv', AGG, worker('VllmDecodeWorker', ...EVENTS), ['EVENTS_WITHOUT_ROUTING']],
    [
      'events on a missing service',
      AGG,
      { ...kv, ...worker('VllmPrefillWorker', ...EVENTS) },
      ['OVERRIDE_UNKNOWN_SERVICE', 'ROUTING_WITHOUT_EVENTS'],
    ],
    [
      'events on decode only',
      DISAGG,
      { ...kv, ...worker('VllmDecodeWorker', ...EVENTS) },
      ['ROUTING_WITHOUT_EVENTS', 'EVENTS_WITHOUT_ROUTING'],
    ],
    [
      'a mode that only the cluster knows',
      AGG,
      { Frontend: { envs: [{ name: 'DYN_ROUTER_MODE', valueFrom: {} }] } },
      [],
    ],
  ])('%s', (_name, fixture, services, codes) => {
    expect(merge(fixture, {}, services).codes).toEqual(codes);
  });

  test('the recorded case with events on a missing service is warned about', () => {
    const request = readRequest('qwen3-32b-kv');
    const profile = readProfile('qwen3-32b-kv');
    const { warn, seen } = collectWarnings();
    finishGraph(request, profile, warn);
    expect(seen).toMatchObject([{ code: 'OVERRIDE_UNKNOWN_SERVICE' }, { code: 'ROUTING_WITHOUT_EVENTS' }]);
    expect(seen[1]?.hint).toContain('VllmDecodeWorker');
  });

  test('mode direct is refused', () => {
    expect(codeOf(() => merge(AGG, {}, frontend(['DYN_ROUTER_MODE', 'direct'])))).toBe('ROUTING_INVALID');
  });
});

describe('event flags by release', () => {
  test.each([
    [2, '--publish-events-and-metrics'],
    [3, '--publish-kv-events'],
  ])('TensorRT-LLM in 1.%i', (minor, flag) => {
    expect(EVENT_FLAGS.trtllm.flags({ major: 1, minor }).map((entry) => entry.flag)).toEqual([flag]);
  });
});
