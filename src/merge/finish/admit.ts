import type { GraphProblem } from '../../dgd/problem.ts';
import { checkRules } from '../../dgd/rules/check-rules.ts';
import { checkSchema } from '../../dgd/schema/check-schema.ts';
import { checkFieldAge } from '../../dgd/schema/field-since.ts';
import type { JsonObject } from '../../json.ts';
import type { Release } from '../../releases.ts';
import type { Finishing } from '../context.ts';
import { reportProblems } from './problems.ts';

/**
 * Checks a finished graph as the API server and the operator's webhook of the target would. Throws ADMISSION_REFUSED for
 * what they refuse; warns with ADMISSION_AT_RISK where it depends on the cluster and where a field would be dropped.
 * The reference writes such graphs unseen.
 */
export function admit(graph: JsonObject, context: Finishing): void {
  if (!context.mends.checksAdmission) return;
  const { target, emit } = context.request;
  // What depends on the operator's cluster does not matter where there is none.
  const problems = graphProblems(graph, target).filter(({ severity }) => emit === 'graph' || severity === 'error');
  reportProblems(problems, { graph, codes: ADMISSION_CODES }, context);
}

/** Codes of what is refused, and of what depends on the cluster. */
export const ADMISSION_CODES = { error: 'ADMISSION_REFUSED', warning: 'ADMISSION_AT_RISK' } as const;

/** What the API server and the operator of a release have against a graph, whoever wrote it. */
export function graphProblems(graph: JsonObject, target: Release): GraphProblem[] {
  return [...checkSchema(graph), ...checkRules(graph, target), ...checkFieldAge(graph, target)];
}
