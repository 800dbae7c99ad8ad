import type { Finding } from '../../errors.ts';
import { groupBy } from '../../group-by.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import type { RenderedGraph, RenderOptions, Terms } from '../../render/render.ts';
import { withCost } from '../../verdict/cost.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { Context } from '../cli/context.ts';
import type { Revision } from '../git/revision.ts';
import { showProgress } from '../read/render-input.ts';
import { renderInThreads } from '../threads/in-threads.ts';
import { formerLock, formerResource } from './former.ts';
import { failuresIn, refusalsOf, type Side } from './side.ts';

/** What a request comes to: a verdict, or why there is none. */
export type Answer =
  | { readonly verdict: Verdict; readonly refusals?: undefined }
  | { readonly verdict?: undefined; readonly refusals: readonly Finding[] };

/** What requests of both sides come to. */
export interface Answers {
  readonly before: SideAnswers;
  readonly after: SideAnswers;
  /** About the requests after. */
  readonly findings: readonly ResourceFinding[];
}

interface SideAnswers {
  /** Where there is no request it is what is wrong with the file that may have had it. */
  readonly of: (request: Resource | undefined, file: string) => Answer | undefined;
  readonly graphs: readonly RenderedGraph[];
}

/** What is asked, on which sides. */
interface Asked {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
}

interface Answering {
  readonly before: Side;
  readonly after: Side;
  readonly revision: Pick<Revision, 'name'>;
  readonly context: Context;
  readonly jobs: number | undefined;
}

/** A request as it is asked about: one of a revision has the revision in its place. */
interface Question {
  readonly request: Resource;
  readonly resource: Resource;
  readonly side: Side;
  readonly terms: Terms;
}

/**
 * Renders some requests of both sides, and judges what was picked for them; no other is profiled. Both go one way together, so that a
 * request and its older self share what they have in common.
 */
export async function answersOf(asked: Asked, answering: Answering): Promise<Answers> {
  const { before, after, revision, context, jobs } = answering;
  // What is said once of a run is said of what comes first.
  const questions = [
    ...asked.after.flatMap((request) => ask(request, after, (resource) => resource)),
    ...asked.before.flatMap((request) => ask(request, before, (resource) => formerResource(resource, revision))),
  ];
  const byResource = new Map(questions.map((question) => [question.resource, question]));
  const verdicts = new Map<Resource, Verdict>();
  const resources = [...byResource.keys()];
  const former = before.locks.map((lock) => formerLock(lock, revision));
  const { graphs, findings } = await renderInThreads(
    resources,
    {
      termsOf: (resource) => byResource.get(resource)!.terms,
      lock: { locks: [...after.locks, ...former], whenUnlocked: 'warn', isLocking: false },
      scopeOf: (resource) => JSON.stringify([byResource.get(resource)?.side === before, after.scopeOf?.(resource)]),
      onStart: showProgress('rendering', resources, context),
      onProfiled: ({ resource, request, profile }) => {
        const { terms, side } = byResource.get(resource)!;
        const { prices } = side.settings.at(byResource.get(resource)!.request.origin.file).settings;
        verdicts.set(resource, withCost(terms.street.verdict(request, profile), prices));
      },
    } satisfies RenderOptions,
    { context, jobs },
  );
  const found = { questions, graphs, findings, verdicts };
  const isFormer = new Set([...former.map((lock) => lock.resource), ...ofSide(before, questions)]);
  return {
    before: sideAnswers(before, found),
    after: sideAnswers(after, found),
    findings: findings.filter(({ resource }) => resource === undefined || !isFormer.has(resource as Resource)),
  };
}

function ofSide(side: Side, questions: readonly Question[]): Resource[] {
  return questions.flatMap((question) => (question.side === side ? [question.resource] : []));
}

function ask(request: Resource, side: Side, named: (request: Resource) => Resource): Question[] {
  if (refusalsOf(request, side).length > 0) return [];
  const terms = side.terms.termsOf(request);
  const resource = named(request);
  // A revision may have had no lock yet.
  return [{ request, resource, side, terms: resource === request ? terms : { ...terms, isFrozen: false } }];
}

interface Found {
  readonly questions: readonly Question[];
  readonly graphs: readonly RenderedGraph[];
  readonly findings: readonly ResourceFinding[];
  readonly verdicts: ReadonlyMap<Resource, Verdict>;
}

function sideAnswers(side: Side, { questions, graphs, findings, verdicts }: Found): SideAnswers {
  const asked = new Map(
    questions.flatMap((question) => (question.side === side ? [[question.request, question.resource]] : [])),
  );
  const resources = new Set(asked.values());
  const made = graphs.filter(({ request }) => resources.has(request));
  const rendered = new Set(made.map(({ request }) => request));
  const errors = groupBy(
    findings.filter(({ severity }) => severity === 'error'),
    ({ resource }) => resource,
  );
  const answer = (request: Resource): Answer => {
    const resource = asked.get(request);
    const verdict = resource !== undefined && rendered.has(resource) ? verdicts.get(resource) : undefined;
    if (verdict !== undefined) return { verdict };
    const own = resource === undefined ? [] : (errors.get(resource) ?? []);
    return { refusals: [...refusalsOf(request, side), ...own] };
  };
  return {
    graphs: made,
    of: (request, file) => {
      if (request !== undefined) return answer(request);
      const refusals = failuresIn(file, side);
      return refusals.length === 0 ? undefined : { refusals };
    },
  };
}
