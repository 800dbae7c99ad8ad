import { counted } from '../../words.ts';
import { type Cause, INPUT_WORDS } from './causes.ts';
import { CHANGE_KINDS, type ChangeKind, type RequestChange, type Review } from './review.ts';

/** Digits of a commit that are enough for people. */
const SHOWN_DIGITS = 10;
/** Details of a cause that are told. */
const MOST_DETAILS = 5;

/** `main (4c1f9a0b2d)`. */
export function revisionWords({ revision: { name, commit } }: Pick<Review, 'revision'>): string {
  const digits = commit.slice(0, SHOWN_DIGITS);
  return commit.startsWith(name) ? digits : `${name} (${digits})`;
}

export function nameOf({ namespace, name }: Pick<RequestChange, 'namespace' | 'name'>): string {
  return `${namespace ?? 'default'}/${name}`;
}

/** `changed by the request and the lock`. */
export function kindWords({ kind, causes }: Pick<RequestChange, 'kind' | 'causes'>): string {
  const names = causes.map(({ input }) => `the ${INPUT_WORDS[input]}`);
  if (names.length === 0) return kind;
  const [last = '', ...others] = names.reverse();
  return `${kind} by ${others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`}`;
}

/** The details of a cause, as far as they are told. */
export function causeLines({ input, details }: Cause): string[] {
  const shown = details.slice(0, MOST_DETAILS).map((detail) => `${INPUT_WORDS[input]}: ${detail}`);
  const others = details.length - shown.length;
  return others === 0 ? shown : [...shown, `${INPUT_WORDS[input]}: and ${others} more`];
}

/** Why a side has no pick, in a line each; empty where it has one, or nothing was asked. */
export function refusalLines({ before, after }: Pick<RequestChange, 'before' | 'after'>): string[] {
  const sides = [
    ['before', before],
    ['after', after],
  ] as const;
  return sides.flatMap(([side, answer]) => {
    return (answer?.refusals ?? []).map(({ code, message }) => `${side}: ${code}: ${message}`);
  });
}

/** How many requests there are of each kind. */
export function countsOf({ changes, unchanged }: Pick<Review, 'changes' | 'unchanged'>) {
  const count = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
  const [added = 0, removed = 0, changed = 0, moved = 0] = CHANGE_KINDS.map(count);
  const refused = changes.filter(({ refusal }) => refusal !== undefined).length;
  const failed = changes.filter(({ after }) => after?.refusals !== undefined).length;
  return { added, removed, changed, moved, unchanged, refused, failed };
}

/** `2 changed, 1 added, 997 unchanged; the operator refuses 1 update`. */
export function summaryWords(review: Pick<Review, 'changes' | 'unchanged'>): string {
  const { refused, failed, ...kinds } = countsOf(review);
  const { changed, added, removed, moved, unchanged } = kinds;
  const listed = Object.entries({ changed, added, removed, moved, unchanged }).flatMap(([kind, count]) => {
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const words = [listed.length === 0 ? 'no requests' : listed.join(', ')];
  if (failed > 0) words.push(`${failed} cannot be rendered`);
  if (refused > 0) words.push(`the operator refuses ${counted(refused, 'update')}`);
  return words.join('; ');
}
