/** Forms in which a finished graph is put out: as it is, or as the plain objects that an operator would make of it. */
export const OUTPUT_FORMS = ['graph', 'workloads'] as const;
export type OutputForm = (typeof OUTPUT_FORMS)[number];

/** How the processes of a graph find each other: by objects of the cluster, or by an etcd with these endpoints. */
export type Discovery = 'kubernetes' | { readonly etcd: string };

/** What carries the events of workers to routers: ZMQ between the pods, or a NATS with this address. */
export type EventPlane = 'zmq' | { readonly nats: string };

export const MULTINODE_FORMS = ['leaderWorkerSet', 'refuse'] as const;
export const UPDATE_WAYS = ['generation', 'blueGreen', 'shared'] as const;

/** What a host may say about plain workloads; every member but those without a fallback has a value. */
export interface WorkloadOptions {
  /** Of graphs that name none. */
  readonly namespace: string | undefined;
  readonly discovery: Discovery;
  readonly eventPlane: EventPlane;
  /** What becomes of a component whose replicas span nodes. */
  readonly multinode: (typeof MULTINODE_FORMS)[number];
  /** Names of Secrets of every pod, besides those of the graph. */
  readonly imagePullSecrets: readonly string[];
  /** Address of a Model Express server. */
  readonly modelExpress: string | undefined;
  /** Address of a Prometheus server. */
  readonly prometheus: string | undefined;
  /** Group of the volumes of pods without a security context; null for none, where the cluster sets one itself. */
  readonly fsGroup: number | null;
  /** How a change of the workers takes the place of what runs. */
  readonly updates: (typeof UPDATE_WAYS)[number];
  readonly podMonitors: boolean;
  /** Whether the CRD of the workers' metadata is put out too. */
  readonly crd: boolean;
}

/** What was said, filled up. */
export function toWorkloadOptions(
  said: { readonly [K in keyof WorkloadOptions]?: WorkloadOptions[K] | undefined },
): WorkloadOptions {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return { ...WORKLOAD_DEFAULTS, ...Object.fromEntries(given) };
}

/** What holds where nobody says anything. 1000 is the group that the operator sets. */
export const WORKLOAD_DEFAULTS: WorkloadOptions = {
  namespace: undefined,
  discovery: 'kubernetes',
  eventPlane: 'zmq',
  multinode: 'leaderWorkerSet',
  imagePullSecrets: [],
  modelExpress: undefined,
  prometheus: undefined,
  fsGroup: 1000,
  updates: 'generation',
  podMonitors: false,
  crd: false,
};
