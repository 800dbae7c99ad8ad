import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { listIn, objectIn } from '../../src/json-reading.ts';
import { refOf } from '../../src/krm/identity.ts';
import type { Asked, Cluster, Connection } from './cluster.ts';

/** What the processes of a graph ask an API server for, as paths have it: group, version and plural. */
const SERVED = ['discovery.k8s.io/v1/endpointslices', 'nvidia.com/v1alpha1/dynamoworkermetadatas'] as const;
const PATH = /^\/apis\/([^/]+)\/([^/]+)\/namespaces\/([^/]+)\/([^/?]+)(?:\/([^/?]+))?$/;
const KINDS: Readonly<Record<string, string>> = {
  endpointslices: 'EndpointSlice',
  dynamoworkermetadatas: 'DynamoWorkerMetadata',
};

interface Watch {
  readonly prefix: string;
  readonly selector: string;
  readonly answer: ServerResponse;
}

/**
 * As much of an API server as the runtime asks for: lists and watches of two kinds, server-side apply, one CRD and the Role of
 * one account. For machines that have no real one.
 */
export class StandIn implements Cluster {
  readonly #objects = new Map<string, JsonObject>();
  readonly #watches = new Set<Watch>();
  readonly #server = createServer((request, answer) => void this.#answer(request, answer));
  readonly #refused = new Set<string>();
  readonly #allowed = new Set<string>();
  #rules: readonly Json[] = [];
  #hasCrd = false;
  #namespace = '';
  #version = 1;

  async start(namespace: string): Promise<void> {
    this.#namespace = namespace;
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async apply(objects: readonly JsonObject[]): Promise<void> {
    for (const object of objects) {
      const { kind, name } = refOf(object);
      if (kind === 'CustomResourceDefinition') this.#hasCrd = true;
      if (kind === 'Role') this.#rules = listIn(object, 'rules');
      const folder = `/apis/discovery.k8s.io/v1/namespaces/${this.#namespace}/endpointslices`;
      if (kind === 'EndpointSlice') this.#put(`${folder}/${name}`, object);
    }
  }

  async connect(): Promise<Connection> {
    const { port } = this.#server.address() as AddressInfo;
    return { cluster: { server: `http://127.0.0.1:${port}` }, user: { token: 'token' } };
  }

  asked(): Asked {
    return { allowed: [...this.#allowed].sort(), refused: [...this.#refused].sort() };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #put(path: string, object: JsonObject): void {
    const known = this.#objects.get(path);
    this.#version += 1;
    const { uid = `uid-${this.#version}` } = objectIn(known, 'metadata');
    const metadata = { ...objectIn(object, 'metadata'), uid, resourceVersion: String(this.#version) };
    const stored = { ...object, metadata };
    this.#objects.set(path, stored);
    this.#tell(path, known === undefined ? 'ADDED' : 'MODIFIED', stored);
  }

  #tell(path: string, type: string, object: JsonObject): void {
    for (const { prefix, selector, answer } of this.#watches) {
      if (path.startsWith(`${prefix}/`) && isChosen(object, selector))
        answer.write(`${JSON.stringify({ type, object })}\n`);
    }
  }

  async #answer(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
    const [, group = '', version = '', , plural = '', name] = PATH.exec(pathname) ?? [];
    const verb = verbOf(request.method, name, searchParams.get('watch'));
    const isServed = SERVED.some((one) => one === `${group}/${version}/${plural}`);
    if (!isServed || (group === 'nvidia.com' && !this.#hasCrd)) return send(answer, 404, status(404, 'NotFound'));
    if (!this.#isAllowed(verb, group, plural)) {
      this.#refused.add(`${verb} ${plural}`);
      return send(answer, 403, status(403, 'Forbidden'));
    }
    this.#allowed.add(`${verb} ${plural}`);
    if (verb === 'patch') return this.#apply(pathname, request, answer);
    if (verb === 'delete') return this.#remove(pathname, answer);
    if (name !== undefined) return this.#one(pathname, answer);
    const selector = searchParams.get('labelSelector') ?? '';
    const items = [...this.#objects].filter(
      ([path, object]) => path.startsWith(`${pathname}/`) && isChosen(object, selector),
    );
    if (verb === 'watch')
      return this.#watch({ prefix: pathname, selector, answer }, items, searchParams.get('resourceVersion'));
    const kind = `${KINDS[plural]}List`;
    const metadata = { resourceVersion: String(this.#version) };
    send(answer, 200, { apiVersion: `${group}/${version}`, kind, metadata, items: items.map(([, object]) => object) });
  }

  #isAllowed(verb: string, group: string, plural: string): boolean {
    return this.#rules.some((rule) => {
      return (
        listIn(rule, 'apiGroups').includes(group) &&
        listIn(rule, 'resources').includes(plural) &&
        listIn(rule, 'verbs').includes(verb)
      );
    });
  }

  async #apply(path: string, request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const sent: unknown = JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'));
    const isNew = !this.#objects.has(path);
    if (isNew && !this.#isAllowed('create', 'nvidia.com', 'dynamoworkermetadatas'))
      return send(answer, 403, status(403, 'Forbidden'));
    this.#put(path, isObject(sent) ? sent : {});
    send(answer, isNew ? 201 : 200, this.#objects.get(path) ?? {});
  }

  #remove(path: string, answer: ServerResponse): void {
    const object = this.#objects.get(path);
    if (object !== undefined) {
      this.#objects.delete(path);
      this.#tell(path, 'DELETED', object);
    }
    send(answer, object === undefined ? 404 : 200, object ?? status(404, 'NotFound'));
  }

  #one(path: string, answer: ServerResponse): void {
    const object = this.#objects.get(path);
    send(answer, object === undefined ? 404 : 200, object ?? status(404, 'NotFound'));
  }

  #watch(watch: Watch, items: readonly (readonly [string, JsonObject])[], since: string | null): void {
    const { answer } = watch;
    answer.writeHead(200, { 'Content-Type': 'application/json' });
    answer.flushHeaders();
    for (const [, object] of items) {
      const { resourceVersion } = objectIn(object, 'metadata');
      if (Number(resourceVersion) > Number(since ?? 0)) answer.write(`${JSON.stringify({ type: 'ADDED', object })}\n`);
    }
    this.#watches.add(watch);
    answer.on('close', () => this.#watches.delete(watch));
  }
}

function verbOf(method: string | undefined, name: string | undefined, watch: string | null): string {
  if (method === 'PATCH') return 'patch';
  if (method === 'DELETE') return 'delete';
  if (name !== undefined) return 'get';
  return watch === '1' || watch === 'true' ? 'watch' : 'list';
}

/** Whether an object has the labels of a selector such as `a=b,c==d,e`. */
function isChosen(object: JsonObject, selector: string): boolean {
  const labels = objectIn(object, 'metadata', 'labels');
  return selector
    .split(',')
    .filter((term) => term !== '')
    .every((term) => {
      const [key = '', value] = term.split(/==?/);
      return value === undefined ? labels[key] !== undefined : labels[key] === value;
    });
}

function status(code: number, reason: string): JsonObject {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message: reason, reason, code };
}

function send(answer: ServerResponse, code: number, body: JsonObject): void {
  answer.writeHead(code, { 'Content-Type': 'application/json' });
  answer.end(JSON.stringify(body));
}
