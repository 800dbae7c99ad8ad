import type { JsonObject } from '../json.ts';

/** What is to be read, and the right that it takes. */
export interface Read {
  /** Below the server's address, with its parts encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly right: Right;
}

/** An RBAC rule that allows a read. */
export interface Right {
  readonly verb: 'get' | 'list';
  /** Plural, as roles name it. */
  readonly resource: string;
  /** API group; empty for the core. */
  readonly group: string;
  /** Undefined for what belongs to the whole cluster. */
  readonly namespace?: string;
}

/** An answer of the API server: whatever was asked for, or its `Status`. */
export interface Reply {
  readonly status: number;
  readonly object: JsonObject;
}

/** A cluster that can be read. Nothing is ever written. */
export interface Cluster {
  /** Name of the context that it was opened by. */
  readonly context: string;
  /** Name of the user in the kubeconfig. */
  readonly user: string;
  /** Namespace of the context, `default` where it has none. */
  readonly namespace: string;
  /** Where the server is, for people: without path and credentials. */
  readonly server: string;
  readonly timeoutMs: number;
  /** Reads once, whatever the status; throws CLUSTER_UNREACHABLE where there is no proper answer. */
  readonly get: (read: Read) => Promise<Reply>;
}
