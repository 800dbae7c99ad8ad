import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import type { Finishing } from '../../src/merge/context.ts';
import { applyImageMirrors } from '../../src/merge/finish/image-mirrors.ts';
import { finishGraph, readProfile, readRequest } from '../support/graphs.ts';
import { ignoreWarnings } from '../support/warnings.ts';

const IMAGE_MIRRORS = [
  { source: 'nvcr.io', mirror: 'mirror.example.com/nvcr' },
  { source: 'docker.io', mirror: 'mirror.example.com/hub' },
];

/** Every text that looks like an image of this test, wherever it stands. */
function imagesOf(graph: JsonObject): string[] {
  return [...JSON.stringify(graph).matchAll(/"(?:image|reference)":"([^"]+)"/g)].map(([, image = '']) => image).sort();
}

function finish(name: string, { target, dgd }: { target: string; dgd?: JsonObject }): JsonObject {
  const image = `nvcr.io/nvidia/ai-dynamo/dynamo-planner:${target}.0`;
  const request = readRequest(name, { imageMirrors: IMAGE_MIRRORS }, (manifest) => {
    manifest.spec = { ...(manifest.spec as JsonObject), image, overrides: dgd === undefined ? {} : { dgd } };
  });
  return finishGraph(request, readProfile(name), ignoreWarnings);
}

const SIDECAR = { name: 'log', image: 'busybox:1.36' };
const POD = {
  containers: [SIDECAR],
  initContainers: [{ ...SIDECAR, name: 'fetch', image: 'nvcr.io/nvidia/fetch:1' }],
  volumes: [{ name: 'weights', image: { reference: 'bitnami/weights:2' } }],
};
const OWN = 'nvcr.io/own/frontend:1.0.0';
const ALPHA = {
  apiVersion: 'nvidia.com/v1alpha1',
  kind: 'DynamoGraphDeployment',
  spec: { services: { Frontend: { extraPodSpec: { ...POD, mainContainer: { image: OWN } } } } },
};
const BETA = {
  apiVersion: 'nvidia.com/v1beta1',
  kind: 'DynamoGraphDeployment',
  spec: {
    components: [
      {
        name: 'Frontend',
        podTemplate: { spec: { ...POD, containers: [SIDECAR, { name: 'main', image: OWN }] } },
      },
    ],
  },
};
const RUNTIME = (target: string): string => `mirror.example.com/nvcr/nvidia/ai-dynamo/vllm-runtime:${target}.0`;
const OVERRIDDEN = [
  'mirror.example.com/hub/bitnami/weights:2',
  'mirror.example.com/hub/library/busybox:1.36',
  'mirror.example.com/nvcr/nvidia/fetch:1',
  'mirror.example.com/nvcr/own/frontend:1.0.0',
];

describe('with mirrors every image of a finished graph is taken from them', () => {
  test.each([
    ['Frontend and workers', '1.3', undefined, 'qwen3-32b-kv-disagg', Array(3).fill(RUNTIME('1.3'))],
    ['components of v1beta1', '1.5', undefined, 'qwen3-32b-kv-disagg', Array(3).fill(RUNTIME('1.5'))],
    ['what an override sets', '1.3', ALPHA, 'llama-8b-h100', [...OVERRIDDEN, RUNTIME('1.3')]],
    ['what an override of v1alpha1 sets in v1beta1', '1.5', ALPHA, 'llama-8b-h100', [...OVERRIDDEN, RUNTIME('1.5')]],
    ['what an override of v1beta1 sets', '1.5', BETA, 'llama-8b-h100', [...OVERRIDDEN, RUNTIME('1.5')]],
  ])('%s (%s)', (_, target, dgd, name, images) => {
    expect(imagesOf(finish(name, { target, ...(dgd && { dgd }) }))).toEqual([...images].sort());
  });

  test('a planner', () => {
    const images = imagesOf(finish('planner-rapid', { target: '1.3' }));
    expect(images).toContain('mirror.example.com/nvcr/nvidia/ai-dynamo/dynamo-planner:1.3.0');
    expect(images.filter((image) => !image.startsWith('mirror.example.com/'))).toEqual([]);
  });

  test('a frontend beside a worker, and nothing that merely has the name of an image', () => {
    const envs = [{ name: 'image', value: 'busybox' }];
    const worker = { frontendSidecar: { image: 'busybox', envs }, annotations: { image: 'busybox' }, envs };
    const graph = { metadata: { annotations: { image: 'busybox' } }, spec: { services: { Worker: worker } } };
    expect(applyImageMirrors(graph, { request: { imageMirrors: IMAGE_MIRRORS } } as unknown as Finishing)).toEqual({
      ...graph,
      spec: {
        services: {
          Worker: { ...worker, frontendSidecar: { image: 'mirror.example.com/hub/library/busybox', envs } },
        },
      },
    });
  });
});
