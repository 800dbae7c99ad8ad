import { checkRules } from '../dgd/check-rules.ts';
import { checkSchema } from '../dgd/check-schema.ts';
import { checkFieldAge } from '../dgd/field-since.ts';
import type { Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Request } from '../request/request.ts';
import { reportProblems } from './problems.ts';

/**
 * Checks a finished graph as the API server and the operator's webhook of the target would. Throws ADMISSION_REFUSED for
 * what they refuse; warns with ADMISSION_AT_RISK where it depends on the cluster and where a field would be dropped.
 * The reference writes such graphs unseen, so nothing is checked under its compat.
 */
export function admit(graph: JsonObject, request: Request, warn: Warn): void {
  if (request.compat === 'reference') return;
  const codes = { error: 'ADMISSION_REFUSED', warning: 'ADMISSION_AT_RISK' } as const;
  const problems = [
    ...checkSchema(graph),
    ...checkRules(graph, request.target),
    ...checkFieldAge(graph, request.target),
  ];
  reportProblems(problems, { graph, request, warn, codes });
}
