import { posix } from 'node:path';
import { namesIn } from '../../files/find-files.ts';
import { readFile } from '../../files/read-file.ts';
import { lookAt, type Root } from '../../files/root.ts';
import { annotationsOf } from '../../krm/annotations.ts';
import { identityOf } from '../../krm/identity.ts';
import { STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import type { Resource } from '../../krm/resource.ts';
import { ENGINE, SOURCE } from '../../outputs/mark.ts';
import { objectChanges } from '../../render/compare/changes.ts';
import { profileLine, whyChanged } from '../../render/compare/provenance.ts';
import type { PreviousGraph } from '../../render/compare/stable.ts';
import { rethrowBugs } from '../cli/to-findings.ts';
import { type FormerFiles, graphsOf, isYaml } from '../files/against.ts';
import { type Revision, shownAt } from '../git/revision.ts';
import type { Cause } from './causes.ts';

/** Where graphs are kept, before and after. */
interface Roots {
  readonly before: Root;
  readonly after: Root;
}

/** Changes of a graph that are told of. */
const MOST_DETAILS = 4;

/**
 * What the committed graphs of some folders say of why they differ, by the request that each was rendered from: another
 * release, or whatever else changes a graph whose request is as it was. Only files that differ are parsed.
 */
export function graphCauses(folders: Iterable<string>, roots: Roots): (request: Resource) => Cause[] {
  const causes = new Map<string, Cause>();
  for (const folder of folders) {
    for (const [source, cause] of causesIn(folder, roots)) causes.set(source, cause);
  }
  return ({ source, origin }) => {
    const cause = causes.get(`${source}#${origin.index}`);
    return cause === undefined ? [] : [cause];
  };
}

function causesIn(folder: string, { before, after }: Roots): [source: string, cause: Cause][] {
  return namesIn(folder, before)
    .filter(isYaml)
    .flatMap((name) => {
      const file = posix.join(folder, name);
      const [older, newer] = [bytesOf(file, before), bytesOf(file, after)];
      if (older === undefined || newer === undefined || older.equals(newer)) return [];
      const next = new Map(marked(newer, file, after).map(({ object }) => [identityOf(object), object]));
      return marked(older, file, before).flatMap(({ object }): [string, Cause][] => {
        const other = next.get(identityOf(object));
        const source = other && annotationsOf(other)[SOURCE];
        return other === undefined || source === undefined ? [] : [[source, causeOf(object, other)]];
      });
    });
}

function causeOf(before: PreviousGraph['object'], after: PreviousGraph['object']): Cause {
  const [older, newer] = [profileLine(before), profileLine(after)];
  const picked = older === newer ? [] : [`picked: ${older} -> ${newer}`];
  if (annotationsOf(before)[ENGINE] !== annotationsOf(after)[ENGINE]) {
    return { input: 'release', details: [whyChanged(before, after), ...picked] };
  }
  const changes = objectChanges(before, after).filter(({ path }) => !path.startsWith('metadata.annotations.'));
  const details = changes.slice(0, MOST_DETAILS).map(({ path, text }) => `${path}: ${text}`);
  return { input: 'graph', details: [...details, ...picked] };
}

/** Graphs that this tool rendered; a file that cannot be read says nothing, and is told of where it is committed. */
function marked(bytes: Buffer, file: string, root: Root): PreviousGraph[] {
  try {
    return graphsOf(bytes, { shown: file }, root).filter(({ object }) => annotationsOf(object)[ENGINE] !== undefined);
  } catch (error) {
    rethrowBugs(error);
    return [];
  }
}

/** The files of a copy of a revision. */
export function formerFiles(copy: Root, revision: Pick<Revision, 'name'>): FormerFiles {
  return (folder) => {
    const files = namesIn(folder, copy)
      .filter(isYaml)
      .map((name) => posix.join(folder, name));
    return files.flatMap((file) => {
      const bytes = bytesOf(file, copy);
      return bytes === undefined ? [] : [{ shown: shownAt(revision, file), bytes }];
    });
  };
}

function bytesOf(file: string, root: Root): Buffer | undefined {
  try {
    const { path } = lookAt(file, root);
    return path && readFile(path, STREAM_LIMITS.bytes)?.bytes;
  } catch (error) {
    rethrowBugs(error);
    return undefined;
  }
}
