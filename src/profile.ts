import type { Backend, PickingMode } from './request/request.ts';

/** A ranked row in the reference's column names (design: aiconfigurator 0.10.0, sdk/common.py). */
export type Row = Readonly<Record<string, string | number>>;

/** What one experiment (`agg`, `disagg`, `agg_vllm`, ...) found. */
export interface Experiment {
  readonly bestThroughput: number;
  readonly top: readonly Row[];
  readonly pareto: readonly Row[];
}

/** What was considered, what was picked and why, with the model facts that a graph needs. */
export interface Profile {
  readonly system: string;
  /** The resolved backend, also when the request said `auto`. */
  readonly backend: Backend;
  /** Version of the measured data; null where nothing was measured. */
  readonly backendVersion: string | null;
  /** Release that the measured data came from, such as `aiconfigurator 0.10.0`. */
  readonly dataRelease: string;
  readonly pickingMode: PickingMode;
  readonly chosen: 'agg' | 'disagg';
  readonly latencies: { readonly ttft: number; readonly tpot: number; readonly request_latency: number };
  readonly experiments: Readonly<Record<string, Experiment>>;
  /** Ranked picks; the first one is rendered. */
  readonly picked: readonly Row[];
  readonly model: {
    readonly isMoe: boolean;
    /** Multi-token prediction depth. */
    readonly nextn: number;
    /** `max_position_embeddings` in tokens. */
    readonly contextLength: number | undefined;
  };
}
