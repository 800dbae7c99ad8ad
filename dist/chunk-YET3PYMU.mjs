import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  profileResources,
  profileTogether,
  readSets,
  resourcesOf,
  toComparisons,
  variantsOf
} from "./chunk-MIJQWRSR.mjs";

// src/compare/compare.ts
function compare(requests, { sets, by, termsOf, pricesOf = () => {
} }) {
  let variants = variantsOf(requests, readSets(sets)), resources = resourcesOf(variants), report = profileResources(resources, profileTogether(resources, { termsOf }, "graph"));
  return toComparisons(variants, {
    report,
    verdictOf: ({ resource, request, profile }) => termsOf(resource).street.verdict(request, profile),
    by,
    pricesOf
  });
}

export {
  compare
};
