import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  profileResources,
  profileTogether,
  readSets,
  resourcesOf,
  toComparisons,
  variantsOf
} from "./chunk-CQRYLWFC.mjs";

// src/compare/compare.ts
function compare(requests, { sets, ...judgedBy }) {
  let variants = variantsOf(requests, readSets(sets)), resources = resourcesOf(variants), report = profileResources(resources, profileTogether(resources, { termsOf: judgedBy.termsOf }, "graph"));
  return toComparisons(variants, report, judgedBy);
}

export {
  compare
};
