import { isObject, type Json, type JsonObject } from '../../json.ts';
import { isGiven } from '../../json-reading.ts';
import { type GraphVersion, isBefore, printRelease, type Release, v1 } from '../../releases.ts';
import type { GraphProblem } from '../problem.ts';
import { graphServices, graphVersion } from '../services.ts';

/** A field with the first release whose definition has it; the keys lead there from the spec or from a service. */
interface AgedField {
  readonly since: Release;
  readonly keys: readonly string[];
}
interface AgedFields {
  readonly ofSpec: readonly AgedField[];
  readonly ofService: readonly AgedField[];
}

/**
 * Fields that are younger than their version of the DGD. Sources: ai-dynamo, the API references of the releases,
 * fern/pages-v1.{0,1,2,3}.0/kubernetes/api-reference.md and fern/pages-v1.{4,5}.0/reference/kubernetes-api. Before 1.2 there is
 * no v1beta1 at all, which is a rule of its own.
 */
export const AGED_FIELDS: Readonly<Record<GraphVersion, AgedFields>> = {
  v1alpha1: {
    ofSpec: [
      { since: v1(1), keys: ['annotations'] },
      { since: v1(1), keys: ['labels'] },
      { since: v1(1), keys: ['topologyConstraint'] },
      { since: v1(2), keys: ['experimental'] },
      { since: v1(3), keys: ['experimental', 'kvTransferPolicy', 'clusterTopologyName'] },
      { since: v1(3), keys: ['priorityClassName'] },
    ],
    ofService: [
      { since: v1(1), keys: ['topologyConstraint'] },
      { since: v1(1), keys: ['gpuMemoryService'] },
      { since: v1(2), keys: ['gpuMemoryService', 'extraClientContainers'] },
      { since: v1(2), keys: ['gpuMemoryService', 'extraClientPods'] },
      { since: v1(1), keys: ['failover'] },
      { since: v1(2), keys: ['checkpoint', 'targetContainerName'] },
      { since: v1(2), keys: ['checkpoint', 'job'] },
      { since: v1(3), keys: ['checkpoint', 'startupPolicy'] },
      { since: v1(3), keys: ['checkpoint', 'deletionPolicy'] },
      { since: v1(3), keys: ['minAvailable'] },
      { since: v1(4), keys: ['runtimeVersionOverride'] },
    ],
  },
  v1beta1: {
    ofSpec: [
      { since: v1(3), keys: ['experimental', 'kvTransferPolicy', 'clusterTopologyName'] },
      { since: v1(3), keys: ['priorityClassName'] },
    ],
    ofService: [
      { since: v1(3), keys: ['experimental', 'checkpoint', 'enabled'] },
      { since: v1(3), keys: ['experimental', 'checkpoint', 'startupPolicy'] },
      { since: v1(3), keys: ['experimental', 'checkpoint', 'deletionPolicy'] },
      { since: v1(3), keys: ['minAvailable'] },
      { since: v1(4), keys: ['runtimeVersionOverride'] },
    ],
  },
};

/**
 * Warnings about fields of a graph that came after `target`: the API server of its operator drops them, or refuses them
 * where a client asks for strict validation. Fields inside one that is itself too young are not named again.
 */
export function checkFieldAge(graph: JsonObject, target: Release): GraphProblem[] {
  const { ofSpec, ofService } = AGED_FIELDS[graphVersion(graph)];
  const places = [
    { at: ['spec'], object: graph.spec, fields: ofSpec },
    ...graphServices(graph).map(({ path, object }) => ({ at: path, object, fields: ofService })),
  ];
  return places.flatMap(({ at, object, fields }) => {
    const young = fields.filter(({ since, keys }) => isBefore(target, since) && isPresent(object, keys));
    return young.filter((field) => !isInside(field, young)).map((field) => toProblem(at, field, target));
  });
}

function isPresent(object: Json | undefined, keys: readonly string[]): boolean {
  const found = keys.reduce<Json | undefined>(
    (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    object,
  );
  return isGiven(found);
}

function isInside({ keys }: AgedField, fields: readonly AgedField[]): boolean {
  return fields.some(
    (other) => other.keys.length < keys.length && other.keys.every((key, index) => key === keys[index]),
  );
}

function toProblem(at: GraphProblem['path'], { since, keys }: AgedField, target: Release): GraphProblem {
  const name = keys.join('.');
  return {
    severity: 'warning',
    path: [...at, ...keys],
    message: `${name} came with Dynamo ${printRelease(since)}: the API server of ${printRelease(target)} drops it`,
    hint: `remove ${name}, or target ${printRelease(since)} or later`,
  };
}
