import type { Mends } from '../request/mends.ts';
import type { EngineWorker } from './backend.ts';

/** Rules that several backends share (aiconfigurator 0.10.0, generator/rule_plugin/*.rule). Sizes in sequences or tokens. */

/** Room above the input for chat templates and the like, in tokens. */
export const SLACK_TOKENS = 1500;
/** Least number of sequences that an aggregated or decode worker is allowed. */
const SEQUENCES_FLOOR = 512;

/** Sequences of an aggregated or decode worker: at least 512, else twice what the pick ran. */
export function wideSequences(worker: EngineWorker): number {
  return worker.batchSize < SEQUENCES_FLOOR ? SEQUENCES_FLOOR : 2 * worker.batchSize;
}

/** Tensor parallel size where attention shares the experts' GPUs: all of them for experts, dense models keep theirs. */
export function expertTensorParallel(worker: EngineWorker): number {
  return worker.isMoe ? worker.moeTp * worker.moeEp : worker.tp;
}

/** GPUs of a worker whose tensor parallel size already holds the data parallel ranks; the reference counts them twice. */
export function expertGpus(worker: EngineWorker, { countsExpertGpus }: Mends): number {
  const gpus = expertTensorParallel(worker) * worker.pp;
  return countsExpertGpus ? gpus : gpus * worker.dp;
}

/** Whether the attention of an expert model runs data parallel. */
export function hasAttentionDp(worker: EngineWorker): boolean {
  return worker.isMoe && worker.dp > 1;
}
