import { graphServices, nodeCount } from '../dgd/services.ts';
import { RenderError, type Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Request } from '../request/request.ts';
import type { DgdName } from './identity.ts';

/** Characters that the names of a graph and of a service may have together (ai-dynamo 1.3.1, profiler/profile_sla.py). */
export const COMBINED_CHARACTERS = 45;
const SUFFIX = '-dgd';
/** Ending of the leader's name where a service spans nodes; the webhook counts the service twice then (Grove). */
export const LEADER_SUFFIX = '-ldr';

/** Holds graph and service names against the operator's limit. Throws NAME_TOO_LONG; warns with NAME_LONG for multinode. */
export function checkNameLengths(graph: JsonObject, request: Request, { name, path }: DgdName, warn: Warn): void {
  const services = graphServices(graph).map((service) => service.name);
  const offenders = services.filter((service) => name.length + service.length > COMBINED_CHARACTERS);
  const origin = request.locate(path);
  if (offenders.length > 0) {
    const longest = COMBINED_CHARACTERS - Math.max(...services.map((service) => service.length));
    const listed = offenders.map((service) => `${service} (${name.length} + ${service.length})`).join(', ');
    throw new RenderError('NAME_TOO_LONG', {
      message: `the graph's name "${name}" and a service's name together exceed ${COMBINED_CHARACTERS} characters: ${listed}`,
      path,
      hint: `use a request name of at most ${longest - SUFFIX.length} characters, or set spec.overrides.dgd.metadata.name to at most ${longest}`,
      origin,
    });
  }
  for (const { name: service } of graphServices(graph).filter((one) => nodeCount(one) !== undefined)) {
    const budget = COMBINED_CHARACTERS - 2 * service.length - LEADER_SUFFIX.length;
    if (name.length <= budget) continue;
    warn('NAME_LONG', {
      message: `${service} spans nodes, for which the operator with Grove allows graph names of ${Math.max(budget, 0)} characters; "${name}" has ${name.length}`,
      path,
      hint: `set spec.overrides.dgd.metadata.name to at most ${Math.max(budget, 1)} characters`,
      origin,
    });
  }
}
