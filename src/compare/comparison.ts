import type { Finding } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { refOf } from '../krm/identity.ts';
import type { Resource } from '../krm/resource.ts';
import type { ProfiledRequest, ProfileReport, Terms } from '../render/render.ts';
import type { Prices } from '../request/prices.ts';
import { withCost } from '../verdict/cost.ts';
import { factorOf } from '../verdict/figures.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { bestOf, type CriterionName, incomparableCosts } from './best.ts';
import { type Figures, verdictFigures } from './figures.ts';
import type { SetValue } from './set.ts';
import type { Change, Variant, Variants } from './variants.ts';

/** A combination beside the request as it was written. */
export interface Combination {
  /** The value of each field that is set. */
  readonly set: readonly SetValue[];
  /** What differs from the request as written. */
  readonly changes: readonly Change[];
  readonly isBest: boolean;
  /** Undefined where it was refused. */
  readonly verdict: Verdict | undefined;
  readonly figures: Figures | undefined;
  /** Tokens/s/GPU by those of the request as written. */
  readonly factor: number | undefined;
  /** Why it was refused: at least one where there is no verdict. */
  readonly refusals: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Everything that was asked of one request, side by side. */
export interface Comparison {
  readonly name: string;
  readonly namespace: string | undefined;
  /** Where the request stands. */
  readonly file: string;
  readonly by: CriterionName;
  /** The fields that are set, in their order. */
  readonly paths: readonly string[];
  readonly asWritten: Combination;
  readonly combinations: readonly Combination[];
  /** Why none is the best, where that cannot be said. */
  readonly incomparable: Finding | undefined;
}

/** What the best is looked for among: the combinations, or the request as written where there are none. */
export function triedOf({ asWritten, combinations }: Pick<Comparison, 'asWritten' | 'combinations'>) {
  return combinations.length === 0 ? [asWritten] : combinations;
}

/** By what combinations are judged. */
export interface JudgedBy {
  /** What the best is marked by. */
  readonly by: CriterionName;
  /** What counts for a request, a combination of fields among its values. */
  readonly termsOf: (request: Resource) => Terms;
  /** What GPUs cost, by what counts for a request; nothing is said of costs without. */
  readonly pricesOf?: ((request: Resource) => Prices | undefined) | undefined;
}

/** Requests with their combinations side by side, as these were profiled, and what is to be said of all of them. */
export function toComparisons(
  all: readonly Variants[],
  report: ProfileReport,
  judgedBy: JudgedBy,
): { readonly comparisons: readonly Comparison[]; readonly findings: readonly Finding[] } {
  const judge = judgeOf(report, judgedBy);
  const comparisons = all.map((variants) => toComparison(variants, judge, judgedBy.by));
  const incomparable = new Map(comparisons.flatMap(({ incomparable: one }) => (one ? [[one.message, one]] : [])));
  return {
    comparisons,
    findings: [...ofTheRun(report), ...incomparable.values(), ...comparisons.flatMap(unanswered)],
  };
}

/** Said once of a run, though they stand at a request. */
const OF_THE_RUN: readonly string[] = ['ENGINE_NEAR', 'THREAD_LOST'];

function ofTheRun({ findings }: ProfileReport): readonly Finding[] {
  return findings.filter(({ code }) => OF_THE_RUN.includes(code)).map(({ resource: _, ...finding }) => finding);
}

/** Where nothing that was asked for is answered, the reasons are errors of the call: those of the request, or of what was tried. */
function unanswered(comparison: Comparison): readonly Finding[] {
  const tried = triedOf(comparison);
  if (tried.some(({ verdict }) => verdict !== undefined)) return [];
  const { refusals } = comparison.asWritten;
  const reasons = refusals.length > 0 ? refusals : tried.flatMap((one) => one.refusals);
  return [...new Map(reasons.map((reason) => [reason.message, reason])).values()];
}

/** What a variant came to. */
type Judged = Pick<Combination, 'verdict' | 'figures' | 'refusals' | 'warnings'>;

function judgeOf(report: ProfileReport, { termsOf, pricesOf }: JudgedBy): (variant: Variant) => Judged {
  const verdictOf = ({ resource, request, profile }: ProfiledRequest): Verdict =>
    withCost(termsOf(resource).street.verdict(request, profile), pricesOf?.(resource));
  const profiled = new Map(report.profiles.map((one) => [one.resource, one]));
  const said = groupBy(report.findings, ({ resource }) => resource);
  return ({ resource, changes }) => {
    const findings = (said.get(resource) ?? []).map(({ resource: _, ...finding }) =>
      setsNothing(finding, changes) ? { ...finding, severity: 'error' as const } : finding,
    );
    const refusals = findings.filter(({ severity }) => severity === 'error');
    const found = refusals.length > 0 ? undefined : profiled.get(resource);
    const verdict = found && verdictOf(found);
    return {
      verdict,
      figures: verdict && verdictFigures(verdict),
      refusals,
      warnings: findings.filter(({ severity, code }) => severity !== 'error' && !OF_THE_RUN.includes(code)),
    };
  };
}

/** Whether a field that was set is one of no release: the figures would be those of the request as written, under another name. */
function setsNothing({ code, path }: Finding, changes: readonly Change[]): boolean {
  return code === 'REQUEST_UNKNOWN_FIELD' && changes.some((one) => `spec.${one.path}.`.startsWith(`${path}.`));
}

function toComparison(
  { sets, asWritten, combinations }: Variants,
  judge: (variant: Variant) => Judged,
  by: CriterionName,
): Comparison {
  const written = judge(asWritten);
  const rate = written.figures?.tokensPerSecPerGpu ?? Number.NaN;
  const toCombination = ({ set, changes }: Variant, result: Judged): Combination => ({
    set,
    changes,
    isBest: false,
    factor: factorOf(result.figures?.tokensPerSecPerGpu ?? Number.NaN, rate),
    ...result,
  });
  const { name, namespace } = refOf(asWritten.resource.object);
  const { file } = asWritten.resource.origin;
  const paths = sets.map(({ path }) => path);
  const tried = combinations.map((variant) => toCombination(variant, judge(variant)));
  return withBest({
    name,
    namespace,
    file,
    by,
    paths,
    asWritten: toCombination(asWritten, written),
    combinations: tried,
  });
}

/** Marks the best of what was tried. */
function withBest(comparison: Omit<Comparison, 'incomparable'>): Comparison {
  const { by, asWritten, combinations } = comparison;
  const figures = triedOf(comparison).map((one) => one.figures);
  const incomparable = by === 'cost' ? incomparableCosts(figures.filter((one) => one !== undefined)) : undefined;
  const best = incomparable === undefined ? bestOf(figures, by) : undefined;
  if (combinations.length === 0) {
    return { ...comparison, asWritten: { ...asWritten, isBest: best === 0 }, incomparable };
  }
  return { ...comparison, combinations: combinations.map((one, i) => ({ ...one, isBest: i === best })), incomparable };
}
