import type { Family } from '../models/architectures.ts';
import type { QuantRule } from '../models/family.ts';
import type { Layout } from '../models/layout.ts';
import type { ModelRevision } from '../models/model-revision.ts';
import type { Lookups } from '../operations/lookups.ts';
import type { Backend, Role } from '../serving.ts';
import type { BackendModel } from './backends.ts';
import type { ExchangeRules } from './exchanges.ts';

/**
 * Everything in which one generation of the engine differs from another; a new one is a row of `REVISIONS`. Functions of
 * the engine are handed the columns that they need, and no module has such a constant of its own.
 */
export interface EngineRevision {
  /** As the release table calls it, such as `0.10`. */
  readonly name: string;
  /** Release of measured data that it reads, a folder of `perfdb/`. */
  readonly data: string;
  readonly backends: Readonly<Record<Backend, BackendModel>>;
  readonly sweep: { readonly agg: AggSweep; readonly stages: StageSweep };
  readonly matching: Matching;
  readonly targets: TargetRules;
  readonly layouts: LayoutSizes;
  /** How experts are spread by exchanges of their own; undefined where dispatch is always a plain collective. */
  readonly spread: SpreadRules | undefined;
  readonly drafts: Drafts;
  readonly quantisation: Quantisation;
  readonly models: ModelRevision;
  /** Families of models whose operations it has. */
  readonly families: readonly Family[];
  /** Backends on which it does not have a family that it has on others. */
  readonly unmodelled: Readonly<Partial<Record<Family, readonly Backend[]>>>;
  readonly lookups: Lookups;
}

/** Operating points of aggregated workers. */
export interface AggSweep {
  readonly batches: readonly number[];
  /** Bounds of the tokens that a mixed step prefills; a longer input goes beyond the larger one. */
  readonly minChunkTokens: number;
  readonly maxChunkTokens: number;
  /** Candidates of a layout that are kept for one latency target. */
  readonly keptPerTarget: number;
  /** Whether a mixed step also times operations that it does not count, and fails where these were not measured. */
  readonly timesUnused: boolean;
  readonly whereMissing: WhereMissing;
}

/** What a point without measurements costs a layout: all of its points, or this one. */
type WhereMissing = 'layout' | 'point';

/** Operating points of workers that do one stage. */
interface StageSweep {
  readonly prefillBatches: readonly number[];
  readonly decodeBatches: readonly number[];
  /** How much slower than the measured steps a serving engine is. */
  readonly prefillLatencyFactor: number;
  readonly decodeLatencyFactor: number;
  /** How much longer the first token takes because requests queue before prefill. */
  readonly ttftQueueFactor: number;
  /** Decode steps for which one length is timed. */
  readonly decodeStride: number;
  readonly whereMissing: WhereMissing;
  /** Candidates that are kept for one latency target. */
  readonly keptPerTarget: number;
}

/** How prefill and decode workers become replicas. */
export interface Matching {
  /** Share of a worker's rate that is left when the two stages are matched, 0 to 1. */
  readonly prefillRateShare: number;
  readonly decodeRateShare: number;
  /** Workers of one kind in a replica. */
  readonly maxWorkers: number;
  /** Prefill workers, and decode workers of one layout, that are tried for a latency target. */
  readonly maxPrefillCandidates: number;
  readonly maxDecodeCandidates: number;
  /** GPUs that a replica may have in all. */
  readonly replicaGpus: readonly number[];
  /** GPUs of a worker, as a replica's rate per GPU counts them. */
  readonly countedGpus: (layout: Layout) => number;
  /** Whether no more replicas are deployed for a load than the budget holds, whatever serves it all. */
  readonly holdsLoadToBudget: boolean;
}

/** Latency limits that sweeps filter by, and what a planner's pick is judged by; times in ms. */
export interface TargetRules {
  /** Token times, whatever the user's own. */
  readonly tpotMs: readonly number[];
  /** First-token times that an end-to-end latency is split at, as they are and as shares of it. */
  readonly fixedTtftMs: readonly number[];
  readonly ttftShares: readonly number[];
  readonly planner: {
    /** Longest token time of a decode worker, whatever the request says. */
    readonly tpotMs: number;
    /** Layouts of each kind that are paired. */
    readonly keptLayouts: number;
  };
}

/** Sizes that layouts of one worker are made of. */
export interface LayoutSizes {
  readonly dense: readonly number[];
  /** Systems whose racks let a dense worker span several nodes, with the sizes there. */
  readonly denseOfSystem: Readonly<Record<string, readonly number[]>>;
  readonly experts: ExpertSizes;
  /** Further sizes for families whose layers are split into pipeline stages, from which budget and compute capability on. */
  readonly staged: { readonly fromGpus: number; readonly fromSm: number; readonly sizes: Partial<ExpertSizes> };
}

/** For workers with experts: GPUs of one worker, and what they may be split into. */
export type ExpertSizes = Readonly<Record<'gpus' | Exclude<keyof Layout, 'cp'>, readonly number[]>>;

/** Exchanges of experts' tokens, and what they make possible. */
export interface SpreadRules {
  /** Libraries in the order in which they are asked. */
  readonly exchanges: readonly ExchangeRules[];
  /** Further sizes where experts can be spread over the ranks of several nodes, by what ranks these are. */
  readonly widened: Readonly<Record<Backend, Readonly<Record<Role, Widening>>>>;
  /** GPUs of a replica whose workers may span nodes: every number up to this. */
  readonly maxReplicaGpus: number;
}

type Widening = (covered: readonly number[]) => Partial<ExpertSizes>;

/** How the modes of a checkpoint become those of a worker. */
export interface Quantisation {
  /** Applied in this order, after the family's own. */
  readonly rules: Readonly<Record<Backend, readonly QuantRule[]>>;
  /** Whether the tensor cores must compute in every mode, besides its being measured. */
  readonly needsTensorCores: boolean;
}

/** Tokens that a model predicts besides the next one. */
interface Drafts {
  /** How many of those that a checkpoint was trained for. */
  readonly predictedTokens: (trained: number) => number;
}
