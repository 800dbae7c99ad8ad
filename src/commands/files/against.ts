import { basename, dirname, join } from 'node:path';
import { toSlashes } from '../../files/paths.ts';
import type { Root } from '../../files/root.ts';
import { groupBy } from '../../group-by.ts';
import { GRAPH_KIND } from '../../kinds.ts';
import { identityOf, refOf } from '../../krm/identity.ts';
import { decodeUtf8, parseStream } from '../../krm/parse-yaml.ts';
import { GRAPH_FILE_LIMITS, openList } from '../../krm/read-wanted.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { isGraph } from '../../outputs/graph.ts';
import { checkStable, type PreviousGraph } from '../../render/compare/stable.ts';
import type { RenderedGraph } from '../../render/render.ts';
import { type Arguments, type OptionTable, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { toFindings } from '../cli/to-findings.ts';
import { atTop, type Revision, shownAt, withRevision } from '../git/revision.ts';
import { STDIN } from '../read/read-input.ts';
import { displayName, type Store } from './store.ts';

/** Option of the commands that hold graphs against a committed rendering. */
export const AGAINST_OPTION = {
  against: {
    type: 'string',
    value: 'REF',
    help: 'Git revision whose committed graphs run: changes that the operator refuses are errors',
  },
} as const satisfies OptionTable;

/** The rendering that is compared, and where it is kept. */
interface Kept {
  readonly graphs: readonly RenderedGraph[];
  readonly store: Store;
  readonly root: Root;
}

/**
 * What the operator would refuse of the way from the graphs that are committed at a revision to those that are rendered:
 * folder by folder, in whichever file of it a graph stood. Throws where the revision cannot be read.
 */
export async function checkAgainst(
  args: Arguments,
  { graphs, store, root }: Kept,
  context: Context,
): Promise<ResourceFinding[]> {
  const name = args.text('against');
  if (name !== undefined && args.positionals.includes(STDIN)) {
    throw new UsageError('--against cannot be combined with - (stdin)');
  }
  if (name === undefined) return [];
  return withRevision(name, { root, env: context.env }, async (revision) => {
    return revision === undefined ? [] : checkAt(filesOf(revision), { graphs, store, root });
  });
}

/** YAML files right in a folder at a revision, by their names in findings. `folder` is relative to the working directory. */
export type FormerFiles = (folder: string) => readonly { readonly shown: string; readonly bytes: Buffer }[];

function filesOf(revision: Revision): FormerFiles {
  return (folder) => {
    const files = revision.filesIn(atTop(revision, folder)).filter(({ path }) => isYaml(path));
    const contents = revision.read(files);
    return files.map(({ path }, i) => {
      const file = toSlashes(join(folder, basename(path)));
      return { shown: shownAt(revision, file), bytes: contents[i]! };
    });
  };
}

export function isYaml(name: string): boolean {
  return /\.ya?ml$/.test(name);
}

/** A graph that a request of a revision renders to, and the folder where it would be kept. */
export interface FormerGraph extends PreviousGraph {
  readonly folder: string;
}

/** The same for the files of a revision; `former` are graphs in the place of those that are not committed there. */
export function checkAt(
  files: FormerFiles,
  { graphs, store, root }: Kept,
  former: readonly FormerGraph[] = [],
): ResourceFinding[] {
  const byFolder = groupBy(graphs, ({ request: { origin } }) => folderOf(store, origin.file, root));
  return [...byFolder].flatMap(([folder, own]) => {
    const names = new Set(own.map(({ graph }) => refOf(graph).name));
    const { committed, findings } = graphsIn(files(folder), names, root);
    const known = new Set(committed.map(({ object }) => identityOf(object)));
    const others = former.filter((one) => one.folder === folder && !known.has(identityOf(one.object)));
    return [...findings, ...checkStable(own, [...committed, ...others])];
  });
}

/** The folder in which the graph of a request file is kept. */
export function folderOf(store: Store, requestFile: string, root: Root): string {
  return store.scopeOf === undefined ? displayName(store, '.', root) : dirname(requestFile);
}

interface Committed {
  readonly committed: readonly PreviousGraph[];
  readonly findings: readonly ResourceFinding[];
}

/** The graphs of some names among files. What cannot be read there now stands in no way of what is to come. */
function graphsIn(files: ReturnType<FormerFiles>, names: ReadonlySet<string>, root: Root): Committed {
  const all = files.map(({ shown, bytes }): Committed => {
    try {
      return { committed: graphsOf(bytes, { shown, mentions: mentionOf(names) }, root), findings: [] };
    } catch (error) {
      return { committed: [], findings: toFindings(error).filter(({ code }) => code === 'INPUT_TOO_LARGE') };
    }
  });
  return { committed: all.flatMap((one) => one.committed), findings: all.flatMap(({ findings }) => findings) };
}

/** Whether a text may have a graph of one of the names; YAML can spell them otherwise with backslashes alone. */
function mentionOf(names: ReadonlySet<string>): (text: string) => boolean {
  return (text) => {
    if (!text.includes(GRAPH_KIND)) return false;
    return text.includes('\\') || (text.match(/[a-z0-9][-.a-z0-9]*/g) ?? []).some((word) => names.has(word));
  };
}

/** What a file is called in messages, and which of its documents are read at all. */
interface GraphFile {
  readonly shown: string;
  readonly mentions?: (text: string) => boolean;
}

/** The graphs among the bytes of a file. Throws what is wrong with them. */
export function graphsOf(bytes: Buffer, { shown, mentions }: GraphFile, { budget }: Root): PreviousGraph[] {
  if (!bytes.includes(GRAPH_KIND)) return [];
  const options = { file: shown, limits: GRAPH_FILE_LIMITS, mustMention: mentions ?? GRAPH_KIND, budget };
  return parseStream(decodeUtf8(bytes, shown, budget), options)
    .flatMap((document) => openList(document, isGraph))
    .flatMap(({ resource }) => (resource !== undefined && isGraph(resource.object) ? [resource] : []))
    .map(({ object, origin }) => ({ object, origin }));
}
