import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { topologyChanges } from '../../src/dgd/topology.ts';
import type { Json, JsonObject } from '../../src/json.ts';

const main = (module: string, ...args: string[]): JsonObject => ({
  extraPodSpec: { mainContainer: { image: 'i:1', command: ['python3', '-m', `dynamo.${module}`], args } },
});
const alpha = (services: JsonObject, spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'nvidia.com/v1alpha1',
  kind: 'DynamoGraphDeployment',
  metadata: { name: 'q-dgd' },
  spec: { ...spec, services },
});
const beta = (components: Json[], spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'nvidia.com/v1beta1',
  kind: 'DynamoGraphDeployment',
  metadata: { name: 'q-dgd' },
  spec: { ...spec, components },
});
const betaMain = (module: string): JsonObject => ({
  podTemplate: { spec: { containers: [{ name: 'main', command: ['python3', '-m', `dynamo.${module}`] }] } },
});
const dgd = (name: string): JsonObject => {
  return parse(readFileSync(new URL(`../../fixtures/graph/${name}/dgd.yaml`, import.meta.url), 'utf8'));
};

const FRONTEND = { componentType: 'frontend' };
const WORKER = { componentType: 'worker', replicas: 1, ...main('vllm', '--model', 'a/b') };
const AGG = alpha({ Frontend: FRONTEND, VllmDecodeWorker: WORKER });
const withWorker = (changes: JsonObject): JsonObject =>
  alpha({ Frontend: FRONTEND, VllmDecodeWorker: { ...WORKER, ...changes } });

describe('what the operator refuses to change under one name', () => {
  test.each<{ title: string; previous?: JsonObject; next: JsonObject; says: string[] }>([
    {
      title: 'a service more',
      next: alpha({ Frontend: FRONTEND, VllmDecodeWorker: WORKER, VllmPrefillWorker: WORKER }),
      says: ['service VllmPrefillWorker added'],
    },
    {
      title: 'a service less',
      previous: alpha({ Frontend: FRONTEND, VllmDecodeWorker: WORKER, Planner: {} }),
      next: AGG,
      says: ['service Planner removed'],
    },
    {
      title: 'other services',
      next: alpha({ Frontend: FRONTEND, prefill: WORKER, decode: WORKER }),
      says: ['services prefill and decode added, VllmDecodeWorker removed'],
    },
    {
      title: 'a name in another case',
      next: alpha({ frontend: FRONTEND, VllmDecodeWorker: WORKER }),
      says: ['services frontend added, Frontend removed'],
    },
    { title: 'a started backend', next: withWorker(main('sglang')), says: ['backend vllm -> sglang'] },
    { title: 'a mocker for an engine', next: withWorker(main('mocker')), says: ['backend vllm -> mocker'] },
    {
      title: 'a declared backend',
      previous: { ...AGG, spec: { ...(AGG.spec as JsonObject), backendFramework: 'vllm' } },
      next: { ...AGG, spec: { ...(AGG.spec as JsonObject), backendFramework: 'trtllm' } },
      says: ['backend vllm -> trtllm'],
    },
    {
      title: 'several nodes',
      next: withWorker({ multinode: { nodeCount: 2 } }),
      says: ['VllmDecodeWorker one node -> 2 nodes'],
    },
    {
      title: 'several nodes by default',
      next: withWorker({ multinode: {} }),
      says: ['VllmDecodeWorker one node -> 2 nodes'],
    },
    {
      title: 'one node again',
      previous: withWorker({ multinode: { nodeCount: 4 } }),
      next: AGG,
      says: ['VllmDecodeWorker 4 nodes -> one node'],
    },
    { title: 'minAvailable', next: withWorker({ minAvailable: 2 }), says: ['VllmDecodeWorker minAvailable 1 -> 2'] },
    {
      title: "a service's topology constraint",
      next: withWorker({ topologyConstraint: { packDomain: 'rack' } }),
      says: ['VllmDecodeWorker topologyConstraint none -> packDomain rack'],
    },
    {
      title: "the graph's topology constraint",
      previous: alpha({ Frontend: FRONTEND }, { topologyConstraint: { topologyProfile: 'dc', packDomain: 'rack' } }),
      next: alpha({ Frontend: FRONTEND }, { topologyConstraint: { topologyProfile: 'dc', packDomain: 'zone' } }),
      says: ['topologyConstraint profile dc, packDomain rack -> profile dc, packDomain zone'],
    },
    {
      title: 'everything at once, the graph before its services',
      next: alpha({ VllmDecodeWorker: { ...WORKER, ...main('sglang'), multinode: { nodeCount: 2 }, minAvailable: 2 } }),
      says: [
        'service Frontend removed',
        'backend vllm -> sglang',
        'VllmDecodeWorker one node -> 2 nodes',
        'VllmDecodeWorker minAvailable 1 -> 2',
      ],
    },
  ])('$title', ({ previous = AGG, next, says }) => {
    expect(topologyChanges(previous, next)).toEqual(says);
  });
});

describe('what may change', () => {
  test.each<{ title: string; previous?: JsonObject; next: JsonObject }>([
    { title: 'nothing', next: AGG },
    { title: 'replicas', next: withWorker({ replicas: 7 }) },
    { title: 'arguments', next: withWorker(main('vllm', '--max-num-seqs', '8')) },
    {
      title: 'the image',
      next: withWorker({
        extraPodSpec: { mainContainer: { image: 'i:2', command: ['python3', '-m', 'dynamo.vllm'] } },
      }),
    },
    {
      title: 'resources and environment',
      next: withWorker({ resources: { limits: { gpu: '8' } }, envs: [{ name: 'A', value: 'b' }] }),
    },
    {
      title: 'the number of nodes above one',
      previous: withWorker({ multinode: { nodeCount: 2 } }),
      next: withWorker({ multinode: { nodeCount: 4 } }),
    },
    { title: 'the order of services', next: alpha({ VllmDecodeWorker: WORKER, Frontend: FRONTEND }) },
    { title: 'a default that is written out', next: withWorker({ minAvailable: 1 }) },
    {
      title: 'nulls for what is absent',
      next: withWorker({ multinode: null, topologyConstraint: null, minAvailable: null }),
    },
    {
      title: 'a backend that is declared as well as started',
      next: alpha({ Frontend: FRONTEND, VllmDecodeWorker: WORKER }, { backendFramework: 'vllm' }),
    },
    {
      title: 'a backend that a shell starts',
      next: withWorker({
        extraPodSpec: {
          mainContainer: { command: ['/bin/sh', '-c'], args: ['exec python3 -m dynamo.vllm --model a/b'] },
        },
      }),
    },
    {
      title: 'a command that names no backend',
      next: withWorker({ extraPodSpec: { mainContainer: { image: 'i:2' } } }),
    },
    { title: 'labels and annotations', next: { ...AGG, metadata: { name: 'q-dgd', labels: { a: 'b' } } } },
  ])('$title', ({ previous = AGG, next }) => {
    expect(topologyChanges(previous, next)).toEqual([]);
  });
});

describe('a v1alpha1 graph beside a v1beta1 one', () => {
  const older = alpha(
    {
      Frontend: FRONTEND,
      decode: { ...WORKER, multinode: { nodeCount: 2 }, minAvailable: 1, topologyConstraint: { packDomain: 'rack' } },
    },
    { topologyConstraint: { topologyProfile: 'dc' } },
  );
  const decode = { name: 'decode', type: 'worker', multinode: { nodeCount: 2 }, ...betaMain('vllm') };
  const spec = { topologyConstraint: { clusterTopologyName: 'dc' } };

  test('is the same where only the version differs', () => {
    const constrained = { ...decode, topologyConstraint: { packDomain: 'rack' } };
    const newer = beta([constrained, { name: 'Frontend', type: 'frontend' }], spec);
    expect(topologyChanges(older, newer)).toEqual([]);
    expect(topologyChanges(newer, older)).toEqual([]);
  });

  test('is held against the same rules', () => {
    const newer = beta([{ ...decode, ...betaMain('trtllm'), multinode: null }, { name: 'worker' }], spec);
    expect(topologyChanges(older, newer)).toEqual([
      'services worker added, Frontend removed',
      'backend vllm -> trtllm',
      'decode 2 nodes -> one node',
      'decode topologyConstraint packDomain rack -> none',
    ]);
  });
});

describe('recorded graphs', () => {
  test.each([
    ['qwen3-32b-kv', 'qwen3-32b-kv-disagg', ['service VllmPrefillWorker added']],
    ['qwen3-32b-trtllm', 'qwen3-32b-pvc', []],
    [
      'qwen3-32b-trtllm',
      'mocker-alone',
      ['services decode and prefill added, TRTLLMWorker removed', 'backend trtllm -> mocker'],
    ],
  ])('%s to %s', (previous, next, says) => {
    expect(topologyChanges(dgd(previous), dgd(next))).toEqual(says);
  });
});

test('what is no graph at all differs in nothing', () => {
  expect(topologyChanges({}, { spec: 'x' })).toEqual([]);
});
