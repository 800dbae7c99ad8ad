import fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';

/** Stands for a text, and for a quantity, that occurs nowhere else in a graph. */
const TEXT = fc.constant('~');
const AMOUNT = fc.constant('~q');
const SERVICE_NAMES = ['Planner', 'VllmWorker', 'prefill', 'Frontend'];

type Graphs = fc.Arbitrary<JsonObject>;
type Model = Readonly<Record<string, fc.Arbitrary<Json>>>;

/**
 * Valid v1alpha1 graphs. `loose` ones also hold what has no home in v1beta1, and give values twice that overrule each
 * other; the others convert without a word.
 */
export function graphs({ loose }: { loose: boolean }): Graphs {
  const services = fc
    .tuple(
      fc.shuffledSubarray(SERVICE_NAMES, { minLength: 1 }),
      fc.array(service(loose), { minLength: 4, maxLength: 4 }),
    )
    .map(([names, parts]) => Object.fromEntries(names.map((name, index) => [name, parts[index]!])));
  const annotations = { 'example.com/owner': TEXT, ...(loose && { 'nvidia.com/dgd-spec': TEXT }) };
  return all({
    apiVersion: fc.constant('nvidia.com/v1alpha1'),
    kind: fc.constant('DynamoGraphDeployment'),
    metadata: all({ name: TEXT, labels: labels(), annotations: some(annotations) }),
    spec: fc
      .tuple(some(graphFields(loose)), services)
      .map(([fields, chosen]) => ({ ...fields, services: chosen }) as JsonObject),
  }).map(withUniqueTexts);
}

function graphFields(loose: boolean): Model {
  const made = all({
    name: TEXT,
    create: fc.constant(true),
    storageClass: TEXT,
    size: AMOUNT,
    volumeAccessMode: fc.constantFrom('ReadWriteOnce', 'ReadWriteMany'),
  });
  const found = fc.oneof(all({ name: TEXT, create: fc.constant(false) }), all({ name: TEXT }));
  const idle = all({ name: TEXT, create: fc.constant(false), storageClass: TEXT });
  return {
    annotations: labels(),
    labels: labels(),
    backendFramework: fc.constantFrom('vllm', 'sglang', 'trtllm'),
    envs: env('A', 'B'),
    pvcs: list(fc.oneof(made, found, ...(loose ? [idle] : []))),
    priorityClassName: TEXT,
    restart: all({ id: TEXT, strategy: all({ type: fc.constantFrom('Sequential', 'Parallel') }) }),
    topologyConstraint: all({ topologyProfile: TEXT, packDomain: TEXT }),
    experimental: all({ kvTransferPolicy: all({ labelKey: TEXT, domain: TEXT }) }),
  };
}

function service(loose: boolean): Graphs {
  const fields = some({ ...ownFields(), ...mainFields(loose), ...(loose ? homelessFields() : {}) });
  const types = fc.oneof(
    some({ componentType: fc.constantFrom('frontend', 'planner', 'worker', 'prefill', 'decode') }),
    all({ componentType: fc.constant('worker'), subComponentType: fc.constantFrom('prefill', 'decode') }),
  );
  return fc.tuple(fields, types, pod(loose)).map(([own, type, extra]) => {
    const service = { ...own, ...type, ...extra };
    return loose ? service : disjoint(service);
  });
}

/** Fields whose place does not depend on the main container. */
function ownFields(): Model {
  const mode = fc.constantFrom('intraPod', 'interPod');
  return {
    replicas: fc.nat(4),
    minAvailable: fc.constant(1),
    runtimeVersionOverride: fc.constantFrom('1.4.0', '1.5.2'),
    globalDynamoNamespace: fc.boolean(),
    multinode: some({ nodeCount: fc.integer({ min: 2, max: 4 }) }),
    modelRef: all({ name: TEXT, revision: TEXT }),
    eppConfig: all({ configMapRef: all({ name: TEXT, key: TEXT }) }),
    topologyConstraint: all({ packDomain: TEXT }),
    sharedMemory: fc.oneof(all({ size: AMOUNT }), all({ disabled: fc.constant(true) })),
    scalingAdapter: all({ enabled: fc.boolean() }),
    extraPodMetadata: some({ labels: labels(), annotations: labels() }),
    frontendSidecar: all({ image: TEXT, args: list(TEXT), envFromSecret: TEXT, envs: env('A', 'B') }),
    gpuMemoryService: all({ enabled: fc.boolean(), mode, deviceClassName: TEXT, extraClientContainers: list(TEXT) }),
    failover: all({ enabled: fc.boolean(), mode, numShadows: fc.constant(1) }),
    checkpoint: all({
      enabled: fc.boolean(),
      mode: fc.constantFrom('Auto', 'Manual'),
      identity: all({ model: TEXT, backendFramework: fc.constantFrom('vllm', 'sglang') }),
    }),
  };
}

/** Fields that become part of the main container. */
function mainFields(loose: boolean): Model {
  const side = some({
    cpu: AMOUNT,
    memory: AMOUNT,
    gpu: AMOUNT,
    ...(loose && { gpuType: TEXT }),
    custom: some({ 'rdma/ib': AMOUNT, 'ephemeral-storage': AMOUNT, ...(loose && { cpu: AMOUNT }) }),
  });
  const typed = all({ gpu: AMOUNT, gpuType: fc.constant('example.com/gpu') });
  const mount = all({ name: TEXT, mountPoint: TEXT });
  const cache = all({ name: TEXT, mountPoint: TEXT, useAsCompilationCache: fc.constant(true) });
  return {
    resources: some({ requests: side, limits: fc.oneof(side, typed), claims: list(all({ name: TEXT })) }),
    envs: env('A', 'B'),
    envFromSecret: TEXT,
    volumeMounts: fc.oneof(list(mount), list(cache), fc.tuple(mount, cache, mount)),
    livenessProbe: probe(),
    readinessProbe: probe(),
  };
}

function pod(loose: boolean): Graphs {
  const side = loose ? { cpu: AMOUNT, 'nvidia.com/gpu': AMOUNT, 'rdma/ib': AMOUNT } : { 'hugepages-2Mi': AMOUNT };
  const mainContainer = some({
    ...(loose && { name: fc.constantFrom('main', 'engine') }),
    image: TEXT,
    command: list(TEXT),
    args: list(TEXT),
    workingDir: TEXT,
    env: loose ? env('B', 'C') : env('C', 'D'),
    envFrom: list(all({ configMapRef: all({ name: TEXT }) })),
    ports: list(TEXT).map((names) => names.map((name, index) => ({ containerPort: 8000 + index, name }))),
    resources: some({ requests: some(side), limits: some(side), ...(loose && { claims: list(all({ name: TEXT })) }) }),
    volumeMounts: list(all({ name: TEXT, mountPath: TEXT, readOnly: fc.boolean() })),
    livenessProbe: probe(),
    readinessProbe: probe(),
    startupProbe: probe(),
    securityContext: some({ runAsUser: fc.constant(0) }),
  });
  const extraPodSpec = some({
    mainContainer,
    containers: list(all({ name: TEXT, image: TEXT, env: env('A') })),
    initContainers: list(all({ name: TEXT, image: TEXT })),
    volumes: list(all({ name: TEXT, configMap: all({ name: TEXT }) })),
    tolerations: list(all({ key: TEXT, operator: fc.constant('Exists') })),
    nodeSelector: labels(),
    serviceAccountName: TEXT,
  });
  return some({ extraPodSpec });
}

function homelessFields(): Model {
  return {
    annotations: labels(),
    labels: labels(),
    dynamoNamespace: TEXT,
    serviceName: TEXT,
    autoscaling: some({ enabled: fc.boolean(), minReplicas: fc.nat(3), metrics: list(all({ type: TEXT })) }),
    ingress: fc.oneof(
      all({ enabled: fc.constant(true), host: TEXT, labels: labels() }),
      some({ enabled: fc.constant(false), host: TEXT, annotations: labels() }),
    ),
    subComponentType: TEXT,
    gpuMemoryService: all({ enabled: fc.boolean(), extraClientPods: list(all({ name: TEXT, podTemplate: labels() })) }),
  };
}

/** A service that gives each value once, keeping its own where the main container has another. */
function disjoint(service: JsonObject): JsonObject {
  const { mainContainer, ...pod } = objectOf(service.extraPodSpec);
  if (mainContainer === undefined) return service;
  const taken = ['livenessProbe', 'readinessProbe'].filter((key) => key in service);
  if ('envFromSecret' in service) taken.push('envFrom');
  const main = Object.entries(objectOf(mainContainer)).filter(([key]) => !taken.includes(key));
  return { ...service, extraPodSpec: { ...pod, mainContainer: Object.fromEntries(main) } };
}

function probe(): Graphs {
  const httpGet = all({ path: TEXT, port: fc.constant(8000) });
  const times = { periodSeconds: fc.integer({ min: 1, max: 9 }) };
  return fc.oneof(all({ httpGet, ...times }), all({ exec: all({ command: list(TEXT) }) }));
}

function env(...names: string[]): fc.Arbitrary<Json[]> {
  const value = fc.constantFrom<JsonObject>({ value: '~' }, { valueFrom: { secretKeyRef: { name: '~', key: '~' } } });
  const entry = fc.tuple(fc.constantFrom(...names), value).map(([name, rest]) => ({ name, ...rest }));
  return fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: names.length });
}

function labels(): Graphs {
  return some({ 'example.com/a': TEXT, b: TEXT });
}

function list(entry: fc.Arbitrary<Json>): fc.Arbitrary<Json[]> {
  return fc.array(entry, { maxLength: 2 });
}

function some(model: Model): Graphs {
  return fc.record(model, { requiredKeys: [] }).map((members) => ({ ...members }) as JsonObject);
}

function all(model: Model): Graphs {
  return fc.record(model).map((members) => ({ ...members }));
}

function withUniqueTexts(graph: JsonObject): JsonObject {
  let count = 0;
  const change = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(change);
    if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member)]));
    if (value !== '~' && value !== '~q') return value;
    count += 1;
    return value === '~' ? `t${count}` : `${count}Mi`;
  };
  return change(graph) as JsonObject;
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
