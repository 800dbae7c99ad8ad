import type { Finding } from '../errors.ts';
import type { Resource } from '../krm/resource.ts';
import { profileTogether } from '../render/ahead.ts';
import { profileResources } from '../render/render.ts';
import { type Comparison, type JudgedBy, toComparisons } from './comparison.ts';
import { readSets } from './set.ts';
import { resourcesOf, variantsOf } from './variants.ts';

/** What is compared, and how. */
export interface CompareOptions extends JudgedBy {
  /** Fields of requests with values, such as `sla.itl=10,15,20`; every combination of them is tried. */
  readonly sets: readonly string[];
}

/**
 * Tries every combination of some fields of requests and puts what comes of them side by side; a request changes before
 * it is parsed, so that every check applies. Refused combinations stand there with their reasons.
 * @throws RenderErrors CONFIG_INVALID for a set that cannot be read, RenderError LIMIT_EXCEEDED for too many combinations
 */
export function compare(
  requests: readonly Resource[],
  { sets, ...judgedBy }: CompareOptions,
): { readonly comparisons: readonly Comparison[]; readonly findings: readonly Finding[] } {
  const variants = variantsOf(requests, readSets(sets));
  const resources = resourcesOf(variants);
  const report = profileResources(resources, profileTogether(resources, { termsOf: judgedBy.termsOf }, 'graph'));
  return toComparisons(variants, report, judgedBy);
}
