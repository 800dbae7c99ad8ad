import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { MoeQuant, QuantMode } from './quant-modes.ts';
import type { FanOut } from './resolved/fan-out.ts';
import type { OpenFarField } from './resolver/far-field.ts';
import type { SiteRules } from './resolver/sites.ts';

/** Keys that a measured grid is filled up to, in the order of filling: from what a key is extrapolated depends on it. */
type Targets = readonly number[];

/** Peak rate of the tensor cores in operations a second. */
export type PeakFlops = (system: SystemSpec, mode: QuantMode) => number;

/** What a revision of the engine fixes of how measured tables are read. */
export interface LookupConstants {
  /** What bounds the time of products, of experts and of decode attention from below. */
  readonly peakFlops: Readonly<Record<'gemm' | 'experts' | 'attention', PeakFlops>>;
  readonly gemm: {
    /** Tokens, and either size of a weight. */
    readonly tokens: Targets;
    readonly sizes: Targets;
  };
  readonly attention: {
    /** Query heads; those below the smallest measured number are left out. */
    readonly heads: Targets;
    readonly contextLengths: Targets;
    readonly contextBatches: Targets;
    readonly generationBatches: Targets;
    readonly generationLengths: Targets;
    /** Scales the estimate of what surrounds the measured prefill kernel: rotary embedding and cache writes. */
    readonly surroundFactor: number;
    /** Lengths that decode attention is averaged over, within this share of the mean below and above. */
    readonly lengthSamples: number;
    readonly lengthSpread: readonly [number, number];
  };
  readonly latentAttention: {
    readonly contextBatches: Targets;
  };
  readonly experts: {
    /** Largest number of tokens that TensorRT-LLM's low-latency kernel takes, by mode. */
    readonly lowLatencyTokens: Readonly<Partial<Record<MoeQuant, number>>>;
  };
  readonly dispatch: {
    /** Share of the bfloat16 volume that TensorRT-LLM sends before the experts, scales included. */
    readonly compression: Readonly<Partial<Record<MoeQuant, number>>>;
    /** Compute capability on which it compresses. */
    readonly compressingSm: number;
  };
  /** How points are read that stay as they were measured. */
  readonly resolver: {
    /** Outside the points of a grid. */
    readonly farField: OpenFarField;
    readonly sites: SiteRules;
    readonly fanOut: Readonly<Record<'allReduce' | 'collective', FanOut>>;
  };
}
