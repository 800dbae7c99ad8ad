import { findingOf } from '../../errors.ts';
import { getIn, type JsonObject } from '../../json.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { labelOf, REQUEST_LABEL } from '../../outputs/mark.ts';
import { isRequest } from '../../request/parse-request.ts';
import { builtGraphs } from './built-workloads.ts';

/** GRAPH_MISSING for every request that a build started from, and that it prints neither rendered nor as it went in. */
export function missingGraphs(requests: readonly Resource[], built: readonly JsonObject[]): ResourceFinding[] {
  const applied = requests.filter(({ object }) => getIn(object, 'spec', 'autoApply') !== false);
  const objects = applied.map(({ object }) => object);
  const rendered = match(objects, builtGraphs(built));
  const left = match(
    objects.filter((object) => !rendered.has(object)),
    built.filter(isRequest),
    refOf,
  );
  return applied.filter(({ object }) => !rendered.has(object) && !left.has(object)).map(missingFinding);
}

/** The request that a graph says it is of; names change on the way, the label is that of the moment of rendering. */
function requestOf(graph: JsonObject): { readonly name: string } {
  return { name: labelOf(graph, REQUEST_LABEL) ?? '' };
}

/**
 * Requests with the object that each came to: of its name, else of a name that it is a part of, prefixed or suffixed on either
 * side of the rendering. An object belongs to one request.
 */
function match(
  requests: readonly JsonObject[],
  objects: readonly JsonObject[],
  nameOf: (object: JsonObject) => { readonly name: string } = requestOf,
): Map<JsonObject, JsonObject> {
  const found = new Map<JsonObject, JsonObject>();
  const free = new Set(objects.filter((object) => nameOf(object).name !== ''));
  const byLength = requests.toSorted((a, b) => refOf(b).name.length - refOf(a).name.length);
  for (const isSame of [isEqual, isPart]) {
    for (const request of byLength.filter((one) => !found.has(one))) {
      const object = [...free].find((one) => isSame(refOf(request).name, nameOf(one).name));
      if (object === undefined) continue;
      found.set(request, object);
      free.delete(object);
    }
  }
  return found;
}

function isEqual(a: string, b: string): boolean {
  return a === b;
}

function isPart(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

function missingFinding(resource: Resource): ResourceFinding {
  return findingOf('GRAPH_MISSING', {
    message: `no graph of the request ${refOf(resource.object).name} comes out of the build`,
    path: 'metadata.name',
    hint: 'list a config with the function under transformers:, after the request under resources:',
    origin: resource.locate('metadata.name'),
    resource,
  });
}
