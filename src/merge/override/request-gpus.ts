import type { GraphService } from '../../dgd/lens/lens.ts';
import { graphServices, lensOf, mapServices } from '../../dgd/services.ts';
import type { JsonObject } from '../../json.ts';
import type { Finishing } from '../context.ts';
import { serviceNames } from './override-services.ts';

/**
 * The graph where generated requests of GPUs follow a limit that the override alone sets: Kubernetes wants both alike, and
 * whoever writes a limit does not see the request. What the override says itself stays.
 */
export function requestLimitedGpus(graph: JsonObject, context: Finishing): JsonObject {
  const { dgd } = context.request.overrides;
  if (dgd === undefined || !context.mends.requestsLimitedGpus) return graph;
  const { renamed } = serviceNames(graph, context);
  const limited = graphServices(dgd).filter((service) => saysLimitAlone(dgd, service));
  const names = limited.map(({ name }) => renamed.get(name) ?? name);
  const lens = lensOf(graph);
  return mapServices(graph, (service) => {
    const { limits, requests } = lens.gpuSides(service);
    const isLeft = requests.value === undefined || limits.value === undefined || !names.includes(service.name);
    return isLeft ? service.object : lens.requestGpus(service, limits.value);
  });
}

function saysLimitAlone(dgd: JsonObject, service: GraphService): boolean {
  const { limits, requests } = lensOf(dgd).gpuSides(service);
  return limits.value !== undefined && requests.value === undefined;
}
