import type { Finding } from '../../errors.ts';
import { bestWords } from '../best-words.ts';
import type { Combination, Comparison } from '../comparison.ts';

/** Counts changes of the form after which a reader of the older one breaks. */
export const SCHEMA_VERSION = 1;

/** Comparisons as plain values for programs (plugin/schemas/comparison.schema.json). */
export function comparisonJson(comparisons: readonly Comparison[]) {
  return { schemaVersion: SCHEMA_VERSION, comparisons: comparisons.map(toElement) } as const;
}

function toElement(comparison: Comparison) {
  const { name, namespace, file, by, paths, asWritten, combinations } = comparison;
  return {
    name,
    namespace: namespace ?? null,
    file,
    by,
    answer: bestWords(comparison),
    paths,
    asWritten: toCombination(asWritten, paths),
    combinations: combinations.map((one) => toCombination(one, paths)),
  };
}

function toCombination(combination: Combination, paths: readonly string[]) {
  const { set, changes, isBest, figures, factor, refusals, warnings } = combination;
  return {
    set: Object.fromEntries(paths.map((path, i) => [path, set[i]?.value ?? null])),
    changes: changes.map(({ path, from, to }) => ({ path, from: from ?? null, to: to ?? null })),
    isBest,
    figures: figures ?? null,
    factor: factor ?? null,
    refusals: refusals.map(toNote),
    warnings: warnings.map(toNote),
  };
}

function toNote({ code, message, path, hint }: Finding) {
  return { code, message, path: path ?? null, hint: hint ?? null };
}
