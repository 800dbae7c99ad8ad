import { groupBy } from '../group-by.ts';
import type { Resource } from '../krm/resource.ts';
import {
  answerJob,
  type ProfileAnswer,
  type ProfileExtent,
  type ProfileJob,
  recordedOf,
} from '../profile/profile-job.ts';
import { repeatWarnings } from '../profile/remember.ts';
import { lookUp, type RenderOptions, type Street, termsFor } from './render.ts';
import { takeGroups } from './take-groups.ts';

/** Work for several threads: each takes a group that nobody has taken, until there is none. */
export interface SharedWork {
  /** Jobs that share sweeps are one group, and groups that share tables are neighbours. */
  readonly groups: readonly (readonly ProfileJob[])[];
  /** For each group 0, and 1 as soon as a thread has taken it. */
  readonly taken: Int32Array<SharedArrayBuffer>;
  readonly extent: ProfileExtent;
}

/** Threads that help. */
export interface Helpers {
  /** Starts them, as many as the work is worth; each answer is handed over as it comes, and none of a job that was a bug. */
  readonly start: (work: SharedWork, answered: (id: string, answer: ProfileAnswer) => void) => HelperRun;
}

/** Helpers at work. */
export interface HelperRun {
  readonly count: number;
  /** Resolves when all have ended, to why those did that ended early. */
  readonly ended: Promise<readonly string[]>;
}

/** A request that has to be profiled. */
interface Asked {
  readonly resource: Resource;
  readonly street: Street;
  readonly job: ProfileJob;
}

/** How to render what was profiled before, and why helpers were lost, if some were. */
export interface Ahead {
  readonly options: RenderOptions;
  readonly lost: readonly string[];
}

/**
 * Profiles requests before they are rendered, in the order of what they share and with helpers, so that the street finds
 * their profiles made. It says nothing itself: what cannot be answered here is profiled, or fails, on the street.
 */
export async function profileAhead(
  requests: readonly Resource[],
  options: RenderOptions,
  { helpers, extent }: { readonly helpers: Helpers; readonly extent: ProfileExtent },
): Promise<Ahead> {
  const asked = askAll(requests, options);
  if (asked.size < 2) return { options, lost: [] };
  const work = shareWork(asked, extent);
  const answers = new Map<string, ProfileAnswer>();
  const { ended } = helpers.start(work, (id, answer) => void answers.set(id, answer));
  answerHere(work, { asked, options, answers });
  return { lost: await ended, options: withAnswers(options, answers) };
}

/** The same without helpers, for who cannot wait. */
export function profileTogether(
  requests: readonly Resource[],
  options: RenderOptions,
  extent: ProfileExtent,
): RenderOptions {
  const asked = askAll(requests, options);
  if (asked.size < 2) return options;
  const answers = new Map<string, ProfileAnswer>();
  answerHere(shareWork(asked, extent), { asked, options, answers });
  return withAnswers(options, answers);
}

/** What has to be profiled, by the ids of its jobs. */
type AllAsked = ReadonlyMap<string, Asked>;

/** None of one request alone, which the street asks itself. */
function askAll(requests: readonly Resource[], options: RenderOptions): AllAsked {
  if (requests.length < 2) return new Map();
  return new Map(requests.flatMap((resource) => ask(resource, options)).map((one) => [one.job.id, one]));
}

function shareWork(asked: AllAsked, extent: ProfileExtent): SharedWork {
  const groups = groupsOf([...asked.values()].map(({ job }) => job));
  return { groups, taken: new Int32Array(new SharedArrayBuffer(groups.length * 4)), extent };
}

interface Answering {
  readonly asked: AllAsked;
  readonly options: RenderOptions;
  /** Grows. */
  readonly answers: Map<string, ProfileAnswer>;
}

/** Takes groups and answers their jobs in this thread, until there is none. */
function answerHere({ groups, taken, extent }: SharedWork, { asked, options, answers }: Answering): void {
  for (const group of takeGroups(taken, 0)) {
    for (const { id, request } of groups[group]!) {
      const { resource, street } = asked.get(id)!;
      options.onStart?.(resource, answers.size);
      const answer = attempt(() => answerJob(street.profile, request, extent));
      if (answer !== undefined) answers.set(id, answer);
    }
  }
}

/** A request that the engine has to sweep for; the others take no time, or fail. */
function ask(resource: Resource, options: RenderOptions): readonly Asked[] {
  const terms = termsFor(resource, options);
  const { street } = terms;
  if (street.job === undefined) return [];
  const found = attempt(() => lookUp(resource, terms, { lock: options.lock, warn: () => {} }));
  if (found === undefined || found.locked !== undefined) return [];
  const job = attempt(() => street.job?.(found.request));
  return job === undefined || job.sweptBackends === 0 ? [] : [{ resource, street, job }];
}

/** What `make` gives; undefined where it throws, since the street comes to the same and says it then. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function groupsOf(jobs: readonly ProfileJob[]): SharedWork['groups'] {
  const groups = groupBy(jobs, ({ tables, sweeps }) => `${tables}\n${sweeps}`);
  return [...groups.keys()].sort().map((key) => groups.get(key)!);
}

/** The same options on streets that know the answers. */
function withAnswers(options: RenderOptions, answers: ReadonlyMap<string, ProfileAnswer>): RenderOptions {
  const streets = new Map<Street, Street>();
  return {
    ...options,
    termsOf: (resource) => {
      const terms = termsFor(resource, options);
      const street = streets.get(terms.street) ?? answering(terms.street, answers);
      streets.set(terms.street, street);
      return { ...terms, street };
    },
  };
}

function answering(street: Street, answers: ReadonlyMap<string, ProfileAnswer>): Street {
  const { job } = street;
  if (job === undefined) return street;
  return {
    ...street,
    profile: (request, warn) => {
      const answer = answers.get(job(request).id);
      if (answer === undefined) return street.profile(request, warn);
      const { profile, warnings } = recordedOf(answer, request);
      repeatWarnings(request, warnings, warn);
      return profile;
    },
  };
}
