import { show } from '../words.ts';
import { DEFAULTS } from './defaults.ts';
import type { Report } from './report.ts';
import type { Metadata } from './schema.ts';
import type { RequestDefaults } from './settings.ts';
import { toPath } from './shape.ts';
import { OUTPUT_FORMS, type OutputForm } from './workload-options.ts';

const ANNOTATION = `dgdr-render.dev/${DEFAULTS.emit.annotation}`;

/** The form that a request asks for by its annotation, else the one that the host wants. */
export function toEmit({ annotations = {} }: Metadata, { emit }: RequestDefaults, report: Report): OutputForm {
  const said = annotations[ANNOTATION];
  const form = OUTPUT_FORMS.find((known) => known === said);
  if (said === undefined || form !== undefined) return form ?? emit ?? DEFAULTS.emit.fallback;
  report.fail('REQUEST_INVALID', {
    path: toPath('metadata.annotations', [ANNOTATION]),
    message: `${ANNOTATION} is ${show(said)}, wanted one of ${OUTPUT_FORMS.join(', ')}`,
    hint: `write ${OUTPUT_FORMS.join(' or ')}`,
  });
  return DEFAULTS.emit.fallback;
}
