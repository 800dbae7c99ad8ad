import { RenderError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Cluster, Read, Reply } from './api.ts';
import { refusal } from './refusal.ts';

/** How a list is read; the defaults suit nodes. */
export interface ListOptions {
  /** Objects that the server is asked for at once. */
  readonly pageSize?: number;
}

const STATUS_OK = 200;
/** The server no longer has the state that a page continues (Kubernetes API concepts, "Retrieving large results sets"). */
const STATUS_GONE = 410;
/** Half of what kubectl asks for: nodes are large objects. */
const PAGE_SIZE = 250;
/** Twice the largest cluster that Kubernetes supports. */
const MOST_OBJECTS = 10_000;

/**
 * All objects of a list, page by page. A list whose state ran out between two pages is read again from its beginning, once.
 * Throws CLUSTER_REFUSED, CLUSTER_UNREACHABLE, INPUT_TOO_LARGE.
 */
export async function listAll(cluster: Cluster, read: Read, options: ListOptions = {}): Promise<JsonObject[]> {
  const first = await listOnce(cluster, read, options);
  const items = first.items ?? (await listOnce(cluster, read, options)).items;
  if (items === undefined) throw refusal(cluster, read, first.reply);
  return items;
}

interface Listed {
  /** Undefined where the state ran out. */
  readonly items: JsonObject[] | undefined;
  readonly reply: Reply;
}

async function listOnce(cluster: Cluster, read: Read, options: ListOptions): Promise<Listed> {
  const { pageSize = PAGE_SIZE } = options;
  const items: JsonObject[] = [];
  let token = '';
  for (;;) {
    const query = { ...read.query, limit: String(pageSize), ...(token !== '' && { continue: token }) };
    const reply = await cluster.get({ ...read, query });
    if (reply.status === STATUS_GONE && token !== '') return { items: undefined, reply };
    if (reply.status !== STATUS_OK) throw refusal(cluster, read, reply);
    items.push(...itemsOf(reply));
    token = tokenOf(reply);
    if (token === '') return { items, reply };
    if (items.length >= MOST_OBJECTS) throw tooMany(read);
  }
}

function itemsOf({ object }: Reply): JsonObject[] {
  return Array.isArray(object.items) ? object.items.filter(isObject) : [];
}

function tokenOf({ object: { metadata } }: Reply): string {
  return isObject(metadata) && typeof metadata.continue === 'string' ? metadata.continue : '';
}

function tooMany({ right }: Read): RenderError {
  return new RenderError('INPUT_TOO_LARGE', {
    message: `the cluster has more than ${MOST_OBJECTS} ${right.resource}`,
    hint: 'read a part of them with --node-selector',
  });
}
