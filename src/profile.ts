import type { Row } from './engine/sweep-agg.ts';
import type { Warn } from './errors.ts';
import { familyModel } from './models/model.ts';
import type { PerfData } from './perfdb/perfdb.ts';
import { numberIn, type RankedRows } from './pick/rows.ts';
import { runExperiments } from './profile/experiments.ts';
import { infeasible } from './profile/infeasible.ts';
import { findArchitecture, requireBackend } from './profile/requirements.ts';
import { requireSupport } from './profile/support-gate.ts';
import type { Backend, PickingMode, Request } from './request/request.ts';

/** A ranked row in the reference's column names (aiconfigurator 0.10.0, sdk/common.py). */
export type { Row } from './engine/sweep-agg.ts';

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
  /** Latencies of the first pick in ms. */
  readonly latencies: { readonly ttft: number; readonly tpot: number; readonly request_latency: number };
  /** Ranked tables by experiment (`agg`, `disagg`). */
  readonly experiments: Readonly<Record<string, RankedRows>>;
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

/**
 * Runs the rapid profiler for one request.
 * @throws RenderError MODEL_UNKNOWN, MODEL_INVALID, FAMILY_UNSUPPORTED, BACKEND_UNSUPPORTED, FEATURE_UNSUPPORTED,
 * PICKING_MODE_UNSUPPORTED, NOT_MEASURED or NO_FEASIBLE_CONFIG
 */
export function profileRequest(request: Request, data: PerfData, warn: Warn): Profile {
  const backend = requireBackend(request);
  const architecture = findArchitecture(request, data);
  const { isMoe } = familyModel(architecture);
  const support = requireSupport(request, architecture, backend, data, warn);
  const tried = runExperiments(request, architecture, support);
  const results = tried.filter(({ sweep }) => sweep.rows.length > 0);
  const [first, ...others] = results;
  if (first === undefined) throw infeasible(request, tried);
  const best = others.reduce((a, b) => (b.ranked.bestThroughput > a.ranked.bestThroughput ? b : a), first);
  const picked = best.ranked.top;
  const swept = results.flatMap(({ ranked }) => ranked.pareto);
  warnAboutSla(request, picked[0]!, swept, warn);
  const latency = (column: string): number => numberIn(picked[0]!, column);
  return {
    system: request.hardware.system,
    backend,
    backendVersion: support.database.version,
    dataRelease: data.release,
    pickingMode: request.pickingMode,
    chosen: best.mode,
    latencies: { ttft: latency('ttft'), tpot: latency('tpot'), request_latency: latency('request_latency') },
    experiments: Object.fromEntries(results.map(({ mode, ranked }) => [mode, ranked])),
    picked,
    model: { isMoe, nextn: architecture.nextn, contextLength: architecture.contextLength },
  };
}

/** The reference says nothing when its pick misses the latency limit. */
function warnAboutSla({ sla, locate }: Request, picked: Row, swept: readonly Row[], warn: Warn): void {
  const { column, limitMs, path } =
    sla.kind === 'pair'
      ? { column: 'tpot', limitMs: sla.itlMs, path: 'spec.sla.itl' }
      : { column: 'request_latency', limitMs: sla.e2eLatencyMs, path: 'spec.sla.e2eLatency' };
  const pickedMs = numberIn(picked, column);
  if (pickedMs <= limitMs) return;
  const shortestMs = swept.reduce((low, row) => Math.min(low, numberIn(row, column)), pickedMs);
  warn('SLA_NOT_MET', {
    message: `no configuration reaches ${path.slice('spec.sla.'.length)} ${limitMs} ms; the pick has ${pickedMs} ms`,
    path,
    origin: locate(path),
    hint: `the shortest found is ${shortestMs} ms: raise the limit, lower isl or osl, or allow more GPUs`,
  });
}
