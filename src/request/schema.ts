import * as z from 'zod';
import { isObject, type JsonObject } from '../json.ts';
import { BACKENDS } from '../serving.ts';
import { integer, number, text, truth } from './scalars.ts';
import { GPU_SKUS } from './skus.ts';

// DGDR v1beta1, the union of releases 1.0 to 1.6 (design api.md 2.1). Shape only: nothing is required here and rules
// across fields live with their section, so that one wrong field does not hide what is wrong with the others.

/** Null counts as absent: the API server removes it. */
function optional<T extends z.ZodType>(schema: T) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();
}

/** Three numbers of at most four digits without leading zeros (design api.md 2.1). */
const RUNTIME_VERSION = /^(?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2}$/;

const positiveInteger = integer.pipe(z.number().min(1));
const positiveNumber = number.pipe(z.number().positive());
const mapping = z.custom<JsonObject>(isObject, 'a mapping of fields');

const modelCacheFields = { pvcName: optional(text), pvcModelPath: optional(text), pvcMountPath: optional(text) };

const hardwareFields = {
  gpuSku: optional(z.enum(GPU_SKUS)),
  totalGpus: optional(integer),
  numGpusPerNode: optional(integer),
  vramMb: optional(positiveNumber),
  interconnect: optional(text),
  rdma: optional(truth),
};

/** Here null is refused: the reference accepts it and breaks later. */
const workloadFields = {
  isl: positiveInteger.optional(),
  osl: positiveInteger.optional(),
  concurrency: optional(positiveNumber),
  requestRate: optional(positiveNumber),
};

/** Here null and absent differ, see sla.ts. */
const slaFields = {
  ttft: number.nullish(),
  itl: number.nullish(),
  e2eLatency: number.nullish(),
  optimizationType: optional(z.enum(['latency', 'throughput'])),
};

const jobPodFields = { tolerations: optional(z.array(mapping)) };
const jobTemplateFields = { spec: optional(z.object(jobPodFields)) };
const profilingJobFields = { template: optional(z.object(jobTemplateFields)) };

const overridesFields = {
  profilingJob: optional(z.object(profilingJobFields)),
  dgd: optional(mapping),
  trustRemoteCode: optional(truth),
};

const switchFields = { enabled: optional(truth) };

const featuresFields = {
  planner: optional(mapping),
  mocker: optional(z.object(switchFields)),
  kvRouter: optional(z.object(switchFields)),
};

const specFields = {
  model: optional(text),
  backend: optional(z.enum(['auto', ...BACKENDS])),
  image: optional(text),
  runtimeVersionOverride: optional(z.string().regex(RUNTIME_VERSION, 'a release x.y.z such as 1.4.0')),
  modelCache: optional(z.object(modelCacheFields)),
  hardware: optional(z.object(hardwareFields)),
  workload: optional(z.object(workloadFields)),
  sla: optional(z.object(slaFields)),
  overrides: optional(z.object(overridesFields)),
  features: optional(z.object(featuresFields)),
  searchStrategy: optional(z.enum(['rapid', 'thorough'])),
  autoApply: optional(truth),
};

/** The part of a DGDR that is read. */
export const dgdrSchema = z.object({
  metadata: optional(
    z.object({
      name: optional(text),
      namespace: optional(text),
      labels: optional(z.record(z.string(), z.unknown())),
      annotations: optional(z.record(z.string(), z.unknown())),
    }),
  ),
  spec: optional(z.object(specFields)),
});

/** `spec.hardware` alone, as the function's config gives it too. */
export const hardwareSchema = z.object(hardwareFields);

export type Metadata = NonNullable<z.output<typeof dgdrSchema>['metadata']>;
export type Spec = NonNullable<z.output<typeof dgdrSchema>['spec']>;

/** The fields of one object of a DGDR; what else it holds gets `extra`. */
interface FieldRow {
  readonly path: string;
  readonly fields: readonly string[];
  readonly extra: 'REQUEST_UNKNOWN_FIELD' | 'FIELD_IGNORED';
}

/**
 * Fields of every object of a DGDR, Kubernetes' own excepted. Of the profiling Job, the rows list the only fields that
 * reach a graph (ai-dynamo 1.3.1, profiler/utils/profile_common.py).
 */
export const FIELD_TABLE: readonly FieldRow[] = [
  unknownIn('', ['apiVersion', 'kind', 'metadata', 'spec', 'status']),
  unknownIn('spec', Object.keys(specFields)),
  unknownIn('spec.modelCache', Object.keys(modelCacheFields)),
  unknownIn('spec.hardware', Object.keys(hardwareFields)),
  unknownIn('spec.workload', Object.keys(workloadFields)),
  unknownIn('spec.sla', Object.keys(slaFields)),
  unknownIn('spec.overrides', Object.keys(overridesFields)),
  unknownIn('spec.features', Object.keys(featuresFields)),
  unknownIn('spec.features.mocker', Object.keys(switchFields)),
  unknownIn('spec.features.kvRouter', Object.keys(switchFields)),
  ignoredIn('spec.overrides.profilingJob', Object.keys(profilingJobFields)),
  ignoredIn('spec.overrides.profilingJob.template', Object.keys(jobTemplateFields)),
  ignoredIn('spec.overrides.profilingJob.template.spec', Object.keys(jobPodFields)),
];

function unknownIn(path: string, fields: readonly string[]): FieldRow {
  return { path, fields, extra: 'REQUEST_UNKNOWN_FIELD' };
}

function ignoredIn(path: string, fields: readonly string[]): FieldRow {
  return { path, fields, extra: 'FIELD_IGNORED' };
}
