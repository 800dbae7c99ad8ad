import { getIn, isObject, type Json, type JsonObject } from '../json.ts';
import type { Cluster } from './api.ts';
import { type ListOptions, listAll } from './list.ts';

/** A node, as far as its GPUs go. */
export interface Node {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** GPUs that pods can ask for (`nvidia.com/gpu` of the node's capacity); 0 where there is no device plugin. */
  readonly capacity: number;
  /** Whether it is ready and takes pods. */
  readonly isAvailable: boolean;
}

/** All nodes, or those that a label selector matches; in the server's order, which is that of their names. */
export async function listNodes(
  cluster: Cluster,
  selector: string | undefined,
  options: ListOptions = {},
): Promise<Node[]> {
  const read = {
    path: '/api/v1/nodes',
    query: selector === undefined ? {} : { labelSelector: selector },
    right: { verb: 'list', resource: 'nodes', group: '' },
  } as const;
  return (await listAll(cluster, read, options)).map(toNode);
}

function toNode(object: JsonObject): Node {
  const labels = getIn(object, 'metadata', 'labels');
  return {
    name: String(getIn(object, 'metadata', 'name') ?? ''),
    labels: isObject(labels)
      ? Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, String(value)]))
      : {},
    capacity: Number(getIn(object, 'status', 'capacity', 'nvidia.com/gpu') ?? 0),
    isAvailable: isReady(getIn(object, 'status', 'conditions')) && getIn(object, 'spec', 'unschedulable') !== true,
  };
}

function isReady(conditions: Json | undefined): boolean {
  const list = Array.isArray(conditions) ? conditions.filter(isObject) : [];
  return list.some(({ type, status }) => type === 'Ready' && status === 'True');
}
