import type { JsonObject } from '../../json.ts';
import type { Facts } from '../facts.ts';
import { executorOf } from '../nodes/executor.ts';

/** A variable of the main container. */
export interface VariableRow {
  readonly name: string;
  /** Types of components that have it; all without. */
  readonly types?: readonly string[];
  /**
   * `first` for what other values may name, `default` for what the user may overrule, `last` for what nobody may.
   */
  readonly place: 'first' | 'default' | 'last';
  /** A text, or a field of the pod; undefined where the pod does not have the variable. */
  readonly value: (facts: Facts) => string | { readonly field: string } | undefined;
}

const WORKERS = ['worker', 'prefill', 'decode'] as const;
const FRONTEND = ['frontend'] as const;

/**
 * Sources: ai-dynamo, deploy/operator/internal/dynamo/component_*.go and graph.go, of 1.2 to 1.5; the event plane is ours,
 * since 1.2 would look for a NATS without it.
 */
export const VARIABLES: readonly VariableRow[] = [
  { name: 'POD_NAME', place: 'first', value: () => ({ field: 'metadata.name' }) },
  { name: 'POD_NAMESPACE', place: 'first', value: () => ({ field: 'metadata.namespace' }) },
  { name: 'POD_UID', place: 'first', value: () => ({ field: 'metadata.uid' }) },
  ...defaults({
    DYN_NAMESPACE: ({ dynamoNamespace }) => dynamoNamespace,
    DYN_COMPONENT: ({ component }) => component.type || undefined,
    DYN_PARENT_DGD_K8S_NAME: ({ graph }) => (graph.namespace === undefined ? undefined : graph.name),
    DYN_PARENT_DGD_K8S_NAMESPACE: ({ graph }) => graph.namespace,
    DYN_DISCOVERY_BACKEND: ({ isDiscovered }) => (isDiscovered ? 'kubernetes' : undefined),
    DYN_EVENT_PLANE: ({ graph }) => (graph.options.eventPlane === 'zmq' ? 'zmq' : 'nats'),
    NATS_SERVER: ({ graph: { options } }) => (options.eventPlane === 'zmq' ? undefined : options.eventPlane.nats),
    ETCD_ENDPOINTS: ({ graph: { options } }) => {
      return options.discovery === 'kubernetes' ? undefined : options.discovery.etcd;
    },
    MODEL_EXPRESS_URL: ({ graph }) => graph.options.modelExpress,
    PROMETHEUS_ENDPOINT: ({ graph }) => graph.options.prometheus,
  }),
  ...defaults(
    { DYNAMO_PORT: () => '8000', DYN_HTTP_PORT: () => '8000', DYN_NAMESPACE_PREFIX: (facts) => facts.dynamoNamespace },
    FRONTEND,
  ),
  ...defaults(
    {
      DYN_SYSTEM_ENABLED: () => 'true',
      DYN_SYSTEM_PORT: () => '9090',
      // Called unused by the runtime's log; without it no worker was ever ready in 1.3 to 1.6.
      DYN_SYSTEM_USE_ENDPOINT_HEALTH_STATUS: () => '["generate"]',
      DYN_HEALTH_CHECK_ENABLED: () => 'false',
      DYN_FORWARDPASS_METRIC_PORT: () => '20380',
      NIXL_TELEMETRY_ENABLE: () => 'n',
      NIXL_TELEMETRY_EXPORTER: () => 'prometheus',
      NIXL_TELEMETRY_PROMETHEUS_PORT: () => '19090',
      DYN_NAMESPACE_WORKER_SUFFIX: ({ graph }) => graph.hash,
    },
    WORKERS,
  ),
  {
    name: 'VLLM_NIXL_SIDE_CHANNEL_HOST',
    place: 'last',
    value: (facts) => {
      const isOne = facts.role === 'main' || facts.backend !== 'vllm' || executorOf(facts.component) !== 'mp';
      return isOne ? undefined : { field: 'status.podIP' };
    },
  },
  {
    name: 'VLLM_CACHE_ROOT',
    place: 'last',
    value: ({ backend, cachePath }) => (backend === 'vllm' ? cachePath : undefined),
  },
];

/** What a container's list of variables has for a value. */
export function variable(name: string, value: string | { readonly field: string }): JsonObject {
  return typeof value === 'string' ? { name, value } : { name, valueFrom: { fieldRef: { fieldPath: value.field } } };
}

function defaults(
  values: Readonly<Record<string, VariableRow['value']>>,
  types?: readonly string[],
): readonly VariableRow[] {
  return Object.entries(values).map(([name, value]) => ({
    name,
    place: 'default',
    value,
    ...(types !== undefined && { types }),
  }));
}
