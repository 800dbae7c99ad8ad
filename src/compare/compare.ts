import type { Finding } from '../errors.ts';
import type { Resource } from '../krm/resource.ts';
import { profileTogether } from '../render/ahead.ts';
import { profileResources, type Terms } from '../render/render.ts';
import type { Prices } from '../request/prices.ts';
import type { CriterionName } from './best.ts';
import { type Comparison, toComparisons } from './comparison.ts';
import { readSets } from './set.ts';
import { resourcesOf, variantsOf } from './variants.ts';

/** What is compared, and how. */
export interface CompareOptions {
  /** Fields of requests with values, such as `sla.itl=10,15,20`; every combination of them is tried. */
  readonly sets: readonly string[];
  /** What the best is marked by. */
  readonly by: CriterionName;
  /** What counts for a request, a combination of fields among its values. */
  readonly termsOf: (request: Resource) => Terms;
  /** What GPUs cost, by what counts for a request; nothing is said of costs without. */
  readonly pricesOf?: ((request: Resource) => Prices | undefined) | undefined;
}

/**
 * Tries every combination of some fields of requests and puts what comes of them side by side; a request changes before
 * it is parsed, so that every check applies. Refused combinations stand there with their reasons.
 * @throws RenderErrors CONFIG_INVALID for a set that cannot be read, RenderError LIMIT_EXCEEDED for too many combinations
 */
export function compare(
  requests: readonly Resource[],
  { sets, by, termsOf, pricesOf = () => undefined }: CompareOptions,
): { readonly comparisons: readonly Comparison[]; readonly findings: readonly Finding[] } {
  const variants = variantsOf(requests, readSets(sets));
  const resources = resourcesOf(variants);
  const report = profileResources(resources, profileTogether(resources, { termsOf }, 'graph'));
  return toComparisons(variants, {
    report,
    verdictOf: ({ resource, request, profile }) => termsOf(resource).street.verdict(request, profile),
    by,
    pricesOf,
  });
}
