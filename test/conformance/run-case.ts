import { isDeepStrictEqual } from 'node:util';
import { RenderError, RenderErrors } from '../../src/errors.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import type { Made } from '../../src/graph/made.ts';
import type { JsonObject } from '../../src/json.ts';
import { mergeGraph } from '../../src/merge/merge.ts';
import type { Engine } from '../../src/profile/engines.ts';
import { findArchitecture } from '../../src/profile/models.ts';
import { type Profile, profileRequest } from '../../src/profile/profile.ts';
import type { Compat } from '../../src/request/mends.ts';
import type { Request } from '../../src/request/request.ts';
import { ignoreWarnings } from '../support/warnings.ts';
import { compareProfile } from './compare-profile.ts';
import { differences, readable } from './manifest-difference.ts';
import { toProfileRows } from './profile-rows.ts';
import { type RecordedAnswer, readRecording, readRequest } from './recording.ts';

/**
 * `refused` where we refuse; `missing` where the recording has neither an answer nor a refusal; `foreign` where the engine of
 * the recording does not have the family of the model, so that there is nothing to compare.
 */
export type Outcome = 'answered' | 'refused' | 'missing' | 'foreign';

/** How one recorded case went. */
export interface CaseResult {
  readonly name: string;
  readonly rows: number;
  /** Largest relative difference of a number. */
  readonly worst: number;
  readonly outcome: Outcome;
  readonly isSamePick: boolean;
  readonly isSameManifest: boolean;
  readonly failures: readonly string[];
}

const NOTHING = { rows: 0, worst: 0, isSamePick: false, isSameManifest: false };

/**
 * Renders a recorded request with the engine that it was recorded with, and compares every row, the pick and the manifest
 * with what the reference answered.
 */
export function runCase(folder: string, name: string): CaseResult {
  const { text, engine, answer: recorded, error } = readRecording(folder, name);
  const isRefused = error !== undefined;
  if (isForeign(text, engine)) return { ...NOTHING, name, outcome: 'foreign', failures: [] };
  if (!isRefused && recorded === undefined) {
    return { ...NOTHING, name, outcome: 'missing', failures: ['no recorded answer'] };
  }
  const answer = attempt(() => render(text, engine, 'reference', recorded));
  if (isRefusal(answer)) {
    const failures = isRefused ? [] : [`refused: ${answer.message}`];
    return { ...NOTHING, name, outcome: 'refused', isSamePick: isRefused, isSameManifest: isRefused, failures };
  }
  if (recorded === undefined)
    return { ...NOTHING, name, outcome: 'answered', failures: ['answered, recorded a refusal'] };
  return compareAnswer(name, answer, recorded);
}

function compareAnswer(
  name: string,
  { profile, resources, graph }: Rendered,
  { picks, manifests }: RecordedAnswer,
): CaseResult {
  const { rows, worst, failures } = compareProfile(toProfileRows(profile), picks);
  const isSamePick = !failures.some((failure) => /^(picked|chosen|backend)/.test(failure));
  const documents = [...resources, graph].map(readable);
  const wanted = manifests.map(readable);
  const isSameManifest = isDeepStrictEqual(documents, wanted);
  const places = wanted.flatMap((document, index) => differences(documents[index], document));
  const all = isSameManifest ? failures : [...failures, 'the manifest differs', ...places];
  return { name, rows, worst, outcome: 'answered', isSamePick, isSameManifest, failures: all };
}

/** Whether an engine is asked for a model of a family that it does not have. */
export function isForeign(text: string, engine: Engine): boolean {
  const found = attempt(() => findArchitecture(readRequest(text, 'ours'), engine).family);
  return found !== undefined && !isRefusal(found) && !engine.revision.families.includes(found);
}

/** A request with what the street made of it. */
export interface Rendered {
  readonly request: Request;
  readonly profile: Profile;
  /** What comes before the graph. */
  readonly resources: readonly JsonObject[];
  readonly graph: JsonObject;
}

/** The whole street for the text of one request, as far as a recording goes. @throws RenderError, RenderErrors */
export function render(
  text: string,
  engine: Engine,
  compat: Compat,
  recorded: Pick<RecordedAnswer, 'leavesOutOverride'> = {},
): Rendered {
  const request = asRecorded(readRequest(text, compat), recorded);
  const profile = profileRequest(request, engine, ignoreWarnings);
  return { request, profile, ...finish(request, profile) };
}

/** A request as far as its recorded manifest goes. */
export function asRecorded(
  request: Request,
  { leavesOutOverride = false }: Pick<RecordedAnswer, 'leavesOutOverride'>,
): Request {
  return leavesOutOverride ? { ...request, overrides: { ...request.overrides, dgd: undefined } } : request;
}

/** What a profile is deployed as. @throws RenderError, RenderErrors */
export function finish(request: Request, profile: Profile): Made {
  return mergeGraph(buildGraph(request, profile, ignoreWarnings), { request, profile, warn: ignoreWarnings });
}

/** An expected failure. */
export type Refusal = RenderError | RenderErrors;

/** What `run` gives, or why it refuses; any other error is a bug and goes on. */
export function attempt<T>(run: () => T): T | Refusal {
  try {
    return run();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

/** Whether an answer is a refusal. */
export function isRefusal(answer: unknown): answer is Refusal {
  return answer instanceof RenderError || answer instanceof RenderErrors;
}
