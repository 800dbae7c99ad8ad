import { annotated } from './annotated.ts';
import { DEFAULTS } from './defaults.ts';
import type { Report } from './report.ts';
import { type Request, SUPPORTS } from './request.ts';
import type { Metadata } from './schema.ts';
import type { RequestDefaults } from './settings.ts';

/** Whether the model may be ranked without a recorded run: the request's annotation before the host's word. */
export function toSupport(
  metadata: Metadata,
  { support = DEFAULTS.support.fallback }: RequestDefaults,
  report: Report,
): Request['support'] {
  const read = (said: unknown) => SUPPORTS.find((one) => one === said);
  return annotated({ setting: 'support', read, wanted: SUPPORTS.join(' or '), otherwise: support }, metadata, report);
}
