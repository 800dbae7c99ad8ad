import type { JsonObject } from '../../src/json.ts';
import type { Engine } from '../../src/profile/engines.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { toRow } from '../../src/profile/rows/to-row.ts';
import type { Request } from '../../src/request/request.ts';
import { BACKENDS } from '../../src/serving.ts';
import type { RecordedPicks } from './compare-profile.ts';
import { withoutContextParallel } from './context-parallel.ts';
import { describePick } from './describe-pick.ts';
import { nullPaths, readable } from './manifest-difference.ts';
import { explainManifest, type ManifestExplanation } from './manifest-mends.ts';
import type { MendContext } from './mends/mend.ts';
import { explainPick, type PickExplanation } from './pick-mends.ts';
import { toPick, toProfileRows } from './profile-rows.ts';
import { type RecordedAnswer, readRecording, readRequest } from './recording.ts';
import { explainAnswer, explainRefusal } from './refusals.ts';
import { asRecorded, attempt, finish, isForeign, isRefusal, type Outcome, type Rendered, render } from './run-case.ts';
import { withNearestRows } from './targets-first.ts';

/** How a recorded case goes by default. */
export interface DefaultResult {
  readonly name: string;
  readonly outcome: Outcome;
  /** Whether the deployed row is the recorded one, or we refuse for the recorded cause, or a mend answers what is refused. */
  readonly isSamePick: boolean;
  /** Rows of docs/deviations.md that explain what differs; names and nulls, which always differ, aside. */
  readonly mends: readonly string[];
  /** What no mend explains. */
  readonly unexplained: readonly string[];
  /** Both picks in a line each, where they differ. */
  readonly picks?: { readonly reference: string; readonly ours: string; readonly reason: string };
}

/** Renders a recorded request by default and explains each difference from the recorded answer by a mend. */
export function compareDefault(folder: string, name: string): DefaultResult {
  const { text, engine, answer: recorded, error } = readRecording(folder, name);
  if (error === undefined && recorded === undefined) {
    return { name, outcome: 'missing', isSamePick: false, mends: [], unexplained: ['no recorded answer'] };
  }
  if (isForeign(text, engine)) return { name, outcome: 'foreign', isSamePick: true, mends: [], unexplained: [] };
  const answer = attempt(() => render(text, engine, 'ours', recorded));
  if (isRefusal(answer)) {
    const found = error === undefined ? lone(`refused: ${answer.message}`) : explainRefusal(answer, error);
    return { name, outcome: 'refused', isSamePick: found.unexplained.length === 0, ...found };
  }
  if (recorded === undefined) {
    const found = explainAnswer(error ?? '');
    return { name, outcome: 'answered', isSamePick: found.unexplained.length === 0, ...found };
  }
  return { name, outcome: 'answered', ...compareAnswers(answer, recorded, engine) };
}

function lone(problem: string): { isSamePick: boolean; mends: string[]; unexplained: string[] } {
  return { isSamePick: false, mends: [], unexplained: [problem] };
}

/** Explains what a default rendering has differently from the recorded answer to the same request. */
export function compareAnswers(
  ours: Rendered,
  recorded: RecordedAnswer,
  engine: Engine,
): Omit<DefaultResult, 'name' | 'outcome'> {
  const reference = readRequest(recorded.text, 'reference');
  const expressible = withoutContextParallel(reference, recorded.picks, engine);
  const tables = withNearestRows(reference, recorded.picks, { tables: expressible, engine });
  const pick = explainPick({
    ...{ request: ours.request, ours: toProfileRows(ours.profile), recorded: recorded.picks },
    ...tables,
  });
  const manifests = pick.isSamePick ? [compareManifests(ours, recorded)] : compareBothPicks(ours, recorded, engine);
  const parts = [pick, ...manifests];
  return {
    isSamePick: pick.isSamePick,
    mends: [...new Set(parts.flatMap(({ mends }) => mends))],
    unexplained: [tables, ...parts].flatMap(({ unexplained }) => unexplained).concat(formProblems(ours)),
    ...(pick.isSamePick ? {} : { picks: bothPicks(ours, recorded, pick) }),
  };
}

function compareManifests(ours: Rendered, { text, manifests }: Omit<RecordedAnswer, 'picks'>): ManifestExplanation {
  return explainManifest(manifests, documentsOf(ours), mendContext(text, ours.request, ours.profile));
}

/**
 * Where the picks differ: the recorded manifest beside our rendering of the recorded pick, and our manifest beside what
 * the reference's rules make of our pick.
 */
function compareBothPicks(ours: Rendered, recorded: RecordedAnswer, engine: Engine): ManifestExplanation[] {
  const { request } = ours;
  const profile = withPick(ours, recorded.picks, engine);
  return [
    labelled('recorded pick', () => compareManifests({ request, profile, ...finish(request, profile) }, recorded)),
    labelled('our pick', () => {
      const reference = finish(asRecorded(readRequest(recorded.text, 'reference'), recorded), ours.profile);
      return compareManifests(ours, { text: recorded.text, manifests: documentsOf(reference) });
    }),
  ];
}

/** What is found, each problem with the label in front; a pick that cannot be rendered is a problem. */
function labelled(label: string, compare: () => ManifestExplanation): ManifestExplanation {
  const found = attempt(compare);
  const { mends, unexplained } = isRefusal(found) ? lone(`refused: ${found.message}`) : found;
  return { mends, unexplained: unexplained.map((problem) => `${label}: ${problem}`) };
}

function withPick({ request, profile }: Rendered, recorded: RecordedPicks, { revision }: Engine): Profile {
  const { picked, chosen_exp, resolved_backend } = recorded;
  const chosen = (['agg', 'disagg'] as const).find((mode) => mode === chosen_exp);
  const backend = BACKENDS.find((name) => name === resolved_backend);
  if (chosen === undefined || backend === undefined)
    throw new Error(`${chosen_exp} with ${resolved_backend} is recorded`);
  return { ...profile, chosen, backend, picked: picked.map((row) => toPick(row, request, revision.matching)) };
}

/** What the mends look at beside the documents, for a manifest of `profile`'s pick. */
export function mendContext(text: string, request: Request, profile: Profile): MendContext {
  const generated = (): JsonObject[] => {
    const reference = readRequest(text, 'reference');
    const bare = { ...reference, overrides: { ...reference.overrides, dgd: undefined } };
    return documentsOf(finish(bare, profile)).map(readable);
  };
  return { request, profile, generated };
}

/** Everything that is applied, the graph last. */
export function documentsOf({ resources, graph }: Pick<Rendered, 'resources' | 'graph'>): readonly JsonObject[] {
  return [...resources, graph];
}

/** Names and nulls, which differ in every answer, follow rules of their own. */
function formProblems({ request, graph }: Rendered): string[] {
  const given = Object(Object(request.overrides.dgd).metadata).name;
  const [name, wanted] = [Object(graph.metadata).name, given || `${request.name}-dgd`];
  const problems = nullPaths(graph).map((path) => `${path}: null`);
  return name === wanted ? problems : [`metadata.name: ${name}, expected ${wanted}`, ...problems];
}

function bothPicks(ours: Rendered, { picks, manifests }: RecordedAnswer, { reasons }: PickExplanation) {
  const { profile, graph } = ours;
  return {
    reference: describePick(picks.chosen_exp, picks.resolved_backend, picks.picked[0], manifests.at(-1)!),
    ours: describePick(profile.chosen, profile.backend, profile.picked.map(toRow)[0], graph),
    reason: reasons.join('; '),
  };
}
