import { dirname } from 'node:path';
import { readSets } from '../../compare/set.ts';
import { commandLineRoot, outputThrough } from '../../files/root.ts';
import type { Resource } from '../../krm/resource.ts';
import { counted } from '../../words.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { oneLine } from '../cli/one-line.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from '../cli/outcome.ts';
import { FROZEN_OPTION, optionLayer, REQUEST_OPTIONS } from '../cli/request-options.ts';
import { writeNamed } from '../files/write-named.ts';
import { isEmptyInput, noRequests, readInput } from '../read/read-input.ts';
import { openSettings } from '../read/settings-at.ts';

/** `page`: what is deployed for each request, and why, as one HTML file. */
export const PAGE: Command = {
  name: 'page',
  synopsis: '[PATH...] --output FILE.html',
  summary: 'Writes one HTML page that shows what is deployed for each request, and why.',
  details:
    'Reads files, folders and globs (default: this folder), or stdin with -. The page needs no network and no\n' +
    'other file; requests that fail stand in it with what is wrong with them.\n',
  options: {
    output: { type: 'string', short: 'o', value: 'FILE.html', help: 'the file that is written' },
    set: {
      type: 'string',
      value: 'PATH=V[,V]',
      isRepeatable: true,
      help: 'what the what-if tables try, as compare has it; a target of each request by default',
    },
    ...FROZEN_OPTION,
    ...REPORT_OPTIONS,
    ...REQUEST_OPTIONS,
  },
  run: (args, context) => runReported(args, context, () => page(args, context)),
};

async function page(args: Arguments, context: Context): Promise<Outcome> {
  const patterns = args.positionals.length > 0 ? args.positionals : ['.'];
  const file = outputOf(args);
  const sets = args.texts('set');
  // What cannot be set, and where nothing may be written, is said before the work is done.
  readSets(sets);
  outputThrough(file, commandLineRoot(context.cwd));
  const settings = openSettings(optionLayer(args), commandLineRoot(context.cwd, patterns));
  const scopeOf = ({ origin }: Resource): string => dirname(origin.file);
  const input = await readInput(patterns, { settings, scopeOf }, context);
  const findings = [...input.findings, ...(isEmptyInput(input) ? [noRequests(patterns)] : [])];
  if (input.requests.length === 0) return { findings, output: '', notes: '' };
  const { makePage } = await import('./make-page.ts');
  const made = await makePage(input, sets, context);
  const unwritten = await writeNamed({ what: 'page', file, text: made.text }, context);
  const notes = `${oneLine(file)}: ${counted(input.requests.length, 'request')}, ${kilobytes(made.text)} kB\n`;
  return {
    findings: [...findings, ...made.findings, ...unwritten],
    output: '',
    notes: unwritten.length > 0 ? '' : notes,
  };
}

/** What is no page is not written over by one. */
function outputOf(args: Arguments): string {
  const file = args.text('output');
  if (file === undefined) throw new UsageError('--output FILE.html was expected');
  if (!/\.html?$/i.test(file)) throw new UsageError(`--output ${file} does not end with .html`);
  return file;
}

function kilobytes(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 1000);
}
