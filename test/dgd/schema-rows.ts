import type { GraphProblem } from '../../src/dgd/problem.ts';
import type { Json } from '../../src/json.ts';
import type { GraphVersion } from '../../src/releases.ts';

type Keys = readonly (string | number)[];

/** A value that a fine graph gets and the one problem that it then has; keys with `$` are places (rules-support.ts). */
export interface WrongValue {
  readonly keys: Keys;
  readonly value: Json;
  readonly message: string;
  readonly severity: GraphProblem['severity'];
  /** Both unless given. */
  readonly versions?: readonly GraphVersion[];
  /** Keys from the value to the problem. */
  readonly below?: Keys;
  readonly hint?: string;
}
type More = Pick<WrongValue, 'versions' | 'below' | 'hint'>;

const ALPHA = { versions: ['v1alpha1'] } as const;
const BETA = { versions: ['v1beta1'] } as const;
const LONG = 'a'.repeat(64);
const POLICY = ['spec', 'experimental', 'kvTransferPolicy'];
const AFFINITY = ['$pod', 'affinity', 'podAntiAffinity', 'preferredDuringSchedulingIgnoredDuringExecution', 0];
const QUANTITY = 'wanted a quantity such as 500m or 8Gi';

/** A value that the API server refuses. */
function bad(keys: Keys, value: Json, message: string, more: More = {}): WrongValue {
  return { keys, value, message, severity: 'error', ...more };
}

/** A value without a field that it needs. */
function lacking(keys: Keys, value: Json, field: string, { versions, below = [] }: More = {}): WrongValue {
  const row = bad(keys, value, `${field} is missing`, { below: [...below, field] });
  return versions === undefined ? row : { ...row, versions };
}

/** A field that the API server drops. */
function stray(keys: Keys, value: Json, more: More = {}): WrongValue {
  const message = `there is no field ${JSON.stringify(keys.at(-1))}; the API server drops it`;
  return { keys, value, message, severity: 'warning', ...more };
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const OF_THE_GRAPH: readonly WrongValue[] = [
  bad(['kind'], 'Deployment', 'kind is "Deployment", wanted DynamoGraphDeployment'),
  bad(['kind'], null, 'kind is missing'),
  bad(['kind'], {}, 'kind is a mapping, wanted a text'),
  bad(['metadata'], null, 'metadata is missing'),
  stray(['speck'], {}, { hint: 'known are apiVersion, kind, metadata, spec, status' }),
  stray(['metadata', 'nam'], 'x', { hint: 'fields with n are name, namespace' }),
  bad(['metadata', 'labels', 'a/b'], 1, 'a/b is 1, wanted a text', { hint: 'quote it: "1"' }),
  bad(['metadata', 'annotations', 'a/b'], true, 'a/b is true, wanted a text', { hint: 'quote it: "true"' }),
  bad(['spec'], [], 'spec is a list, wanted a mapping'),
  stray(['spec', 'backend'], 'vllm'),
  bad(['spec', 'backendFramework'], 'vlm', 'backendFramework is "vlm", wanted one of sglang, vllm, trtllm'),
  bad(['spec', 'backendFramework'], 1, 'backendFramework is 1, wanted a text'),
  lacking(['spec', 'restart'], {}, 'id'),
  bad(['spec', 'restart', 'id'], '', 'id is "", wanted a text that is not empty'),
  bad(
    ['spec', 'restart'],
    { id: '1', strategy: { type: 'Next' } },
    'type is "Next", wanted one of Sequential, Parallel',
    {
      below: ['strategy', 'type'],
    },
  ),
  bad(POLICY, { domain: 'a', preferredWeight: 1.5 }, 'preferredWeight is 1.5, wanted at most 1', {
    below: ['preferredWeight'],
  }),
  bad(
    POLICY,
    { domain: 'a', labelKey: 'a b' },
    'labelKey is "a b", wanted a label key such as topology.kubernetes.io/zone',
    {
      below: ['labelKey'],
    },
  ),
  bad(['spec', 'envs', 0], { name: 'A', value: 1 }, 'value is 1, wanted a text', { ...ALPHA, below: ['value'] }),
  lacking(['spec', 'env', 0], { value: 'a' }, 'name', BETA),
  stray(['spec', 'envs'], [], BETA),
  lacking(['spec', 'pvcs', 0], { create: false }, 'name', ALPHA),
  bad(['spec', 'pvcs', 0], { name: 'c', size: '10GiB' }, `size is "10GiB", ${QUANTITY}`, { ...ALPHA, below: ['size'] }),
  bad(['spec', 'pvcs'], {}, 'pvcs is a mapping, wanted a list', ALPHA),
  bad(['spec', 'services'], [], 'services is a list, wanted a mapping', ALPHA),
  bad(['spec', 'services', 'a'], 'x', 'a is "x", wanted a mapping', ALPHA),
  bad(['spec', 'services', 'a_b'], {}, 'the name is "a_b", wanted letters, digits and inner hyphens', ALPHA),
  bad(
    ['spec', 'services'],
    Object.fromEntries(many(26, (index) => [`s${index}`, {}])),
    'services has 26 entries, wanted at most 25',
    ALPHA,
  ),
  bad(['spec', 'components'], {}, 'components is a mapping, wanted a list', BETA),
  bad(['spec', 'components'], [null], 'components[0] is null, wanted a mapping', { ...BETA, below: [0] }),
  bad(
    ['spec', 'components'],
    many(26, (index) => ({ name: `c${index}` })),
    'components has 26 entries, wanted at most 25',
    BETA,
  ),
];

const OF_A_SERVICE: readonly WrongValue[] = [
  bad(['$worker', 'replicas'], '2', 'replicas is "2", wanted an integer', { hint: 'write 2 without quotes' }),
  bad(['$worker', 'replicas'], 1.5, 'replicas is 1.5, wanted an integer'),
  bad(['$worker', 'replicas'], -1, 'replicas is -1, wanted at least 0'),
  stray(['$worker', 'replica'], 1),
  bad(['$worker', 'multinode', 'nodeCount'], 1, 'nodeCount is 1, wanted at least 2'),
  bad(['$worker', 'runtimeVersionOverride'], 'v1', 'runtimeVersionOverride is "v1", wanted a version such as 1.4.0'),
  bad(['$worker', 'globalDynamoNamespace'], 'true', 'globalDynamoNamespace is "true", wanted true or false', {
    hint: 'write true without quotes',
  }),
  lacking(['$worker', 'modelRef'], {}, 'name'),
  bad(['$memory', 'extraClientContainers'], ['a', 'b', 'a'], 'extraClientContainers holds "a" twice', {
    ...BETA,
    below: [2],
  }),
  bad(['$memory', 'mode'], 'intraPod', 'mode is "intraPod", wanted one of IntraPod, InterPod', BETA),
  lacking(['$memory'], { mode: 'intraPod' }, 'enabled', ALPHA),
  bad(['$gpus'], 8, 'gpu is 8, wanted a text', { ...ALPHA, hint: 'quote it: "8"' }),
  stray(['$worker', 'resources', 'limits', 'nvidia.com/gpu'], '8', {
    ...ALPHA,
    hint: 'known are cpu, memory, gpu, gpuType, custom',
  }),
  bad(['$worker', 'resources', 'limits', 'custom', 'rdma/ib'], 1, 'rdma/ib is 1, wanted a text', ALPHA),
  lacking(['$worker', 'frontendSidecar'], { args: [] }, 'image', ALPHA),
  bad(['$worker', 'frontendSidecar'], { image: 'i', envs: [{ name: 'A', value: 1 }] }, 'value is 1, wanted a text', {
    ...ALPHA,
    below: ['envs', 0, 'value'],
  }),
  lacking(['$worker', 'envs', 0], { value: 'a' }, 'name', ALPHA),
  lacking(['$worker', 'livenessProbe'], { httpGet: { path: '/' } }, 'port', { ...ALPHA, below: ['httpGet'] }),
  bad(['$worker', 'readinessProbe', 'periodSeconds'], 0.5, 'periodSeconds is 0.5, wanted an integer', ALPHA),
  stray(['$worker', 'scalingAdapter', 'enabled'], true, { ...BETA, hint: 'remove it' }),
  bad(['$worker', 'sharedMemorySize'], 1.5, 'sharedMemorySize is 1.5, wanted an integer or a text', {
    ...BETA,
    hint: 'quote it: "1.5"',
  }),
  bad(['$type'], 'x', 'type is "x", wanted one of frontend, worker, prefill, decode, planner, epp', BETA),
  bad(['$worker', 'name'], null, 'name is missing', BETA),
  bad(['$worker', 'name'], 'a_b', 'name is "a_b", wanted letters, digits and inner hyphens', BETA),
  bad(['$worker', 'name'], LONG, `name is "${LONG.slice(0, 60)}...", wanted at most 63 characters`, BETA),
  stray(['$worker', 'extraPodSpec'], {}, BETA),
  bad(['$worker', 'podTemplate'], [], 'podTemplate is a list, wanted a mapping', BETA),
  bad(['$worker', 'podTemplate', 'metadata', 'labels', 'a'], 1, 'a is 1, wanted a text', BETA),
  stray(['$worker', 'podTemplate', 'metadata', 'generateName'], 'a-', {
    ...BETA,
    hint: 'known are annotations, finalizers, labels, name, namespace',
  }),
];

const OF_A_POD: readonly WrongValue[] = [
  bad(['$main', 'args'], '--a b', 'args is "--a b", wanted a list'),
  bad(['$main', 'args'], ['--tp', 8], 'args[1] is 8, wanted a text', { below: [1], hint: 'quote it: "8"' }),
  stray(['$main', 'volumeMount'], [], { hint: 'fields with v are volumeDevices, volumeMounts' }),
  bad(['$main', 'env', 0], { name: 'A', value: 1 }, 'value is 1, wanted a text', { below: ['value'] }),
  bad(['$main', 'resources', 'limits', 'memory'], '80 GB', `memory is "80 GB", ${QUANTITY}`),
  bad(['$main', 'resources', 'requests', 'cpu'], 0.5, 'cpu is 0.5, wanted an integer or a text', {
    hint: 'quote it: "0.5"',
  }),
  lacking(['$main', 'volumeMounts', 0], { name: 'a' }, 'mountPath'),
  bad(['$main', 'ports', 0], { containerPort: '80' }, 'containerPort is "80", wanted an integer', {
    below: ['containerPort'],
    hint: 'write 80 without quotes',
  }),
  bad(['$main', 'ports', 0], { containerPort: 2 ** 31 }, 'containerPort is 2147483648, wanted at most 2147483647', {
    below: ['containerPort'],
  }),
  bad(['$main', 'startupProbe', 'tcpSocket', 'port'], true, 'port is true, wanted an integer or a text'),
  lacking(['$pod', 'volumes', 0], { emptyDir: { sizeLimit: 1 } }, 'name'),
  bad(['$pod', 'volumes', 0], { name: 'a', emptyDir: { sizeLimit: 'x' } }, `sizeLimit is "x", ${QUANTITY}`, {
    below: ['emptyDir', 'sizeLimit'],
  }),
  bad(['$main', 'env'], [{ name: 'A' }, { name: 'B' }, { name: 'A' }], 'env has two entries with name "A"', {
    below: [2],
  }),
  bad(
    ['$main', 'ports'],
    [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }, { containerPort: 80, protocol: 'TCP' }],
    'ports has two entries with containerPort 80 and protocol "TCP"',
    { below: [2] },
  ),
  bad(['$pod', 'imagePullSecrets'], [{}, {}], 'imagePullSecrets has two entries with name ""', { below: [1] }),
  bad(['$pod', 'resources'], { claims: [{ name: 'a' }, { name: 'a' }] }, 'claims has two entries with name "a"', {
    below: ['claims', 1],
  }),
  bad(
    ['$main', 'resources', 'limits', 'memory'],
    1e20,
    'memory is 100000000000000000000, wanted an integer or a text',
    {
      hint: 'quote it: "100000000000000000000"',
    },
  ),
  bad(['$pod', 'tolerations'], { key: 'a' }, 'tolerations is a mapping, wanted a list'),
  bad(['$pod', 'nodeSelector', 'gpu'], true, 'gpu is true, wanted a text'),
  lacking(['$pod', 'initContainers', 0], { image: 'i' }, 'name'),
  bad(['$pod', 'containers', 0], 'main', 'containers[0] is "main", wanted a mapping'),
  bad(AFFINITY, { weight: 'x', podAffinityTerm: { topologyKey: 'a' } }, 'weight is "x", wanted an integer', {
    below: ['weight'],
  }),
  stray(['$pod', 'mainContainer'], {}, BETA),
  lacking(['$pod'], { nodeSelector: {} }, 'containers', BETA),
  bad(['$pod', 'containers', 0, 'name'], null, 'name is missing', BETA),
];

export const WRONG_VALUES: readonly WrongValue[] = [...OF_THE_GRAPH, ...OF_A_SERVICE, ...OF_A_POD];
