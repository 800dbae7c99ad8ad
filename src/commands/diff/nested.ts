import { dirname, join, relative, resolve } from 'node:path';
import { type Finding, findingOf } from '../../errors.ts';
import { isInside, toSlashes } from '../../files/paths.ts';
import { isThere, type Root } from '../../files/root.ts';
import { groupBy } from '../../group-by.ts';
import type { Resource } from '../../krm/resource.ts';

/**
 * Requests that are part of another repository inside of this one, such as a submodule: no revision of this one has them.
 */
export function nestedRequests(
  requests: readonly Resource[],
  root: Root,
): { readonly nested: ReadonlySet<Resource>; readonly findings: readonly Finding[] } {
  const known = new Map<string, string | undefined>();
  const byRepository = groupBy(requests, ({ origin }) =>
    repositoryOf(dirname(resolve(root.cwd, origin.file)), root, known),
  );
  const found = [...byRepository].flatMap(([folder, own]) => (folder === undefined ? [] : [{ folder, own }]));
  return {
    nested: new Set(found.flatMap(({ own }) => own)),
    findings: found.map(({ folder, own }) => skippedFinding(toSlashes(relative(root.cwd, folder)), own.length)),
  };
}

/** The folder below the top that has a repository of its own and holds a folder; undefined where none does. */
function repositoryOf(folder: string, root: Root, known: Map<string, string | undefined>): string | undefined {
  if (folder === root.top || !isInside(folder, root.top)) return undefined;
  if (!known.has(folder)) {
    const isOne = isThere(join(folder, '.git'), root);
    known.set(folder, isOne ? folder : repositoryOf(dirname(folder), root, known));
  }
  return known.get(folder);
}

function skippedFinding(folder: string, count: number): Finding {
  const what = count === 1 ? '1 request is' : `${count} requests are`;
  return findingOf('SUBMODULE_SKIPPED', {
    message: `${folder} is a repository of its own: ${what} not compared`,
    hint: `run dgdr-render diff inside ${folder}`,
  });
}
