import { findingOf } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { refOf } from '../krm/identity.ts';
import type { Resource } from '../krm/resource.ts';
import type { ResourceFinding } from '../krm/results.ts';

/** A rendered request, as far as it names objects of its namespace. */
interface Named {
  readonly request: Resource;
  readonly documents: readonly JsonObject[];
  readonly namespace?: string | undefined;
}

/** An object that pods need, by its kind and name. */
interface Need {
  readonly kind: 'Secret' | 'PersistentVolumeClaim';
  readonly name: string;
}

/** Where graphs take the token of a hub from, which has this key. */
const TOKEN_SECRET = 'hf-token-secret';

/** Needs that the namespaces are named of in a message, and of all others how many there are. */
const MOST_NAMED = 6;

/**
 * One info for a run: the Secrets and claims that rendered pods name and no rendered document makes. Without them no pod starts,
 * whatever the model is.
 */
export function clusterNeeds(graphs: readonly Named[]): ResourceFinding[] {
  const needs = new Map<string, Need & { readonly namespaces: Set<string> }>();
  for (const { documents, namespace } of graphs) {
    const made = new Set(documents.map((document) => keyOf(String(document.kind), refOf(document).name)));
    for (const document of documents) {
      const where = refOf(document).namespace ?? namespace ?? '';
      for (const need of needsIn(document)) {
        const key = keyOf(need.kind, need.name);
        if (made.has(key)) continue;
        const known = needs.get(key) ?? { ...need, namespaces: new Set<string>() };
        known.namespaces.add(where);
        needs.set(key, known);
      }
    }
  }
  const [first] = graphs;
  if (first === undefined || needs.size === 0) return [];
  const shown = groupBy([...needs.values()].slice(0, MOST_NAMED), placeOf);
  const words = [...shown].map(([place, all]) => `${all.map(nameOf).join(' and ')} ${place}`);
  const more = needs.size > MOST_NAMED ? `, and ${needs.size - MOST_NAMED} more` : '';
  const isToken = needs.has(keyOf('Secret', TOKEN_SECRET));
  return [
    findingOf('CLUSTER_NEEDS', {
      message: `pods start only where the cluster has ${words.join(', ')}${more}`,
      ...(isToken && { hint: TOKEN_HINT }),
      path: 'metadata.name',
      origin: first.request.locate('metadata.name'),
      resource: first.request,
    }),
  ];
}

const TOKEN_HINT = `kubectl create secret generic ${TOKEN_SECRET} --from-literal=HF_TOKEN=TOKEN; for public models envFromSecret: null in an override of each service drops it`;

function nameOf({ kind, name }: Need): string {
  return `${kind} ${name}${name === TOKEN_SECRET ? ' with HF_TOKEN' : ''}`;
}

function placeOf({ namespaces }: { readonly namespaces: ReadonlySet<string> }): string {
  const known = [...namespaces].filter((one) => one !== '').sort();
  if (known.length === 0) return 'in the namespace of the graph';
  return `in ${known.join(' and ')}${namespaces.has('') ? ', and in the namespace of the graphs that name none' : ''}`;
}

function keyOf(kind: string, name: string): string {
  return `${kind}/${name}`;
}

/** Fields that name a Secret or a claim, and how. */
const FIELDS: Readonly<Record<string, (value: Json) => Need[]>> = {
  envFromSecret: (value) => named('Secret', value),
  secretRef: (value) => unlessOptional('Secret', value),
  secretKeyRef: (value) => unlessOptional('Secret', value),
  imagePullSecrets: (value) => (Array.isArray(value) ? value.flatMap((one) => unlessOptional('Secret', one)) : []),
  claimName: (value) => named('PersistentVolumeClaim', value),
  pvcs: (value) => {
    const all = Array.isArray(value) ? value : [];
    return all.flatMap((one) => (isObject(one) && one.create !== true ? named('PersistentVolumeClaim', one.name) : []));
  },
};

function needsIn(value: Json): Need[] {
  if (Array.isArray(value)) return value.flatMap(needsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    return Object.hasOwn(FIELDS, field) ? (FIELDS[field]?.(inner) ?? []) : needsIn(inner);
  });
}

function named(kind: Need['kind'], name: Json | undefined): Need[] {
  return typeof name === 'string' && name !== '' ? [{ kind, name }] : [];
}

function unlessOptional(kind: Need['kind'], value: Json): Need[] {
  return isObject(value) && value.optional !== true ? named(kind, value.name) : [];
}
