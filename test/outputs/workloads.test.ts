import { expect, test } from 'vitest';
import { RenderErrors } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import { refOf } from '../../src/krm/identity.ts';
import { WORKLOADS_OUTPUT } from '../../src/outputs/workloads.ts';
import { toWorkloadOptions } from '../../src/request/workload-options.ts';
import { operatorCase } from '../support/operator.ts';
import { requestOf } from '../support/requests.ts';
import { collectWarnings } from '../support/warnings.ts';

const CLAIM: JsonObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'weights', labels: { a: 'b' } },
};

function refusals(spec: string): string[] {
  const { warn } = collectWarnings();
  const request = requestOf({ spec });
  try {
    WORKLOADS_OUTPUT.documents({ graph: operatorCase('planner').graph, resources: [] }, { request, warn });
    return [];
  } catch (error) {
    if (!(error instanceof RenderErrors)) throw error;
    return error.errors.map(({ code, path, origin }) => `${code} ${path}:${origin?.line}`);
  }
}

test.each([
  {
    says: 'the field of the request that asks for it',
    spec: 'features: {planner: {}}',
    expected: ['NEEDS_OPERATOR spec.features.planner:7'],
  },
  {
    says: 'the override that brings it',
    spec: 'overrides: {dgd: {spec: {services: {Planner: {componentType: planner}}}}}',
    expected: ['NEEDS_OPERATOR spec.overrides.dgd.spec.services.Planner.componentType:7'],
  },
])('a planner is refused at $says', ({ spec, expected }) => {
  expect(refusals(spec)).toEqual(expected);
});

test('what stands beside a graph comes before its Services, in the namespace of the workloads', () => {
  const { warn, seen } = collectWarnings();
  const { namespace: _, ...metadata } = operatorCase('mocker-disagg').graph.metadata as JsonObject;
  const graph = {
    ...operatorCase('mocker-disagg').graph,
    metadata: { ...metadata, labels: { 'dgdr.nvidia.com/name': 'q', team: 'a' } },
  };
  const request = { ...requestOf({}), workloads: toWorkloadOptions({ namespace: 'team', imagePullSecrets: ['reg'] }) };
  const documents = WORKLOADS_OUTPUT.documents({ graph, resources: [CLAIM] }, { request, warn });
  expect(seen).toEqual([]);
  expect(documents.map((object) => refOf(object).kind)).toEqual([
    ...['ServiceAccount', 'Role', 'RoleBinding', 'PersistentVolumeClaim'],
    ...['Service', 'Service', 'Service', 'Deployment', 'Deployment', 'Deployment'],
  ]);
  expect(new Set(documents.map((object) => refOf(object).namespace))).toEqual(new Set(['team']));
  const labels = documents
    .filter(({ kind }) => kind !== 'PersistentVolumeClaim')
    .map(({ metadata: own }) => (own as JsonObject).labels as JsonObject);
  expect(new Set(labels.map((own) => own['dgdr.nvidia.com/name']))).toEqual(new Set(['q']));
  expect(labels.some((own) => 'team' in own)).toBe(false);
});

test('Flux leaves objects alone that it would change, where it is told to', () => {
  const { warn } = collectWarnings();
  const text = JSON.stringify(operatorCase('mocker-disagg').graph).replace('"kv"', `"\${MODE}"`);
  const request = { ...requestOf({}), fluxSubstitute: 'disabled' as const };
  const documents = WORKLOADS_OUTPUT.documents(
    { graph: JSON.parse(text) as JsonObject, resources: [] },
    { request, warn },
  );
  const marked = documents.filter((object) =>
    JSON.stringify(object.metadata).includes('kustomize.toolkit.fluxcd.io/substitute'),
  );
  expect(marked.map((object) => refOf(object).name)).toEqual(['mock-frontend']);
});
