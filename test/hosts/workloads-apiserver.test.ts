import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSchema } from '../../src/dgd/schema/check-schema.ts';
import { CODES } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import { UPDATE_WAYS, WORKLOAD_DEFAULTS } from '../../src/request/workload-options.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { type ApiServer, startApiServer } from '../cluster/api-server.ts';
import { applyTo, untilServed } from '../cluster/apply.ts';
import { SEED } from '../properties/runs.ts';
import { parseDocuments } from '../support/documents.ts';
import { RENDERED_CASES } from '../support/operator.ts';
import { AUTHORED_GRAPHS } from '../support/random-graphs.ts';
import { wantHost } from './host.ts';

const program = wantHost('kube-apiserver');
const groups = wantHost('lws-crd.yaml');

const NAMESPACE = 'serving';
const ACCOUNT = `system:serviceaccount:${NAMESPACE}:mock-k8s-service-discovery`;
/** Whether a graph is neither refused as one nor as plain workloads. */
function isSound(graph: JsonObject): boolean {
  const problems = toWorkloads(graph, WORKLOAD_DEFAULTS).problems.map(({ code }) => CODES[code].severity);
  return [...problems, ...checkSchema(graph).map(({ severity }) => severity)].every((one) => one !== 'error');
}

describe.skipIf(program === undefined || groups === undefined)('a kube-apiserver v1.34', () => {
  let server: ApiServer;
  const create = async (path: string, body: JsonObject) =>
    expect((await server.call('POST', path, { body })).status).toBe(201);
  const apply = (object: JsonObject) => applyTo(server, object);
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
      for (const definition of parseDocuments(readFileSync(file, 'utf8'))) {
        expect(await apply(definition)).toBeUndefined();
        await untilServed(server, definition);
      }
    }
  }, 600_000);
  afterAll(() => server?.stop());

  test.each(UPDATE_WAYS)(
    'takes every object server-side with strict validation, updates %s',
    async (updates) => {
      for (const { graph, options } of RENDERED_CASES) {
        const { objects } = toWorkloads(graph, { ...options, namespace: NAMESPACE, updates });
        for (const object of objects) expect(await apply(object)).toBeUndefined();
      }
    },
    600_000,
  );

  test('takes what graphs come to that say whatever an author may say', async () => {
    const graphs = fc.sample(AUTHORED_GRAPHS, { seed: SEED, numRuns: 40 }).filter((graph) => isSound(graph));
    expect(graphs.length).toBeGreaterThan(20);
    for (const graph of graphs) {
      for (const object of toWorkloads(graph, WORKLOAD_DEFAULTS).objects)
        expect(await apply(object), JSON.stringify(graph)).toBeUndefined();
    }
  }, 600_000);

  test('refuses a field that there is none of, so that taking the others means something', async () => {
    const [given] = RENDERED_CASES;
    const { objects } = toWorkloads(given!.graph, { ...given!.options, namespace: NAMESPACE });
    const wrong = objects.find(({ kind }) => kind === 'Deployment')!;
    expect(await apply({ ...wrong, spec: { ...(wrong.spec as JsonObject), noSuchField: true } })).toContain(
      'noSuchField',
    );
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
