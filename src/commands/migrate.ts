import { commandLineRoot } from '../files/root.ts';
import { emitYaml } from '../krm/emit-yaml.ts';
import { joinStream } from '../krm/split-stream.ts';
import { fromAlpha, isAlphaRequest } from '../request/from-alpha.ts';
import { SILENCE } from '../request/layers.ts';
import { isRequest } from '../request/parse-request.ts';
import type { Arguments, Command } from './cli/command.ts';
import type { Context } from './cli/context.ts';
import { oneLine } from './cli/one-line.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from './cli/outcome.ts';
import { isEmptyInput, noRequests, readInput } from './read/read-input.ts';
import { openSettings } from './read/settings-at.ts';

/** `migrate`: requests of v1alpha1 as v1beta1 has them. */
export const MIGRATE: Command = {
  name: 'migrate',
  synopsis: '[PATH...]',
  summary: 'Prints requests of v1alpha1 as v1beta1 has them.',
  details:
    'Reads files, folders and globs (default: this folder), or stdin with -, and prints every request in v1beta1; those\n' +
    'of v1beta1 come as they are. What a request said that v1beta1 has nowhere is listed on stderr. Writes no file.\n',
  options: REPORT_OPTIONS,
  run: (args, context) => runReported(args, context, () => migrate(args, context)),
};

async function migrate({ positionals }: Arguments, context: Context): Promise<Outcome> {
  const patterns = positionals.length > 0 ? positionals : ['.'];
  const settings = openSettings(SILENCE, commandLineRoot(context.cwd, patterns));
  const input = await readInput(patterns, { settings }, context);
  const notes: string[] = [];
  const texts = input.documents.map(({ text, resource }) => {
    if (resource === undefined || !isRequest(resource.object) || !isAlphaRequest(resource.object)) return text;
    const { request, lost } = fromAlpha(resource.object);
    const place = `${resource.origin.file}:${resource.origin.line ?? 1}`;
    for (const field of lost) notes.push(`${oneLine(`${place}: left out: ${field}`)}\n`);
    return emitYaml(request);
  });
  const findings = [...input.findings, ...(isEmptyInput(input) ? [noRequests(patterns)] : [])];
  return { findings, output: joinStream(texts), notes: notes.join('') };
}
