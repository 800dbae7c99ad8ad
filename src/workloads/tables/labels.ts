import { createHash } from 'node:crypto';
import { GRAPH_LABEL, NAMESPACE_LABEL, TYPE_LABEL } from '../../kinds.ts';
import { isWorker } from '../component.ts';
import type { Facts } from '../facts.ts';

/** Things of a component that have labels. */
export type Labelled = 'workload' | 'pod' | 'service';

/** A label that the user cannot set. */
export interface LabelRow {
  readonly key: string;
  readonly on: readonly Labelled[];
  /** Whether the Service chooses its pods by it. */
  readonly selects?: boolean;
  readonly value: (facts: Facts) => string | undefined;
}

/** By which a Deployment knows its pods. */
export const SELECTOR_LABEL = 'nvidia.com/selector';
export const METRICS_LABEL = 'nvidia.com/metrics-enabled';
/** Annotation that takes pods out of the collection of metrics. */
const METRICS_ANNOTATION = 'nvidia.com/enable-metrics';

const EVERYWHERE: readonly Labelled[] = ['workload', 'pod', 'service'];
/** Types of components that have a label of their own for what kind of worker they are. */
const SUB_TYPES: readonly string[] = ['prefill', 'decode'];
/** Values of the label by which LeaderWorkerSet's pods are told apart. */
const GROUP_ROLES: Readonly<Record<Facts['role'], string | undefined>> = {
  main: undefined,
  leader: 'leader',
  follower: 'worker',
};

/** Sources: ai-dynamo, deploy/operator/internal/dynamo/graph.go and internal/consts/consts.go, 1.2 to 1.5. */
export const LABELS: readonly LabelRow[] = [
  { key: GRAPH_LABEL, on: EVERYWHERE, value: ({ graph }) => graph.name },
  { key: 'nvidia.com/dynamo-component', on: EVERYWHERE, selects: true, value: ({ component }) => component.name },
  { key: NAMESPACE_LABEL, on: EVERYWHERE, selects: true, value: (facts) => facts.dynamoNamespace },
  { key: TYPE_LABEL, on: ['pod'], selects: true, value: ({ component }) => component.type || undefined },
  {
    key: 'nvidia.com/dynamo-sub-component-type',
    on: EVERYWHERE,
    value: ({ component: { type } }) => (SUB_TYPES.includes(type) ? type : undefined),
  },
  {
    key: 'nvidia.com/dynamo-worker-hash',
    on: EVERYWHERE,
    value: ({ component, graph }) => (isWorker(component) ? graph.hash : undefined),
  },
  { key: SELECTOR_LABEL, on: ['pod'], value: ({ role, name }) => (role === 'main' ? name : undefined) },
  {
    key: METRICS_LABEL,
    on: ['pod'],
    value: ({ component }) => (component.annotations[METRICS_ANNOTATION] === 'false' ? undefined : 'true'),
  },
  // The runtime reads both on EndpointSlices, which take the labels of their Service.
  {
    key: 'nvidia.com/dynamo-discovery-backend',
    on: ['pod', 'service'],
    value: ({ isDiscovered }) => (isDiscovered ? 'kubernetes' : undefined),
  },
  {
    key: 'nvidia.com/dynamo-discovery-enabled',
    on: ['pod', 'service'],
    value: ({ isDiscovered }) => (isDiscovered ? 'true' : undefined),
  },
  {
    key: 'nvidia.com/dynamo-base-model-hash',
    on: EVERYWHERE,
    value: ({ component: { model } }) => (model === undefined ? undefined : shortHash(model)),
  },
  { key: 'role', on: ['pod'], value: ({ role }) => GROUP_ROLES[role] },
];

/** An annotation of workload, pods and Service that the user cannot set. */
export interface AnnotationRow {
  readonly key: string;
  readonly on: readonly Labelled[];
  readonly value: (facts: Facts) => string | undefined;
}

export const ANNOTATIONS: readonly AnnotationRow[] = [
  { key: 'nvidia.com/dynamo-base-model', on: EVERYWHERE, value: ({ component }) => component.model },
  { key: 'nvidia.com/restartAt', on: ['pod'], value: ({ graph }) => graph.restart },
];

/**
 * Annotations of a graph's own metadata that act on every component, and are found on what is made of each. Source:
 * ai-dynamo, deploy/operator/internal/dynamo/graph.go.
 */
export const PROPAGATED: readonly string[] = [
  METRICS_ANNOTATION,
  'nvidia.com/dynamo-discovery-backend',
  'nvidia.com/vllm-distributed-executor-backend',
];

/** First 8 hexadecimal digits of the SHA-256 of a text. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
