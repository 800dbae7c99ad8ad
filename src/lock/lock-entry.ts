import * as z from 'zod';
import { codesOf } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Profile } from '../profile/profile.ts';
import { BACKENDS, MODES } from '../serving.ts';

const TEXT = z.string();
const OBJECT = z.custom<JsonObject>(isObject, 'a mapping was expected');
/** A row in the reference's column names. */
const ROW = z.record(TEXT, z.union([TEXT, z.number()]));

/** The part of a profile that a graph is made of. */
const PROFILE = z.strictObject({
  /** The generation of the engine that answered, where it is not the first one. */
  engine: TEXT.optional(),
  system: TEXT,
  backend: z.enum(BACKENDS),
  backendVersion: TEXT.nullable(),
  pickingMode: z.enum(['default', 'load_match', 'autoscale'] as const satisfies Profile['pickingMode'][]),
  chosen: z.enum(MODES satisfies readonly Profile['chosen'][]),
  latencies: z.strictObject({ ttft: z.number(), tpot: z.number(), request_latency: z.number() }),
  model: z.strictObject({
    isMoe: z.boolean(),
    nextn: z.int(),
    contextLength: z.int().optional(),
    /** Only where the model's repository brings code of its own. */
    hasCustomCode: z.literal(true).optional(),
  }),
  picked: ROW.optional(),
  /** The next best row, for people to compare. */
  runnerUp: ROW.optional(),
  /** Workers that were sized from memory, where nothing was measured. */
  naive: z
    .strictObject({
      tp: z.int(),
      moeTp: z.int(),
      moeEp: z.int().optional(),
      gpusPerWorker: z.int(),
      replicas: z.int(),
      batchSize: z.int(),
      weightsGib: z.number(),
      precision: TEXT.optional(),
      dataType: TEXT.optional(),
      requiredGpus: z.int(),
    })
    .optional(),
});

/** A finished graph that a cluster made of the request, and what has to be applied before it. */
const CLUSTER = z.strictObject({ graph: OBJECT, resources: z.array(OBJECT).optional() });

export const LOCK_ENTRY = z.strictObject({
  /** Name and namespace of the request. */
  name: TEXT.min(1),
  namespace: TEXT.optional(),
  /** What was picked, in one line for people. */
  summary: TEXT,
  /** Release of the tool that locked it. */
  engine: TEXT,
  /** Release of the measured data. */
  data: TEXT,
  /** Digest of `inputs`: the entry holds for requests with the same. */
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'a sha256 digest was expected'),
  /** Everything that the result depends on. */
  inputs: OBJECT,
  /** The graph as far as the operator refuses to change it under one name. */
  graph: OBJECT,
  profile: PROFILE,
  cluster: CLUSTER.optional(),
  warnings: z
    .array(
      z.strictObject({
        code: z.enum(codesOf('warning', 'info')),
        message: TEXT,
        path: TEXT.optional(),
        hint: TEXT.optional(),
      }),
    )
    .optional(),
});

/** What a lock keeps of a request. The graph is made of exactly one of `profile.picked`, `profile.naive` and `cluster`. */
export type LockEntry = z.infer<typeof LOCK_ENTRY>;
export type LockedProfile = LockEntry['profile'];

/** `namespace/name` of the request, for people. */
export function entryName({ name, namespace }: Pick<LockEntry, 'name' | 'namespace'>): string {
  return `${namespace ?? 'default'}/${name}`;
}
