import type { ServiceEntry } from '../../dgd/lens/lens.ts';
import { graphServices, LENSES } from '../../dgd/services.ts';
import { formerNames, workerName } from '../../graph/backends.ts';
import { MODE_ROLES } from '../../graph/plan.ts';
import { getIn, isObject, type JsonObject } from '../../json.ts';
import { printRelease, releaseFacts } from '../../releases.ts';
import type { Finishing } from '../context.ts';
import { overridePath } from '../override-paths.ts';
import { invalid } from './override-check.ts';

/** What the services of a graph are called. */
export interface ServiceNames {
  readonly known: readonly string[];
  /** Names of older releases with the present ones. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The names of a graph's services, and what older releases called them where the target still understands it. */
export function serviceNames(graph: JsonObject, { request, profile }: Finishing): ServiceNames {
  const { target, features } = request;
  const known = graphServices(graph).map(({ name }) => name);
  if (features.mocker) return { known, renamed: new Map() };
  const renamed = MODE_ROLES[profile.chosen].flatMap((role) => {
    const name = workerName(profile.backend, role, target);
    return formerNames(profile.backend, role, target).map((former) => [former, name] as const);
  });
  return { known, renamed: new Map(renamed) };
}

/**
 * The override with services of the graph only, under the names that the graph has for them. Others are left out with
 * OVERRIDE_UNKNOWN_SERVICE, and refused (OVERRIDE_INVALID) where the target's merge refuses them.
 */
export function keepServices(override: JsonObject, names: ServiceNames, context: Finishing): JsonObject {
  const { spec } = override;
  if (!isObject(spec)) return override;
  // The version is that of the services that are there; the reference does not look at the apiVersion.
  for (const { entries, servicesKey, named, holding } of Object.values(LENSES)) {
    const given = entries(override);
    if (given === undefined) continue;
    const kept = keepEntries(given, { parent: ['spec', servicesKey], names }, context).map(({ name, value }) => {
      return { name, value: isObject(value) ? named(name, value) : value };
    });
    return { ...override, spec: { ...spec, [servicesKey]: holding(kept) } };
  }
  return override;
}

interface Entries {
  /** Where they stand in the override. */
  readonly parent: readonly string[];
  readonly names: ServiceNames;
}

function keepEntries(entries: readonly ServiceEntry[], { parent, names }: Entries, context: Finishing): ServiceEntry[] {
  const { known, renamed } = names;
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const name = renamed.get(entry.name) ?? entry.name;
    const path = [...parent, entry.key];
    if (!known.includes(name) && isPicker(entry)) throw invalid(path, GATEWAY, context);
    if (!known.includes(name)) return leaveOut(entry.name, { path, known }, context);
    if (seen.has(name)) {
      const message = `${entry.name} and another entry are both about ${name}`;
      throw invalid(path, { message, hint: `say it once, for ${name}` }, context);
    }
    seen.add(name);
    if (name !== entry.name) warnAboutName(entry.name, { path, name }, context);
    return [{ ...entry, name }];
  });
}

/** What is said about an override that asks for routing by a Gateway (the templates have neither picker nor sidecars). */
const GATEWAY = {
  message: 'the override asks for an endpoint picker (EPP) of a Gateway, but an override cannot add a service',
  hint: 'write a DynamoGraphDeployment of your own with the picker, or start from a gateway recipe of Dynamo, and take the workers from what is rendered here; without a Gateway, ask for routing with dgdr-render.dev/router-mode: kv',
};

/** Whether an entry is the endpoint picker of a Gateway, by its type or its usual name. */
function isPicker({ name, value }: ServiceEntry): boolean {
  const types = [getIn(value, 'componentType'), getIn(value, 'type')];
  return types.includes('epp') || name.toLowerCase() === 'epp' || getIn(value, 'eppConfig') !== undefined;
}

/** Nothing is kept of a service that the graph lacks. */
function leaveOut(
  name: string,
  { path, known }: { readonly path: readonly string[]; readonly known: readonly string[] },
  context: Finishing,
): [] {
  const { request, warn } = context;
  const hint = `use one of the services that exist: ${known.join(', ')}`;
  if (releaseFacts(request.target).unknownService === 'error') {
    const message = `the graph has no service ${name}, and Dynamo ${printRelease(request.target)} refuses such an override`;
    throw invalid(path, { message, hint }, context);
  }
  const field = overridePath(path);
  warn('OVERRIDE_UNKNOWN_SERVICE', {
    message: `the graph has no service ${name}, so its override is left out`,
    path: field,
    hint,
    origin: request.locate(field),
  });
  return [];
}

function warnAboutName(
  given: string,
  { path, name }: { readonly path: readonly string[]; readonly name: string },
  { request, warn }: Finishing,
): void {
  const field = overridePath(path);
  warn('OVERRIDE_COERCED', {
    message: `${given} is called ${name} in Dynamo ${printRelease(request.target)}; it is taken as that`,
    path: field,
    hint: `write ${name}`,
    origin: request.locate(field),
  });
}
