import { isObject, type Json, type JsonObject } from '../../json.ts';
import { GROUP } from '../../kinds.ts';
import type { GraphVersion } from '../../releases.ts';
import type { GraphProblem } from '../problem.ts';
import { CONVERSION_PREFIX, graphVersion } from '../services.ts';
import { createdClaims } from './claims.ts';
import { toComponent } from './component.ts';
import { complain, type Part, partAt, present, refuseOthers, without } from './part.ts';

/** Fields of `spec` of the same name and meaning in both versions. */
const SAME = ['annotations', 'labels', 'priorityClassName', 'backendFramework', 'restart', 'experimental'] as const;
/** Fields of `spec` with another name or place in v1beta1. */
const MOVED = ['services', 'envs', 'pvcs', 'topologyConstraint'] as const;

/** A graph in v1beta1 and what it takes beside it. */
export interface Converted {
  /** The graph as v1beta1; keys in no particular order (a later step orders them). */
  readonly graph: JsonObject;
  /**
   * Objects for what a v1beta1 graph cannot say itself, to be applied before it (PersistentVolumeClaims for pvcs with
   * create: true).
   */
  readonly resources: readonly JsonObject[];
  /** Fields without a home. */
  readonly problems: readonly GraphProblem[];
}

/**
 * A v1alpha1 graph in v1beta1, as Dynamo's operator converts it (api.md 5.1; ai-dynamo, deploy/operator/api/v1alpha1), but
 * without annotations for the way back, with a volume for every claim that is mounted, and with components in the order of
 * the services: the operator sorts them by name, and to the API the list is a map by name.
 *
 * Nothing is lost unsaid: what does something and has no place is an error, what did nothing or is overruled is a warning.
 * Features that are off and nulls go without a word. `graph` is not changed; the result may share parts with it.
 */
export function toBeta(graph: JsonObject): Converted {
  const problems: GraphProblem[] = [];
  const report = (problem: GraphProblem): void => {
    problems.push(problem);
  };
  const root: Part = { object: withoutNulls(graph), path: [], report };
  refuseOthers(root, ['apiVersion', 'kind', 'metadata', 'spec', 'status']);
  warnStatus(root);
  const spec = partAt(root, 'spec');
  const converted = {
    ...without(root.object, ['status', 'metadata', 'spec']),
    apiVersion: `${GROUP}/v1beta1`,
    ...present({ metadata: metadata(root), spec: spec && betaSpec(spec, root) }),
  };
  return { graph: converted, resources: spec === undefined ? [] : createdClaims(spec), problems };
}

/** How a graph of a version is said in the newest one; its `apiVersion` stays, since that differs. */
const NEWEST_FORM: Readonly<Record<GraphVersion, (graph: JsonObject) => JsonObject>> = {
  v1alpha1: (graph) => ({ ...toBeta(graph).graph, apiVersion: graph.apiVersion ?? '' }),
  v1beta1: (graph) => graph,
};

/** Two graphs as they can be compared: of two versions in the newer one, so that only what became different shows. */
export function inOneVersion(before: JsonObject, after: JsonObject): readonly [JsonObject, JsonObject] {
  const [older, newer] = [graphVersion(before), graphVersion(after)];
  return older === newer ? [before, after] : [NEWEST_FORM[older](before), NEWEST_FORM[newer](after)];
}

function betaSpec(spec: Part, root: Part): JsonObject {
  refuseOthers(spec, [...SAME, ...MOVED]);
  return present({
    ...Object.fromEntries(SAME.map((key) => [key, spec.object[key]])),
    env: spec.object.envs,
    topologyConstraint: topologyConstraint(partAt(spec, 'topologyConstraint')),
    components: components(partAt(spec, 'services'), graphName(root)),
  });
}

function components(services: Part | undefined, graph: string): JsonObject[] {
  if (services === undefined) return [];
  refuseTwins(services);
  return Object.keys(services.object).flatMap((name) => {
    const service = partAt(services, name);
    return service === undefined ? [] : [toComponent(service, name, graph)];
  });
}

/** v1beta1 wants names that differ by more than case, which the keys of a map need not. */
function refuseTwins(services: Part): void {
  const seen = new Map<string, string>();
  for (const name of Object.keys(services.object)) {
    const twin = seen.get(name.toLowerCase());
    if (twin === undefined) seen.set(name.toLowerCase(), name);
    else {
      const message = `v1beta1 takes ${name} and ${twin} for the same name`;
      complain(services, { at: [name], message, hint: 'rename one of the two' });
    }
  }
}

function topologyConstraint(constraint: Part | undefined): JsonObject | undefined {
  if (constraint === undefined) return undefined;
  refuseOthers(constraint, ['topologyProfile', 'packDomain']);
  const { topologyProfile, packDomain } = constraint.object;
  return present({ clusterTopologyName: topologyProfile, packDomain });
}

function metadata(root: Part): JsonObject | undefined {
  const given = partAt(root, 'metadata');
  const annotations = partAt(given, 'annotations');
  if (given === undefined || annotations === undefined) return given?.object;
  const reserved = Object.keys(annotations.object).filter((key) => key.startsWith(CONVERSION_PREFIX));
  for (const key of reserved) {
    const message = `${key} belongs to the operator's conversion, and is left out`;
    complain(annotations, { severity: 'warning', at: [key], message, hint: 'remove it' });
  }
  const kept = without(annotations.object, reserved);
  const isEmptied = reserved.length > 0 && Object.keys(kept).length === 0;
  return { ...without(given.object, ['annotations']), ...(isEmptied ? {} : { annotations: kept }) };
}

function graphName(root: Part): string {
  const { name } = isObject(root.object.metadata) ? root.object.metadata : {};
  return typeof name === 'string' ? name : '<name>';
}

function warnStatus(root: Part): void {
  if (root.object.status === undefined) return;
  const message = 'status is written by the operator, and is left out';
  complain(root, { severity: 'warning', at: ['status'], message, hint: 'remove it' });
}

/** A null is as good as nothing: Go reads both alike. Lists keep theirs, as positions count. */
function withoutNulls(object: JsonObject): JsonObject {
  const clean = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(clean);
    return isObject(value) ? withoutNulls(value) : value;
  };
  const members = Object.entries(object).filter(([, value]) => value !== null);
  return Object.fromEntries(members.map(([key, value]) => [key, clean(value)]));
}
