/**
 * Records the conversations of `fixtures/cluster` with a real API server, and asks it whether it takes the graphs that are
 * rendered. Takes what `.ci/kube/build` builds, and a fresh bundle: see CONTRIBUTING.md.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { JsonObject } from '../../src/json.ts';
import { startApiServer, tokenOf } from './api-server.ts';
import { kubeconfigText, NAMESPACE, runBundle } from './call.ts';
import { graphCrd, requestCrd } from './crds.ts';
import { NODE_ROWS, toNode } from './nodes.ts';
import { CONVERSATIONS, NOBODY, NODES_ONLY, READER, REQUEST, SCENES, type Scene } from './scenes.ts';
import { recorder } from './wire.ts';

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const APPLY = 'application/apply-patch+yaml';
/** Where kinds that are rendered live, and the part of them that has to come back. */
const KINDS: Readonly<Record<string, { readonly plural: string; readonly part: string }>> = {
  DynamoGraphDeployment: { plural: 'dynamographdeployments', part: 'spec' },
  ConfigMap: { plural: 'configmaps', part: 'data' },
};
/** The group that the roles of docs/cluster.md are bound to. */
const GROUP = 'platform-engineers';

const folder = mkdtempSync(join(tmpdir(), 'dgdr-render-record-'));
const server = await startApiServer([
  { name: READER, groups: [GROUP] },
  { name: NODES_ONLY, groups: [] },
  { name: NOBODY, groups: [] },
]);
try {
  await recordScenes();
  await applyGraphs('v1alpha1', '1.3');
  await applyGraphs('v1beta1', '1.6');
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function recordScenes(): Promise<void> {
  mkdirSync(CONVERSATIONS, { recursive: true });
  for (const namespace of [NAMESPACE, 'nvidia-network-operator']) {
    await ensureNamespace(namespace);
  }
  await grant();
  await record(SCENES.kindUnknown);
  await create(CRDS, requestCrd());
  await createNodes();
  await createRequest();
  await record(SCENES.allNodes);
  await trustWithTls();
  await record(SCENES.noRdma);
  await createPod('nvidia-network-operator', 'rdma-shared-dp-ds-x7k2p');
  const { kindUnknown, allNodes, noRdma, expired, ...others } = SCENES;
  for (const scene of Object.values(others)) await record(scene);
  await record(expired, once(forget));
}

/** What docs/cluster.md says is enough, and less. */
async function grant(): Promise<void> {
  const blocks = [...readFileSync('docs/cluster.md', 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)];
  const roles = blocks
    .flatMap(([, text]) => parseAllDocuments(text!).map((document) => document.toJS() as JsonObject | null))
    .filter((object): object is JsonObject => String(object?.apiVersion).startsWith('rbac.'));
  for (const role of roles) {
    const { namespace } = role.metadata as JsonObject;
    const where = namespace === undefined ? '' : `/namespaces/${namespace}`;
    await create(`${RBAC}${where}/${String(role.kind).toLowerCase()}s`, role);
  }
  const rule = { apiGroups: [''], resources: ['nodes'], verbs: ['list'] };
  const header = { apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name: NODES_ONLY } };
  await create(`${RBAC}/clusterroles`, { ...header, kind: 'ClusterRole', rules: [rule] });
  await create(`${RBAC}/clusterrolebindings`, {
    ...header,
    kind: 'ClusterRoleBinding',
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: NODES_ONLY },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: NODES_ONLY }],
  });
}

async function createNodes(): Promise<void> {
  for (const row of NODE_ROWS) {
    const node = toNode(row);
    const created = await create('/api/v1/nodes', node);
    await send('PUT', `/api/v1/nodes/${row.name}/status`, { ...created, status: node.status! });
  }
}

async function createPod(namespace: string, name: string): Promise<void> {
  const containers = [{ name: 'main', image: 'example.com/none' }];
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: { containers } };
  await create(`/api/v1/namespaces/${namespace}/pods`, pod);
}

/** A request as the operator leaves it: profiled, with the graph that the reference wrote. */
async function createRequest(): Promise<void> {
  const read = (file: string) => readFileSync(`fixtures/goldens/${REQUEST}/${file}`, 'utf8');
  const graph = parse(read('dgd.yaml')) as JsonObject;
  const path = `/apis/nvidia.com/v1beta1/namespaces/${NAMESPACE}/dynamographdeploymentrequests`;
  const created = await create(path, parse(read('dgdr.yaml')) as JsonObject);
  const selectedConfig = { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment', ...graph };
  const status = {
    phase: 'Ready',
    observedGeneration: 1,
    dgdName: `${REQUEST}-dgd`,
    profilingResults: { selectedConfig },
  };
  await send('PUT', `${path}/${REQUEST}/status`, { ...created, status });
}

async function record(scene: Scene, afterwards: () => Promise<void> = async () => undefined): Promise<void> {
  const wire = await recorder(server, afterwards);
  const kubeconfig = writeKubeconfig(wire.url, tokenOf(scene.user), ['insecure-skip-tls-verify: true']);
  const { code, stdout, stderr } = await scene.run({ kubeconfig });
  await wire.close();
  writeFileSync(`${CONVERSATIONS}/${scene.name}.json`, `${JSON.stringify(wire.exchanges, undefined, 1)}\n`);
  console.log(`\n--- ${scene.name}: exit ${code}, ${wire.exchanges.length} requests\n${stdout.slice(0, 600)}${stderr}`);
}

function writeKubeconfig(url: string, token: string, cluster: readonly string[]): string {
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigText(url, token, cluster));
  return kubeconfig;
}

/** The tool against the server itself, whose certificate the kubeconfig vouches for. */
async function trustWithTls(): Promise<void> {
  const ca = readFileSync(server.caFile).toString('base64');
  const kubeconfig = writeKubeconfig(server.url, tokenOf(READER), [`certificate-authority-data: ${ca}`]);
  const { code } = await SCENES.allNodes.run({ kubeconfig });
  if (code !== 0) throw new Error('the certificate of the API server is not trusted');
  console.log('over TLS: exit 0');
}

/** Writes once and forgets what was before, so that a list that is being read cannot be continued. */
async function forget(): Promise<void> {
  await createPod('default', 'late');
  await server.compact();
}

function once(work: () => Promise<void>): () => Promise<void> {
  let isDone = false;
  return async () => {
    if (isDone) return;
    isDone = true;
    await work();
  };
}

/** Applies what every recorded request comes to, where it renders for the target; nothing may get lost. */
async function applyGraphs(version: 'v1alpha1' | 'v1beta1', target: string): Promise<void> {
  const definition = graphCrd(version);
  await create(CRDS, definition);
  const requests = readdirSync('fixtures/goldens').map((name) => `fixtures/goldens/${name}/dgdr.yaml`);
  const graphs: JsonObject[] = [];
  for (const request of requests) {
    const { code, stdout } = await runBundle(['render', '--target', target, request]);
    if (code !== 0) continue;
    const objects = parseAllDocuments(stdout).map((document) => document.toJS() as JsonObject);
    for (const object of objects) await apply(object);
    graphs.push(...objects.filter(({ kind }) => kind === 'DynamoGraphDeployment'));
  }
  await expectRefusal(graphs[0]);
  const count = graphs.length;
  console.log(`${version}: ${count} graphs are applied server-side, as a dry run and for good, and come back whole`);
  await send('DELETE', `${CRDS}/dynamographdeployments.nvidia.com`);
  await waitUntilGone(`${CRDS}/dynamographdeployments.nvidia.com`);
}

async function apply(object: JsonObject): Promise<void> {
  const { namespace = NAMESPACE, name } = object.metadata as JsonObject;
  await ensureNamespace(String(namespace));
  await send('PATCH', `${pathOf(object)}&dryRun=All`, object, APPLY);
  const kept = await send('PATCH', pathOf(object), object, APPLY);
  const { part } = KINDS[String(object.kind)]!;
  if (sorted(kept[part]) !== sorted(object[part])) throw new Error(`${name} does not come back whole`);
}

function pathOf({ apiVersion, kind, metadata }: JsonObject): string {
  const { name, namespace = NAMESPACE } = metadata as JsonObject;
  const plural = KINDS[String(kind)]?.plural;
  if (plural === undefined) throw new Error(`${kind} was not expected`);
  const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  return `${root}/namespaces/${namespace}/${plural}/${name}?fieldManager=test&fieldValidation=Strict`;
}

/** What the server says of a graph that is wrong: otherwise what it says of right ones would mean nothing. */
async function expectRefusal(graph: JsonObject | undefined): Promise<void> {
  if (graph === undefined) throw new Error('no request renders');
  const body = { ...graph, spec: { ...(graph.spec as JsonObject), noSuchField: true } };
  const { status } = await server.call('PATCH', `${pathOf(graph)}&dryRun=All`, { type: APPLY, body });
  if (status < 400) throw new Error('a graph with an unknown field is taken');
}

async function ensureNamespace(name: string): Promise<void> {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  const { status } = await server.call('POST', '/api/v1/namespaces', { body: namespace });
  if (status !== 201 && status !== 409) throw new Error(`the namespace ${name} cannot be created: ${status}`);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

async function waitUntilGone(path: string): Promise<void> {
  while ((await server.call('GET', path)).status !== 404) await new Promise((done) => setTimeout(done, 100));
}

/** Creates an object; a kind that was just defined needs a moment. */
async function create(path: string, object: JsonObject): Promise<JsonObject> {
  const created = await send('POST', path, object);
  if (path === CRDS) await waitUntilServed(object);
  return created;
}

async function waitUntilServed({ spec }: JsonObject): Promise<void> {
  const { names, versions } = spec as { names: { plural: string }; versions: { name: string }[] };
  const path = `/apis/nvidia.com/${versions[0]?.name}/${names.plural}`;
  while ((await server.call('GET', path)).status !== 200) await new Promise((done) => setTimeout(done, 100));
}

async function send(method: string, path: string, body?: JsonObject, type?: string): Promise<JsonObject> {
  const sent = body === undefined ? undefined : { body, ...(type !== undefined && { type }) };
  const { status, object } = await server.call(method, path, sent);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(object)}`);
  return object;
}
