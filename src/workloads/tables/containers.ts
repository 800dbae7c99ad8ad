import type { JsonObject } from '../../json.ts';
import type { Facts } from '../facts.ts';

/** A row that some types of components have; all without `types`. */
interface ForTypes {
  readonly types?: readonly string[];
}

/** The rows of a type. */
export function rowsOf<T extends ForTypes>(rows: readonly T[], type: string): T[] {
  return rows.filter(({ types }) => types?.includes(type) ?? true);
}

export interface CommandRow extends ForTypes {
  readonly command: readonly string[];
  readonly args?: readonly string[];
}

export interface PortRow extends ForTypes {
  readonly name: string;
  readonly port: number;
}

export interface ProbeRow extends ForTypes {
  readonly kind: 'livenessProbe' | 'readinessProbe' | 'startupProbe';
  readonly probe: JsonObject;
}

export interface PodRow {
  readonly key: string;
  readonly value: (facts: Facts) => string | number | JsonObject | undefined;
}

const WORKERS = ['worker', 'prefill', 'decode'] as const;
const FRONTEND = ['frontend'] as const;
const TCP = 'TCP';

/** Command and arguments of the main container; the last row of a type counts. */
export const COMMANDS: readonly CommandRow[] = [
  { command: ['/bin/sh', '-c'] },
  { types: FRONTEND, command: ['python3'], args: ['-m', 'dynamo.frontend'] },
];

/** Ports of the main container. */
export const PORTS: readonly PortRow[] = [
  { types: FRONTEND, name: 'http', port: 8000 },
  { types: WORKERS, name: 'system', port: 9090 },
  { types: WORKERS, name: 'nixl', port: 19090 },
];

/** The one port of a component's Service, to the container port of the same name; the last row of a type counts. */
export const SERVICE_PORTS: readonly PortRow[] = [
  { name: 'system', port: 9090 },
  { types: FRONTEND, name: 'http', port: 8000 },
];

/** Probes of the main container; times in seconds. The startup probe of a worker gives it two hours. */
export const PROBES: readonly ProbeRow[] = [
  {
    types: FRONTEND,
    kind: 'livenessProbe',
    probe: { ...ask('/live', 'http'), initialDelaySeconds: 15, ...every(10), timeoutSeconds: 1, failureThreshold: 3 },
  },
  {
    types: FRONTEND,
    kind: 'readinessProbe',
    probe: { ...ask('/health', 'http'), initialDelaySeconds: 10, ...every(10), timeoutSeconds: 3, failureThreshold: 3 },
  },
  {
    types: WORKERS,
    kind: 'livenessProbe',
    probe: { ...ask('/live', 'system'), ...every(5), timeoutSeconds: 4, failureThreshold: 1 },
  },
  {
    types: WORKERS,
    kind: 'readinessProbe',
    probe: { ...ask('/health', 'system'), ...every(10), timeoutSeconds: 4, failureThreshold: 3 },
  },
  {
    types: WORKERS,
    kind: 'startupProbe',
    probe: { ...ask('/live', 'system'), ...every(10), timeoutSeconds: 5, failureThreshold: 720 },
  },
];

/** Account of pods that need none: that of every namespace. */
const NO_ACCOUNT = 'default';

/** What a pod has where the user says nothing. */
export const POD_DEFAULTS: readonly PodRow[] = [
  { key: 'restartPolicy', value: () => 'Always' },
  { key: 'terminationGracePeriodSeconds', value: () => 60 },
  {
    key: 'serviceAccountName',
    value: ({ graph, isDiscovered }) => (isDiscovered ? accountName(graph.name) : NO_ACCOUNT),
  },
  {
    key: 'securityContext',
    value: ({ graph: { options } }) => (options.fsGroup === null ? undefined : { fsGroup: options.fsGroup }),
  },
];

/** Name of the account by which the pods of a graph look at the cluster. */
export function accountName(graph: string): string {
  return `${graph}-k8s-service-discovery`;
}

/** A container port or the port of a Service. */
export function portOf({ name, port }: PortRow, key: 'containerPort' | 'port'): JsonObject {
  return { name, [key]: port, protocol: TCP, ...(key === 'port' && { targetPort: name }) };
}

function ask(path: string, port: string): JsonObject {
  return { httpGet: { path, port } };
}

function every(periodSeconds: number): JsonObject {
  return { periodSeconds };
}
