import type { Json, JsonObject } from '../../json.ts';
import { isGiven } from '../../json-reading.ts';
import type { GraphVersion, Release } from '../../releases.ts';
import { show as showValue } from '../../words.ts';
import type { GraphService } from '../lens/lens.ts';
import type { GraphProblem, Path } from '../problem.ts';
import { type Graph, viewGraph } from '../services.ts';

/** A graph as the rules look at it: for an operator. */
export interface GraphView extends Graph {
  readonly target: Release;
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

export const ALPHA: readonly GraphVersion[] = ['v1alpha1'];
export const BETA: readonly GraphVersion[] = ['v1beta1'];

/** Who refuses a graph: the operator's own code, or the rules that the definition of the resource carries (CEL). */
export const WEBHOOK = "the operator's webhook refuses it";
export const CEL = 'the API server refuses it';

/** A graph for one target. */
export function viewFor(graph: JsonObject, target: Release): GraphView {
  return { ...viewGraph(graph), target };
}

/** A check of each service as the check of a graph. */
export function ofServices(check: (service: GraphService, view: GraphView) => readonly Breach[]): Rule['breaches'] {
  return (view) => view.services.flatMap((service) => check(service, view));
}

/** The breach, where `isBroken` holds. */
export function when(isBroken: boolean, path: Path, found: string, hint?: string): Breach[] {
  return isBroken ? [{ path, found, hint }] : [];
}

/** A value in a message; a null reads as absent. */
export function show(value: Json | undefined): string {
  return isGiven(value) ? showValue(value) : 'absent';
}
