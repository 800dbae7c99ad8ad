import { parseAllDocuments } from 'yaml';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';

/** The objects of a YAML stream; at least one. */
export function parseDocuments(text: string): readonly JsonObject[] {
  const objects = parseAllDocuments(text).map((document): unknown => document.toJS());
  if (objects.length === 0 || !objects.every(isObject)) throw new Error('a document holds no object');
  return objects;
}

/** A document without nulls, empty objects, generated names and what the renderer adds to the metadata. */
export function comparable(graph: JsonObject): Json {
  const metadata = isObject(graph.metadata) ? graph.metadata : {};
  const foreign = (key: string): JsonObject => {
    const map = isObject(metadata[key]) ? metadata[key] : {};
    return Object.fromEntries(
      Object.entries(map).filter(([name]) => !/^dgdr(-render\.dev|\.nvidia\.com)\//.test(name)),
    );
  };
  return compact({
    ...graph,
    spec: withAdapters(graph.spec),
    metadata: { labels: foreign('labels'), annotations: foreign('annotations') },
  });
}

function compact(value: Json): Json {
  if (typeof value === 'string') return value.replace(/^planner-config-[0-9a-f]{4,8}$/, 'planner-config');
  if (Array.isArray(value)) return value.map(compact);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, compact(member)] as const);
  return Object.fromEntries(entries.filter(([, member]) => member !== null && !isEmpty(member)));
}

/** The spec with scaling adapters as the reference writes them; in v1beta1 they are on by being there (docs/deviations.md). */
function withAdapters(spec: Json | undefined): Json {
  if (!isObject(spec) || !Array.isArray(spec.components)) return spec ?? null;
  const components = spec.components.map((component) =>
    isObject(component) && isObject(component.scalingAdapter) && isEmpty(component.scalingAdapter)
      ? { ...component, scalingAdapter: { enabled: true } }
      : component,
  );
  return { ...spec, components };
}

function isEmpty(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** The value, in which nothing can be changed any more. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
