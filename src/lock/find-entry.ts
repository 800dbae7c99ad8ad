import { posix } from 'node:path';
import type { JsonObject } from '../json.ts';
import { refOf } from '../krm/identity.ts';
import type { Resource } from '../krm/resource.ts';
import { digestOf } from '../request/inputs.ts';
import type { Request } from '../request/request.ts';
import type { LockEntry } from './lock-entry.ts';
import type { Lock } from './lock-file.ts';

/** What a result depends on: a profile on little of the request, a graph from a cluster on all of it. */
export interface LockInputs {
  readonly profile: JsonObject;
  readonly cluster: JsonObject;
}

/** What the locks say about a request. */
export type LockAnswer =
  | { readonly kind: 'locked'; readonly lock: Lock; readonly entry: LockEntry }
  /** There is an entry of the request's name, but for other inputs. */
  | { readonly kind: 'stale'; readonly lock: Lock; readonly entry: LockEntry }
  | { readonly kind: 'missing'; readonly lock: Lock }
  /** No lock stands beside the request. */
  | { readonly kind: 'unlocked' };

/**
 * Looks a request up: by its inputs, an entry of its own name first, since what renames requests (a prefix of kustomize)
 * changes nothing about their profiles.
 */
export function findEntry(locks: readonly Lock[], request: Request, inputs: LockInputs): LockAnswer {
  const beside = locks.filter(({ resource }) => isBeside(resource, request.origin.file));
  const all = beside.flatMap((lock) => lock.entries.map((entry) => ({ lock, entry })));
  const named = all.filter(({ entry }) => isNamed(entry, request));
  const digests = { profile: digestOf(inputs.profile), cluster: digestOf(inputs.cluster) };
  const digestFor = (entry: LockEntry): string =>
    entry.inputs.take === undefined ? digests[inputsOf(entry)] : digestOf(withTake(inputs.profile, entry));
  const fits = ({ entry }: (typeof all)[number]): boolean => entry.digest === digestFor(entry);
  const locked = named.find(fits) ?? all.find((one) => fits(one) && holdsForOthers(one.entry, request));
  if (locked !== undefined) return { kind: 'locked', ...locked };
  if (named[0] !== undefined) return { kind: 'stale', ...named[0] };
  return beside[0] === undefined ? { kind: 'unlocked' } : { kind: 'missing', lock: beside[0] };
}

/** The inputs of a request as those of an entry whose row was taken, which only the call that took it said. */
export function withTake(inputs: JsonObject, { inputs: { take } }: LockEntry): JsonObject {
  return take === undefined || inputs.take !== undefined ? inputs : { ...inputs, take };
}

/**
 * Whether an entry may stand in for requests of other names: not what a cluster made, which carries the name in many places,
 * and a row that was taken only where the name became longer.
 */
function holdsForOthers({ cluster, inputs: { take }, name }: LockEntry, request: Request): boolean {
  return cluster === undefined && (take === undefined || request.name.includes(name));
}

/** Which inputs an entry was made for. */
export function inputsOf({ cluster }: LockEntry): keyof LockInputs {
  return cluster === undefined ? 'profile' : 'cluster';
}

/** A lock holds for the requests of its folder; where a host says no files, for all. */
function isBeside({ origin }: Resource, requestFile: string): boolean {
  if (origin.file === '' || requestFile === '') return true;
  return posix.dirname(origin.file) === posix.dirname(requestFile);
}

function isNamed({ name, namespace }: LockEntry, request: Request): boolean {
  return name === request.name && namespace === request.namespace;
}

/** Whether a graph from a cluster may stand in for whatever the request asks for; whether it does only its inputs tell. */
export function hasClusterEntry(locks: readonly Lock[], { object }: Resource): boolean {
  const { name, namespace } = refOf(object);
  return locks.some(({ entries }) => {
    return entries.some((entry) => entry.cluster && entry.name === name && entry.namespace === namespace);
  });
}
