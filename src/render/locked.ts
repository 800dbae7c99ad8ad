import { findingOf, RenderError, type Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { ResourceFinding } from '../krm/results.ts';
import { findEntry, inputsOf, type LockInputs, withTake } from '../lock/find-entry.ts';
import type { LockEntry } from '../lock/lock-entry.ts';
import type { Lock } from '../lock/lock-file.ts';
import { fromLocked } from '../lock/locked-profile.ts';
import { answeredBy } from '../profile/engine-words.ts';
import type { RecordedProfile } from '../profile/remember.ts';
import { FIRST } from '../request/inputs.ts';
import type { RankedRow, Request } from '../request/request.ts';
import { VERSION } from '../version.ts';
import { objectChanges } from './compare/changes.ts';

/** The locks that a rendering goes by. */
export interface LockOptions {
  readonly locks: readonly Lock[];
  /**
   * What becomes of a request without an entry for its inputs: picked anew, with a warning LOCK_STALE or LOCK_MISSING
   * where there is a lock at all (`warn`) or without a word (`pick`); or an error LOCK_FROZEN (`fail`).
   */
  readonly whenUnlocked: 'warn' | 'fail' | 'pick';
  /** Whether locks are being made: graphs then come with the entry to keep, and used locks are not told of. */
  readonly isLocking: boolean;
  /** Requests that are picked anew although there may be an entry. */
  readonly isRenewed?: (request: Request) => boolean;
  /** The row that is to be taken of a request. */
  readonly takeOf?: (request: Request) => RankedRow | undefined;
}

/** Differences of inputs that a message lists. */
const MOST_CHANGES = 4;
/** Inputs that say which engine answers, over which data. */
const ANSWERING = ['engine', 'data'];
/** Input that is a digest, which tells people nothing. */
const SPEC_DIGEST = 'spec';
/** What makes or mends an entry. */
const LOCK_HINT = 'run dgdr-render lock and commit what it writes';

/** The entry that a request is rendered from, and the lock that holds it. */
export interface LockedResult {
  readonly lock: Lock;
  readonly entry: LockEntry;
}

/** The entry that holds for a request; undefined where it is to be picked anew. Throws LOCK_FROZEN. */
export function lockedResult(
  request: Request,
  inputs: LockInputs,
  { locks, whenUnlocked, isRenewed }: LockOptions,
  warn: Warn,
): LockedResult | undefined {
  if (isRenewed?.(request)) return undefined;
  const answer = findEntry(locks, request, inputs);
  if (answer.kind === 'locked') return answer;
  if (whenUnlocked === 'pick') return undefined;
  const why = answer.kind === 'stale' ? staleWords(answer, inputs) : 'there is no lock entry for the request';
  const place = { path: 'metadata.name', origin: request.locate('metadata.name'), hint: LOCK_HINT };
  if (whenUnlocked === 'fail')
    throw new RenderError('LOCK_FROZEN', { ...place, message: `${why}, and none may be made` });
  const code = { stale: 'LOCK_STALE', missing: 'LOCK_MISSING', unlocked: undefined } as const;
  const warning = code[answer.kind];
  if (warning !== undefined) warn(warning, { ...place, message: `${why}: picked anew` });
  return undefined;
}

/** What an entry keeps for a request; the GPUs of a node are figures of the engine, which no entry has. */
export function recordedIn(
  { entry }: LockedResult,
  { hardware }: Request,
  nodeGpus: number | undefined,
): RecordedProfile {
  return { profile: { ...fromLocked(entry, hardware.totalGpus), nodeGpus }, warnings: entry.warnings ?? [] };
}

/** One finding of severity info for each lock that was used. */
export function usedLocks(results: readonly LockedResult[]): ResourceFinding[] {
  const used = new Map<Lock, LockEntry[]>();
  for (const { lock, entry } of results)
    used
      .set(lock, used.get(lock) ?? [])
      .get(lock)
      ?.push(entry);
  return [...used].map(([{ resource }, entries]) => {
    const releases = [
      ...new Set(
        entries.map(
          ({ engine, data, profile }) =>
            `${engine}, ${answeredBy({ engine: profile.engine ?? FIRST.engine, dataRelease: data })}`,
        ),
      ),
    ].sort();
    const what = entries.length === 1 ? '1 request is' : `${entries.length} requests are`;
    return findingOf('LOCK_USED', {
      message: `${what} rendered as locked with ${releases.join('; ')}; this is dgdr-render ${VERSION}`,
      origin: resource.origin,
      resource,
    });
  });
}

function staleWords({ entry }: { readonly entry: LockEntry }, inputs: LockInputs): string {
  const wanted = withTake(inputs[inputsOf(entry)], entry);
  const differing = objectChanges(entry.inputs, wanted).filter(({ path }) => !ANSWERING.includes(path));
  const changes = differing.map(({ path, text }) => (path === SPEC_DIGEST ? 'another spec' : `${path} ${text}`));
  const [before, after] = [engineOf(entry.inputs), engineOf(wanted)];
  if (before !== after) changes.unshift(`it was picked by ${before}, and the target's picks are made by ${after}`);
  const more = changes.length > MOST_CHANGES ? `, and ${changes.length - MOST_CHANGES} more` : '';
  const taken = entry.inputs.take === undefined ? '' : `; the row ${String(entry.inputs.take)} that was taken is left`;
  return `the lock holds for other inputs (${changes.slice(0, MOST_CHANGES).join(', ')}${more})${taken}`;
}

/** Which engine, over which data, inputs are for; those that do not say were written when there was one. */
function engineOf({ engine = FIRST.engine, data = FIRST.data }: JsonObject): string {
  return `engine ${engine} over data ${data}`;
}
