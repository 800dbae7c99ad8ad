import { RenderError, RenderErrors } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { LOCAL_CONFIG } from '../krm/annotations.ts';
import { emitYaml } from '../krm/emit-yaml.ts';
import type { Resource } from '../krm/resource.ts';
import { digestOf } from '../request/inputs.ts';
import { IN_OUR_WORDS } from '../request/issue-words.ts';
import { LOCK_ENTRY, type LockEntry } from './lock-entry.ts';

export const LOCK_KIND = 'ProfileLock';
const LOCK_API_VERSION = 'dgdr-render.dev/v1alpha1';

/** A lock that was read. */
export interface Lock {
  readonly resource: Resource;
  readonly entries: readonly LockEntry[];
}

export function isLock({ kind, apiVersion }: JsonObject): boolean {
  return kind === LOCK_KIND && apiVersion === LOCK_API_VERSION;
}

/** Reads a lock. Throws `RenderErrors` with LOCK_INVALID for everything that is not as `emitLock` writes it. */
export function parseLock(resource: Resource): Lock {
  const { requests = [] } = resource.object;
  if (!Array.isArray(requests)) throw invalid(resource, 'requests', 'a list was expected');
  const errors: RenderError[] = [];
  const entries = requests.flatMap((value, i) => {
    const path = `requests[${i}]`;
    const parsed = LOCK_ENTRY.safeParse(value, IN_OUR_WORDS);
    if (!parsed.success) {
      errors.push(...parsed.error.issues.map((issue) => invalid(resource, fieldOf(path, issue.path), issue.message)));
      return [];
    }
    errors.push(...contradictions(parsed.data).map((message) => invalid(resource, path, message)));
    return [parsed.data];
  });
  if (errors.length > 0) throw new RenderErrors(errors);
  return { resource, entries };
}

/** What the shape of an entry does not say: whether its parts belong together. */
function contradictions({ inputs, digest, profile, cluster }: LockEntry): string[] {
  const results = [profile.picked, profile.naive, cluster].filter((result) => result !== undefined);
  return [
    ...(digestOf(inputs) === digest ? [] : ['the inputs are not those of the digest']),
    ...(results.length === 1 ? [] : ['one of profile.picked, profile.naive and cluster was expected']),
  ];
}

function fieldOf(path: string, steps: readonly PropertyKey[]): string {
  return steps.reduce<string>(
    (way, step) => `${way}${typeof step === 'number' ? `[${step}]` : `.${String(step)}`}`,
    path,
  );
}

function invalid(resource: Resource, path: string, reason: string): RenderError {
  return new RenderError('LOCK_INVALID', {
    message: `the lock was edited or merged by hand: ${reason}`,
    path,
    origin: resource.locate(path),
    hint: 'delete the entry and run dgdr-render lock, or take one side of the merge as it is',
  });
}

/**
 * The text of a lock, entries by namespace and name. It is a resource, so that KRM functions see it, and marked
 * local-config, so that nothing applies it.
 */
export function emitLock(entries: readonly LockEntry[]): string {
  const key = ({ namespace = '', name }: LockEntry): string => `${namespace}\n${name}`;
  const requests = [...entries].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return emitYaml({
    apiVersion: LOCK_API_VERSION,
    kind: LOCK_KIND,
    metadata: { name: 'dgdr-lock', annotations: { [LOCAL_CONFIG]: 'true' } },
    requests: requests as unknown as JsonObject[],
  });
}
