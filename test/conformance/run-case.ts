import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { RenderError, RenderErrors } from '../../src/errors.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { isObject, type JsonObject } from '../../src/json.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import { mergeGraph } from '../../src/merge/merge.ts';
import type { PerfData } from '../../src/perfdb/perfdb.ts';
import { type Profile, profileRequest } from '../../src/profile.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import type { Compat, Request } from '../../src/request/request.ts';
import { comparable } from '../graph/support.ts';
import { compareProfile, type RecordedPicks } from './compare-profile.ts';

/** How one recorded case went. */
export interface CaseResult {
  readonly name: string;
  readonly rows: number;
  readonly worst: number;
  /** `refused` where both refuse; `missing` where the recording has neither an answer nor a refusal. */
  readonly outcome: 'answered' | 'refused' | 'missing';
  readonly isSameManifest: boolean;
  readonly failures: readonly string[];
}

/** Renders a recorded request and compares every row, the pick and the manifest with what the reference answered. */
export function runCase(folder: string, name: string, data: PerfData, compat: Compat = 'reference'): CaseResult {
  const path = (file: string): string => join(folder, name, file);
  const isRefused = existsSync(path('error.txt'));
  if (!isRefused && !(existsSync(path('picks.json')) && existsSync(path('dgd.yaml')))) return missing(name);
  const answer = attempt(() => render(readFileSync(path('dgdr.yaml'), 'utf8'), data, compat));
  if (answer instanceof Error) {
    const failures = isRefused ? [] : [`refused: ${answer.message}`];
    return { name, rows: 0, worst: 0, outcome: 'refused', isSameManifest: isRefused, failures };
  }
  if (isRefused)
    return {
      name,
      rows: 0,
      worst: 0,
      outcome: 'answered',
      isSameManifest: false,
      failures: ['answered, recorded a refusal'],
    };
  const picks = JSON.parse(readFileSync(path('picks.json'), 'utf8')) as RecordedPicks;
  const { rows, worst, failures } = compareProfile(answer.profile, picks);
  const recorded = parseDocument(readFileSync(path('dgd.yaml'), 'utf8')).toJS() as JsonObject;
  const isSameManifest = isDeepStrictEqual(comparable(answer.graph), comparable(recorded));
  return {
    name,
    rows,
    worst,
    outcome: 'answered',
    isSameManifest,
    failures: isSameManifest ? failures : [...failures, 'the manifest differs'],
  };
}

function missing(name: string): CaseResult {
  return { name, rows: 0, worst: 0, outcome: 'missing', isSameManifest: false, failures: ['no recorded answer'] };
}

/** A request with what the street made of it. */
export interface Rendered {
  readonly request: Request;
  readonly profile: Profile;
  readonly graph: JsonObject;
}

/** The whole street for the text of one request. @throws RenderError, RenderErrors */
export function render(text: string, data: PerfData, compat: Compat): Rendered {
  const resource = parseStream(text, { file: 'dgdr.yaml' })[0]?.resource;
  if (!isObject(resource?.object)) throw new Error('no request in dgdr.yaml');
  const request = parseRequest(resource, { compat, target: '1.2' }, () => {});
  const profile = profileRequest(request, data, () => {});
  return {
    request,
    profile,
    graph: mergeGraph(
      buildGraph(request, profile, () => {}),
      request,
      profile,
      () => {},
    ),
  };
}

function attempt<T>(run: () => T): T | RenderError | RenderErrors {
  try {
    return run();
  } catch (error) {
    if (error instanceof RenderError || error instanceof RenderErrors) return error;
    throw error;
  }
}
