import type { JsonObject } from '../../json.ts';
import { emitYaml } from '../../krm/emit-yaml.ts';
import { CONFIG_API_VERSION, CONFIG_KIND, pathsOf } from '../../request/config-schema.ts';
import { CONFIG_FIELDS, defaultRow } from '../../request/defaults.ts';
import { toSettings } from '../../request/settings.ts';
import type { Here } from './find-here.ts';

const HEAD = `# What every request of this folder, and of those below, leaves out: for the prompt, hooks, CI, kustomize and Argo CD alike.
# A request's own words count first, then an option or a function's config, then this file. See docs/project-file.md.
apiVersion: ${CONFIG_API_VERSION}
kind: ${CONFIG_KIND}
`;

/** A project file that says what was found, and the rest as comments. */
export function projectText({ target, mirrors, hardware }: Here): string {
  const said: Record<string, unknown> = {
    target,
    imageMirrors: mirrors.length === 0 ? undefined : mirrors,
    'hardware.gpuSku': hardware.gpuSku,
    'hardware.numGpusPerNode': hardware.numGpusPerNode,
  };
  const fields = Object.keys(CONFIG_FIELDS).flatMap((field) => fieldText(field, said));
  return `${HEAD}spec:\n${fields.join('')}`;
}

/** A field with what is inside of it: as it is where something of it was found, else as an example in comments. */
function fieldText(field: string, said: Readonly<Record<string, unknown>>): string[] {
  const paths = pathsOf('project').filter((path) => path === field || path.startsWith(`${field}.`));
  const known = paths.filter((path) => said[path] !== undefined);
  const shown = known.length > 0 ? known : paths.filter((path) => defaultRow(path).example !== undefined);
  if (shown.length === 0) return [];
  const words = shown.map((path) => `  # ${defaultRow(path).description}\n`);
  const values = shown.map((path) => [path, said[path] ?? defaultRow(path).example] as const);
  const text = emitYaml(toSettings(values) as JsonObject).replace(/^/gm, known.length > 0 ? '  ' : '  # ');
  return [`${words.join('')}${text.replace(/[ #]*$/, '')}`];
}
