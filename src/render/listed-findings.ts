import { type Finding, MOST_FINDINGS } from '../errors.ts';
import type { Resource } from '../krm/resource.ts';

/** What is listed of a request's findings: of too many as many as there is room for, errors first, and that there are more. */
export function listed(found: readonly Finding[], resource: Resource): readonly Finding[] {
  if (found.length <= MOST_FINDINGS) return found;
  const byWeight = [...found.filter(isError), ...found.filter((finding) => !isError(finding))];
  const kept = new Set(byWeight.slice(0, MOST_FINDINGS));
  const [first] = byWeight.slice(MOST_FINDINGS);
  const message = 'more findings of this request are not listed';
  const more = { ...first!, message, path: '', hint: 'mend the others first', origin: resource.locate('') };
  return [...found.filter((finding) => kept.has(finding)), more];
}

/** Whether a finding makes a request fail. */
export function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
