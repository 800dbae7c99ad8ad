import type { GraphProblem } from '../../dgd/problem.ts';
import { findService, graphServices, graphVersion } from '../../dgd/services.ts';
import { type ErrorCode, RenderError, RenderErrors, type WarningCode } from '../../errors.ts';
import { getAt, getIn, type Json, type JsonObject } from '../../json.ts';
import type { Finishing } from '../context.ts';
import { overridePath } from '../override-paths.ts';

/** What is reported on. */
interface Reporting {
  readonly graph: JsonObject;
  /** Codes of the two severities. */
  readonly codes: { readonly error: ErrorCode; readonly warning: WarningCode };
}

/**
 * Says what is wrong with a graph in terms of its request: warnings through `warn`, errors together as RenderErrors. The
 * field is the part of the override that is to blame, as the rest of a graph is generated.
 */
export function reportProblems(
  problems: readonly GraphProblem[],
  { graph, codes }: Reporting,
  { request, warn }: Finishing,
): void {
  const details = problems.map((problem) => ({ ...inRequest(problem, graph, request), severity: problem.severity }));
  const errors = details.filter(({ severity }) => severity === 'error').map((one) => new RenderError(codes.error, one));
  for (const one of details) if (one.severity === 'warning') warn(codes.warning, one);
  if (errors.length > 0) throw new RenderErrors(errors);
}

/** A problem of a graph in terms of its request. */
export function inRequest(
  { path: at, message, hint }: Pick<GraphProblem, 'path' | 'message' | 'hint'>,
  graph: JsonObject,
  request: Finishing['request'],
) {
  const path = blamedField(request.overrides.dgd, graph, at);
  return { message: `${graphPath(at)}: ${message}`, path, hint, origin: request.locate(path) };
}

/** `spec.components[1].replicas` for the keys from a graph's root. */
export function graphPath(path: GraphProblem['path']): string {
  const text = path.reduce<string>((way, key) => (typeof key === 'number' ? `${way}[${key}]` : `${way}.${key}`), '');
  return text.replace(/^\./, '');
}

/** The override's field that stands where the problem is, or the nearest one above it; `spec` without an override. */
function blamedField(dgd: JsonObject | undefined, graph: JsonObject, path: GraphProblem['path']): string {
  if (dgd === undefined) return 'spec';
  const { start, rest } = inOverride(dgd, graph, path);
  return graphVersion(dgd) === graphVersion(graph)
    ? overridePath([
        ...start,
        ...existing(getAt(dgd, start), getAt(graph, path.slice(0, path.length - rest.length).map(String)), rest),
      ])
    : overridePath(start);
}

/** Where the override is about the same service, whatever its version or order. */
function inOverride(dgd: JsonObject, graph: JsonObject, path: GraphProblem['path']) {
  const service = graphServices(graph).find((one) => one.path.every((key, index) => path[index] === key));
  if (service === undefined) return { start: [], rest: path };
  const own = findService(dgd, service.name);
  return own === undefined
    ? { start: [], rest: [] }
    : { start: own.path.map(String), rest: path.slice(service.path.length) };
}

/** As much of the keys as the override has; in merged lists, which have other positions, an item is that of its name. */
function existing(value: Json | undefined, merged: Json | undefined, keys: GraphProblem['path']): string[] {
  const [key, ...rest] = keys;
  if (key === undefined) return [];
  const place = typeof key === 'number' ? namedPlace(value, getAt(merged, [String(key), 'name'])) : key;
  const member = place === undefined ? undefined : getAt(value, [place]);
  return place === undefined || member === undefined
    ? []
    : [place, ...existing(member, getAt(merged, [String(key)]), rest)];
}

function namedPlace(list: Json | undefined, name: Json | undefined): string | undefined {
  const index = Array.isArray(list) ? list.findIndex((item) => name !== undefined && getIn(item, 'name') === name) : -1;
  return index < 0 ? undefined : String(index);
}
