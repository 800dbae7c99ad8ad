import { dirname, join } from 'node:path';
import { toSlashes } from '../../files/paths.ts';
import type { Root } from '../../files/root.ts';
import { groupBy } from '../../group-by.ts';
import { GRAPH_KIND } from '../../kinds.ts';
import { decodeUtf8, parseStream } from '../../krm/parse-yaml.ts';
import { GRAPH_FILE_LIMITS, openList } from '../../krm/read-wanted.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { isGraph } from '../../outputs/graph.ts';
import { checkStable, type PreviousGraph } from '../../render/compare/stable.ts';
import type { RenderedGraph } from '../../render/render.ts';
import { type Arguments, type OptionTable, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { toFindings } from '../cli/to-findings.ts';
import { openRevision, type Revision } from '../read/git.ts';
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
export function checkAgainst(args: Arguments, { graphs, store, root }: Kept, context: Context): ResourceFinding[] {
  const name = args.text('against');
  if (name !== undefined && args.positionals.includes(STDIN)) {
    throw new UsageError('--against cannot be combined with - (stdin)');
  }
  const revision = name === undefined ? undefined : openRevision(name, context);
  if (revision === undefined) return [];
  const byFolder = groupBy(graphs, ({ request: { origin } }) => {
    return store.scopeOf === undefined ? displayName(store, '.', root) : dirname(origin.file);
  });
  return [...byFolder].flatMap(([folder, own]) => {
    const { committed, findings } = graphsIn(folder, revision, root);
    return [...findings, ...checkStable(own, committed)];
  });
}

interface Committed {
  readonly committed: readonly PreviousGraph[];
  readonly findings: readonly ResourceFinding[];
}

/** The graphs of a folder at a revision. What cannot be read there now stands in no way of what is to come. */
function graphsIn(folder: string, revision: Revision, root: Root): Committed {
  const files = revision.filesIn(folder).filter((name) => /\.ya?ml$/.test(name));
  const all = files.map((name): Committed => {
    const file = toSlashes(join(folder, name));
    try {
      return { committed: graphsOf(file, revision, root), findings: [] };
    } catch (error) {
      return { committed: [], findings: toFindings(error).filter(({ code }) => code === 'INPUT_TOO_LARGE') };
    }
  });
  return { committed: all.flatMap((one) => one.committed), findings: all.flatMap(({ findings }) => findings) };
}

function graphsOf(file: string, revision: Revision, { budget }: Root): PreviousGraph[] {
  const bytes = revision.read(file);
  if (bytes?.includes(GRAPH_KIND) !== true) return [];
  const shown = `${revision.name}:${file}`;
  const options = { file: shown, limits: GRAPH_FILE_LIMITS, mustMention: GRAPH_KIND, budget };
  return parseStream(decodeUtf8(bytes, shown, budget), options)
    .flatMap((document) => openList(document, isGraph))
    .flatMap(({ resource }) => (resource !== undefined && isGraph(resource.object) ? [resource] : []))
    .map(({ object, origin }) => ({ object, origin }));
}
