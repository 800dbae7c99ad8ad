import { graphServices, nodeCount } from '../../dgd/services.ts';
import { RenderError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import type { Finishing } from '../context.ts';

/** Characters that the names of a graph and of a service may have together (ai-dynamo 1.3.1, profiler/profile_sla.py). */
export const COMBINED_CHARACTERS = 45;
const SUFFIX = '-dgd';
/** Ending of the leader's name where a service spans nodes; the webhook counts the service twice then (Grove). */
export const LEADER_SUFFIX = '-ldr';

/** What is wrong with a graph's name in view of its services. */
interface NameProblems {
  /** Refused by every operator; `longest` is what the name may have. */
  readonly tooLong: { readonly message: string; readonly longest: number } | undefined;
  /** Services that span nodes, with what the name may have under Grove. */
  readonly risky: readonly { readonly message: string; readonly budget: number }[];
}

/** Holds a graph's name against the operator's limits, in characters. */
export function nameProblems(graph: JsonObject, name: string): NameProblems {
  const services = graphServices(graph);
  const offenders = services.filter((one) => name.length + one.name.length > COMBINED_CHARACTERS);
  const listed = offenders.map((one) => `${one.name} (${name.length} + ${one.name.length})`).join(', ');
  const spanning = services.filter((one) => nodeCount(one) !== undefined);
  return {
    tooLong:
      offenders.length === 0
        ? undefined
        : {
            message: `the graph's name "${name}" and a service's name together exceed ${COMBINED_CHARACTERS} characters: ${listed}`,
            longest: COMBINED_CHARACTERS - Math.max(...services.map((one) => one.name.length)),
          },
    risky: spanning.flatMap(({ name: service }) => {
      const budget = Math.max(COMBINED_CHARACTERS - 2 * service.length - LEADER_SUFFIX.length, 0);
      const message = `${service} spans nodes, for which the operator with Grove allows graph names of ${budget} characters; "${name}" has ${name.length}`;
      return name.length <= budget ? [] : [{ message, budget }];
    }),
  };
}

/** The same for a request's graph. Throws NAME_TOO_LONG; warns with NAME_LONG for services that span nodes. */
export function checkNameLengths(graph: JsonObject, { request, name: { name, path }, warn }: Finishing): void {
  // The limits of plain workloads are others, and none is Grove's.
  if (request.emit === 'workloads') return;
  const { tooLong, risky } = nameProblems(graph, name);
  const origin = request.locate(path);
  if (tooLong !== undefined) {
    const { message, longest } = tooLong;
    throw new RenderError('NAME_TOO_LONG', {
      message,
      path,
      hint: `use a request name of at most ${longest - SUFFIX.length} characters, or set spec.overrides.dgd.metadata.name to at most ${longest}`,
      origin,
    });
  }
  for (const { message, budget } of risky) {
    const hint = `set spec.overrides.dgd.metadata.name to at most ${Math.max(budget, 1)} characters`;
    warn('NAME_LONG', { message, path, hint, origin });
  }
}
