import type { CriterionName } from '../compare/best.ts';
import { compare as compareRequests } from '../compare/compare.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Finding } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { emitYaml } from '../krm/emit-yaml.ts';
import { refOf } from '../krm/identity.ts';
import type { Resource } from '../krm/resource.ts';
import { findDrift } from '../render/compare/drift.ts';
import { profileResources, type RenderedGraph, renderResources } from '../render/render.ts';
import { type Answer, verdictWithRanking } from '../verdict/answer.ts';
import { requireCriterion, requireFiles, requireRows, requireSets } from './door.ts';
import { type Given, type Options, readGiven, readObjects, type TextFile } from './given.ts';

export type { Comparison } from '../compare/comparison.ts';
export type { Code, Finding, Severity } from '../errors.ts';
export { RenderError, RenderErrors } from '../errors.ts';
export type { Answer } from '../verdict/answer.ts';
export type { FrontPoint } from '../verdict/front.ts';
export type { RankedRow } from '../verdict/ranked.ts';
export type { Verdict } from '../verdict/verdict.ts';
export { verdictLines, verdictTitle } from '../verdict/words.ts';
export type { Options, TextFile } from './given.ts';

/** An object by what names it. */
interface Named {
  readonly name: string;
  readonly namespace: string | undefined;
}

/** What a request renders to. */
export interface Rendered extends Named {
  /** The file of the request. */
  readonly file: string;
  /** The graph with what has to be applied before it, in that order. */
  readonly documents: readonly JsonObject[];
  /** The same as YAML, as the command prints it. */
  readonly yaml: string;
  /** False where the request says `autoApply: false`: for review only. */
  readonly isApplied: boolean;
}

/** What was found out about all files of a call. A request that failed has findings of severity `error` and nothing else. */
interface Found {
  readonly findings: readonly Finding[];
}

/**
 * Renders the requests of files. Pure but for reading the measured data of this package.
 * @throws RenderErrors CONFIG_INVALID for settings that there are not
 */
export function render(
  files: readonly TextFile[],
  options: Options = {},
): Found & { readonly graphs: readonly Rendered[] } {
  const given = readGiven(files, options);
  const { graphs, findings } = renderResources(given.requests, given.terms);
  return { graphs: graphs.map(toRendered), findings: plainFindings(given, findings) };
}

/**
 * What is picked for the requests of files and why, with what else was ranked; `topRows` of each mode, five by default.
 * @throws RenderErrors CONFIG_INVALID for settings that there are not
 */
export function profile(
  files: readonly TextFile[],
  { topRows, ...options }: Options & { readonly topRows?: number } = {},
): Found & { readonly answers: readonly Answer[] } {
  requireRows(topRows);
  const given = readGiven(files, options);
  const { street } = given.terms;
  const { profiles, findings } = profileResources(given.requests, given.terms);
  const { prices } = given.settings;
  return {
    answers: profiles.map(({ request, profile: made }) =>
      verdictWithRanking(street.judged(request, made), { topRows, prices }),
    ),
    findings: plainFindings(given, findings),
  };
}

/**
 * Tries every combination of the values of some fields, such as `sets: ['sla.itl=10,15', 'hardware.totalGpus=8,16']`, and
 * marks the best by `by`, which is throughput where nothing is said.
 * @throws RenderErrors CONFIG_INVALID for settings or sets that there are not, RenderError LIMIT_EXCEEDED for too many
 */
export function compare(
  files: readonly TextFile[],
  { sets, by = 'throughput', ...options }: Options & { readonly sets: readonly string[]; readonly by?: CriterionName },
): Found & { readonly comparisons: readonly Comparison[] } {
  requireSets(sets);
  requireCriterion(by);
  const given = readGiven(files, options);
  const { terms, settings } = given;
  const { comparisons, findings } = compareRequests(given.requests, {
    sets,
    by,
    termsOf: () => terms,
    pricesOf: () => settings.prices,
  });
  return { comparisons, findings: plainFindings(given, findings) };
}

/** An object that is committed otherwise than it is rendered, or is only one of the two. */
export interface Difference extends Named {
  readonly kind: 'changed' | 'missing' | 'extra';
  readonly objectKind: string;
  /** Of a changed one: the path of each field with what became of it, such as `2 -> 3`. */
  readonly changes: readonly { readonly path: string; readonly text: string }[];
}

/**
 * Holds what is committed against what requests render to, object by object; layout and comments are no difference.
 * @throws RenderErrors CONFIG_INVALID for settings that there are not, RenderError YAML_INVALID or INPUT_TOO_LARGE for
 * committed files that cannot be read
 */
export function check(
  files: readonly TextFile[],
  committed: readonly TextFile[],
  options: Options = {},
): Found & { readonly differences: readonly Difference[] } {
  requireFiles(committed, 'committed');
  const given = readGiven(files, options);
  const { graphs, findings } = renderResources(given.requests, given.terms);
  const differences = findDrift(graphs, committed.flatMap(readObjects)).map((drift): Difference => {
    const { name, namespace, kind: objectKind } = refOf(drift.object);
    const changes = drift.kind === 'changed' ? drift.changes.map(({ path, text }) => ({ path, text })) : [];
    return { kind: drift.kind, objectKind, name, namespace, changes };
  });
  return { differences, findings: plainFindings(given, findings) };
}

function toRendered({ request, graph, documents, isApplied }: RenderedGraph): Rendered {
  const { name, namespace } = refOf(graph);
  return {
    name,
    namespace,
    file: request.origin.file,
    documents,
    yaml: documents.map(emitYaml).join('---\n'),
    isApplied,
  };
}

/** Findings without the objects that they are about, those of files first. */
function plainFindings(
  given: Given,
  found: readonly (Finding & { readonly resource?: Pick<Resource, 'object'> | undefined })[],
): Finding[] {
  return [...given.findings, ...found.map(({ resource: _, ...finding }) => finding)];
}
