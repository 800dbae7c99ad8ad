import { leadWorker, workersByRole } from '../engine/candidate.ts';
import { replicaGpus, replicasOf, workersOf } from '../graph/worker-fit.ts';
import { gpusPerWorker, type Layout } from '../models/layout.ts';
import type { PickedCandidate } from '../pick/ranking.ts';
import type { Profile } from '../profile/profile.ts';
import type { NaiveSizing } from '../profile/worker-sizing.ts';
import type { Backend, Mode, Role } from '../serving.ts';
import { type MemoryShare, memoryShare } from './memory.ts';

/** What is deployed: workers, how often, and the GPUs that they take. */
export interface Deployment {
  readonly mode: Mode;
  readonly backend: Backend;
  /** Version of the measured data; null where nothing was measured. */
  readonly backendVersion: string | null;
  /** Replicas of the group of workers that was picked; 1 where a cluster made the graph. */
  readonly replicas: number;
  /** GPUs of all replicas together. */
  readonly gpus: number;
  /** `hardware.totalGpus`. */
  readonly budgetGpus: number;
  /** In disaggregated serving prefill goes first. */
  readonly workers: readonly DeployedWorker[];
}

/** The workers of one role. */
interface DeployedWorker {
  readonly role: Role;
  /** In all replicas together. */
  readonly count: number;
  /** Of one worker. */
  readonly gpus: number;
  /** Undefined where a cluster made the graph. */
  readonly layout: Layout | undefined;
  /** Sequences that one data-parallel rank batches; undefined where a cluster made the graph. */
  readonly batch: number | undefined;
  /** Undefined where nothing was estimated. */
  readonly memory: MemoryShare | undefined;
}

/** Where something is deployed. */
export interface Cards {
  /** `hardware.totalGpus`. */
  readonly totalGpus: number;
  /** Memory of one, `hardware.vramMb` considered; undefined where it is not known. */
  readonly cardGib: number | undefined;
}

/** What a profile deploys. */
export function deploymentOf(profile: Profile, cards: Cards): Deployment {
  const { chosen: mode, backend, backendVersion, naive, pinned, picked } = profile;
  const [pick] = picked;
  const common = { mode, backend, backendVersion, budgetGpus: cards.totalGpus };
  if (pinned !== undefined) return { ...common, replicas: 1, ...counted(pinnedWorkers(pinned, mode)) };
  if (naive !== undefined) return { ...common, replicas: naive.replicas, ...counted([sizedWorker(naive)]) };
  if (pick === undefined) return { ...common, replicas: 0, ...counted([]) };
  return { ...candidateDeployment(pick, cards), backend, backendVersion };
}

/** What a candidate deploys; it knows its own backend. */
export function candidateDeployment(pick: PickedCandidate, { totalGpus, cardGib }: Cards): Deployment {
  const { candidate, replicas } = pick;
  const { backend, version } = leadWorker(candidate).engine;
  return {
    mode: candidate.mode,
    // What sweeps make names one of ours; it is text since a lock may have been edited.
    backend: backend as Backend,
    backendVersion: version,
    replicas,
    budgetGpus: totalGpus,
    ...counted(pickedWorkers(pick, cardGib)),
  };
}

/** The memory of the GPU that has the least left, by its share; undefined where that is not known of any. */
export function tightestMemory({ workers }: Deployment): MemoryShare | undefined {
  const shares = workers.flatMap(({ memory }) => (memory?.freePercent === undefined ? [] : [memory]));
  return shares.toSorted((a, b) => a.freePercent! - b.freePercent!)[0];
}

function counted(workers: readonly DeployedWorker[]): Pick<Deployment, 'gpus' | 'workers'> {
  return { gpus: workers.reduce((sum, { count, gpus }) => sum + count * gpus, 0), workers };
}

function pickedWorkers({ candidate, replicas }: PickedCandidate, cardGib: number | undefined): DeployedWorker[] {
  return workersByRole(candidate).map(([role, { layout, batch, workers, memoryGib }]) => ({
    role,
    count: workers * replicas,
    // No flag expresses context-parallel ranks, so that a graph gives them no GPUs.
    gpus: gpusPerWorker({ ...layout, cp: 1 }),
    layout,
    batch,
    memory: memoryShare(memoryGib, cardGib),
  }));
}

function sizedWorker({ tp, moeTp, moeEp = 1, gpusPerWorker: gpus, replicas, batchSize }: NaiveSizing): DeployedWorker {
  const layout = { tp, pp: 1, dp: 1, moeTp, moeEp, cp: 1 };
  return { role: 'agg', count: replicas, gpus, layout, batch: batchSize, memory: undefined };
}

/** The only worker of an aggregated graph may be of the type decode. */
function pinnedWorkers({ graph }: NonNullable<Profile['pinned']>, mode: Mode): DeployedWorker[] {
  return workersOf(graph).map((service) => ({
    role: mode === 'agg' ? mode : service.type === 'prefill' ? 'prefill' : 'decode',
    count: replicasOf(service),
    gpus: replicaGpus(graph, service) ?? 0,
    layout: undefined,
    batch: undefined,
    memory: undefined,
  }));
}
