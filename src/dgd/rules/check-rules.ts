import type { JsonObject } from '../../json.ts';
import { isBefore, type Release } from '../../releases.ts';
import type { GraphProblem } from '../problem.ts';
import { ANNOTATION_RULES } from './annotations.ts';
import { CHECKPOINT_RULES } from './checkpoint.ts';
import { EPP_RULES } from './epp.ts';
import { GRAPH_RULES } from './graph-rules.ts';
import { METADATA_RULES } from './metadata.ts';
import { PLACEMENT_RULES } from './placement.ts';
import { type Breach, type GraphView, type Rule, viewFor } from './rule.ts';
import { IMAGE_RULES } from './runtime-images.ts';
import { SERVICE_RULES } from './service.ts';
import { MEMORY_RULES } from './shared-memory.ts';

/** Everything that an operator asks of a graph beyond the schema of its version, a file a topic. */
export const RULES: readonly Rule[] = [
  ...METADATA_RULES,
  ...GRAPH_RULES,
  ...ANNOTATION_RULES,
  ...SERVICE_RULES,
  ...IMAGE_RULES,
  ...EPP_RULES,
  ...MEMORY_RULES,
  ...CHECKPOINT_RULES,
  ...PLACEMENT_RULES,
];

/**
 * What the operator of `target` would refuse in a finished graph of either version, as errors, and what depends on the
 * cluster or does nothing, as warnings; in the order of the rules. The schema of the version is not looked at: what has a
 * wrong type counts as absent. Names that are too long together are not found here, nor what is refused on update only.
 */
export function checkRules(graph: JsonObject, target: Release): GraphProblem[] {
  const view = viewFor(graph, target);
  return RULES.filter((rule) => isInForce(rule, view)).flatMap((rule) =>
    rule.breaches(view).map((breach) => toProblem(rule, breach)),
  );
}

function isInForce({ versions, since, until }: Rule, { lens, target }: GraphView): boolean {
  if (versions !== undefined && !versions.includes(lens.version)) return false;
  return (since === undefined || !isBefore(target, since)) && (until === undefined || isBefore(target, until));
}

function toProblem({ severity, why, hint }: Rule, breach: Breach): GraphProblem {
  return { severity, path: breach.path, message: `${breach.found}: ${why}`, hint: breach.hint ?? hint };
}
