import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { finishGraph, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

const NAME = 'llama-8b-h100';
const WORKER = 'VllmDecodeWorker';

function lint(services: JsonObject, target = '1.3', spec: JsonObject = {}) {
  const base = readRequest(NAME, { target, routing: { mode: 'kv' } });
  const { warn, seen } = collectWarnings();
  const dgd = { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment', spec: { ...spec, services } };
  finishGraph({ ...base, overrides: { ...base.overrides, dgd } }, readProfile(NAME), warn);
  return seen;
}

const envs = (variables: Readonly<Record<string, string>>): JsonObject => ({
  envs: Object.entries(variables).map(([name, value]): Json => ({ name, value })),
});
const frontend = (variables: Readonly<Record<string, string>>): JsonObject => ({ Frontend: envs(variables) });

describe('router settings', () => {
  test('of the target are silent', () => {
    expect(lint(frontend({ DYN_ROUTER_POLICY_CONFIG: 'x', DYN_ROUTER_MODE: 'kv' }))).toEqual([]);
  });

  test.each([
    ['DYN_ROUTER_POLICY_CONFIG', '1.2', 'only 1.3 to 1.6 do'],
    ['DYN_ROUTER_MAX_TREE_SIZE', '1.3', 'only 1.0 to 1.1 do'],
    ['DYN_ROUTER_TRACKING_HASH', '1.3', 'only 1.4 to 1.6 do'],
    ['DYN_ROUTER_TEMPRATURE', '1.5', 'no release of Dynamo does'],
  ])('%s is not known to %s', (name, target, known) => {
    expect(lint(frontend({ [name]: '1' }), target)).toMatchObject([
      {
        code: 'ROUTER_SETTING_UNKNOWN',
        message: expect.stringContaining(known),
        path: 'spec.overrides.dgd.spec.services.Frontend',
      },
    ]);
  });

  test('a misspelt one suggests the right one', () => {
    expect(lint(frontend({ DYN_ROUTER_TEMPRATURE: '1' }))).toMatchObject([{ hint: 'write DYN_ROUTER_TEMPERATURE' }]);
  });

  test('a mode that came later', () => {
    const [finding] = lint(frontend({ DYN_ROUTER_MODE: 'least-loaded' }), '1.0').filter(
      ({ code }) => code === 'ROUTER_SETTING_UNKNOWN',
    );
    expect(finding?.message).toContain('the router mode least-loaded; only 1.1 to 1.6 do');
  });
});

describe('event planes', () => {
  test.each([
    ['none is set', {}, '1.3', []],
    [
      'both are the same',
      { [WORKER]: envs({ DYN_EVENT_PLANE: 'nats' }), ...frontend({ DYN_EVENT_PLANE: 'nats' }) },
      '1.3',
      [],
    ],
    ['one has the default of its release', frontend({ DYN_EVENT_PLANE: 'zmq' }), '1.3', []],
    ['the Frontend alone has another', frontend({ DYN_EVENT_PLANE: 'nats' }), '1.3', ['EVENT_PLANE_MIXED']],
    ['the worker alone has another', { [WORKER]: envs({ DYN_EVENT_PLANE: 'zmq' }) }, '1.2', ['EVENT_PLANE_MIXED']],
  ])('%s', (_name, services, target, codes) => {
    expect(lint(services, target).map(({ code }) => code)).toEqual(codes);
  });

  test('a flag wins, and what all services get counts', () => {
    const flag = { [WORKER]: { extraPodSpec: { mainContainer: { args: ['--event-plane', 'nats'] } } } };
    expect(lint(flag, '1.3', envs({ DYN_EVENT_PLANE: 'nats' }))).toEqual([]);
    expect(lint(flag, '1.5', {}).map(({ code }) => code)).toEqual(['EVENT_PLANE_MIXED']);
  });
});
