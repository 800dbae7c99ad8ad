import { show } from '../words.ts';
import { DEFAULTS } from './defaults.ts';
import type { Report } from './report.ts';
import { type Request, SUPPORTS } from './request.ts';
import { annotationPath, PREFIX } from './routing.ts';
import type { Metadata } from './schema.ts';
import type { RequestDefaults } from './settings.ts';

const ANNOTATION = `${PREFIX}${DEFAULTS.support.annotation}`;

/** Whether the model may be ranked without a recorded run: the request's annotation before the host's word. */
export function toSupport(
  { annotations = {} }: Metadata,
  { support = DEFAULTS.support.fallback }: RequestDefaults,
  report: Report,
): Request['support'] {
  const said = annotations[ANNOTATION] ?? undefined;
  const known = said === undefined ? support : SUPPORTS.find((one) => one === said);
  if (known !== undefined) return known;
  report.broken('REQUEST_INVALID', {
    path: annotationPath(ANNOTATION),
    message: `annotation ${ANNOTATION} is ${show(said)}, wanted ${SUPPORTS.join(' or ')}`,
    hint: `write ${SUPPORTS.join(' or ')}, or delete the annotation`,
  });
  return support;
}
