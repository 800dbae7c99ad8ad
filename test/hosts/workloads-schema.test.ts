import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { getIn, isObject, type JsonObject } from '../../src/json.ts';
import { refOf } from '../../src/krm/identity.ts';
import { WORKER_METADATA_CRD } from '../../src/workloads/objects/crd.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { parseDocuments } from '../support/documents.ts';
import { RENDERED_CASES, TEMPLATES } from '../support/operator.ts';
import { SUPPLEMENTS } from '../support/operator-supplements.ts';
import { type Admission, ApiServer } from './apiserver.ts';
import { wantHost } from './host.ts';

const program = wantHost('apiserver-schema');
const groups = wantHost('lws-crd.yaml');

const OBJECTS = [...RENDERED_CASES, ...SUPPLEMENTS].flatMap(
  ({ graph, options }) => toWorkloads(graph, options).objects,
);

/** A kind whose spec is the pod of Kubernetes. */
const POD_DEFINITION: JsonObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'pods.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'pods', singular: 'pod', kind: 'Pod', listKind: 'PodList' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec: { $kubernetes: 'PodSpec' } } } },
      },
    ],
  },
};

function complaints(objects: readonly JsonObject[], answers: readonly Admission[]): string[] {
  return objects.flatMap((object, index) => {
    const { refused, pruned } = answers[index]!;
    return [...refused, ...pruned.map((path) => `${path} is dropped`)].map((what) => `${refOf(object).name}: ${what}`);
  });
}

describe.skipIf(program === undefined)('the libraries of an API server v1.34', () => {
  test('take every pod that is rendered, and drop nothing of it', () => {
    const pods = OBJECTS.flatMap((object) =>
      TEMPLATES.map((path) => getIn(object, ...path, 'spec'))
        .filter(isObject)
        .map((spec) => ({
          apiVersion: 'example.com/v1',
          kind: 'Pod',
          metadata: { name: refOf(object).name, namespace: 'n' },
          spec,
        })),
    );
    expect(pods.length).toBeGreaterThan(30);
    const server = new ApiServer(program ?? '', POD_DEFINITION);
    expect(complaints(pods, server.admit(pods))).toEqual([]);
    const [first] = pods;
    const wrong = { ...first!, spec: { ...first!.spec, noSuchField: true } };
    expect(complaints([wrong], server.admit([wrong]))).toHaveLength(1);
  });

  test("take the CRD of the workers' metadata, and what the runtimes write", () => {
    const server = new ApiServer(program ?? '', WORKER_METADATA_CRD);
    const written = (spec: JsonObject) => ({
      apiVersion: 'nvidia.com/v1alpha1',
      kind: 'DynamoWorkerMetadata',
      metadata: { name: 'mock-decode-0', namespace: 'serving' },
      spec,
    });
    const objects = [written({ data: { endpoints: { 'a/b': { port: 1 } }, model_cards: {} } }), written({})];
    const [taken, refused] = server.admit(objects);
    expect(taken).toMatchObject({ refused: [], pruned: [] });
    expect(refused?.refused).toEqual([expect.stringContaining('spec.data: Required value')]);
  });
});

describe.skipIf(program === undefined || groups === undefined)('the CRD of LeaderWorkerSet v0.7.0', () => {
  test('takes every one that is rendered, and drops nothing of it', () => {
    const [definition] = parseDocuments(readFileSync(groups ?? '', 'utf8'));
    const sets = OBJECTS.filter(({ kind }) => kind === 'LeaderWorkerSet');
    expect(sets.length).toBeGreaterThan(4);
    expect(complaints(sets, new ApiServer(program ?? '', definition).admit(sets))).toEqual([]);
  });
});
