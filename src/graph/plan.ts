import { RenderError } from '../errors.ts';
import type { Profile } from '../profile/profile.ts';
import type { NaiveSizing } from '../profile/worker-sizing.ts';
import type { Request } from '../request/request.ts';
import type { Role } from '../serving.ts';

/** Roles of a graph in the order of its services (ai-dynamo 1.5.1 templates). */
export const MODE_ROLES = { agg: ['agg'], disagg: ['decode', 'prefill'] } as const satisfies Record<
  Profile['chosen'],
  readonly Role[]
>;

/** One kind of worker as it was picked: counts, and the batch in sequences. */
export interface PickedWorker {
  readonly role: Role;
  readonly replicas: number;
  /** The picked batch size before any rule raises it. */
  readonly batchSize: number;
  /** Attention tensor parallel size of the pick, not yet what the flag says. */
  readonly tp: number;
  readonly pp: number;
  readonly dp: number;
  readonly moeTp: number;
  readonly moeEp: number;
  /** KV-cache quantisation of the pick such as `fp8`; undefined where nothing was measured. */
  readonly kvCache: string | undefined;
}

type Candidate = Profile['picked'][number]['candidate'];
/** What was picked for the workers of one role. */
export type WorkerChoice = Extract<Candidate, { readonly mode: 'agg' }>['worker'];

/**
 * The workers of the first pick, as often as it was picked (ai-dynamo 1.4.2, profiler/rapid.py).
 * Throws NO_FEASIBLE_CONFIG where nothing was picked or the GPUs do not hold one replica.
 */
export function planWorkers(request: Request, profile: Profile): readonly PickedWorker[] {
  if (profile.naive !== undefined) return [naiveWorker(profile.naive)];
  const pick = profile.picked[0];
  if (pick === undefined) throw noWorkers(request, 'no configuration was picked, so there is nothing to render');
  const { candidate, replicas, replicaGpus, budgetGpus } = pick;
  if (replicas < 1) {
    throw noWorkers(
      request,
      `the picked workers need ${replicaGpus} GPUs together, but only ${budgetGpus} may be used`,
    );
  }
  return workersOf(candidate).map(([role, worker]) => pickedWorker(role, worker, replicas));
}

function workersOf(candidate: Candidate): readonly (readonly [Role, WorkerChoice])[] {
  return candidate.mode === 'agg'
    ? [['agg', candidate.worker]]
    : MODE_ROLES.disagg.map((role) => [role, candidate[role]]);
}

function pickedWorker(role: Role, { layout, batch, workers, quant }: WorkerChoice, replicas: number): PickedWorker {
  const { tp, pp, dp, moeTp, moeEp } = layout;
  return { role, replicas: replicas * workers, batchSize: batch, tp, pp, dp, moeTp, moeEp, kvCache: quant.kvCache };
}

/** The aggregated worker of a sizing from memory. */
function naiveWorker({ tp, moeTp, moeEp = 1, replicas, batchSize }: NaiveSizing): PickedWorker {
  return { role: 'agg', replicas, batchSize, tp, pp: 1, dp: 1, moeTp, moeEp, kvCache: undefined };
}

function noWorkers(request: Request, message: string): RenderError {
  return new RenderError('NO_FEASIBLE_CONFIG', {
    message,
    path: 'spec.hardware.totalGpus',
    hint: 'allow more GPUs in spec.hardware.totalGpus',
    origin: request.locate('spec.hardware.totalGpus'),
  });
}
