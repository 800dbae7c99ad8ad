import { type ErrorCode, type Origin, RenderError, RenderErrors, type Warn } from '../errors.ts';
import { OTHER_MODE } from '../serving.ts';
import type { AskedRequest } from './answering.ts';
import type { Profile } from './profile.ts';
import { type ProfileWarning, type RecordedProfile, recordProfile } from './remember.ts';
import type { SuppliedModels } from './supplied-models.ts';

/** A request to be profiled, in plain values, so that another thread can do it. */
export interface ProfileJob {
  /** Jobs of one id have one answer. */
  readonly id: string;
  /** Jobs of one name read the same measured tables. */
  readonly tables: string;
  /** Jobs of one name differ in what sweeps are filtered and ranked by alone. */
  readonly sweeps: string;
  /** How many backends are swept for it, which takes nearly all of its time. */
  readonly sweptBackends: number;
  readonly request: Omit<AskedRequest, 'locate'>;
  /** What is said of models. */
  readonly models: SuppliedModels;
}

/** An expected failure without its place, which differs between requests with one answer. */
interface Failure extends Omit<ProfileWarning, 'code'> {
  readonly code: ErrorCode;
  /** The field that it stands at, if it names a place itself. */
  readonly place: string | undefined;
}

/** What a job came to, in plain values. */
export type ProfileAnswer = RecordedProfile | { readonly failures: readonly Failure[] };

/** How much of a profile is wanted: `all`, or what graphs and locks are made of, without tables and reasons. */
export type ProfileExtent = 'all' | 'graph';

/** Profiles and gives the answer, expected failures among them. What is a bug is thrown. */
export function answerJob(
  profile: (request: AskedRequest, warn: Warn) => Profile,
  request: ProfileJob['request'],
  extent: ProfileExtent,
): ProfileAnswer {
  try {
    const recorded = recordProfile(profile, { ...request, locate: placeOf });
    return extent === 'all' ? recorded : { ...recorded, profile: forGraph(recorded.profile) };
  } catch (error) {
    const errors = error instanceof RenderErrors ? error.errors : [error];
    return { failures: errors.map(toFailure) };
  }
}

/** The recorded profile of an answer to a request. @throws RenderErrors what the job failed with, at the request's lines */
export function recordedOf(answer: ProfileAnswer, { locate }: Pick<AskedRequest, 'locate'>): RecordedProfile {
  if (!('failures' in answer)) return answer;
  throw new RenderErrors(
    answer.failures.map(({ code, place, ...details }) => {
      return new RenderError(code, { ...details, origin: place === undefined ? undefined : locate(place) });
    }),
  );
}

function toFailure(error: unknown): Failure {
  if (!(error instanceof RenderError)) throw error;
  const { code, message, path, hint, origin } = error;
  return { code, message, path, hint, place: origin?.file };
}

/** In the place of a line the field itself, until a request that has lines gets the answer. */
function placeOf(path: string): Origin {
  return { file: path, index: 0 };
}

/** The pick and what came next; tables and reasons of a thousand requests are too many to keep. */
function forGraph(profile: Profile): Profile {
  const other = OTHER_MODE[profile.chosen];
  const table = profile.experiments[other];
  return {
    ...profile,
    experiments:
      table === undefined ? {} : { [other]: { ...table, top: table.top.slice(0, 1), further: [], pareto: [] } },
    picked: profile.picked.slice(0, 2),
    explanation: { support: profile.explanation.support, attempts: [] },
  };
}
