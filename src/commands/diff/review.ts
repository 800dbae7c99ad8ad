import { type Finding, findingOf } from '../../errors.ts';
import { identityOf, refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import type { RenderedGraph } from '../../render/render.ts';
import type { Context } from '../cli/context.ts';
import { checkAt, type FormerGraph, folderOf } from '../files/against.ts';
import type { Store } from '../files/store.ts';
import { type Revision, shownAt } from '../git/revision.ts';
import { type Answer, type Answers, answersOf } from './answers.ts';
import { type Cause, causesOf } from './causes.ts';
import { formerFiles, graphCauses } from './graph-changes.ts';
import { pairRequests, type RequestPair } from './request-pairs.ts';
import { sameGround } from './same-ground.ts';
import { failuresIn, type Side } from './side.ts';
import { standingOf } from './standing.ts';

export const CHANGE_KINDS = ['added', 'removed', 'changed', 'moved'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What becomes of a request. */
export interface RequestChange {
  readonly kind: ChangeKind;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Where it stands, from the working directory; of a request that went, where it stood. */
  readonly file: string;
  /** Where it stood, if that is another file. */
  readonly previousFile: string | undefined;
  /** Empty of what came, went or only moved. */
  readonly causes: readonly Cause[];
  /** Undefined of what came, and of what only moved. */
  readonly before: Answer | undefined;
  /** Undefined of what went, and of what only moved. */
  readonly after: Answer | undefined;
  /** Why the operator refuses the update of the graph under its name; undefined where it takes it. */
  readonly refusal: Finding | undefined;
}

/** What the requests of a work tree change against a revision. */
export interface Review {
  readonly revision: Pick<Revision, 'name' | 'commit'>;
  /** Paths of the call. */
  readonly patterns: readonly string[];
  /** In the order of the requests after, what went last. */
  readonly changes: readonly RequestChange[];
  /** How many requests are as they were; they are not profiled. */
  readonly unchanged: number;
  readonly findings: readonly ResourceFinding[];
}

interface Reviewing {
  readonly revision: Revision;
  readonly patterns: readonly string[];
  readonly before: Side;
  readonly after: Side;
  readonly store: Store;
  readonly context: Context;
  readonly jobs: number | undefined;
}

/** A pair with what differs, before anything is profiled. */
interface Differing extends RequestPair {
  readonly kind: ChangeKind;
  readonly causes: readonly Cause[];
}

/** Compares two sides. Only requests that came, went or changed are profiled. */
export async function review(reviewing: Reviewing): Promise<Review> {
  const { revision, patterns, before, after, store, context, jobs } = reviewing;
  const pairs = pairRequests(before.requests, after.requests);
  const differing = differingOf(pairs, reviewing);
  const profiled = differing.filter(({ kind }) => kind !== 'moved');
  const answers = await answersOf(
    { before: requestsOf(profiled, 'before'), after: requestsOf(profiled, 'after') },
    { before, after, revision, context, jobs },
  );
  const kept = { graphs: answers.after.graphs, store, root: after.root };
  const former = formerGraphs(answers.before.graphs, differing, reviewing);
  const refused = checkAt(formerFiles(before.root, revision), kept, former);
  const changes = differing.map((one) => toChange(one, { answers, refused }));
  const findings = [...after.findings, ...answers.findings, ...refused, ...differing.flatMap(movedFinding)];
  return { revision, patterns, changes, unchanged: pairs.length - differing.length, findings };
}

function differingOf(pairs: readonly RequestPair[], { before, after, store }: Reviewing): Differing[] {
  const folders = new Set(
    pairs.flatMap((pair) => pair.after?.origin.file ?? []).map((file) => folderOf(store, file, after.root)),
  );
  const causesOfGraph = graphCauses(folders, { before: before.root, after: after.root });
  const isSame = sameGround(before, after);
  return pairs.flatMap((pair): Differing[] => {
    if (pair.before === undefined || pair.after === undefined)
      return [{ ...pair, kind: onesided(pair, { before, after }), causes: [] }];
    const ofGraph = causesOfGraph(pair.after);
    if (ofGraph.length === 0 && isSame(pair.before, pair.after)) return [];
    const both = { before: standingOf(pair.before, before), after: standingOf(pair.after, after) };
    if (both.before.digest !== both.after.digest) {
      // A graph changes with its request; what else it says is who rendered it.
      const releases = ofGraph.filter(({ input }) => input === 'release');
      return [{ ...pair, kind: 'changed', causes: [...causesOf(both, { before, after }), ...releases] }];
    }
    if (ofGraph.length > 0) return [{ ...pair, kind: 'changed', causes: ofGraph }];
    return pair.before.origin.file === pair.after.origin.file ? [] : [{ ...pair, kind: 'moved', causes: [] }];
  });
}

/** Of a file that cannot be read on the other side nobody knows whether the request is there too. */
function onesided(pair: RequestPair, { before, after }: Pick<Reviewing, 'before' | 'after'>): ChangeKind {
  const [request, other, kind] =
    pair.before === undefined ? [pair.after, before, 'added' as const] : [pair.before, after, 'removed' as const];
  return failuresIn(request?.origin.file ?? '', other).length > 0 ? 'changed' : kind;
}

function requestsOf(differing: readonly Differing[], side: keyof RequestPair): Resource[] {
  return differing.flatMap((one) => one[side] ?? []);
}

/**
 * Graphs of a revision that are not committed in it, with the folder where they would be: of a request that moved the one to
 * which it did, since it is one and the same graph in the cluster.
 */
function formerGraphs(
  graphs: readonly RenderedGraph[],
  differing: readonly Differing[],
  { revision, store, after: { root } }: Reviewing,
): FormerGraph[] {
  const moved = new Map(
    differing.map(({ before, after }) => [before && placeOf(before, before.origin.file), after?.origin.file]),
  );
  return graphs.map(({ graph: object, request }) => {
    const file = request.origin.file.slice(shownAt(revision, '').length);
    return { object, origin: request.origin, folder: folderOf(store, moved.get(placeOf(request, file)) ?? file, root) };
  });
}

function placeOf({ object }: Pick<Resource, 'object'>, file: string): string {
  return `${file}\n${identityOf(object)}`;
}

interface Found {
  readonly answers: Answers;
  readonly refused: readonly ResourceFinding[];
}

function toChange({ kind, before, after, causes }: Differing, { answers, refused }: Found): RequestChange {
  const request = (after ?? before)!;
  const { name, namespace } = refOf(request.object);
  const { file } = request.origin;
  const previousFile = before !== undefined && before.origin.file !== file ? before.origin.file : undefined;
  const refusal = refused.find(({ code, resource }) => code === 'TOPOLOGY_CHANGED' && resource === after);
  const known = { kind, name, namespace, file, previousFile, causes, refusal };
  if (kind === 'moved') return { ...known, before: undefined, after: undefined };
  return { ...known, before: answers.before.of(before, file), after: answers.after.of(after, file) };
}

function movedFinding({ before, after }: Differing): ResourceFinding[] {
  if (before === undefined || after === undefined || before.origin.file === after.origin.file) return [];
  const origin = after.locate('metadata.name');
  return [findingOf('REQUEST_MOVED', { message: `it stood in ${before.origin.file}`, origin, resource: after })];
}
