import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { refOf } from '../../src/krm/identity.ts';
import { UPDATE_WAYS } from '../../src/request/workload-options.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { type ApiServer, startApiServer } from '../cluster/api-server.ts';
import { parseDocuments } from '../support/documents.ts';
import { RENDERED_CASES } from '../support/operator.ts';
import { wantHost } from './host.ts';

const program = wantHost('kube-apiserver');
const groups = wantHost('lws-crd.yaml');

const APPLY = 'application/apply-patch+yaml';
const NAMESPACE = 'serving';
const ACCOUNT = `system:serviceaccount:${NAMESPACE}:mock-k8s-service-discovery`;
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
/** Kinds that are rendered, as paths have them. */
const PLURALS: Readonly<Record<string, string>> = {
  ServiceAccount: 'serviceaccounts',
  Role: 'roles',
  RoleBinding: 'rolebindings',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  Service: 'services',
  Deployment: 'deployments',
  LeaderWorkerSet: 'leaderworkersets',
  Ingress: 'ingresses',
};

function pathOf(object: JsonObject): string {
  const { apiVersion, kind, name, namespace } = refOf(object);
  const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  return `${root}/namespaces/${namespace}/${PLURALS[kind]}/${name}?fieldManager=test&fieldValidation=Strict`;
}

describe.skipIf(program === undefined || groups === undefined)('a kube-apiserver v1.34', () => {
  let server: ApiServer;
  const create = async (path: string, body: JsonObject) =>
    expect((await server.call('POST', path, { body })).status).toBe(201);
  const apply = async (object: JsonObject) => {
    const { status, object: answer } = await server.call('PATCH', pathOf(object), { type: APPLY, body: object });
    return status < 300 ? [] : [`${refOf(object).kind} ${refOf(object).name}: ${status} ${String(answer.message)}`];
  };
  const mayAsk = async (verb: string, group: string, resource: string): Promise<boolean> => {
    const spec = { user: ACCOUNT, resourceAttributes: { namespace: NAMESPACE, verb, group, resource } };
    const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec };
    const { object } = await server.call('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', {
      body: review,
    });
    return (object.status as JsonObject).allowed === true;
  };

  beforeAll(async () => {
    server = await startApiServer([]);
    await create('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
    for (const file of ['plugin/kubernetes/crd.yaml', groups ?? '']) {
      for (const definition of parseDocuments(readFileSync(file, 'utf8'))) await create(CRDS, definition);
    }
    const served = async (path: string) => {
      while ((await server.call('GET', path)).status !== 200) await new Promise((done) => setTimeout(done, 200));
    };
    await served('/apis/leaderworkerset.x-k8s.io/v1/leaderworkersets');
    await served('/apis/nvidia.com/v1alpha1/dynamoworkermetadatas');
  }, 600_000);
  afterAll(() => server?.stop());

  test.each(UPDATE_WAYS)(
    'takes every object server-side with strict validation, updates %s',
    async (updates) => {
      for (const { graph, options } of RENDERED_CASES) {
        const { objects } = toWorkloads(graph, { ...options, namespace: NAMESPACE, updates });
        for (const object of objects) expect(await apply(object)).toEqual([]);
      }
    },
    600_000,
  );

  test('refuses a field that there is none of, so that taking the others means something', async () => {
    const [given] = RENDERED_CASES;
    const { objects } = toWorkloads(given!.graph, { ...given!.options, namespace: NAMESPACE });
    const wrong = objects.find(({ kind }) => kind === 'Deployment')!;
    expect(await apply({ ...wrong, spec: { ...(wrong.spec as JsonObject), noSuchField: true } })).not.toEqual([]);
  }, 600_000);

  test.each([
    {
      group: 'discovery.k8s.io',
      resource: 'endpointslices',
      verbs: ['get', 'list', 'watch'],
      refused: ['create', 'patch', 'delete'],
    },
    {
      group: 'nvidia.com',
      resource: 'dynamoworkermetadatas',
      verbs: ['create', 'get', 'list', 'watch', 'patch', 'delete'],
      refused: ['update', 'deletecollection'],
    },
    { group: '', resource: 'secrets', verbs: [], refused: ['get', 'list'] },
    { group: '', resource: 'pods', verbs: [], refused: ['get', 'list', 'create'] },
    { group: 'apps', resource: 'deployments', verbs: [], refused: ['get', 'patch'] },
  ])(
    'lets the account of a graph do with $resource: $verbs, and not $refused',
    async ({ group, resource, verbs, refused }) => {
      for (const verb of verbs) expect([verb, await mayAsk(verb, group, resource)]).toEqual([verb, true]);
      for (const verb of refused) expect([verb, await mayAsk(verb, group, resource)]).toEqual([verb, false]);
    },
    600_000,
  );
});
