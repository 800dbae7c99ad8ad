import { expect, test } from 'vitest';
import { type JsonObject, updateIn } from '../../src/json.ts';
import { graphPath } from '../../src/merge/finish/problems.ts';
import { WORKLOAD_DEFAULTS, type WorkloadOptions } from '../../src/request/workload-options.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';

const IMAGE = 'example.com/runtime:1.3.1';

function alpha(service: JsonObject = {}, spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  const extraPodSpec = {
    mainContainer: { image: IMAGE, command: ['python3', '-m', 'dynamo.vllm'], args: ['--model', 'm'] },
  };
  return {
    apiVersion: 'nvidia.com/v1alpha1',
    kind: 'DynamoGraphDeployment',
    metadata: { name: 'chat', namespace: 'serving', ...metadata },
    spec: { services: { worker: { componentType: 'worker', extraPodSpec, ...service } }, ...spec },
  };
}

function beta(component: JsonObject = {}, spec: JsonObject = {}): JsonObject {
  const containers = [
    { name: 'main', image: IMAGE, command: ['python3', '-m', 'dynamo.vllm'], args: ['--model', 'm'] },
  ];
  return {
    apiVersion: 'nvidia.com/v1beta1',
    kind: 'DynamoGraphDeployment',
    metadata: { name: 'chat', namespace: 'serving' },
    spec: {
      components: [{ name: 'worker', type: 'worker', podTemplate: { spec: { containers } }, ...component }],
      ...spec,
    },
  };
}

function found(graph: JsonObject, options: Partial<WorkloadOptions> = {}): string[] {
  return toWorkloads(graph, { ...WORKLOAD_DEFAULTS, ...options }).problems.map(
    ({ code, path }) => `${code} ${graphPath(path)}`,
  );
}

test.each([
  { what: 'a plain graph', graph: alpha(), expected: [] },
  { what: 'the same in v1beta1', graph: beta(), expected: [] },
  { what: 'a planner', graph: beta({ type: 'planner' }), expected: ['NEEDS_OPERATOR spec.components[0].type'] },
  {
    what: 'an endpoint picker',
    graph: alpha({ componentType: 'epp', eppConfig: { config: {} } }),
    expected: ['NEEDS_OPERATOR spec.services.worker.componentType', 'NEEDS_OPERATOR spec.services.worker.eppConfig'],
  },
  {
    what: 'a frontend beside it',
    graph: alpha({ frontendSidecar: { image: IMAGE } }),
    expected: ['NEEDS_OPERATOR spec.services.worker.frontendSidecar'],
  },
  {
    what: 'a checkpoint',
    graph: alpha({ checkpoint: { enabled: true } }),
    expected: ['NEEDS_OPERATOR spec.services.worker.checkpoint'],
  },
  { what: 'a checkpoint that is off', graph: alpha({ checkpoint: { enabled: false } }), expected: [] },
  {
    what: 'a checkpoint of v1beta1',
    graph: beta({ experimental: { checkpoint: {} } }),
    expected: ['NEEDS_OPERATOR spec.components[0].experimental.checkpoint'],
  },
  {
    what: 'the GPU memory service',
    graph: beta({ experimental: { gpuMemoryService: { mode: 'IntraPod' } } }),
    expected: ['NEEDS_OPERATOR spec.components[0].experimental.gpuMemoryService'],
  },
  {
    what: 'failover',
    graph: alpha({ failover: { enabled: true } }),
    expected: ['NEEDS_OPERATOR spec.services.worker.failover'],
  },
  {
    what: 'discovery by containers',
    graph: alpha({}, {}, { annotations: { 'nvidia.com/dynamo-kube-discovery-mode': 'container' } }),
    expected: ['NEEDS_OPERATOR metadata.annotations.nvidia.com/dynamo-kube-discovery-mode'],
  },
  {
    what: 'a policy for KV transfers',
    graph: beta({}, { experimental: { kvTransferPolicy: { domain: 'rack' } } }),
    expected: ['NEEDS_OPERATOR spec.experimental.kvTransferPolicy'],
  },
  {
    what: 'a topology',
    graph: alpha({}, { topologyConstraint: { topologyProfile: 'x' } }),
    expected: ['NEEDS_OPERATOR spec.topologyConstraint'],
  },
  {
    what: 'a topology of a service',
    graph: alpha({ topologyConstraint: { packDomain: 'rack' } }),
    expected: ['NEEDS_OPERATOR spec.services.worker.topologyConstraint'],
  },
  {
    what: 'a scaling adapter',
    graph: alpha({ scalingAdapter: { enabled: true } }),
    expected: ['WORKLOADS_REDUCED spec.services.worker.scalingAdapter'],
  },
  {
    what: 'a priority class',
    graph: alpha({}, { priorityClassName: 'high' }),
    expected: ['WORKLOADS_REDUCED spec.priorityClassName'],
  },
  {
    what: 'a least number of pods',
    graph: beta({ minAvailable: 1 }),
    expected: ['WORKLOADS_REDUCED spec.components[0].minAvailable'],
  },
  { what: 'a restart', graph: beta({}, { restart: { id: '1' } }), expected: ['WORKLOADS_REDUCED spec.restart'] },
  {
    what: 'a model',
    graph: beta({ modelRef: { name: 'm' } }),
    expected: ['WORKLOADS_REDUCED spec.components[0].modelRef'],
  },
  {
    what: 'an ingress through a mesh',
    graph: alpha({ ingress: { enabled: true, host: 'h', useVirtualService: true, virtualServiceGateway: 'g' } }),
    expected: [],
  },
  {
    what: 'an ingress that names neither a controller nor a gateway',
    graph: alpha({ ingress: { enabled: true, host: 'h', useVirtualService: true } }),
    expected: ['WORKLOADS_REDUCED spec.services.worker.ingress'],
  },
  {
    what: 'a gateway that is not to be used',
    graph: alpha({ ingress: { enabled: true, host: 'h', virtualServiceGateway: 'g' } }),
    expected: ['WORKLOADS_REDUCED spec.services.worker.ingress'],
  },
  {
    what: 'an ingress that is off',
    graph: alpha({ ingress: { enabled: false, host: 'h', ingressControllerClassName: 'nginx' } }),
    expected: [],
  },
  {
    what: 'a claim that lacks its size',
    graph: alpha({}, { pvcs: [{ name: 'c', create: true, storageClass: 'fast', volumeAccessMode: 'ReadWriteOnce' }] }),
    expected: ['WORKLOADS_IMPOSSIBLE spec.pvcs[0].size'],
  },
  {
    what: 'a cache without a path on an engine without one',
    graph: alpha({ componentType: 'frontend', volumeMounts: [{ name: 'c', useAsCompilationCache: true }] }),
    expected: ['WORKLOADS_IMPOSSIBLE spec.services.worker'],
  },
  {
    what: 'several nodes without arguments',
    graph: alpha({ multinode: { nodeCount: 2 }, extraPodSpec: { mainContainer: { image: IMAGE } } }),
    expected: ['WORKLOADS_IMPOSSIBLE spec.services.worker'],
  },
  {
    what: 'several nodes behind a script',
    graph: alpha(
      {
        multinode: { nodeCount: 2 },
        extraPodSpec: { mainContainer: { image: IMAGE, command: ['./start.sh'], args: ['x'] } },
      },
      { backendFramework: 'vllm' },
    ),
    expected: ['WORKLOADS_IMPOSSIBLE spec.services.worker'],
  },
  {
    what: 'a name that no Service can have',
    graph: alpha({}, {}, { name: '1chat' }),
    expected: ['NAME_INVALID spec.services.worker'],
  },
  {
    what: 'a name that no label can hold',
    graph: alpha({}, {}, { name: 'c'.repeat(57) }),
    expected: ['NAME_TOO_LONG spec.services.worker', 'NAME_TOO_LONG spec.services.worker'],
  },
])('$what: $expected', ({ graph, expected }) => {
  expect(found(graph)).toEqual(expected);
});

test.each([
  {
    what: 'refused by an option',
    options: { multinode: 'refuse' },
    expected: ['NEEDS_OPERATOR spec.services.worker.multinode'],
  },
  { what: 'taken', options: {}, expected: [] },
] as const)('several nodes are $what', ({ options, expected }) => {
  expect(found(alpha({ multinode: { nodeCount: 2 } }), options)).toEqual(expected);
});

test.each([
  { characters: 40, expected: [] },
  { characters: 41, expected: ['NAME_TOO_LONG spec.services.worker'] },
])('a LeaderWorkerSet with a graph of $characters characters: $expected', ({ characters, expected }) => {
  const graph = alpha({ multinode: { nodeCount: 2 } }, {}, { name: 'c'.repeat(characters), namespace: 'n' });
  expect(found(graph)).toEqual(expected);
});

test('a worker with a sub type that is no type is a worker', () => {
  const { objects } = toWorkloads(alpha({ subComponentType: 'draft' }), WORKLOAD_DEFAULTS);
  expect(JSON.stringify(objects)).toContain('"nvidia.com/dynamo-component-type":"worker"');
  expect(JSON.stringify(objects)).toContain('DYN_NAMESPACE_WORKER_SUFFIX');
});

const POD_FAULTS = [
  { what: 'two containers of a name', pod: { initContainers: ['a', 'a'].map((name) => ({ name, image: IMAGE })) } },
  {
    what: 'two containers of a name, of which one starts first',
    pod: { initContainers: [{ name: 'main', image: IMAGE }] },
  },
  { what: 'two volumes of a name', pod: { volumes: ['v', 'v'].map((name) => ({ name, emptyDir: {} })) } },
];

test.each(POD_FAULTS)('$what are refused', ({ pod }) => {
  const path = ['spec', 'services', 'worker', 'extraPodSpec'];
  const graph = updateIn(alpha(), path, (given) => ({ ...Object(given), ...pod }));
  expect(found(graph)).toEqual(['WORKLOADS_IMPOSSIBLE spec.services.worker']);
});

test('a container that has the name of the one that waits for the leader is refused where there is one', () => {
  const args = ['--model', 'm', '--tensor-parallel-size', '16'];
  const extraPodSpec = {
    initContainers: [{ name: 'wait-for-leader', image: IMAGE }],
    mainContainer: { image: IMAGE, command: ['python3', '-m', 'dynamo.vllm'], args },
  };
  const over = { resources: { limits: { gpu: '8' } }, extraPodSpec };
  expect(found(alpha(over))).toEqual([]);
  expect(found(alpha({ ...over, multinode: { nodeCount: 2 } }))).toEqual(['WORKLOADS_IMPOSSIBLE spec.services.worker']);
});

const SHARES = ['surge', 'unavailable'].map((one) => `nvidia.com/deployment-rolling-update-max-${one}`);

test.each([
  { surge: '0', unavailable: '0%', isTaken: false },
  { surge: 'some', unavailable: '1', isTaken: false },
  { surge: '-1', unavailable: '1', isTaken: false },
  { surge: '0', unavailable: '1', isTaken: true },
  { surge: '50%', unavailable: '0', isTaken: true },
])('a rolling update of $surge more and $unavailable less is taken: $isTaken', ({ surge, unavailable, isTaken }) => {
  const [more = '', less = ''] = SHARES;
  const annotations = { [more]: surge, [less]: unavailable };
  const expected = isTaken ? [] : ['WORKLOADS_IMPOSSIBLE spec.services.worker'];
  expect(found(alpha({ annotations }))).toEqual(expected);
  const recreated = { ...annotations, 'nvidia.com/deployment-strategy': 'Recreate' };
  expect(found(alpha({ annotations: recreated }))).toEqual([]);
});

test.each([
  { what: 'two mounts of a path', service: { volumeMounts: ['a', 'b'].map((name) => ({ name, mountPoint: '/x' })) } },
  { what: 'a label that is too long', service: { labels: { team: 'x'.repeat(64) } } },
  { what: 'a label with a blank', service: { labels: { team: 'a b' } } },
])('$what is refused, which no API server takes', ({ service }) => {
  expect(found(alpha(service))).toEqual(['WORKLOADS_IMPOSSIBLE spec.services.worker']);
});

test('a LeaderWorkerSet makes a Service of its own name, which no other service may have', () => {
  const graph = updateIn(alpha({ multinode: { nodeCount: 2 } }), ['spec', 'services'], (services) => ({
    ...Object(services),
    'worker-0': Object(Object(alpha().spec).services).worker,
  }));
  expect(found(graph)).toEqual(['SERVICE_NAMES_COLLIDE spec.services.worker-0']);
});

test('two services that differ by case become one name', () => {
  const graph = alpha();
  const twin = updateIn(graph, ['spec', 'services'], (services) => ({
    ...Object(services),
    Worker: Object(services).worker,
  }));
  expect(found(twin)).toEqual(['SERVICE_NAMES_COLLIDE spec.services.worker']);
});

test.each([
  {
    image: 'nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.3.1',
    options: {},
    expected: ['PULL_SECRET_MISSING spec.services.worker.extraPodSpec.mainContainer.image'],
  },
  { image: 'nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.3.1', options: { imagePullSecrets: ['nvcr'] }, expected: [] },
  { image: 'registry.example.com/nvcr.io/runtime:1', options: {}, expected: [] },
])('the image $image with $options: $expected', ({ image, options, expected }) => {
  const path = ['spec', 'services', 'worker', 'extraPodSpec', 'mainContainer', 'image'];
  expect(
    found(
      updateIn(alpha(), path, () => image),
      options,
    ),
  ).toEqual(expected);
});

test.each([
  { options: {}, expected: ['NAMESPACE_UNKNOWN metadata.namespace'] },
  { options: { namespace: 'team' }, expected: [] },
  { options: { discovery: { etcd: 'etcd:2379' } }, expected: ['WORKLOADS_IMPOSSIBLE metadata.namespace'] },
])('a graph without a namespace with $options: $expected', ({ options, expected }) => {
  const graph = updateIn(alpha(), ['metadata'], () => ({ name: 'chat' }));
  expect(found(graph, options)).toEqual(expected);
});

test.each([
  { says: 'says where', options: { discovery: { etcd: 'etcd:2379' } }, expected: [] },
  { says: 'does not say where', options: {}, expected: ['WORKLOADS_IMPOSSIBLE spec.services.worker'] },
])('etcd by annotation where the host $says: $expected', ({ options, expected }) => {
  const annotations = { 'nvidia.com/dynamo-discovery-backend': 'etcd' };
  expect(found(alpha({}, {}, { annotations }), options)).toEqual(expected);
});

test('a dot in the name of a graph is warned of', () => {
  expect(found(alpha({}, {}, { name: 'chat.v2' }))).toEqual(['WORKLOADS_REDUCED metadata.name']);
});

test('without a namespace the graph has its own name alone, and no parent', () => {
  const graph = updateIn(alpha(), ['metadata'], () => ({ name: 'chat.v2' }));
  const text = JSON.stringify(toWorkloads(graph, WORKLOAD_DEFAULTS).objects);
  expect(text).toContain('{"name":"DYN_NAMESPACE","value":"chat-v2"}');
  expect(text).not.toContain('DYN_PARENT_DGD');
  expect(text).not.toContain('"namespace":');
});
