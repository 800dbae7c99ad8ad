import type { JsonObject } from '../../src/json.ts';

// Longer than other files, as it is one table: every row of api.md 5.1 and what lies between them.

const PROBE = { httpGet: { path: '/live', port: 9090 }, periodSeconds: 5 };

/** A component with the main container and pod given; a container without further ones. */
function withMain(main: JsonObject, spec: JsonObject = {}): JsonObject {
  return { podTemplate: { spec: { containers: [{ name: 'main', ...main }], ...spec } } };
}

/** A v1alpha1 service and what becomes of it. */
interface Row {
  readonly name: string;
  readonly service: JsonObject;
  /** The component but for its name. */
  readonly wanted: JsonObject;
  /** As `severity path`, the path counted from the service. */
  readonly problems?: readonly string[];
}

const main = (mainContainer: JsonObject, rest: JsonObject = {}): JsonObject => ({
  extraPodSpec: { ...rest, mainContainer },
});

const FIELDS: readonly Row[] = [
  {
    name: 'a worker with a sub type has a type of its own',
    service: { componentType: 'worker', subComponentType: 'decode' },
    wanted: { type: 'decode' },
  },
  { name: 'another type stays', service: { componentType: 'planner' }, wanted: { type: 'planner' } },
  {
    name: 'a sub type that repeats the type goes without a word',
    service: { componentType: 'prefill', subComponentType: 'prefill' },
    wanted: { type: 'prefill' },
  },
  {
    name: 'another sub type is left out',
    service: { componentType: 'worker', subComponentType: 'encode' },
    wanted: { type: 'worker' },
    problems: ['warning subComponentType'],
  },
  {
    name: 'a type that v1beta1 lacks is an error',
    service: { componentType: 'router' },
    wanted: { type: 'router' },
    problems: ['error componentType'],
  },
  ...[
    { replicas: 0 },
    { minAvailable: 1 },
    { multinode: {} },
    { multinode: { nodeCount: 4 } },
    { modelRef: { name: 'm', revision: 'r', later: 'x' } },
    { eppConfig: { configMapRef: { name: 'c', key: 'k' } } },
    { topologyConstraint: { packDomain: 'rack' } },
    { globalDynamoNamespace: true },
    { runtimeVersionOverride: '1.5.0' },
  ].map((field) => ({ name: `${JSON.stringify(field)} stays`, service: field, wanted: field })),
  {
    name: 'no shared memory is a size of 0',
    service: { sharedMemory: { disabled: true } },
    wanted: { sharedMemorySize: '0' },
  },
  {
    name: 'shared memory is a size',
    service: { sharedMemory: { size: '16Gi' } },
    wanted: { sharedMemorySize: '16Gi' },
  },
  {
    name: 'shared memory that is disabled and sized is an error',
    service: { sharedMemory: { disabled: true, size: '1Gi' } },
    wanted: { sharedMemorySize: '0' },
    problems: ['error sharedMemory.size'],
  },
  {
    name: 'a scaling adapter is on by being there',
    service: { scalingAdapter: { enabled: true } },
    wanted: { scalingAdapter: {} },
  },
  {
    name: 'what is off goes without a word',
    service: {
      scalingAdapter: { enabled: false },
      gpuMemoryService: { enabled: false, mode: 'intraPod', extraClientPods: [{ name: 'a', podTemplate: {} }] },
      failover: { mode: 'intraPod' },
      checkpoint: { enabled: false, checkpointRef: 'c' },
      ingress: { enabled: false, host: 'h' },
      autoscaling: { minReplicas: 1 },
    },
    wanted: {},
  },
  {
    name: 'experimental features move together and capitalize their modes',
    service: {
      gpuMemoryService: { enabled: true, mode: 'intraPod', deviceClassName: 'd', extraClientContainers: ['a'] },
      failover: { enabled: true, mode: 'interPod', numShadows: 1 },
      checkpoint: { enabled: true, mode: 'Auto', identity: { model: 'm', backendFramework: 'vllm' } },
    },
    wanted: {
      experimental: {
        gpuMemoryService: { mode: 'IntraPod', deviceClassName: 'd', extraClientContainers: ['a'] },
        failover: { mode: 'InterPod', numShadows: 1 },
        checkpoint: { enabled: true, mode: 'Auto', identity: { model: 'm', backendFramework: 'vllm' } },
      },
    },
  },
  {
    name: 'a feature without settings is on all the same',
    service: { gpuMemoryService: { enabled: true } },
    wanted: { experimental: { gpuMemoryService: {} } },
  },
  {
    name: 'a switch of a wrong kind is on',
    service: { scalingAdapter: { enabled: 'yes' } },
    wanted: { scalingAdapter: {} },
  },
  {
    name: 'client pods are refused as the operator does',
    service: { gpuMemoryService: { enabled: true, extraClientPods: [{ name: 'a', podTemplate: {} }] } },
    wanted: { experimental: { gpuMemoryService: {} } },
    problems: ['error gpuMemoryService.extraClientPods'],
  },
];

const PODS: readonly Row[] = [
  { name: 'nothing makes no template', service: { extraPodSpec: { mainContainer: {} }, envs: [] }, wanted: {} },
  {
    name: 'pod metadata stays metadata',
    service: { extraPodMetadata: { labels: { a: 'b' }, annotations: { c: 'd' } } },
    wanted: {
      podTemplate: {
        metadata: { labels: { a: 'b' }, annotations: { c: 'd' } },
        spec: { containers: [{ name: 'main' }] },
      },
    },
  },
  {
    name: 'the pod stays, main container first',
    service: main(
      { image: 'i', args: ['a'] },
      { tolerations: [{ key: 'k' }], containers: [{ name: 'logs', image: 'l' }] },
    ),
    wanted: {
      podTemplate: {
        spec: {
          tolerations: [{ key: 'k' }],
          containers: [
            { name: 'main', image: 'i', args: ['a'] },
            { name: 'logs', image: 'l' },
          ],
        },
      },
    },
  },
  {
    name: 'an empty security context counts',
    service: { extraPodSpec: { securityContext: {} } },
    wanted: withMain({}, { securityContext: {} }),
  },
  {
    name: 'nulls are nothing',
    service: {
      replicas: null,
      ...main({ workingDir: null, image: 'i', resources: null }),
      resources: { requests: null },
    },
    wanted: withMain({ image: 'i' }),
  },
  {
    name: 'another name of the main container is left out',
    service: main({ name: 'engine', image: 'i' }),
    wanted: withMain({ image: 'i' }),
    problems: ['warning extraPodSpec.mainContainer.name'],
  },
  {
    name: 'a second main container is an error',
    service: main({ image: 'i' }, { containers: [{ name: 'main', image: 'l' }] }),
    wanted: withMain({ image: 'i' }),
    problems: ['error extraPodSpec.containers.0'],
  },
  {
    name: 'a frontend sidecar is a container',
    service: { frontendSidecar: { image: 'i', args: ['a'], envs: [{ name: 'A', value: '1' }], envFromSecret: 's' } },
    wanted: {
      frontendSidecar: 'sidecar-frontend',
      podTemplate: {
        spec: {
          containers: [
            { name: 'main' },
            {
              name: 'sidecar-frontend',
              image: 'i',
              args: ['a'],
              env: [{ name: 'A', value: '1' }],
              envFrom: [{ secretRef: { name: 's' } }],
            },
          ],
        },
      },
    },
  },
  {
    name: 'a container with the name of the frontend sidecar is an error',
    service: {
      frontendSidecar: { image: 'i' },
      extraPodSpec: { containers: [{ name: 'sidecar-frontend', image: 'x' }] },
    },
    wanted: {
      frontendSidecar: 'sidecar-frontend',
      podTemplate: { spec: { containers: [{ name: 'main' }, { name: 'sidecar-frontend', image: 'i' }] } },
    },
    problems: ['error extraPodSpec.containers.0'],
  },
];

const CONTAINERS: readonly Row[] = [
  {
    name: 'resources get their native names',
    service: {
      resources: {
        requests: { cpu: '1', memory: '2Gi', custom: { 'rdma/ib': '1' } },
        limits: { gpu: '2', gpuType: 'gpu.intel.com/xe' },
        claims: [{ name: 'c' }],
      },
    },
    wanted: withMain({
      resources: {
        requests: { cpu: '1', memory: '2Gi', 'rdma/ib': '1' },
        limits: { 'gpu.intel.com/xe': '2' },
        claims: [{ name: 'c' }],
      },
    }),
  },
  {
    name: 'GPUs are those of NVIDIA',
    service: { resources: { limits: { gpu: '2' } } },
    wanted: withMain({ resources: { limits: { 'nvidia.com/gpu': '2' } } }),
  },
  {
    name: 'resources of the main container join by name and win',
    service: {
      resources: { limits: { gpu: '2', cpu: '1' } },
      ...main({ resources: { limits: { cpu: '4' }, requests: { cpu: '4' } } }),
    },
    wanted: withMain({ resources: { limits: { 'nvidia.com/gpu': '2', cpu: '4' }, requests: { cpu: '4' } } }),
    problems: ['warning resources.limits.cpu'],
  },
  {
    name: 'custom resources win over named ones',
    service: { resources: { limits: { gpu: '2', custom: { 'nvidia.com/gpu': '4' } } } },
    wanted: withMain({ resources: { limits: { 'nvidia.com/gpu': '4' } } }),
    problems: ['warning resources.limits.gpu'],
  },
  {
    name: 'device claims of the main container replace',
    service: { resources: { claims: [{ name: 'a' }] }, ...main({ resources: { claims: [{ name: 'b' }] } }) },
    wanted: withMain({ resources: { claims: [{ name: 'b' }] } }),
    problems: ['warning resources.claims'],
  },
  {
    name: 'a type of GPU without a number is left out',
    service: { resources: { limits: { cpu: '1', gpuType: 'x' } } },
    wanted: withMain({ resources: { limits: { cpu: '1' } } }),
    problems: ['warning resources.limits.gpuType'],
  },
  {
    name: 'variables of the main container replace in place, and others follow',
    service: {
      envs: [
        { name: 'A', value: '1' },
        { name: 'B', value: '1' },
        { name: 'C', value: '1' },
      ],
      ...main({
        env: [
          { name: 'D', value: '2' },
          { name: 'B', value: '2' },
          { name: 'C', value: '1' },
        ],
      }),
    },
    wanted: withMain({
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
        { name: 'C', value: '1' },
        { name: 'D', value: '2' },
      ],
    }),
    problems: ['warning envs.1'],
  },
  {
    name: 'a secret is a source of variables',
    service: { envFromSecret: 's' },
    wanted: withMain({ envFrom: [{ secretRef: { name: 's' } }] }),
  },
  {
    name: 'sources of the main container replace the secret',
    service: { envFromSecret: 's', ...main({ envFrom: [{ configMapRef: { name: 'c' } }] }) },
    wanted: withMain({ envFrom: [{ configMapRef: { name: 'c' } }] }),
    problems: ['warning envFromSecret'],
  },
  {
    name: 'sources of the main container may repeat the secret',
    service: {
      envFromSecret: 's',
      ...main({ envFrom: [{ configMapRef: { name: 'c' } }, { secretRef: { name: 's' } }] }),
    },
    wanted: withMain({ envFrom: [{ configMapRef: { name: 'c' } }, { secretRef: { name: 's' } }] }),
  },
  {
    name: 'probes go to the main container',
    service: { livenessProbe: PROBE, ...main({ readinessProbe: PROBE, startupProbe: PROBE }) },
    wanted: withMain({ livenessProbe: PROBE, readinessProbe: PROBE, startupProbe: PROBE }),
  },
  {
    name: 'a probe of the main container wins field by field, empty ones aside',
    service: {
      livenessProbe: PROBE,
      ...main({ livenessProbe: { httpGet: { path: '/up' }, periodSeconds: 0, failureThreshold: 3 } }),
    },
    wanted: withMain({
      livenessProbe: { httpGet: { path: '/up', port: 9090 }, periodSeconds: 5, failureThreshold: 3 },
    }),
    problems: ['warning livenessProbe'],
  },
  {
    name: 'probes that ask in two ways are an error',
    service: { readinessProbe: PROBE, ...main({ readinessProbe: { exec: { command: ['x'] } } }) },
    wanted: withMain({ readinessProbe: { ...PROBE, exec: { command: ['x'] } } }),
    problems: ['error readinessProbe'],
  },
];

const MOUNTS: readonly Row[] = [
  {
    name: "a claim is mounted after the main container's own mounts, with a volume after the pod's own",
    service: {
      volumeMounts: [{ name: 'models', mountPoint: '/models', readOnly: true }],
      ...main(
        { volumeMounts: [{ name: 'config', mountPath: '/config' }] },
        { volumes: [{ name: 'config', configMap: { name: 'c' } }] },
      ),
    },
    wanted: withMain(
      {
        volumeMounts: [
          { name: 'config', mountPath: '/config' },
          { name: 'models', mountPath: '/models', readOnly: true },
        ],
      },
      {
        volumes: [
          { name: 'config', configMap: { name: 'c' } },
          { name: 'models', persistentVolumeClaim: { claimName: 'models' } },
        ],
      },
    ),
  },
  {
    name: 'a claim that is mounted twice has one volume, and none where the pod has one of its name',
    service: {
      volumeMounts: [
        { name: 'a', mountPoint: '/a' },
        { name: 'a', mountPoint: '/b' },
        { name: 'c', mountPoint: '/c' },
      ],
      extraPodSpec: { volumes: [{ name: 'c', emptyDir: {} }] },
    },
    wanted: withMain(
      {
        volumeMounts: [
          { name: 'a', mountPath: '/a' },
          { name: 'a', mountPath: '/b' },
          { name: 'c', mountPath: '/c' },
        ],
      },
      {
        volumes: [
          { name: 'c', emptyDir: {} },
          { name: 'a', persistentVolumeClaim: { claimName: 'a' } },
        ],
      },
    ),
  },
  {
    name: 'the first compilation cache needs no template',
    service: { volumeMounts: [{ name: 'cache', useAsCompilationCache: true }] },
    wanted: { compilationCache: { pvcName: 'cache' } },
  },
  {
    name: 'a second compilation cache is an ordinary mount',
    service: {
      volumeMounts: [
        { name: 'a', mountPoint: '/a', useAsCompilationCache: true },
        { name: 'b', mountPoint: '/b', useAsCompilationCache: true },
      ],
    },
    wanted: {
      compilationCache: { pvcName: 'a', mountPath: '/a' },
      ...withMain(
        { volumeMounts: [{ name: 'b', mountPath: '/b' }] },
        { volumes: [{ name: 'b', persistentVolumeClaim: { claimName: 'b' } }] },
      ),
    },
  },
  {
    name: 'a mount without a path is an error',
    service: { volumeMounts: [{ name: 'b' }] },
    wanted: withMain(
      { volumeMounts: [{ name: 'b' }] },
      { volumes: [{ name: 'b', persistentVolumeClaim: { claimName: 'b' } }] },
    ),
    problems: ['error volumeMounts.0.mountPoint'],
  },
];

const HOMELESS: readonly Row[] = [
  {
    name: 'an ingress is an error',
    service: { ingress: { enabled: true, host: 'h' } },
    wanted: {},
    problems: ['error ingress'],
  },
  {
    name: 'labels and annotations of a service are errors',
    service: { labels: { a: 'b' }, annotations: { c: 'd' } },
    wanted: {},
    problems: ['error annotations', 'error labels'],
  },
  { name: 'empty ones are nothing', service: { labels: {}, annotations: {} }, wanted: {} },
  {
    name: 'what did nothing is left out',
    service: { autoscaling: { enabled: true }, dynamoNamespace: 'n', serviceName: 'other' },
    wanted: {},
    problems: ['warning autoscaling', 'warning dynamoNamespace', 'warning serviceName'],
  },
  { name: 'the name of a service may be repeated', service: { serviceName: 'Worker' }, wanted: {} },
  {
    name: 'unknown fields are errors',
    service: { gpus: 2, resources: { limits: { gpus: '2' } }, scalingAdapter: { enabled: true, max: 3 } },
    wanted: { scalingAdapter: {} },
    problems: ['error gpus', 'error scalingAdapter.max', 'error resources.limits.gpus'],
  },
  {
    name: 'fields of a wrong kind are errors',
    service: { resources: 'all', volumeMounts: {}, extraPodSpec: { containers: [1] } },
    wanted: {},
    problems: ['error volumeMounts', 'error resources', 'error extraPodSpec.containers.0'],
  },
];

/** Services by themselves, field by field. */
export const ROWS: readonly Row[] = [...FIELDS, ...PODS, ...CONTAINERS, ...MOUNTS, ...HOMELESS];
