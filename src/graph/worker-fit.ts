import type { GraphService } from '../dgd/lens/lens.ts';
import type { GraphProblem } from '../dgd/problem.ts';
import { quantityNumber } from '../dgd/rules/quantity.ts';
import { graphServices, lensOf, nodeCount, WORKER_TYPES } from '../dgd/services.ts';
import type { JsonObject } from '../json.ts';
import { counted } from '../words.ts';
import { namesModel, startedEngine, wantedGpus } from './engine-size.ts';

/** GPUs of one replica of a service over all its nodes; undefined where it says none. */
export function replicaGpus(graph: JsonObject, service: GraphService): number | undefined {
  const { limits, requests } = lensOf(graph).gpuSides(service);
  const perNode = quantityNumber(limits.value) ?? quantityNumber(requests.value);
  const gpus = perNode === undefined ? Number.NaN : perNode * Number(nodeCount(service) ?? 1);
  return Number.isFinite(gpus) ? gpus : undefined;
}

/** Replicas of a service; one where it says none. */
export function replicasOf({ object }: GraphService): number {
  const replicas = Number(object.replicas ?? 1);
  return Number.isFinite(replicas) ? replicas : 1;
}

/** The services of a graph that run an engine. */
export function workersOf(graph: JsonObject): readonly GraphService[] {
  return graphServices(graph).filter(({ type }) => WORKER_TYPES.includes(type ?? ''));
}

/** Services whose requests and limits of GPUs differ, and workers whose GPUs are others than their arguments want. */
export function gpuMismatches(graph: JsonObject): GraphProblem[] {
  return [...unequalSides(graph), ...unfitWorkers(graph)];
}

/** Kubernetes overcommits no extended resource (pkg/apis/core/validation, ValidateResourceRequirements). */
function unequalSides(graph: JsonObject): GraphProblem[] {
  return graphServices(graph).flatMap((service): GraphProblem[] => {
    const { limits, requests } = lensOf(graph).gpuSides(service);
    const [limit, request] = [quantityNumber(limits.value), quantityNumber(requests.value)];
    if (limit === undefined || request === undefined || limit === request) return [];
    return [
      {
        severity: 'warning',
        path: requests.path,
        message: `${service.name} requests ${counted(request, 'GPU')} at a limit of ${limit}; the API server refuses its pods`,
        hint: 'give both the same number, or the limit alone',
      },
    ];
  });
}

function unfitWorkers(graph: JsonObject): GraphProblem[] {
  return workersOf(graph).flatMap((service): GraphProblem[] => {
    const engine = startedEngine(service);
    const wanted = engine && wantedGpus(service, engine);
    const given = replicaGpus(graph, service);
    if (wanted === undefined || given === undefined || wanted === given) return [];
    const { limits, requests } = lensOf(graph).gpuSides(service);
    return [
      {
        severity: 'warning',
        path: limits.value === undefined ? requests.path : limits.path,
        message: `${service.name} has ${counted(given, 'GPU')} a replica, but its arguments start an engine on ${counted(wanted, 'GPU')}`,
        hint: `give it ${counted(wanted, 'GPU')}, or change its parallel sizes to ${counted(given, 'GPU')}`,
      },
    ];
  });
}

/** Workers whose arguments name no model, so that the engine serves its default or none. */
export function lostModels(graph: JsonObject): GraphProblem[] {
  return workersOf(graph).flatMap((service): GraphProblem[] => {
    const engine = startedEngine(service);
    if (engine === undefined || namesModel(engine)) return [];
    const [image, ...container] = [...service.imagePath].reverse();
    return [
      {
        severity: 'warning',
        path: image === 'image' ? [...container.reverse(), 'args'] : service.imagePath,
        message: `the arguments of ${service.name} name no model to serve`,
        hint: `append to the generated arguments of ${service.name} instead of replacing them, or repeat the model`,
      },
    ];
  });
}
