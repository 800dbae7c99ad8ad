import { tightestMemory } from '../verdict/deployment.ts';
import { upTo3Decimals } from '../verdict/figures.ts';
import { workersWords } from '../verdict/layout-words.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** What a combination was estimated to do, flat; null where something is not known or not asked for. */
export interface Figures {
  readonly mode: string;
  readonly backend: string;
  /** Version of the measured data. */
  readonly backendVersion: string | null;
  readonly gpuSku: string;
  /** Workers of each role in all replicas together, such as `4x prefill tp1 b1 + 2x decode tp2 b52`. */
  readonly workers: string;
  readonly replicas: number;
  /** GPUs of all workers, and those that may be used. */
  readonly gpus: number;
  readonly budgetGpus: number;
  /** GPUs that serve the load that is asked for, whatever the budget is. */
  readonly neededGpus: number | null;
  readonly requestsPerSec: number | null;
  /** Requests in flight. */
  readonly concurrency: number | null;
  readonly tokensPerSec: number | null;
  /** By the GPUs of the budget, or of those that a load takes; what picks are ranked by. */
  readonly tokensPerSecPerGpu: number | null;
  readonly tokensPerSecPerUser: number | null;
  readonly ttftMs: number | null;
  readonly itlMs: number | null;
  readonly requestMs: number | null;
  readonly meetsTargets: boolean | null;
  readonly servesLoad: boolean | null;
  /** Of the GPU that has the least left. */
  readonly memoryFreePercent: number | null;
  readonly currency: string | null;
  readonly costPerHour: number | null;
  readonly costPerMillionOutputTokens: number | null;
  readonly costPerMillionRequests: number | null;
  /** Of the GPUs that serve the load. */
  readonly neededCostPerHour: number | null;
}

/** The figures of a verdict. */
export function verdictFigures(verdict: Verdict): Figures {
  const { deployment, performance, load, cost } = verdict;
  const { mode, backend, backendVersion, replicas, gpus, budgetGpus } = deployment;
  const neededGpus = load?.neededGpus ?? null;
  return {
    ...{
      mode,
      backend,
      backendVersion,
      gpuSku: verdict.gpuSku,
      workers: workersWords(deployment.workers),
      replicas,
      gpus,
      budgetGpus,
    },
    neededGpus,
    requestsPerSec: performance?.requestsPerSec ?? null,
    concurrency: performance?.concurrency ?? null,
    tokensPerSec: performance?.tokensPerSec ?? null,
    tokensPerSecPerGpu: performance?.tokensPerSecPerBudgetGpu ?? null,
    tokensPerSecPerUser: performance?.tokensPerSecPerUser ?? null,
    ttftMs: performance?.ttftMs ?? null,
    itlMs: performance?.itlMs ?? null,
    requestMs: performance?.requestMs ?? null,
    meetsTargets: verdict.meetsTargets ?? null,
    servesLoad: load?.isServed ?? null,
    memoryFreePercent: tightestMemory(deployment)?.freePercent ?? null,
    currency: cost?.currency ?? null,
    costPerHour: cost?.perHour ?? null,
    costPerMillionOutputTokens: cost?.perMillionOutputTokens ?? null,
    costPerMillionRequests: cost?.perMillionRequests ?? null,
    neededCostPerHour: cost === undefined || neededGpus === null ? null : upTo3Decimals(cost.perGpuHour * neededGpus),
  };
}
