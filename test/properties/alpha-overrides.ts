import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/json.ts';
import type { Cell } from './cells.ts';
import {
  ARGS,
  container,
  ENGINE_ARGS,
  mainContainer,
  ownLabels,
  podMembers,
  podMetadata,
  variables,
} from './pod-parts.ts';
import { valuesOf } from './schema-values.ts';
import { features, graphFields, isAlphaGraph, metadata, type Part, serviceFields, services } from './shared-parts.ts';
import { AMOUNT, all, few, list, type Model, NUMBER, some, WORD } from './words.ts';

const ENVELOPE = { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment' };
const MOST_FIELDS = 5;
/** The claim that graphs with a model cache mount. */
const MODEL_CLAIM = 'models';

/** Overrides of version v1alpha1 that an operator of the cell's release admits. */
export function alphaOverrides(cell: Cell): fc.Arbitrary<JsonObject> {
  const envelope = fc.constantFrom<JsonObject>(ENVELOPE, ENVELOPE, {});
  const spec = fc.tuple(
    few({ ...graphFields('v1alpha1'), envs: variables(), pvcs: claims() }, 2),
    services(cell, (part) => service(part, cell)),
  );
  return fc.tuple(envelope, metadata(), spec).map(([head, meta, [fields, parts]]) => ({
    ...head,
    metadata: meta,
    spec: { ...fields, services: Object.fromEntries(parts.map(({ name, words }) => [name, words])) },
  }));
}

function service(part: Part, cell: Cell): fc.Arbitrary<JsonObject> {
  const hasFeatures = part === 'worker' ? features('v1alpha1', cell) : fc.constant({});
  return fc.boolean().chain((hasProbes) => {
    const pod = some({ extraPodSpec: extraPodSpec(cell, !hasProbes) });
    const fields = few(ownFields(part, cell, hasProbes), MOST_FIELDS);
    return fc.tuple(fields, hasFeatures, pod).map((parts): JsonObject => Object.assign({}, ...parts));
  });
}

function ownFields(part: Part, cell: Cell, hasProbes: boolean): Model {
  const probe = valuesOf('v1alpha1', 'probe', 2);
  return {
    ...serviceFields(part),
    resources: resources(),
    envs: variables(),
    envFromSecret: WORD,
    volumeMounts: mounts(),
    sharedMemory: fc.oneof(all({ size: AMOUNT }), all({ disabled: fc.constant(true) })),
    scalingAdapter: all({ enabled: fc.boolean() }),
    extraPodMetadata: podMetadata(),
    frontendSidecar: all({
      image: WORD,
      args: list(WORD),
      envFromSecret: WORD,
      envs: list(all({ name: WORD, value: WORD })),
    }),
    ...(hasProbes && { livenessProbe: probe, readinessProbe: probe }),
    ...idleFields(),
    ...(isAlphaGraph(cell) && lostFields()),
  };
}

/** Fields without effect, which v1beta1 drops with a warning. */
function idleFields(): Model {
  const autoscaling = some({ enabled: fc.boolean(), minReplicas: NUMBER, metrics: list(all({ type: WORD })) });
  return { dynamoNamespace: WORD, serviceName: WORD, autoscaling };
}

/** Fields that only a v1alpha1 graph can hold. */
function lostFields(): Model {
  const eppConfig = all({ configMapRef: all({ name: WORD, key: WORD }) });
  return {
    labels: ownLabels(),
    annotations: ownLabels(),
    ingress: all({ enabled: fc.boolean(), host: WORD, labels: all({ a: WORD }), tls: all({ secretName: WORD }) }),
    eppConfig,
  };
}

function resources(): fc.Arbitrary<JsonObject> {
  const side = few({
    cpu: fc.constantFrom<Json>('~q', 4, '2'),
    memory: AMOUNT,
    gpu: fc.constantFrom<Json>('4', 4),
    gpuType: fc.constant('example.com/gpu'),
    custom: some({ 'rdma/ib': AMOUNT, 'ephemeral-storage': AMOUNT }),
  });
  return some({ requests: side, limits: side, claims: list(all({ name: WORD, request: WORD })) });
}

/** Claims, each once, perhaps the one that is generated. */
function claims(): fc.Arbitrary<Json[]> {
  const made = all({
    name: WORD,
    create: fc.constant(true),
    storageClass: WORD,
    size: AMOUNT,
    volumeAccessMode: fc.constantFrom('ReadWriteOnce', 'ReadWriteMany'),
  });
  const found = all({ name: WORD, create: fc.constant(false) });
  const met = fc.oneof(made, found).map((claim): JsonObject => ({ ...claim, name: MODEL_CLAIM }));
  return fc.uniqueArray(fc.oneof(made, found, met), { selector: ({ name }) => name, maxLength: 2 });
}

/** Mounts of claims, at most one of them the compilation cache. */
function mounts(): fc.Arbitrary<Json[]> {
  const mount = all({ name: fc.constantFrom('~', MODEL_CLAIM), mountPoint: fc.constant('/~') });
  const cache = all({ name: WORD, mountPoint: fc.constant('/~'), useAsCompilationCache: fc.constant(true) });
  return fc.oneof(
    fc.tuple(mount),
    fc.tuple(cache),
    fc.tuple(all({ name: WORD, mountPoint: fc.constant('/~') }), cache),
  );
}

function extraPodSpec(cell: Cell, hasProbes: boolean): fc.Arbitrary<JsonObject> {
  const args = cell.backend === 'trtllm' && !cell.isMocker ? fc.oneof(ARGS, ENGINE_ARGS) : ARGS;
  const members = few({ ...podMembers(), containers: list(container()) }, 2);
  const main = some({ mainContainer: mainContainer(args, hasProbes) });
  return fc.tuple(members, main).map(([pod, own]) => ({ ...pod, ...own }));
}
