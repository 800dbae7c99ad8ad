import type { Finding } from '../../src/errors.ts';
import { getIn, isObject, type Json, type JsonObject } from '../../src/json.ts';
import { type Cell, formerWorkersOf } from './cells.ts';

const OVERRIDE = 'spec.overrides.dgd.';
const VARIABLES = /\.envs$/;

/** What a warning says is left out: a field, or of a list only some entries. */
interface LeftOut {
  readonly path: string;
  readonly isEntry?: (entry: Json, index: number) => boolean;
}

/** Warnings that say which part of an override is left out. */
const LEFT_OUT: Readonly<Record<string, (finding: Finding) => LeftOut>> = {
  OVERRIDE_UNKNOWN_SERVICE: ({ path = '' }) => fieldOf(path.slice(OVERRIDE.length)),
  OVERRIDE_IGNORED_FIELD: ({ path = '' }) => fieldOf(path.slice(OVERRIDE.length)),
  CONVERSION_DROPPED: ({ message }) => fieldOfGraph(message),
};

function fieldOf(place: string): LeftOut {
  const [, path = place, index] = /^(.*)\[(\d+)\]$/.exec(place) ?? [];
  return index === undefined ? { path } : { path, isEntry: (_entry, position) => position === Number(index) };
}

/** The message has the graph's field, where the path has what is to blame; a variable is known by its name alone. */
function fieldOfGraph(message: string): LeftOut {
  const end = message.indexOf(': ');
  const [path = ''] = message.slice(0, end).split('[');
  const [name] = message.slice(end + 2).split(' ');
  return VARIABLES.test(path) ? { path, isEntry: (entry) => getIn(entry, 'name') === name } : { path };
}

/**
 * The part of an override that has to be in the finished graph: services under their present names, without the envelope
 * and without what warnings say is left out.
 */
export function wordsToFind(override: JsonObject, cell: Cell, findings: readonly Finding[]): JsonObject {
  const leftOut = findings.flatMap((finding) => LEFT_OUT[finding.code]?.(finding) ?? []);
  const named = withPresentNames(override, formerWorkersOf(cell));
  const { apiVersion: _version, kind: _kind, ...rest } = leftOut.reduceRight(withoutField, named);
  return rest;
}

/** A copy without a field; keys may hold dots. */
function withoutField(value: JsonObject, { path, isEntry }: LeftOut): JsonObject {
  const key = Object.keys(value).find((one) => path === one || path.startsWith(`${one}.`));
  if (key === undefined) return value;
  const { [key]: member = null, ...others } = value;
  if (path === key) {
    if (isEntry === undefined || !Array.isArray(member)) return others;
    return { ...others, [key]: member.filter((entry, index) => !isEntry(entry, index)) };
  }
  const inner: LeftOut = { path: path.slice(key.length + 1), ...(isEntry && { isEntry }) };
  return { ...others, [key]: isObject(member) ? withoutField(member, inner) : member };
}

/** An override with the names that the workers have now. */
function withPresentNames(override: JsonObject, present: ReadonlyMap<string, string>): JsonObject {
  const { spec } = override;
  if (!isObject(spec)) return override;
  const rename = (name: Json | undefined): string => present.get(String(name)) ?? String(name);
  const { services, components, ...fields } = spec;
  const entries = Object.entries(isObject(services) ? services : {});
  const list = Array.isArray(components) ? components.filter(isObject) : [];
  const renamed = {
    services: Object.fromEntries(entries.map(([name, service]) => [rename(name), service])),
    components: list.map((component): JsonObject => ({ ...component, name: rename(component.name) })),
  };
  return { ...override, spec: { ...fields, ...renamed } };
}
