import { resolve } from 'node:path';
import { type Finding, RenderError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { emitYaml } from '../krm/emit-yaml.ts';
import { parseStream, STREAM_LIMITS, type StreamDocument } from '../krm/parse-yaml.ts';
import { exitCodeOf, type ResourceFinding } from '../krm/results.ts';
import { joinStream } from '../krm/split-stream.ts';
import { placeDocuments, REQUEST_LABEL } from '../render/replace.ts';
import { checkStable } from '../render/stable.ts';
import { type RenderedGraph, type RenderReport, renderResources } from '../render.ts';
import type { Arguments, Command } from './command.ts';
import type { Context } from './context.ts';
import { type OutputFile, toOutputFiles, writeAllOrNothing } from './output-dir.ts';
import { PREVIOUS_OPTION, readPrevious } from './previous.ts';
import { type Input, noRequests, readInput, toFindings } from './read-input.ts';
import { formatFindings } from './report.ts';
import { openStreetFor, REQUEST_OPTIONS, requestDefaults } from './request-options.ts';

/** `render`: requests in, graphs out. */
export const RENDER: Command = {
  name: 'render',
  synopsis: '[PATH...]',
  summary: 'Renders requests into graphs.',
  details:
    'Reads files, folders and globs (default: this folder), or stdin with -, where other resources pass\n' +
    'through untouched. Nothing is printed or written when a request fails.\n',
  options: {
    'output-dir': { type: 'string', value: 'DIR', help: 'write <namespace>-<name>.yaml files instead of printing' },
    'keep-requests': { type: 'boolean', help: 'print the requests too, before their graphs' },
    'allow-empty': { type: 'boolean', help: 'find no request and still succeed' },
    ...PREVIOUS_OPTION,
    ...REQUEST_OPTIONS,
  },
  run: runRender,
};

async function runRender(args: Arguments, context: Context): Promise<number> {
  const patterns = args.positionals.length > 0 ? args.positionals : ['.'];
  const options = { defaults: requestDefaults(args), isStrict: args.isSet('strict') };
  const input = await readInput(patterns, context);
  const previous = readPrevious(args.text('previous'), context.cwd, input.findings);
  const rendered: RenderReport =
    input.requests.length > 0
      ? renderResources(input.requests, { ...options, street: openStreetFor(args, context) })
      : { graphs: [], findings: [] };
  const unstable = checkStable(rendered.graphs, previous.graphs);
  const report = { ...rendered, findings: [...rendered.findings, ...unstable] };
  const isEmpty = input.requests.length === 0 && input.findings.length === 0 && !args.isSet('allow-empty');
  const output = planOutput(args, input, report);
  const findings = [
    ...input.findings,
    ...previous.findings,
    ...report.findings,
    ...output.findings,
    ...(isEmpty ? [noRequests(patterns)] : []),
  ];
  context.stderr(formatFindings(findings, context.isColoured));
  const code = exitCodeOf(findings);
  if (code === 0) return deliver(output, context);
  if (input.requests.length > 0) context.stderr(summarize(input, report));
  return code;
}

/** What a run would print or write, worked out before anything is. */
interface Output {
  readonly dir: string | undefined;
  readonly files: readonly OutputFile[];
  readonly text: string;
  readonly findings: readonly Finding[];
}

function planOutput(args: Arguments, input: Input, report: RenderReport): Output {
  const dir = args.text('output-dir');
  const nothing = { dir, files: [], text: '', findings: [] };
  if (dir === undefined) return { ...nothing, text: toStream(input, report.graphs, args.isSet('keep-requests')) };
  try {
    return { ...nothing, files: toOutputFiles(report.graphs) };
  } catch (error) {
    return { ...nothing, findings: toFindings(error) };
  }
}

/** Every document in its order; what a request came to follows it, or takes the place of older documents. */
function toStream({ documents }: Input, graphs: readonly RenderedGraph[], keepsRequests: boolean): string {
  const all = documents.map((document) => ({ text: document.text, object: objectOf(document) }));
  const { inPlace, following } = placeDocuments(
    all.flatMap(({ object }) => (object === undefined ? [] : [object])),
    graphs,
  );
  const texts = all.flatMap(({ text, object }) => {
    const fresh = object && (inPlace.get(object) ?? following.get(object));
    const isKept = fresh === undefined || (keepsRequests && object !== undefined && following.has(object));
    return [...(isKept ? [text] : []), ...(fresh ?? []).map(({ document }) => emitYaml(document))];
  });
  return joinStream(texts);
}

/** The object of a document. Of the foreign ones only those that could be an older ConfigMap of a request are read. */
function objectOf({ text, resource }: StreamDocument): JsonObject | undefined {
  if (resource !== undefined || !text.includes(REQUEST_LABEL)) return resource?.object;
  try {
    return parseStream(text, { file: 'stdin', limits: STREAM_LIMITS })[0]?.resource?.object;
  } catch (error) {
    if (error instanceof RenderError) return undefined;
    throw error;
  }
}

function deliver({ dir, files, text }: Output, context: Context): number {
  if (dir === undefined) {
    context.stdout(text);
    return 0;
  }
  try {
    const changed = writeAllOrNothing(resolve(context.cwd, dir), files);
    const names = changed.map((name) => `  ${name}\n`).join('');
    context.stderr(
      `${files.length} ${files.length === 1 ? 'graph' : 'graphs'} in ${dir}, ${changed.length} changed\n${names}`,
    );
    return 0;
  } catch (error) {
    const findings = toFindings(error);
    context.stderr(formatFindings(findings, context.isColoured));
    return exitCodeOf(findings);
  }
}

function summarize(input: Input, { findings }: { readonly findings: readonly ResourceFinding[] }): string {
  const failed = new Set(findings.filter((one) => one.severity === 'error').map((one) => one.resource)).size;
  const what = failed > 0 ? `${failed} of ${input.requests.length} requests failed` : 'the input has errors';
  return `nothing was rendered: ${what}\n`;
}
