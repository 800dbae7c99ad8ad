import type { GraphProblem } from '../../dgd/problem.ts';
import { findService } from '../../dgd/services.ts';
import { gpuMismatches, lostModels, replicaGpus, replicasOf, workersOf } from '../../graph/worker-fit.ts';
import type { JsonObject } from '../../json.ts';
import type { Finishing } from '../context.ts';
import { reportProblems } from './problems.ts';

/**
 * Says where an override leaves workers with other GPUs than their arguments want (GPUS_MISMATCH) or without a model
 * (MODEL_FLAG_MISSING), and a graph with more GPUs than the request allows (BUDGET_EXCEEDED). The override keeps its word.
 */
export function lintFit(graph: JsonObject, context: Finishing): void {
  const { dgd } = context.request.overrides;
  if (dgd === undefined) return;
  const say = (
    warning: 'GPUS_MISMATCH' | 'MODEL_FLAG_MISSING' | 'BUDGET_EXCEEDED',
    problems: readonly GraphProblem[],
  ) => reportProblems(problems, { graph, codes: { error: 'ADMISSION_REFUSED', warning } }, context);
  say('GPUS_MISMATCH', gpuMismatches(graph));
  say('MODEL_FLAG_MISSING', lostModels(graph));
  say('BUDGET_EXCEEDED', budgetExcess(graph, dgd, context.request.hardware.totalGpus));
}

/** The place is the replicas that the override sets, else the first worker that it is about. */
function budgetExcess(graph: JsonObject, dgd: JsonObject, totalGpus: number): GraphProblem[] {
  const workers = workersOf(graph);
  const gpus = workers.reduce((sum, one) => sum + replicasOf(one) * (replicaGpus(graph, one) ?? 0), 0);
  if (gpus <= totalGpus) return [];
  const own = workers.filter(({ name }) => findService(dgd, name) !== undefined);
  const scaled = own.find(({ name }) => findService(dgd, name)?.object.replicas !== undefined);
  const blamed = scaled ?? own[0];
  const path = blamed === undefined ? ['spec'] : [...blamed.path, 'replicas'];
  const parts = workers.map((one) => `${replicasOf(one)} x ${replicaGpus(graph, one) ?? 0} of ${one.name}`);
  return [
    {
      severity: 'warning',
      path,
      message: `the workers take ${gpus} GPUs (${parts.join(', ')}), but totalGpus is ${totalGpus}`,
      hint: `lower the replicas, or set spec.hardware.totalGpus to ${gpus} so that the pick is made for them`,
    },
  ];
}
