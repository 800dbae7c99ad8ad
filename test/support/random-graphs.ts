import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/json.ts';

const NAME = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,11}$/);
const TEXT = fc.constantFrom(
  '',
  'on',
  'no',
  '1e3',
  '0x1F',
  '~',
  '1_000',
  "it's $(POD_NAME) $$x",
  'a: b # c',
  'ü\n\ttwo lines',
);
const KEY = fc.constantFrom('team', 'example.com/team', 'nvidia.com/selector', 'nvidia.com/dynamo-component', 'role');
const QUANTITY = fc.constantFrom('500m', '2', '4Gi');
const PORT = fc.integer({ min: 1, max: 65_535 });

function some<T>(record: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<JsonObject> {
  return fc.record(record, { requiredKeys: [] }) as unknown as fc.Arbitrary<JsonObject>;
}

const ENV = fc.oneof(
  fc.record({ name: fc.constantFrom('DYN_NAMESPACE', 'POD_NAME', 'NIXL_TELEMETRY_ENABLE', 'A', 'B'), value: TEXT }),
  fc.constant({ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }),
  fc.constant({ name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'k', optional: true } } }),
);
const ENVS = fc.uniqueArray(ENV, { maxLength: 4, selector: ({ name }) => name });
const HANDLER = fc.oneof(
  fc.record({
    httpGet: fc.record({ path: fc.constant('/ok'), port: fc.oneof(PORT, fc.constantFrom('http', 'system')) }),
  }),
  fc.record({ tcpSocket: fc.record({ port: PORT }) }),
  fc.constant({ exec: { command: ['true'] } }),
);
const PROBE = fc
  .tuple(HANDLER, some({ periodSeconds: fc.integer({ min: 1, max: 60 }), initialDelaySeconds: fc.nat(60) }))
  .map(([handler, rest]): JsonObject => ({ ...(handler as JsonObject), ...rest }));
const RESOURCES = some({
  limits: some({ cpu: QUANTITY, memory: QUANTITY, gpu: fc.constantFrom('1', '2', '8') }),
  requests: some({ cpu: fc.constant('250m') }),
});
const OTHER = (name: string): fc.Arbitrary<JsonObject> =>
  fc.record({ name: fc.constant(name), image: fc.constant('busybox:1.36') }) as unknown as fc.Arbitrary<JsonObject>;

/** What a main container may say besides its start. */
const MAIN = some({
  env: ENVS,
  ports: fc.constantFrom([{ name: 'http', containerPort: 8000 }], [{ name: 'metrics', containerPort: 9400 }]),
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  workingDir: fc.constant('/workspace'),
  securityContext: fc.constant({ allowPrivilegeEscalation: false }),
  imagePullPolicy: fc.constantFrom('Always', 'IfNotPresent'),
});

const POD = some({
  containers: fc.array(OTHER('sidecar'), { minLength: 1, maxLength: 1 }),
  initContainers: fc.array(OTHER('warm'), { maxLength: 1 }),
  tolerations: fc.constant([{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }]),
  nodeSelector: fc.constant({ disk: 'ssd' }),
  serviceAccountName: fc.constant('own'),
  securityContext: fc.constantFrom({}, { runAsUser: 1000 }),
  hostNetwork: fc.boolean(),
  terminationGracePeriodSeconds: fc.nat(600),
  imagePullSecrets: fc.constant([{ name: 'registry' }]),
  volumes: fc.constant([{ name: 'scratch', emptyDir: {} }]),
});

const SHARE = fc.constantFrom('1', '2', '50%');
const SERVICE = fc.record({
  componentType: fc.constantFrom('frontend', 'worker', 'prefill', 'decode', 'custom', 'worker'),
  engine: fc.constantFrom('vllm', 'sglang', 'trtllm'),
  nodes: fc.constantFrom(1, 1, 1, 2, 4),
  size: fc.constantFrom('1', '2', '16', '32'),
  main: MAIN,
  pod: POD,
  rest: some({
    replicas: fc.nat({ max: 9 }),
    subComponentType: fc.constantFrom('prefill', 'decode'),
    labels: fc.dictionary(KEY, NAME, { maxKeys: 3 }),
    annotations: some({
      'example.com/note': TEXT,
      'nvidia.com/enable-metrics': fc.constantFrom('true', 'false'),
      'nvidia.com/deployment-strategy': fc.constantFrom('Recreate', 'RollingUpdate'),
      'nvidia.com/deployment-rolling-update-max-surge': SHARE,
      'nvidia.com/deployment-rolling-update-max-unavailable': SHARE,
    }),
    envs: ENVS,
    envFromSecret: fc.constant('tokens'),
    resources: RESOURCES,
    sharedMemory: fc.constantFrom({ disabled: true }, { size: '16Gi' }),
    volumeMounts: fc.constantFrom(
      [{ name: 'kept-weights', mountPoint: '/weights' }],
      [{ name: 'kept-cache', useAsCompilationCache: true, mountPoint: '/cache' }],
      [{ name: 'shared', mountPoint: '/dev/shm' }],
    ),
    scalingAdapter: fc.record({ enabled: fc.boolean() }),
    modelRef: fc.constant({ name: 'Qwen/Qwen3-8B' }),
    globalDynamoNamespace: fc.boolean(),
    ingress: fc.constant({ enabled: true, host: 'h', ingressControllerClassName: 'nginx', tls: { secretName: 's' } }),
  }),
});

const CLAIMS = fc.constantFrom<Json[]>(
  [],
  [
    { name: 'kept-weights', create: true, size: '10Gi', storageClass: 'fast', volumeAccessMode: 'ReadWriteMany' },
    { name: 'kept-cache', create: false },
  ],
);

/** Graphs of v1alpha1 with all that an author may write in them, such as an API server takes. */
export const AUTHORED_GRAPHS: fc.Arbitrary<JsonObject> = fc
  .record({
    name: fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}[a-z0-9]$/).filter((name) => !/[.-]{2}/.test(name)),
    services: fc.dictionary(NAME, SERVICE, { minKeys: 1, maxKeys: 4 }),
    envs: ENVS,
    pvcs: CLAIMS,
    restart: fc.constantFrom(undefined, { id: '2026-11-27' }),
  })
  .map(({ name, services, envs, pvcs, restart }) => ({
    apiVersion: 'nvidia.com/v1alpha1',
    kind: 'DynamoGraphDeployment',
    metadata: { name, namespace: 'serving' },
    spec: {
      ...{ envs: envs as unknown as Json, pvcs },
      ...(restart !== undefined && { restart }),
      services: Object.fromEntries(Object.entries(services).map(([key, one]) => [key, toService(one)])),
    },
  }));

type Given = typeof SERVICE extends fc.Arbitrary<infer T> ? T : never;

function toService({ componentType, engine, nodes, size, main, pod, rest }: Given): JsonObject {
  const isWorker = componentType !== 'frontend' && componentType !== 'custom';
  const start = {
    command: ['python3', '-m', `dynamo.${engine}`],
    args: ['--model', 'Qwen/Qwen3-8B', '--tensor-parallel-size', size],
  };
  const { subComponentType, ...others } = rest;
  return {
    ...others,
    componentType,
    ...(componentType === 'worker' && subComponentType !== undefined && { subComponentType }),
    ...(isWorker && nodes > 1 && { multinode: { nodeCount: nodes } }),
    extraPodSpec: { ...pod, mainContainer: { image: 'example.com/runtime:1', ...(isWorker && start), ...main } },
  };
}
