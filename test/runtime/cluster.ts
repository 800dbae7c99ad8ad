import type { JsonObject } from '../../src/json.ts';

/** Where the objects of a graph are applied, and what its pods then find; there are no nodes and no controllers. */
export interface Cluster {
  readonly start: (namespace: string) => Promise<void>;
  /** Applies objects, which whoever renders them or a controller could have written, in their order. */
  readonly apply: (objects: readonly JsonObject[]) => Promise<void>;
  /** How the pods of a service account reach the API server: the cluster and the user of a kubeconfig. */
  readonly connect: (account: string) => Promise<Connection>;
  /** `verb resource` of all that pods asked for, sorted, by whether they were let. */
  readonly asked: () => Asked;
  readonly stop: () => Promise<void>;
}

export interface Connection {
  readonly cluster: JsonObject;
  readonly user: JsonObject;
}

export interface Asked {
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
}

/** The text of a kubeconfig, which is YAML as any JSON is. */
export function kubeconfigText({ cluster, user }: Connection, namespace: string): string {
  const context = { cluster: 'c', user: 'u', namespace };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'x', context }],
    'current-context': 'x',
  });
}
