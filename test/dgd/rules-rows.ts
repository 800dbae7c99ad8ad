import type { GraphVersion, Release } from '../../src/releases.ts';
import { type Edit, v1 } from './rules-support.ts';

/** A graph that breaks a rule and nothing near it: what is set, and where the problem is. */
export interface Row {
  readonly rule: string;
  readonly versions?: readonly GraphVersion[];
  /** The first release of the rule, or else 1.3, where this is absent. */
  readonly target?: Release;
  readonly edits: readonly Edit[];
  readonly at: readonly (string | number)[];
  /** Another rule says the same at that place before the first or from the last release on. */
  readonly hasTwin?: boolean;
}

const ANNOTATIONS = ['metadata', 'annotations'];
const ORDER = ['spec', 'restart', 'strategy', 'order'];
const POLICY = ['spec', 'experimental', 'kvTransferPolicy'];
const DISCOVERY = 'nvidia.com/dynamo-kube-discovery-mode';
const EXECUTOR = 'nvidia.com/vllm-distributed-executor-backend';
const GROVE = 'nvidia.com/enable-grove';
const NO_GROVE: Edit = [[...ANNOTATIONS, GROVE], 'False'];
const MEMORY: Edit = [['$memory'], { enabled: true }];
const INTER_POD: Edit = [['$memory'], { enabled: true, mode: 'interPod' }];
const PICKER: Edit = [['$type'], 'epp'];
const PICKER_CONFIG: Edit = [['$worker', 'eppConfig'], { config: {} }];
const ONE: Edit = [['$worker', 'replicas'], 1];

const METADATA_ROWS: readonly Row[] = [
  { rule: 'a graph has a name', edits: [[['metadata'], {}]], at: ['metadata', 'name'] },
  ...['Chat', 'a_b', 'a..b', '-a', `${'a'.repeat(254)}`].map(
    (name): Row => ({
      rule: 'the name is one of a resource',
      edits: [[['metadata', 'name'], name]],
      at: ['metadata', 'name'],
    }),
  ),
  ...['a.b', 'A', 'a'.repeat(64)].map(
    (namespace): Row => ({
      rule: 'the namespace is a DNS label',
      edits: [[['metadata', 'namespace'], namespace]],
      at: ['metadata', 'namespace'],
    }),
  ),
  ...[
    ['a/b/c', 'x'],
    ['A/b', 'x'],
    ['', 'x'],
    ['-a', 'x'],
    ['team', 'a b'],
    ['team', '-a'],
    ['team', 'a'.repeat(64)],
  ].map(
    ([key = '', value = '']): Row => ({
      rule: 'labels have keys and values of labels',
      edits: [[['metadata', 'labels', key], value]],
      at: ['metadata', 'labels', key],
    }),
  ),
  ...['a b', 'a/b/c', 'é'].map(
    (key): Row => ({
      rule: 'annotations have keys of annotations',
      edits: [[[...ANNOTATIONS, key], '']],
      at: [...ANNOTATIONS, key],
    }),
  ),
  {
    rule: 'annotations are not too large',
    edits: [[[...ANNOTATIONS, 'a'], 'x'.repeat(2 ** 18)]],
    at: ANNOTATIONS,
  },
];

const GRAPH_ROWS: readonly Row[] = [
  { rule: 'v1beta1 is served', target: v1(1), edits: [], at: ['apiVersion'] },
  { rule: 'v1beta1 is admitted', edits: [], at: ['apiVersion'] },
  { rule: 'at least one service', edits: [[['$services'], null]], at: ['$services'] },
  {
    rule: 'names differ by more than case',
    versions: ['v1alpha1'],
    edits: [[['spec', 'services', 'WORKER'], {}]],
    at: ['spec', 'services', 'WORKER'],
  },
  {
    rule: 'names differ by more than case',
    versions: ['v1beta1'],
    edits: [[['spec', 'components', 2], { name: 'Worker', podTemplate: {} }]],
    at: ['spec', 'components', 2, 'name'],
  },
  {
    rule: 'restart order is for sequential restarts',
    edits: [[['spec', 'restart'], { id: '1', strategy: { type: 'Parallel', order: ['Frontend', 'worker'] } }]],
    at: ORDER,
  },
  ...[
    { order: ['Frontend', 'worker', 'worker'], at: [...ORDER, 2] },
    { order: ['Frontend', 'worker', 'other'], at: [...ORDER, 2] },
    { order: ['worker'], at: ORDER },
  ].map(
    ({ order, at }): Row => ({
      rule: 'restart order names each service once',
      edits: [[['spec', 'restart'], { id: '1', strategy: { order } }]],
      at,
    }),
  ),
  { rule: 'no restart on creation', edits: [[['spec', 'restart'], { id: '1' }]], at: ['spec', 'restart'] },
  ...['storageClass', 'size', 'volumeAccessMode'].map(
    (key): Row => ({
      rule: 'created claims are complete',
      edits: [
        [
          ['spec', 'pvcs'],
          [{ name: 'a', create: true, storageClass: 'x', size: '1Gi', volumeAccessMode: 'ReadWriteMany', [key]: null }],
        ],
      ],
      at: ['spec', 'pvcs', 0, key],
    }),
  ),
];

const ANNOTATION_ROWS: readonly Row[] = [
  ...[
    [EXECUTOR, 'mpi'],
    ['nvidia.com/dynamo-operator-origin-version', 'latest'],
    [DISCOVERY, 'Pod'],
    ['nvidia.com/grove-update-strategy', 'rolling'],
  ].map(
    ([key = '', value = '']): Row => ({
      rule: `${key} of the graph`,
      edits: [[[...ANNOTATIONS, key], value]],
      at: [...ANNOTATIONS, key],
    }),
  ),
  {
    rule: `${EXECUTOR} of a service`,
    edits: [[['$worker', 'annotations', EXECUTOR], 'mpi']],
    at: ['$worker', 'annotations', EXECUTOR],
  },
  {
    rule: `${EXECUTOR} of a pod`,
    edits: [[['$worker', 'podTemplate', 'metadata', 'annotations', EXECUTOR], 'mpi']],
    at: ['$worker', 'podTemplate', 'metadata', 'annotations', EXECUTOR],
  },
  {
    rule: 'annotations of the conversion',
    target: v1(3),
    edits: [[[...ANNOTATIONS, 'nvidia.com/dgd-spec'], '{}']],
    at: [...ANNOTATIONS, 'nvidia.com/dgd-spec'],
  },
];

const SERVICE_ROWS: readonly Row[] = [
  {
    rule: 'minAvailable is at most the replicas',
    edits: [[['$worker', 'minAvailable'], 3]],
    at: ['$worker', 'minAvailable'],
  },
  {
    rule: 'mounts have a path',
    edits: [
      [
        ['$worker', 'volumeMounts'],
        [{ name: 'a', mountPoint: '/a' }, { name: 'b' }],
      ],
    ],
    at: ['$worker', 'volumeMounts', 1, 'mountPoint'],
  },
  ...[{}, { size: '0' }].map(
    (sharedMemory): Row => ({
      rule: 'shared memory has a size',
      edits: [[['$worker', 'sharedMemory'], sharedMemory]],
      at: ['$worker', 'sharedMemory', 'size'],
    }),
  ),
  {
    rule: 'disabled shared memory has no size',
    edits: [[['$worker', 'sharedMemory'], { disabled: true, size: '1Gi' }]],
    at: ['$worker', 'sharedMemory', 'size'],
  },
  {
    rule: 'shared memory is not negative',
    versions: ['v1alpha1'],
    edits: [[['$worker', 'sharedMemory'], { size: '-1Gi' }]],
    at: ['$worker', 'sharedMemory', 'size'],
  },
  {
    rule: 'shared memory is not negative',
    versions: ['v1beta1'],
    edits: [[['$worker', 'sharedMemorySize'], '-1Gi']],
    at: ['$worker', 'sharedMemorySize'],
  },
  {
    rule: 'resources are quantities',
    edits: [[['$worker', 'resources', 'limits', 'memory'], '16GB']],
    at: ['$worker', 'resources', 'limits', 'memory'],
  },
  {
    rule: 'resources are quantities',
    edits: [[['$worker', 'resources', 'requests', 'custom', 'rdma/ib'], 'all']],
    at: ['$worker', 'resources', 'requests', 'custom', 'rdma/ib'],
  },
  {
    rule: 'ingress has a host',
    edits: [[['$worker', 'ingress'], { enabled: true, host: '' }]],
    at: ['$worker', 'ingress', 'host'],
  },
  {
    rule: 'sidecar-frontend is free',
    edits: [
      [['$worker', 'frontendSidecar'], { image: 'a:1.3.1' }],
      [['$pod', 'containers'], [{ name: 'sidecar-frontend', image: 'a:1.3.1' }]],
    ],
    at: ['$pod', 'containers', 0, 'name'],
  },
  {
    rule: 'frontendSidecar is a container',
    edits: [[['$worker', 'frontendSidecar'], 'sidecar']],
    at: ['$worker', 'frontendSidecar'],
  },
  {
    rule: 'several nodes are for workers',
    edits: [
      [['$type'], 'planner'],
      [['$worker', 'multinode'], { nodeCount: 2 }],
    ],
    at: ['$worker', 'multinode'],
  },
  ...['dynamoNamespace', 'autoscaling'].map(
    (key): Row => ({
      rule: 'fields without effect',
      edits: [[['$worker', key], 'x']],
      at: ['$worker', key],
    }),
  ),
];

const IMAGE_ROWS: readonly Row[] = [
  ...['containers', 'initContainers'].map(
    (kind): Row => ({
      rule: 'added containers have an image',
      edits: [[['$pod', kind, 1], { name: 'helper' }]],
      at: ['$pod', kind, 1, 'image'],
    }),
  ),
  { rule: 'the main container has an image', edits: [[['$main', 'image'], null]], at: ['$main', 'image'] },
  {
    rule: 'the main container has an image',
    versions: ['v1beta1'],
    edits: [[['$pod', 'containers'], []]],
    at: ['$pod', 'containers'],
  },
  ...['a/b:latest', 'a/b', 'host:5000/b', 'a/b@sha256:00', 'a/b:1.4'].map(
    (image): Row => ({
      rule: 'the runtime version is known',
      edits: [[['$main', 'image'], image]],
      at: ['$worker', 'runtimeVersionOverride'],
    }),
  ),
];

const EPP_ROWS: readonly Row[] = [
  {
    rule: 'one endpoint picker',
    edits: [PICKER, PICKER_CONFIG, ONE, [['$otherType'], 'epp']],
    at: ['$worker'],
  },
  {
    rule: 'eppConfig is for the picker',
    edits: [[['$worker', 'eppConfig'], { config: {} }]],
    at: ['$worker', 'eppConfig'],
  },
  { rule: 'the picker has one replica', edits: [PICKER, PICKER_CONFIG], at: ['$worker', 'replicas'] },
  {
    rule: 'the picker runs on one node',
    edits: [PICKER, PICKER_CONFIG, ONE, [['$worker', 'multinode'], {}]],
    at: ['$worker', 'multinode'],
  },
  {
    rule: 'the picker has a configuration',
    edits: [PICKER, ONE, [['$main', 'image'], 'a:1.5.0']],
    at: ['$worker', 'eppConfig'],
  },
  { rule: 'an older picker has a configuration', edits: [PICKER, ONE], at: ['$worker', 'eppConfig'], hasTwin: true },
  {
    rule: 'the native picker has no configuration',
    edits: [PICKER, PICKER_CONFIG, ONE, [['$worker', 'runtimeVersionOverride'], '1.5.0']],
    at: ['$worker', 'eppConfig'],
  },
  ...[{}, { config: {}, configMapRef: { name: 'a', key: 'b' } }].map(
    (eppConfig): Row => ({
      rule: 'eppConfig has one source',
      edits: [PICKER, ONE, [['$worker', 'eppConfig'], eppConfig]],
      at: ['$worker', 'eppConfig'],
    }),
  ),
  {
    rule: 'eppConfig names its ConfigMap',
    edits: [PICKER, ONE, [['$worker', 'eppConfig'], { configMapRef: { key: 'a' } }]],
    at: ['$worker', 'eppConfig', 'configMapRef', 'name'],
  },
  { rule: 'the picker needs a gateway', edits: [PICKER, PICKER_CONFIG, ONE], at: ['$type'] },
];

const FAILOVER: readonly Edit[] = [MEMORY, [[...ANNOTATIONS, DISCOVERY], 'container']];
const MEMORY_ROWS: readonly Row[] = [
  { rule: 'the GPU memory service is for workers', edits: [MEMORY, [['$type'], 'planner']], at: ['$memory'] },
  ...['0', '0.5', 'many', null].map(
    (gpus): Row => ({
      rule: 'the GPU memory service has a GPU',
      edits: [MEMORY, [['$gpus'], gpus]],
      at: ['$memory'],
    }),
  ),
  { rule: 'inter-pod memory came with 1.2', edits: [INTER_POD], at: ['$memory', 'mode'] },
  {
    rule: 'inter-pod memory is for vllm',
    edits: [INTER_POD, [['spec', 'backendFramework'], null]],
    at: ['$memory', 'mode'],
    hasTwin: true,
  },
  {
    rule: 'client pods are reserved',
    edits: [[['$memory'], { enabled: true, extraClientPods: [{}] }]],
    at: ['$memory', 'extraClientPods'],
  },
  {
    rule: 'client containers are intra-pod',
    edits: [[['$memory'], { enabled: true, mode: 'InterPod', extraClientContainers: ['main'] }]],
    at: ['$memory', 'extraClientContainers'],
  },
  {
    rule: 'client containers exist',
    edits: [[['$memory'], { enabled: true, extraClientContainers: ['helper'] }]],
    at: ['$memory', 'extraClientContainers', 0],
  },
  { rule: 'the GPU memory service needs DRA', edits: [MEMORY], at: ['$memory'] },
  {
    rule: 'failover has the GPU memory service',
    edits: [...FAILOVER, [['$memory'], null], [['$failover'], { enabled: true }]],
    at: ['$failover'],
  },
  {
    rule: 'failover has the mode of the memory service',
    edits: [...FAILOVER, [['$failover'], { enabled: true, mode: 'interPod' }]],
    at: ['$failover', 'mode'],
  },
  {
    rule: 'failover in one pod has one shadow',
    edits: [...FAILOVER, [['$failover'], { enabled: true, numShadows: 2 }]],
    at: ['$failover', 'numShadows'],
  },
  {
    rule: 'failover in one pod has discovery by container',
    edits: [...FAILOVER, [['$failover'], { enabled: true }], [[...ANNOTATIONS, DISCOVERY], 'pod']],
    at: [...ANNOTATIONS, DISCOVERY],
  },
  {
    rule: 'a checkpoint is identified',
    target: v1(2),
    edits: [[['$checkpoint'], { enabled: true }]],
    at: ['$checkpoint'],
  },
  {
    rule: 'a checkpoint that exists needs no job',
    edits: [[['$checkpoint'], { enabled: true, checkpointRef: 'a', job: {} }]],
    at: ['$checkpoint', 'job'],
  },
  {
    rule: 'clients of the checkpoint job have the memory service',
    edits: [[['$checkpoint'], { enabled: true, job: { gmsClientContainers: ['a'] } }]],
    at: ['$checkpoint', 'job', 'gmsClientContainers'],
  },
  {
    rule: 'checkpoints and the memory service exclude each other',
    edits: [MEMORY, [['$checkpoint'], { enabled: true, checkpointRef: 'a' }]],
    at: ['$checkpoint'],
  },
  {
    rule: 'checkpoints are switched on in the platform',
    edits: [[['$checkpoint'], { enabled: true, checkpointRef: 'a' }]],
    at: ['$checkpoint'],
  },
];

const RACK = { packDomain: 'rack' };
const GROVE_EDITS: readonly (readonly [string, Edit, Row['at']])[] = [
  ['priorityClassName', [['spec', 'priorityClassName'], 'high'], ['spec', 'priorityClassName']],
  ['minAvailable', [['$worker', 'minAvailable'], 1], ['$worker', 'minAvailable']],
  ['an inter-pod gpuMemoryService', INTER_POD, ['$memory', 'mode']],
  [
    'kvTransferPolicy.clusterTopologyName',
    [POLICY, { clusterTopologyName: 'nvl', domain: 'rack' }],
    [...POLICY, 'clusterTopologyName'],
  ],
];
const PLACEMENT_ROWS: readonly Row[] = [
  ...GROVE_EDITS.flatMap(([label, wanted, at]): Row[] => [
    { rule: `${label} excludes turning Grove off`, edits: [wanted, NO_GROVE], at },
    { rule: `${label} needs Grove`, edits: [wanted], at },
  ]),
  {
    rule: 'topology constraints need Grove',
    edits: [[['spec', 'topologyConstraint'], { topologyProfile: 'nvl', clusterTopologyName: 'nvl', ...RACK }]],
    at: ['spec', 'topologyConstraint'],
  },
  {
    rule: 'topology constraints have a profile',
    edits: [[['$worker', 'topologyConstraint'], RACK]],
    at: ['spec', 'topologyConstraint', '$profile'],
  },
  {
    rule: 'every service has a packing domain',
    edits: [
      [['spec', 'topologyConstraint', '$profile'], 'nvl'],
      [['$other', 'topologyConstraint'], RACK],
    ],
    at: ['$worker', 'topologyConstraint'],
  },
  {
    rule: 'some service has a packing domain',
    edits: [[['spec', 'topologyConstraint', '$profile'], 'nvl']],
    at: ['spec', 'topologyConstraint', 'packDomain'],
  },
  ...[{ domain: 'rack' }, { domain: 'rack', labelKey: 'a', clusterTopologyName: 'b' }].map(
    (policy): Row => ({
      rule: 'a transfer policy has one topology',
      edits: [[POLICY, policy]],
      at: POLICY,
    }),
  ),
  {
    rule: 'a preference has a weight',
    edits: [[POLICY, { domain: 'rack', labelKey: 'a', enforcement: 'preferred' }]],
    at: [...POLICY, 'preferredWeight'],
  },
  {
    rule: 'a weight belongs to a preference',
    edits: [[POLICY, { domain: 'rack', labelKey: 'a', preferredWeight: 0.5 }]],
    at: [...POLICY, 'preferredWeight'],
  },
  {
    rule: 'a transfer policy names a resource',
    edits: [[POLICY, { domain: 'rack', clusterTopologyName: 'NVL_72' }]],
    at: [...POLICY, 'clusterTopologyName'],
  },
  {
    rule: 'the label of a transfer policy fits',
    edits: [[POLICY, { domain: 'rack', labelKey: `${'aaaaaaa.'.repeat(32)}a/b` }]],
    at: [...POLICY, 'labelKey'],
  },
];

/** At least one graph for each rule; the file is long because the table is. */
export const ROWS: readonly Row[] = [
  ...METADATA_ROWS,
  ...GRAPH_ROWS,
  ...ANNOTATION_ROWS,
  ...SERVICE_ROWS,
  ...IMAGE_ROWS,
  ...EPP_ROWS,
  ...MEMORY_ROWS,
  ...PLACEMENT_ROWS,
];
