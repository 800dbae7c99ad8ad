import type { Origin } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { EngineName, Release } from '../releases.ts';
import type { Backend, Mode } from '../serving.ts';
import type { Carried } from './carried.ts';
import type { Mends } from './mends.ts';
import type { OutputForm, WorkloadOptions } from './workload-options.ts';

export const ROUTER_MODES = [
  'round-robin',
  'random',
  'power-of-two',
  'kv',
  'least-loaded',
  'device-aware-weighted',
] as const;
export type RouterMode = (typeof ROUTER_MODES)[number];
export const KV_EVENTS = ['exact', 'approximate'] as const;
export type KvEvents = (typeof KV_EVENTS)[number];

/** Whether Flux's variable substitution may touch what is rendered; not said where there may be no Flux. */
export const FLUX_SUBSTITUTE = ['disabled', 'enabled'] as const;
type FluxSubstitute = (typeof FLUX_SUBSTITUTE)[number];

/** A routing wish; absent members were not said. */
export interface Routing {
  readonly mode?: RouterMode | undefined;
  readonly kvEvents?: KvEvents | undefined;
  /**
   * The field with which the request itself, or its call, asks for KV events and for no mode, which deserves a word if nothing
   * else sets mode kv; those of a project file are a default for the requests that have it.
   */
  readonly eventsAskedAt?: string | undefined;
}

/** Images of `source`, a registry or a path in one, are written as those of `mirror`. */
export interface ImageMirror {
  readonly source: string;
  readonly mirror: string;
}

/** Whether a model is ranked without a recorded run of it or its architecture, or sized from memory. */
export const SUPPORTS = ['recorded', 'assumed'] as const;
type Support = (typeof SUPPORTS)[number];

/** A row of the ranking of a mode; the first has the rank 1. */
export interface RankedRow {
  readonly mode: Mode;
  readonly rank: number;
}

/** What is wished of the pick whatever it costs; what is absent is not wished. */
export interface Wishes {
  readonly servingMode?: Mode | undefined;
  /** What no worker may use of the memory of each GPU, above 0. */
  readonly memoryHeadroomPercent?: number | undefined;
  /** The row to pick in place of the first. */
  readonly take?: RankedRow | undefined;
}

export type Sla =
  | {
      readonly kind: 'pair';
      readonly ttftMs: number;
      readonly itlMs: number;
      /** False where both are defaults. */
      readonly isExplicit: boolean;
      /** The one of an explicit pair that is a default; it counts like the other, but nobody is warned about it. */
      readonly assumed?: 'ttft' | 'itl' | undefined;
    }
  | { readonly kind: 'e2e'; readonly e2eLatencyMs: number };

export type PickingMode = 'default' | 'load_match' | 'autoscale';

/** A validated DGDR: every default filled in, frozen. Numbers are in the units of their names, GPUs and tokens are counts. */
export interface Request {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly origin: Origin;
  /** Its file from the root; empty where no file is known. */
  readonly source: string;
  readonly model: string;
  readonly backend: Backend | 'auto';
  readonly image: string;
  /** Where the images of the graph are taken from instead. */
  readonly imageMirrors: readonly ImageMirror[];
  /** The release that the graph is written for. */
  readonly target: Release;
  /** The generation of the engine that profiles for the target. */
  readonly engine: EngineName;
  readonly runtimeVersionOverride: string | undefined;
  readonly hardware: {
    readonly gpuSku: string;
    /** The engine's name of the system; without the mend the lower-cased SKU. */
    readonly system: string;
    readonly totalGpus: number;
    readonly gpusPerNode: number;
    readonly vramMb: number | undefined;
  };
  readonly workload: {
    readonly isl: number;
    readonly osl: number;
    readonly concurrency: number | undefined;
    readonly requestRatePerSec: number | undefined;
  };
  readonly sla: Sla;
  readonly searchStrategy: 'rapid' | 'thorough';
  readonly pickingMode: PickingMode;
  readonly support: Support;
  readonly wishes: Wishes;
  readonly modelCache:
    | { readonly pvcName: string; readonly pvcModelPath: string | undefined; readonly pvcMountPath: string }
    | undefined;
  readonly overrides: {
    readonly dgd: JsonObject | undefined;
    /** Pod tolerations of `overrides.profilingJob`. */
    readonly tolerations: readonly JsonObject[];
    readonly trustRemoteCode: boolean;
  };
  readonly features: { readonly planner: JsonObject | undefined; readonly mocker: boolean };
  /** From annotations, `features.kvRouter` and the function's config, merged by precedence. */
  readonly routing: Routing;
  /** Labels and annotations of the request that its graph has too. */
  readonly carried: Carried;
  readonly autoApply: boolean;
  readonly fluxSubstitute: FluxSubstitute | undefined;
  /** What is put out of the graph. */
  readonly emit: OutputForm;
  /** How plain workloads are made of it, where they are. */
  readonly workloads: WorkloadOptions;
  /** In what the rendering differs from the reference's. */
  readonly mends: Mends;
  /** The request's position (file, index) with the line of a field path such as `spec.sla.ttft`. */
  readonly locate: (path: string) => Origin;
}

/** What a profile depends on. Nothing else of a request is read while it is profiled, so equal ones have equal profiles. */
export interface ProfileRequest
  extends Pick<
    Request,
    'model' | 'backend' | 'hardware' | 'workload' | 'sla' | 'pickingMode' | 'support' | 'wishes' | 'mends' | 'locate'
  > {
  readonly features: Pick<Request['features'], 'mocker'>;
}
