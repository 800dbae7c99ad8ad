import { type Finding, findingOf } from '../../errors.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import { entryName, type LockEntry } from '../../lock/lock-entry.ts';
import { UsageError } from '../cli/command.ts';

/** Whether a name of a call means a request, which is named with or without its namespace. */
export function isMeant(wanted: string, { name, namespace }: Pick<LockEntry, 'name' | 'namespace'>): boolean {
  return wanted === name || wanted === entryName({ name, namespace });
}

/** An option that names requests. */
interface Naming {
  /** Without dashes. */
  readonly option: string;
  /** What it names them for, in words that follow the name. */
  readonly purpose: string;
}

/**
 * A finding for each name that means no request.
 * @throws UsageError for a name without a namespace that requests of several have
 */
export function unknownNames(
  wanted: readonly string[],
  requests: readonly Resource[],
  { option, purpose }: Naming,
): Finding[] {
  const known = requests.map(({ object }) => refOf(object));
  const names = [...new Set(known.map(entryName))];
  return wanted.flatMap((name) => {
    const meant = [...new Set(known.filter((ref) => isMeant(name, ref)).map(entryName))];
    if (meant.length > 1) {
      throw new UsageError(`--${option} ${name} fits ${meant.length} requests: say which of ${meant.join(', ')}`);
    }
    return meant.length === 1 ? [] : [unknownName(name, purpose, names)];
  });
}

function unknownName(name: string, purpose: string, known: readonly string[]): Finding {
  return findingOf('INPUT_NOT_FOUND', {
    message: `there is no request ${name} to ${purpose}`,
    hint: known.length === 0 ? 'name the files or folders of the requests' : `known: ${known.join(', ')}`,
  });
}
