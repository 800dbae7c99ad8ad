import { RenderError } from '../errors.ts';
import type { NaiveSizing, Profile, Row } from '../profile/profile.ts';
import type { Request } from '../request/request.ts';
import type { Role } from '../serving.ts';

/** Roles of a graph in the order of its services (ai-dynamo 1.5.1 templates). */
export const MODE_ROLES = { agg: ['agg'], disagg: ['decode', 'prefill'] } as const satisfies Record<
  Profile['chosen'],
  readonly Role[]
>;

/** One kind of worker as the picked row has it: counts, and the batch in sequences. */
export interface WorkerPlan {
  readonly role: Role;
  readonly replicas: number;
  /** The row's batch size before any rule raises it. */
  readonly batchSize: number;
  /** Attention tensor parallel size of the row, not yet what the flag says. */
  readonly tp: number;
  readonly pp: number;
  readonly dp: number;
  readonly moeTp: number;
  readonly moeEp: number;
  /** KV-cache quantisation of the row such as `fp8`; undefined where nothing was measured. */
  readonly kvCache: string | undefined;
}

const COLUMN_PREFIX: Readonly<Record<Role, string>> = { agg: '', prefill: '(p)', decode: '(d)' };

/**
 * The workers of the first picked row with their replica counts (ai-dynamo 1.4.2, profiler/rapid.py).
 * Throws NO_FEASIBLE_CONFIG where nothing was picked or the GPUs do not hold one set of workers.
 */
export function planWorkers(request: Request, profile: Profile): readonly WorkerPlan[] {
  if (profile.naive !== undefined) return [naiveWorker(profile.naive)];
  const row = profile.picked[0];
  if (row === undefined) throw noWorkers(request, 'no configuration was picked, so there is nothing to render');
  const workers = MODE_ROLES[profile.chosen].map((role) => readWorker(row, role));
  // What a planner starts from is the pick itself: filling the budget is its own work.
  if (profile.pickingMode === 'autoscale') return workers;
  const gpusOfSet = workers.reduce((sum, worker) => sum + worker.replicas * worker.tp * worker.pp * worker.dp, 0);
  const gpus = gpuBudget(row, request.hardware.totalGpus);
  const sets = Math.floor(gpus / gpusOfSet);
  if (sets < 1) {
    throw noWorkers(request, `the picked workers need ${gpusOfSet} GPUs together, but only ${gpus} may be used`);
  }
  return workers.map((worker) => ({ ...worker, replicas: sets * worker.replicas }));
}

/** GPUs that may be filled: those a load match asks for, as far as there are that many, else all. */
function gpuBudget(row: Row, totalGpus: number): number {
  const needed = Math.trunc(Number(row.total_gpus_needed));
  return needed > 0 ? Math.min(needed, totalGpus) : totalGpus;
}

/** The aggregated worker of a sizing from memory. */
function naiveWorker({ tp, moeTp, replicas, batchSize }: NaiveSizing): WorkerPlan {
  return { role: 'agg', replicas, batchSize, tp, pp: 1, dp: 1, moeTp, moeEp: 1, kvCache: undefined };
}

/** An aggregated row stands for one worker whatever its count says: the budget replaces it. */
function readWorker(row: Row, role: Role): WorkerPlan {
  const column = (name: string) => row[`${COLUMN_PREFIX[role]}${name}`];
  const count = (name: string, fallback = 1) => Math.trunc(Number(column(name) ?? fallback));
  const kvCache = column('kvcache');
  return {
    role,
    replicas: role === 'agg' ? 1 : Math.max(count('workers'), 1),
    batchSize: count('bs'),
    tp: count('tp'),
    pp: count('pp'),
    dp: count('dp'),
    moeTp: count('moe_tp'),
    moeEp: count('moe_ep'),
    kvCache: kvCache === undefined ? undefined : String(kvCache),
  };
}

function noWorkers(request: Request, message: string): RenderError {
  return new RenderError('NO_FEASIBLE_CONFIG', {
    message,
    path: 'spec.hardware.totalGpus',
    hint: 'allow more GPUs in spec.hardware.totalGpus',
    origin: request.locate('spec.hardware.totalGpus'),
  });
}
