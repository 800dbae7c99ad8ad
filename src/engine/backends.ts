import type { CommonFacts } from '../models/common-facts.ts';
import type { ActivationProfile } from '../models/family.ts';
import type { Layout } from '../models/layout.ts';
import type { Role } from '../serving.ts';

/** One aggregated operating point: `batch` sequences in flight, prefill in chunks of `contextTokens`. */
export interface AggPoint {
  readonly isl: number;
  readonly osl: number;
  readonly batch: number;
  readonly contextTokens: number;
  /** Mixed steps until every sequence of the batch is prefilled. */
  readonly steps: number;
}

/** What the largest KV cache of a worker may depend on. */
interface KvBudget {
  readonly role: Role;
  readonly layout: Layout;
  /** Version of the backend that was measured. */
  readonly backendVersion: string;
  /** Memory of one GPU, and what weights, activations and the rest take of it. */
  readonly capacityGib: number;
  readonly otherGib: number;
}

/** Activation bytes of a token and attention element, by tensor-parallel size. */
type ByTp = Readonly<Record<1 | 2 | 4 | 8, number>>;

/** What differs by backend in the engine: a column of `EngineRevision` for each of them. */
export interface BackendModel {
  /** Context-parallel sizes of workers that prefill. */
  readonly contextParallelSizes: readonly number[];
  /** Whether the backend can run experts in this layout. */
  readonly allowsExpertLayout: (layout: Layout) => boolean;
  readonly activationCoefficients: Readonly<Record<ActivationProfile, ByTp>>;
  /** Elements a token of the dispatch workspace. */
  readonly workspaceWidth: (architecture: CommonFacts) => number;
  /** Smallest activation memory in bytes. */
  readonly minActivationBytes: number;
  /** Factors on activation and on the engine's other memory. */
  readonly activationFactor: number;
  readonly otherMemoryFactor: number;
  /** Tokens that an aggregated worker keeps activations for. */
  readonly aggActivationTokens: (stepTokens: number) => number;
  /** Largest KV cache of a worker in GiB; infinite where only the memory bounds it. */
  readonly kvCacheLimitGib: (budget: KvBudget) => number;
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
