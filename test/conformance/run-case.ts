import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { REVISIONS } from '../../src/engine/revisions.ts';
import { RenderError, RenderErrors } from '../../src/errors.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import type { Made } from '../../src/graph/made.ts';
import type { JsonObject } from '../../src/json.ts';
import { isObject } from '../../src/json.ts';
import { mergeGraph } from '../../src/merge/merge.ts';
import { type Engine, openEngines } from '../../src/profile/engines.ts';
import { type Profile, profileRequest } from '../../src/profile/profile.ts';
import type { Compat } from '../../src/request/mends.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import type { Request } from '../../src/request/request.ts';
import { comparable, parseDocuments } from '../support/documents.ts';
import { makeResource } from '../support/requests.ts';
import { ignoreWarnings } from '../support/warnings.ts';
import { compareProfile, type RecordedPicks } from './compare-profile.ts';
import { toProfileRows } from './profile-rows.ts';

/** How one recorded case went. */
export interface CaseResult {
  readonly name: string;
  readonly rows: number;
  /** Largest relative difference of a number. */
  readonly worst: number;
  /** `refused` where we refuse; `missing` where the recording has neither an answer nor a refusal. */
  readonly outcome: 'answered' | 'refused' | 'missing';
  readonly isSamePick: boolean;
  readonly isSameManifest: boolean;
  readonly failures: readonly string[];
}

const NOTHING = { rows: 0, worst: 0, isSamePick: false, isSameManifest: false };

const engines = openEngines();

/** The engine that a recording was made with, by its `origin.yaml`; recordings that do not say are of the first one. */
export function recordedEngine(folder: string, name: string): Engine {
  const path = join(folder, name, 'origin.yaml');
  const origin: unknown = existsSync(path) ? parse(readFileSync(path, 'utf8')) : {};
  const engine = isObject(origin) ? (origin.engine ?? '0.10') : undefined;
  const known = Object.values(REVISIONS).find((revision) => revision.name === engine);
  if (known === undefined) throw new Error(`${path} names the engine ${String(engine)}, which there is not`);
  return engines(known.name);
}

/**
 * Renders a recorded request with the engine that it was recorded with, and compares every row, the pick and the manifest
 * with what the reference answered.
 */
export function runCase(folder: string, name: string): CaseResult {
  const path = (file: string): string => join(folder, name, file);
  const read = (file: string): string => readFileSync(path(file), 'utf8');
  const isRefused = existsSync(path('error.txt'));
  if (!isRefused && !(existsSync(path('picks.json')) && existsSync(path('dgd.yaml')))) {
    return { ...NOTHING, name, outcome: 'missing', failures: ['no recorded answer'] };
  }
  const answer = attempt(() => render(read('dgdr.yaml'), recordedEngine(folder, name), 'reference'));
  if (isRefusal(answer)) {
    const failures = isRefused ? [] : [`refused: ${answer.message}`];
    return { ...NOTHING, name, outcome: 'refused', isSamePick: isRefused, isSameManifest: isRefused, failures };
  }
  if (isRefused) return { ...NOTHING, name, outcome: 'answered', failures: ['answered, recorded a refusal'] };
  return compareAnswer(name, answer, JSON.parse(read('picks.json')) as RecordedPicks, parseDocuments(read('dgd.yaml')));
}

function compareAnswer(
  name: string,
  { profile, resources, graph }: Rendered,
  picks: RecordedPicks,
  manifests: readonly JsonObject[],
): CaseResult {
  const { rows, worst, failures } = compareProfile(toProfileRows(profile), picks);
  const isSamePick = !failures.some((failure) => /^(picked|chosen|backend)/.test(failure));
  const isSameManifest = isDeepStrictEqual([...resources, graph].map(comparable), manifests.map(comparable));
  const all = isSameManifest ? failures : [...failures, 'the manifest differs'];
  return { name, rows, worst, outcome: 'answered', isSamePick, isSameManifest, failures: all };
}

/** A request with what the street made of it. */
export interface Rendered {
  readonly request: Request;
  readonly profile: Profile;
  /** What comes before the graph. */
  readonly resources: readonly JsonObject[];
  readonly graph: JsonObject;
}

/** The whole street for the text of one request. @throws RenderError, RenderErrors */
export function render(text: string, engine: Engine, compat: Compat): Rendered {
  const request = readRequest(text, compat);
  const profile = profileRequest(request, engine, ignoreWarnings);
  return { request, profile, ...finish(request, profile) };
}

/** The request of a text, for the release that the recordings were made for. @throws RenderError, RenderErrors */
export function readRequest(text: string, compat: Compat): Request {
  return parseRequest(makeResource(text, 'dgdr.yaml'), { compat, target: '1.2' }, ignoreWarnings);
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
