import type { Architecture } from '../models/architecture.ts';
import type { Layout } from '../models/layout.ts';
import type { ActivationProfile } from '../models/model.ts';
import { floorDivide } from './rounding.ts';

/** One aggregated operating point: `batch` sequences in flight, prefill in chunks of `contextTokens`. */
export interface AggPoint {
  readonly isl: number;
  readonly osl: number;
  readonly batch: number;
  readonly contextTokens: number;
  /** Mixed steps until every sequence of the batch is prefilled. */
  readonly steps: number;
}

/** Activation bytes of a token and attention element, by tensor-parallel size. */
type ByTp = Readonly<Record<1 | 2 | 4 | 8, number>>;

/** What differs by backend in the engine; a new backend is a new row. Source: aiconfigurator 0.10.0, sdk/backends/. */
export interface BackendModel {
  /** Context-parallel sizes of workers that prefill. */
  readonly contextParallelSizes: readonly number[];
  /** Whether the backend can run experts in this layout. */
  readonly allowsExpertLayout: (layout: Layout) => boolean;
  readonly activationCoefficients: Readonly<Record<ActivationProfile, ByTp>>;
  /** Elements a token of the dispatch workspace. */
  readonly workspaceWidth: (architecture: Architecture) => number;
  /** Smallest activation memory in bytes. */
  readonly minActivationBytes: number;
  /** Factors on activation and on the engine's other memory. */
  readonly activationFactor: number;
  readonly otherMemoryFactor: number;
  /** Tokens that an aggregated worker keeps activations for. */
  readonly aggActivationTokens: (stepTokens: number) => number;
  /** Largest KV cache of an aggregated worker in GiB when `freeGib` are left beside weights and activations. */
  readonly kvCacheLimitGib: (freeGib: number) => number;
  /** Whether a prefill worker can hand its cache to a decode worker in this layout. */
  readonly pairsStages: (prefill: Layout, decode: Layout) => boolean;
  /** Sequences that decode inside a mixed step of a batch above one. */
  readonly mixedDecodeBatch: (point: AggPoint) => number;
  /** Mixed steps that count for the time per output token. */
  readonly mixedStepsForTpot: (mixedSteps: number) => number;
  /** How much longer the first token takes because requests queue behind one another. */
  readonly queueFactor: (point: AggPoint) => number;
  /** Host-side cost of a prefill in ms. */
  readonly dispatchOverheadMs: (layers: number) => number;
  /** Largest output rate in tokens/s that `latencyMs` a request and `batch` requests in flight allow. */
  readonly throughputCap: (point: AggPoint, latencyMs: number) => number;
}

const MIB = 1024 * 1024;

/** Steps that pass after the last prefill before new requests enter. */
const DRAIN_STEPS = 3;

/** What the reference's backends have in common. */
const base = {
  contextParallelSizes: [1],
  activationCoefficients: { dense: { 1: 11, 2: 6.5, 4: 5, 8: 5 }, moe: { 1: 22, 2: 13, 4: 10, 8: 10 } },
  workspaceWidth: ({ heads, headSize }) => heads * headSize,
  minActivationBytes: 70 * MIB,
  activationFactor: 1,
  otherMemoryFactor: 1,
  aggActivationTokens: (stepTokens) => stepTokens,
  kvCacheLimitGib: () => Number.POSITIVE_INFINITY,
  pairsStages: () => true,
  mixedDecodeBatch: ({ batch, contextTokens, isl, osl, steps }) =>
    steps >= osl ? Math.max(1, floorDivide(batch, steps / osl)) : Math.max(1, batch - Math.ceil(contextTokens / isl)),
  mixedStepsForTpot: (mixedSteps) => Math.max(1, mixedSteps - DRAIN_STEPS),
  queueFactor: ({ steps }) => Math.min(2 + (steps - 3) / 2 / 10, 4),
  dispatchOverheadMs: () => 0,
  throughputCap: () => Number.POSITIVE_INFINITY,
} as const satisfies Partial<BackendModel>;

const trtllm: BackendModel = {
  ...base,
  allowsExpertLayout: ({ tp, dp }) => tp === 1 || dp === 1,
  // The engine is built for this many tokens a step, whatever a step takes.
  aggActivationTokens: () => 8192,
  // Share of free memory the engine takes, its own reserve, and the tolerance of the estimate.
  kvCacheLimitGib: (freeGib) => freeGib * 0.9 * (1 - 0.015) * (1 - 0.02),
};

const sglang: BackendModel = {
  ...base,
  contextParallelSizes: [1, 2, 4, 8],
  allowsExpertLayout: () => true,
  activationCoefficients: { dense: { 1: 14, 2: 8.5, 4: 6.5, 8: 6.5 }, moe: { 1: 28, 2: 17, 4: 13, 8: 13 } },
  workspaceWidth: ({ hiddenSize }) => hiddenSize,
  minActivationBytes: 90 * MIB,
  activationFactor: 1.15,
  otherMemoryFactor: 1.2,
  // The layout of the cache that is handed over depends on the tensor ranks (ai-dynamo/dynamo issue 5870).
  pairsStages: (prefill, decode) => prefill.tp === decode.tp,
};

const vllm: BackendModel = {
  ...base,
  allowsExpertLayout: ({ moeTp, moeEp }) => moeTp === 1 || moeEp === 1,
  // One request prefills at a time, the others decode.
  mixedDecodeBatch: ({ batch, contextTokens, isl }) => Math.max(1, batch - Math.ceil(contextTokens / isl)),
  mixedStepsForTpot: (mixedSteps) => mixedSteps,
  queueFactor: ({ batch }) => (batch <= 1 ? 1 : Math.min(1 + Math.log2(batch) / 8, 2)),
  dispatchOverheadMs: (layers) => layers * 0.8,
  // Little's law.
  throughputCap: ({ batch, osl }, latencyMs) =>
    latencyMs <= 0 ? Number.POSITIVE_INFINITY : (batch * Math.max(osl - 1, 0) * 1000) / latencyMs,
};

/** The backends that are modelled, in the order in which `auto` tries them. */
export const BACKEND_MODELS: Readonly<Record<string, BackendModel>> = { trtllm, sglang, vllm };
