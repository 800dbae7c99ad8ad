import { getIn, isObject, type Json, type JsonObject } from '../../json.ts';
import type { Release } from '../../releases.ts';
import type { GraphProblem } from '../problem.ts';
import { type GraphService, type GraphVersion, graphServices, graphVersion, podSpecPath } from '../services.ts';

export type Path = GraphProblem['path'];

/** A graph with the parts that the rules look at; what has the wrong type counts as empty, since the schema says so. */
export interface GraphView {
  readonly graph: JsonObject;
  readonly version: GraphVersion;
  readonly target: Release;
  readonly spec: JsonObject;
  /** Of the graph's own metadata. */
  readonly annotations: JsonObject;
  readonly services: readonly GraphService[];
}

/** One place that breaks a rule. `found` says what stands there and what was wanted; the hint replaces that of the rule. */
export interface Breach {
  readonly path: Path;
  readonly found: string;
  readonly hint?: string | undefined;
}

/**
 * One thing that an operator asks of a graph. Without `versions` it holds for both, without `since` for every release, and
 * `until` is the first release that no longer asks it. Where the operator's code itself is the source, a release is the
 * first one cut after the change was merged.
 */
export interface Rule {
  readonly name: string;
  readonly versions?: readonly GraphVersion[];
  readonly since?: Release;
  readonly until?: Release;
  /** `error` where every cluster of the release refuses it, `warning` where that depends or the field does nothing. */
  readonly severity: GraphProblem['severity'];
  /** Follows what was found: who minds. */
  readonly why: string;
  readonly hint?: string;
  readonly breaches: (view: GraphView) => readonly Breach[];
}

/** A container of a pod, with the keys that lead to it. */
export interface PodContainer {
  readonly container: JsonObject;
  readonly path: Path;
}

export const ALPHA: readonly GraphVersion[] = ['v1alpha1'];
export const BETA: readonly GraphVersion[] = ['v1beta1'];

/** Kinds of services that run an engine. */
export const WORKER_TYPES: readonly string[] = ['worker', 'prefill', 'decode'];

/** Who refuses a graph: the operator's own code, or the rules that the definition of the resource carries (CEL). */
export const WEBHOOK = "the operator's webhook refuses it";
export const CEL = 'the API server refuses it';

/** Dynamo 1.`minor`. */
export function v1(minor: number): Release {
  return { major: 1, minor };
}

/** The parts of a graph for one target. */
export function viewGraph(graph: JsonObject, target: Release): GraphView {
  return {
    graph,
    version: graphVersion(graph),
    target,
    spec: objectIn(graph, 'spec'),
    annotations: objectIn(graph, 'metadata', 'annotations'),
    services: graphServices(graph),
  };
}

/** A check of each service as the check of a graph. */
export function ofServices(check: (service: GraphService, view: GraphView) => readonly Breach[]): Rule['breaches'] {
  return (view) => view.services.flatMap((service) => check(service, view));
}

/** The breach, where `isBroken` holds. */
export function when(isBroken: boolean, path: Path, found: string, hint?: string): Breach[] {
  return isBroken ? [{ path, found, hint }] : [];
}

/** Whether a field is there. A null is dropped by the API server, so it counts as absent. */
export function isGiven(value: Json | undefined): value is Json {
  return value !== undefined && value !== null;
}

/** Whether a field is there and not an empty text, which the operator takes for absent. */
export function isFilled(value: Json | undefined): value is Json {
  return isGiven(value) && value !== '';
}

/** The object at a path; empty where there is none. */
export function objectIn(value: Json | undefined, ...path: readonly string[]): JsonObject {
  const found = getIn(value, ...path);
  return isObject(found) ? found : {};
}

/** The items of a list; empty where there is none. */
export function listIn(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = getIn(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A whole number; undefined for anything else. */
export function wholeNumber(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** The containers of a service's pod; in v1beta1 the main one is among the first kind. */
export function podContainers(
  { path, podSpec }: GraphService,
  { graph }: GraphView,
  kind: 'containers' | 'initContainers',
): PodContainer[] {
  return listIn(podSpec, kind).flatMap((container, index) =>
    isObject(container) ? [{ container, path: [...path, ...podSpecPath(graph), kind, index] }] : [],
  );
}

/** A value in a message; a null reads as absent. */
export function show(value: Json | undefined): string {
  const text = isGiven(value) ? JSON.stringify(value) : 'absent';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
}

const SHOWN = 60;
