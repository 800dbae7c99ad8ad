import { graphServices } from '../../dgd/services.ts';
import { formerNames, workerName } from '../../graph/backends.ts';
import { MODE_ROLES } from '../../graph/plan.ts';
import { getIn, isObject, type Json, type JsonObject } from '../../json.ts';
import type { Profile } from '../../profile/profile.ts';
import { printRelease, releaseFacts } from '../../releases.ts';
import type { Request } from '../../request/request.ts';
import { overridePath } from '../override-paths.ts';
import type { OverrideContext } from './override.ts';
import { invalid } from './override-check.ts';

/** What the services of a graph are called. */
export interface ServiceNames {
  readonly known: readonly string[];
  /** Names of older releases with the present ones. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The names of a graph's services, and what older releases called them where the target still understands it. */
export function serviceNames(graph: JsonObject, { target, features }: Request, profile: Profile): ServiceNames {
  const known = graphServices(graph).map(({ name }) => name);
  if (features.mocker) return { known, renamed: new Map() };
  const renamed = MODE_ROLES[profile.chosen].flatMap((role) => {
    const name = workerName(profile.backend, role, target);
    return formerNames(profile.backend, role, target).map((former) => [former, name] as const);
  });
  return { known, renamed: new Map(renamed) };
}

/** What an override says about one service; `key` is where it stands below the services or components. */
interface Entry {
  readonly key: string;
  readonly name: string;
  readonly value: Json;
}

/**
 * The override with services of the graph only, under the names that the graph has for them. Others are left out with
 * OVERRIDE_UNKNOWN_SERVICE, and refused (OVERRIDE_INVALID) where the target's merge refuses them.
 */
export function keepServices(context: OverrideContext, override: JsonObject, names: ServiceNames): JsonObject {
  const { spec } = override;
  if (!isObject(spec)) return override;
  const { services, components } = spec;
  if (isObject(services)) {
    const entries = Object.entries(services).map(([name, value]): Entry => ({ key: name, name, value }));
    const kept = keepEntries(context, entries, ['spec', 'services'], names);
    const members = kept.map(({ name, value }) => [name, value] as const);
    return { ...override, spec: { ...spec, services: Object.fromEntries(members) } };
  }
  if (!Array.isArray(components)) return override;
  const entries = components.map((value, index): Entry => ({ key: String(index), name: nameOf(value), value }));
  const kept = keepEntries(context, entries, ['spec', 'components'], names);
  const members = kept.map(({ name, value }) => (isObject(value) ? { ...value, name } : value));
  return { ...override, spec: { ...spec, components: members } };
}

function nameOf(component: Json): string {
  return String(getIn(component, 'name') ?? '');
}

function keepEntries(
  context: OverrideContext,
  entries: readonly Entry[],
  parent: readonly string[],
  { known, renamed }: ServiceNames,
): Entry[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const name = renamed.get(entry.name) ?? entry.name;
    const path = [...parent, entry.key];
    if (!known.includes(name)) return leaveOut(context, path, entry.name, known);
    if (seen.has(name)) {
      const message = `${entry.name} and another entry are both about ${name}`;
      throw invalid(context.request, path, message, `say it once, for ${name}`);
    }
    seen.add(name);
    if (name !== entry.name) warnAboutName(context, path, entry.name, name);
    return [{ ...entry, name }];
  });
}

/** Nothing is kept of a service that the graph lacks. */
function leaveOut(
  { request, warn }: OverrideContext,
  path: readonly string[],
  name: string,
  known: readonly string[],
): [] {
  const hint = `use one of the services that exist: ${known.join(', ')}`;
  if (request.compat === 'ours' && releaseFacts(request.target).unknownService === 'error') {
    const message = `the graph has no service ${name}, and Dynamo ${printRelease(request.target)} refuses such an override`;
    throw invalid(request, path, message, hint);
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

function warnAboutName({ request, warn }: OverrideContext, path: readonly string[], given: string, name: string): void {
  const field = overridePath(path);
  warn('OVERRIDE_COERCED', {
    message: `${given} is called ${name} in Dynamo ${printRelease(request.target)}; it is taken as that`,
    path: field,
    hint: `write ${name}`,
    origin: request.locate(field),
  });
}
