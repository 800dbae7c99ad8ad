import { RenderError } from '../errors.ts';
import { commandLineRoot, type Root } from '../files/root.ts';
import type { JsonObject } from '../json.ts';
import { parseStream, STREAM_LIMITS, type StreamDocument } from '../krm/parse-yaml.ts';
import { exitCodeOf, type ResourceFinding } from '../krm/results.ts';
import { joinStream } from '../krm/split-stream.ts';
import { placeDocuments } from '../render/compare/replace.ts';
import { checkStable } from '../render/compare/stable.ts';
import type { RenderedGraph } from '../render/render.ts';
import type { Arguments, Command } from './cli/command.ts';
import type { Context } from './cli/context.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from './cli/outcome.ts';
import { FROZEN_OPTION, GRAPH_OPTIONS, optionLayer } from './cli/request-options.ts';
import { AGAINST_OPTION, checkAgainst } from './files/against.ts';
import { FILE_OPTIONS, fileOutputOf, planFiles, writeFiles } from './files/file-output.ts';
import { storeBeside } from './files/store.ts';
import { settleFolders } from './files/take-folders.ts';
import { PREVIOUS_OPTION, readPrevious } from './read/previous.ts';
import { type Input, isEmptyInput, isLabelled, noRequests, readInput, STDIN_FILE } from './read/read-input.ts';
import { renderInput } from './read/render-input.ts';
import { openSettings } from './read/settings-at.ts';
import { emitInPlaceOf } from './read/template-marks.ts';
import { JOBS_OPTION, jobsOf } from './threads/threads.ts';

/** `render`: requests in, graphs out. */
export const RENDER: Command = {
  name: 'render',
  synopsis: '[PATH...]',
  summary: 'Renders requests into graphs.',
  details:
    'Reads files, folders and globs (default: this folder), or stdin with -, where other resources pass\n' +
    'through untouched. Nothing is printed or written when a request fails.\n',
  options: {
    ...FILE_OPTIONS,
    'only-applied': { type: 'boolean', help: 'print no graph of a request that says autoApply: false' },
    'keep-requests': { type: 'boolean', help: 'print the requests too, before their graphs' },
    'allow-empty': { type: 'boolean', help: 'find no request and still succeed' },
    ...PREVIOUS_OPTION,
    ...AGAINST_OPTION,
    ...FROZEN_OPTION,
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...GRAPH_OPTIONS,
  },
  idle: [
    {
      options: ['only-applied', 'keep-requests'],
      beside: Object.keys(FILE_OPTIONS),
      why: 'it is about what is printed, and files are written; leave one of them out',
    },
  ],
  run: (args, context) => runReported(args, context, () => render(args, context)),
};

async function render(args: Arguments, context: Context): Promise<Outcome> {
  const patterns = args.positionals.length > 0 ? args.positionals : ['.'];
  const files = fileOutputOf(args);
  const root = rootOf(args, patterns, context);
  const settings = openSettings(optionLayer(args), root);
  const input = await readInput(patterns, { settings, scopeOf: files?.store.scopeOf }, context);
  await settleFolders(input.files, [args.text('output-dir'), args.text('previous')], context);
  const previous = readPrevious(args.text('previous'), root, input.findings);
  const rendered = await renderInput(input, context, jobsOf(args));
  const kept = { graphs: rendered.graphs, store: files?.store ?? storeBeside(), root };
  const unstable = [...checkStable(rendered.graphs, previous.graphs), ...(await checkAgainst(args, kept, context))];
  const report = { ...rendered, findings: [...rendered.findings, ...unstable] };
  const isEmpty = isEmptyInput(input) && !args.isSet('allow-empty');
  const planned = files && planFiles(files, { input, report });
  const findings = [
    ...input.findings,
    ...previous.findings,
    ...report.findings,
    ...(planned?.findings ?? []),
    ...(isEmpty ? [noRequests(patterns, { mayBeEmpty: true })] : []),
  ];
  if (exitCodeOf(findings) !== 0) {
    return { findings, output: '', notes: input.requests.length > 0 ? summarize(input, report) : '' };
  }
  if (files === undefined || planned === undefined) {
    return { findings, output: toStream(input, report.graphs, args), notes: '' };
  }
  const written = await writeFiles(files, planned, context);
  return { findings: [...findings, ...written.findings], output: '', notes: written.notes };
}

/** Everything that the call names counts. */
function rootOf(args: Arguments, patterns: readonly string[], { cwd }: Context): Root {
  return commandLineRoot(cwd, [...patterns, args.text('output-dir') ?? '.', args.text('previous') ?? '.']);
}

/** Every document in its order; what a request came to follows it, or takes the place of older documents. */
function toStream({ documents, settings }: Input, graphs: readonly RenderedGraph[], args: Arguments): string {
  const [keepsRequests, isOnlyApplied] = [args.isSet('keep-requests'), args.isSet('only-applied')];
  const all = documents.map((document) => ({ text: document.text, object: objectOf(document, settings.root) }));
  const { inPlace, following } = placeDocuments(
    all.flatMap(({ object }) => (object === undefined ? [] : [object])),
    graphs,
  );
  const texts = all.flatMap(({ text, object }) => {
    const fresh = object && (inPlace.get(object) ?? following.get(object));
    if (object === undefined || fresh === undefined) return [text];
    const printed = fresh.filter(({ rendered }) => rendered.isApplied || !isOnlyApplied);
    const made = printed.map(({ document }) => emitInPlaceOf(text, object, document));
    return keepsRequests && following.has(object) ? [text, ...made] : made;
  });
  return joinStream(texts);
}

/** The object of a document. Of the foreign ones only those that could be an older ConfigMap of a request are read. */
function objectOf({ text, resource }: StreamDocument, { budget }: Root): JsonObject | undefined {
  if (resource !== undefined || !isLabelled(text)) return resource?.object;
  try {
    return parseStream(text, { file: STDIN_FILE, limits: STREAM_LIMITS, budget })[0]?.resource?.object;
  } catch (error) {
    if (error instanceof RenderError && budget.spent === undefined) return undefined;
    throw error;
  }
}

function summarize(input: Input, { findings }: { readonly findings: readonly ResourceFinding[] }): string {
  const failed = new Set(findings.filter((one) => one.severity === 'error').map((one) => one.resource)).size;
  const what = failed > 0 ? `${failed} of ${input.requests.length} requests failed` : 'the input has errors';
  return `nothing was rendered: ${what}\n`;
}
