import { isObject, type JsonObject } from '../json.ts';

/** What names a resource in a cluster and in a finding. */
export interface ResourceRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** The resource's own words about its identity; what is missing or not text is empty. */
export function refOf(object: JsonObject): ResourceRef {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const ref = { apiVersion: text(object.apiVersion), kind: text(object.kind), name: text(metadata.name) };
  return typeof metadata.namespace === 'string' ? { ...ref, namespace: metadata.namespace } : ref;
}

/** Group, kind, namespace and name as one key: what `kubectl apply` takes for the same object, whatever its version. */
export function identityOf(object: JsonObject): string {
  const { apiVersion, kind, name, namespace = '' } = refOf(object);
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return [group, kind, namespace, name].join('\n');
}

/** `Kind namespace/name` for people. */
export function describeRef(ref: ResourceRef): string {
  return `${ref.kind} ${ref.namespace === undefined ? ref.name : `${ref.namespace}/${ref.name}`}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
