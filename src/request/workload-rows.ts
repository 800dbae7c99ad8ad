import type { DefaultRow } from './default-row.ts';
import { choiceOf, FLAG, TEXT } from './value-kinds.ts';
import { DISCOVERY, EVENT_PLANE, FS_GROUP, NAMESPACE_NAME, SECRET_NAMES } from './workload-kinds.ts';
import { MULTINODE_FORMS, UPDATE_WAYS, WORKLOAD_DEFAULTS } from './workload-options.ts';

const { discovery, eventPlane, multinode, imagePullSecrets, fsGroup, updates, podMonitors, crd } = WORKLOAD_DEFAULTS;

/** What a host may say about plain workloads: rows of the table of defaults. */
export const WORKLOAD_ROWS = {
  'workloads.namespace': {
    about: 'request',
    kind: NAMESPACE_NAME,
    description: 'Namespace of plain workloads whose graph names none',
    option: { name: 'workloads-namespace', value: 'NAMESPACE' },
    example: 'serving',
  },
  'workloads.discovery': {
    about: 'request',
    kind: DISCOVERY,
    description: 'How processes of plain workloads find each other: kubernetes, or an etcd',
    fallback: discovery,
    option: {
      name: 'discovery',
      value: 'HOW',
      help: 'how processes of plain workloads find each other: kubernetes (default) or etcd=ENDPOINTS',
    },
  },
  'workloads.eventPlane': {
    about: 'request',
    kind: EVENT_PLANE,
    description: 'What carries the events of plain workloads: zmq, or a NATS',
    fallback: eventPlane,
    option: {
      name: 'event-plane',
      value: 'HOW',
      help: 'what carries the events of plain workloads: zmq (default) or nats=URL',
    },
  },
  'workloads.multinode': {
    about: 'request',
    kind: choiceOf(MULTINODE_FORMS),
    description: 'What becomes of replicas that span nodes: a LeaderWorkerSet, or an error',
    fallback: multinode,
    option: {
      name: 'multinode',
      value: 'FORM',
      help: `replicas that span nodes: ${MULTINODE_FORMS.join(' (default) or ')}`,
    },
  },
  'workloads.imagePullSecrets': {
    about: 'request',
    kind: SECRET_NAMES,
    description: 'Secrets with which the pods of plain workloads fetch their images',
    fallback: imagePullSecrets,
    option: {
      name: 'image-pull-secret',
      value: 'NAME',
      help: 'Secret with which the pods of plain workloads fetch their images; may be repeated',
    },
    example: ['nvcr'],
  },
  'workloads.modelExpress': {
    about: 'request',
    kind: TEXT,
    description: 'Address of a Model Express server, for plain workloads',
    option: { name: 'model-express', value: 'URL' },
  },
  'workloads.prometheus': {
    about: 'request',
    kind: TEXT,
    description: 'Address of a Prometheus server, for plain workloads',
    option: { name: 'prometheus', value: 'URL' },
  },
  'workloads.fsGroup': {
    about: 'request',
    kind: FS_GROUP,
    description: 'Group of the volumes of plain workloads; null where the cluster sets one itself, as OpenShift does',
    fallback: fsGroup,
    option: { name: 'fs-group', value: 'N', help: 'group of the volumes of plain workloads (1000), or none' },
  },
  'workloads.updates': {
    about: 'request',
    kind: choiceOf(UPDATE_WAYS),
    description: 'How changed workers take the place of those that run: by generation, blueGreen, or shared',
    fallback: updates,
    option: {
      name: 'updates',
      value: 'WAY',
      help: `how changed workers take the place of others: ${UPDATE_WAYS.join(', ')} (default generation)`,
    },
    example: 'blueGreen',
  },
  'workloads.podMonitors': {
    about: 'request',
    kind: FLAG,
    description: 'Whether plain workloads have PodMonitors for the Prometheus operator',
    fallback: podMonitors,
    option: { name: 'pod-monitors', help: 'PodMonitors beside plain workloads' },
  },
  'workloads.crd': {
    about: 'request',
    kind: FLAG,
    description: "Whether the CRD of the workers' metadata stands before plain workloads; it belongs to the cluster",
    fallback: crd,
    option: { name: 'crd', help: 'the CRD that the cluster needs once, before plain workloads' },
  },
} as const satisfies Readonly<Record<string, DefaultRow>>;
