import { parentPort, workerData } from 'node:worker_threads';
import { openEngines } from '../../profile/engines.ts';
import { answerJob, type ProfileAnswer } from '../../profile/profile-job.ts';
import { openProfiling, type Profiling } from '../../profile/profiling.ts';
import type { SuppliedModels } from '../../profile/supplied-models.ts';
import type { SharedWork } from '../../render/ahead.ts';
import { takeGroups } from '../../render/take-groups.ts';

/** What a helping thread is handed when it starts. */
export interface HelperTask extends SharedWork {
  /** The group at which it begins. */
  readonly from: number;
}

/** What it sends for each job. */
export interface HelperMessage {
  readonly id: string;
  readonly answer: ProfileAnswer;
}

/** The whole life of a helping thread. A job that is a bug gets no answer, so that the main thread comes upon it. */
export function help(): void {
  const { groups, taken, from, extent } = workerData as HelperTask;
  const engines = openEngines();
  const profilings = new Map<SuppliedModels, Profiling>();
  for (const group of takeGroups(taken, from)) {
    for (const { id, models, request } of groups[group]!) {
      const profiling = profilings.get(models) ?? openProfiling(engines, models);
      profilings.set(models, profiling);
      try {
        const message: HelperMessage = { id, answer: answerJob(profiling.profile, request, extent) };
        parentPort?.postMessage(message);
      } catch {
        // Nothing is sent.
      }
    }
  }
}
