import type { Finding } from '../../errors.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Row } from '../../profile/rows/row.ts';
import { toRow } from '../../profile/rows/to-row.ts';
import type { ProfileReport } from '../../render/render.ts';

/** Figures that picks are compared by, in the reference's names: those of a row, latencies in ms. */
const FIGURES = ['tokens/s/gpu', 'tokens/s/user', 'ttft', 'tpot', 'request_latency', 'concurrency'] as const;
export type Figure = (typeof FIGURES)[number];

/** What one engine picked for a request. */
export interface SidePick {
  /** The engine that answered, which is another one where the named one does not have the family. */
  readonly engine: string;
  readonly dataRelease: string;
  /** Mode, backend, layouts, batches, workers and replicas, in one line. */
  readonly words: string;
  readonly gpus: number;
  /** Undefined where it was sized from memory. */
  readonly figures: Readonly<Record<Figure, number>> | undefined;
}

/** A request with what either engine came to. */
export interface PickDifference {
  readonly request: Resource;
  readonly from: SidePick | undefined;
  readonly to: SidePick | undefined;
  /** Whether both picked the same; false where one of them picked nothing. */
  readonly isSame: boolean;
  /** By how much each figure of the second is more, as a share of the first; where both have figures. */
  readonly changes: Readonly<Record<Figure, number>> | undefined;
  /** What is found with one of the engines alone, errors among it. */
  readonly onlyFrom: readonly Finding[];
  readonly onlyTo: readonly Finding[];
}

/** Compares what two engines picked for requests, in their order; a request that neither answers is left out. */
export function diffPicks(requests: readonly Resource[], from: ProfileReport, to: ProfileReport): PickDifference[] {
  const [before, after] = [from, to].map((report) => byRequest(report));
  return requests.flatMap((request): PickDifference[] => {
    const [old, now] = [before?.get(request), after?.get(request)];
    if (old?.pick === undefined && now?.pick === undefined) return [];
    const [onlyFrom, onlyTo] = [without(old?.findings, now?.findings), without(now?.findings, old?.findings)];
    return [{ request, from: old?.pick, to: now?.pick, ...compared(old?.pick, now?.pick), onlyFrom, onlyTo }];
  });
}

/** What is found with both engines, or about requests that neither answers: it does not come from either. */
export function commonFindings(from: ProfileReport, to: ProfileReport): readonly ResourceFinding[] {
  const answered = new Set<About>([...from.profiles, ...to.profiles].map(({ resource }) => resource));
  const known = new Set(from.findings.map(keyOf));
  return to.findings.filter((finding) => {
    const isLost = finding.resource !== undefined && !answered.has(finding.resource);
    return finding.code !== 'ENGINE_NEAR' && (isLost || known.has(keyOf(finding)));
  });
}

interface Answer {
  readonly pick: SidePick | undefined;
  readonly findings: readonly ResourceFinding[];
}

/** What a finding and a profile are about: the same resource. */
type About = Pick<Resource, 'object'>;

function byRequest({ profiles, findings }: ProfileReport): ReadonlyMap<About, Answer> {
  const picks = new Map<About, SidePick>(profiles.map(({ resource, profile }) => [resource, pickOf(profile)]));
  const found = new Map<About, ResourceFinding[]>();
  for (const finding of findings) {
    const { resource, code } = finding;
    if (resource === undefined || code === 'ENGINE_NEAR') continue;
    const own = found.get(resource) ?? [];
    own.push(finding);
    found.set(resource, own);
  }
  const all = new Set([...picks.keys(), ...found.keys()]);
  return new Map(
    [...all].map((resource) => [resource, { pick: picks.get(resource), findings: found.get(resource) ?? [] }]),
  );
}

function keyOf({ code, message, path, origin }: ResourceFinding): string {
  return JSON.stringify([code, message, path, origin]);
}

function without(
  some: readonly ResourceFinding[] = [],
  others: readonly ResourceFinding[] = [],
): readonly ResourceFinding[] {
  const known = new Set(others.map(keyOf));
  return some.filter((finding) => !known.has(keyOf(finding)));
}

function pickOf(profile: Profile): SidePick {
  const { engine, dataRelease, naive } = profile;
  const [first] = profile.picked;
  if (first === undefined) {
    const { replicas = 0, gpusPerWorker = 0 } = naive ?? {};
    const words = `from memory: ${replicas} x ${gpusPerWorker} GPUs`;
    return { engine, dataRelease, words, gpus: replicas * gpusPerWorker, figures: undefined };
  }
  const row = toRow(first);
  const figures = Object.fromEntries(FIGURES.map((name) => [name, Number(row[name])])) as Record<Figure, number>;
  const words = `${first.replicas} x ${profile.backend} ${LAYOUTS[first.candidate.mode](row)}`;
  return { engine, dataRelease, words, gpus: first.replicas * first.replicaGpus, figures };
}

const LAYOUTS = {
  agg: (row: Row) => `agg ${splitOf(row.parallel)} batch ${row.bs}`,
  disagg: (row: Row) =>
    `disagg ${(['(p)', '(d)'] as const)
      .map((role) => `${row[`${role}workers`]} ${splitOf(row[`${role}parallel`])} batch ${row[`${role}bs`]}`)
      .join(' + ')}`,
} as const;

/** A layout without the sizes that are 1, tensor parallelism aside. */
function splitOf(parallel: Row[string] | undefined): string {
  return String(parallel).replace(/(?:pp|dp|etp|ep)1(?!\d)/g, '');
}

function compared(from: SidePick | undefined, to: SidePick | undefined): Pick<PickDifference, 'isSame' | 'changes'> {
  const isSame = from !== undefined && from.words === to?.words;
  const [before, after] = [from?.figures, to?.figures];
  if (before === undefined || after === undefined) return { isSame, changes: undefined };
  const changes = FIGURES.map((name) => [name, after[name] / before[name] - 1] as const);
  return { isSame, changes: Object.fromEntries(changes) as Record<Figure, number> };
}
