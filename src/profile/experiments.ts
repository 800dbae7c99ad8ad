import { BACKEND_MODELS } from '../engine/backends.ts';
import { missingModes } from '../engine/measured-modes.ts';
import { operationTime } from '../engine/ops/operation-time.ts';
import { denseLayouts } from '../engine/search-space.ts';
import { type SweepResult, sweepAgg } from '../engine/sweep-agg.ts';
import { sweepDisagg } from '../engine/sweep-disagg.ts';
import { endToEndTargets, pairTargets } from '../engine/targets.ts';
import type { EngineContext } from '../engine/worker.ts';
import type { Architecture } from '../models/architecture.ts';
import { pickDefault } from '../pick/default.ts';
import type { PickTarget, RankedRows } from '../pick/rows.ts';
import type { Request, Sla } from '../request/request.ts';
import type { Support } from './support-gate.ts';

type Mode = 'agg' | 'disagg';

/** What one mode of serving came to. */
export interface ExperimentResult {
  readonly mode: Mode;
  readonly sweep: SweepResult;
  readonly ranked: RankedRows;
}

/** GPUs of one replica beyond which the reference does not look. */
const MAX_REPLICA_GPUS = 128;

/** Sweeps and ranks aggregated serving, and disaggregated serving where there are two GPUs for it. */
export function runExperiments(
  request: Request,
  architecture: Architecture,
  support: Support,
): readonly ExperimentResult[] {
  const context = engineContext(architecture, support);
  const { isl, osl } = request.workload;
  const { totalGpus } = request.hardware;
  const layouts = denseLayouts(support.system.name, totalGpus);
  const targets = sweepTargets(request.sla, osl);
  const results = [runAgg(context, support, { isl, osl, layouts, targets })];
  if (totalGpus >= 2) {
    const query = {
      isl,
      osl,
      prefillLayouts: layouts,
      decodeLayouts: layouts,
      targets,
      maxReplicaGpus: Math.min(totalGpus, MAX_REPLICA_GPUS),
    };
    results.push(runDisagg(context, support, query));
  }
  return results.map(({ mode, sweep }) => ({
    mode,
    sweep,
    ranked: pickDefault(mode, sweep.rows, totalGpus, pickTarget(request.sla)),
  }));
}

type Sweep = Pick<ExperimentResult, 'mode' | 'sweep'>;

function runAgg(context: EngineContext, { database }: Support, query: Parameters<typeof sweepAgg>[1]): Sweep {
  const missing = missingModes(database, context.quant, 'agg');
  return {
    mode: 'agg',
    sweep: missing.length > 0 ? unmeasured('agg', query.layouts, missing) : sweepAgg(context, query),
  };
}

function runDisagg(context: EngineContext, { database }: Support, query: Parameters<typeof sweepDisagg>[1]): Sweep {
  const missing = (['prefill', 'decode'] as const).flatMap((role) => missingModes(database, context.quant, role));
  return {
    mode: 'disagg',
    sweep:
      missing.length > 0
        ? unmeasured('prefill', query.prefillLayouts, missing)
        : sweepDisagg({ prefill: context, decode: context }, query),
  };
}

function unmeasured(
  role: 'agg' | 'prefill',
  layouts: Parameters<typeof sweepAgg>[1]['layouts'],
  missing: readonly string[],
): SweepResult {
  const detail = `not measured: ${[...new Set(missing)].join(', ')}`;
  return {
    rows: [],
    excluded: layouts.map((layout) => ({ layout, role, reason: 'data', detail })),
    fastest: { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY },
  };
}

function engineContext(architecture: Architecture, { backend, database, system }: Support): EngineContext {
  const model = BACKEND_MODELS[backend]!;
  return {
    architecture,
    quant: model.quantModes(architecture),
    backendName: backend,
    backendVersion: database.version,
    backend: model,
    systemName: database.system,
    system,
    operationTime: operationTime(database, system),
  };
}

/** With an end-to-end limit alone the first token has that whole limit, as in the reference. */
function sweepTargets(sla: Sla, osl: number): ReturnType<typeof pairTargets> {
  return sla.kind === 'pair' ? pairTargets(sla.ttftMs) : endToEndTargets(sla.e2eLatencyMs, sla.e2eLatencyMs, osl);
}

function pickTarget(sla: Sla): PickTarget {
  return sla.kind === 'pair'
    ? { column: 'tpot', limitMs: sla.itlMs, tieColumn: 'tokens/s/user' }
    : { column: 'request_latency', limitMs: sla.e2eLatencyMs, tieColumn: 'request_latency' };
}
