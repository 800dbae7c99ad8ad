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
  const details = problems.map((problem) => {
    const path = blamedField(request.overrides.dgd, graph, problem.path);
    const message = `${graphPath(problem.path)}: ${problem.message}`;
    return { severity: problem.severity, message, path, hint: problem.hint, origin: request.locate(path) };
  });
  const errors = details.filter(({ severity }) => severity === 'error').map((one) => new RenderError(codes.error, one));
  for (const one of details) if (one.severity === 'warning') warn(codes.warning, one);
  if (errors.length > 0) throw new RenderErrors(errors);
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
    ? overridePath([...start, ...existing(getAt(dgd, start), rest)])
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

/** As much of the keys as the override has; lists end it, since merged lists have other positions. */
function existing(value: Json | undefined, keys: GraphProblem['path']): string[] {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return [];
  const member = getIn(value, key);
  return member === undefined ? [] : [key, ...existing(member, rest)];
}
