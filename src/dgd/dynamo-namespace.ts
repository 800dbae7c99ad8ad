import type { JsonObject } from '../json.ts';
import { objectIn } from '../json-reading.ts';
import { graphServices } from './services.ts';

/** What the components of `globalDynamoNamespace` share. */
const GLOBAL = 'dynamo';

/** The namespace of a graph; undefined where it names none. */
export function namespaceOf(graph: JsonObject): string | undefined {
  const { namespace } = objectIn(graph, 'metadata');
  return typeof namespace === 'string' && namespace !== '' ? namespace : undefined;
}

/**
 * Name under which the processes of a component find each other, which has nothing to do with a namespace of Kubernetes.
 * Without a namespace it is the graph's name alone. Source: ai-dynamo, deploy/operator/api/v1beta1, `ComputeDynamoNamespace`.
 */
export function dynamoNamespace(graph: string, namespace: string | undefined, isGlobal: boolean): string {
  if (isGlobal) return GLOBAL;
  const name = graph.replaceAll('.', '-');
  return namespace === undefined ? name : `${namespace}-${name}`;
}

/** Every Dynamo namespace that a graph has; `namespace` is that of graphs that name none. */
export function dynamoNamespaces(graph: JsonObject, namespace: string | undefined): readonly string[] {
  const { name } = objectIn(graph, 'metadata');
  const own = namespaceOf(graph) ?? namespace;
  const found = graphServices(graph).map(({ object }) => {
    return dynamoNamespace(String(name ?? ''), own, object.globalDynamoNamespace === true);
  });
  return [...new Set(found)];
}

/**
 * Whether a frontend with the first name also sends requests to workers of the second: it takes every name that starts with
 * its own, and with the global one every name at all. Source: ai-dynamo, lib/llm/src/namespace.rs; tried with 1.3 and 1.6.
 */
export function sees(frontend: string, workers: string): boolean {
  return frontend === GLOBAL || workers.startsWith(frontend);
}
