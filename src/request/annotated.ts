import { show } from '../words.ts';
import { defaultRow, type SettingPath } from './defaults.ts';
import type { Report } from './report.ts';
import { annotationPath, PREFIX } from './routing.ts';
import type { Metadata } from './schema.ts';

/** A setting that a request may say by its annotation. */
interface Annotated<T> {
  readonly setting: SettingPath;
  /** The value of what the annotation says; undefined where that is none. */
  readonly read: (said: unknown) => T | undefined;
  /** In words: what a value is. */
  readonly wanted: string;
  /** What counts where the annotation says nothing, or nothing that can be read. */
  readonly otherwise: T;
}

/** What the annotation of a setting says, before what the host says; one that cannot be read is REQUEST_INVALID. */
export function annotated<T>(
  { setting, read, wanted, otherwise }: Annotated<T>,
  { annotations = {} }: Metadata,
  report: Report,
): T {
  const name = `${PREFIX}${defaultRow(setting).annotation}`;
  const said = annotations[name] ?? undefined;
  if (said === undefined) return otherwise;
  const value = read(said);
  if (value !== undefined) return value;
  report.broken('REQUEST_INVALID', {
    path: annotationPath(name),
    message: `annotation ${name} is ${show(said)}, wanted ${wanted}`,
    hint: `write ${wanted}, or delete the annotation`,
  });
  return otherwise;
}
