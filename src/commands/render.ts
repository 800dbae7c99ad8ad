import { resolve } from 'node:path';
import type { Finding } from '../errors.ts';
import { emitYaml } from '../krm/emit-yaml.ts';
import { identityOf } from '../krm/identity.ts';
import { exitCodeOf, type ResourceFinding } from '../krm/results.ts';
import { joinStream } from '../krm/split-stream.ts';
import { type RenderedGraph, type RenderReport, renderResources } from '../render.ts';
import type { Arguments, Command } from './command.ts';
import type { Context } from './context.ts';
import { type OutputFile, toOutputFiles, writeAllOrNothing } from './output-dir.ts';
import { type Input, noRequests, readInput, toFindings } from './read-input.ts';
import { formatFindings } from './report.ts';
import { REQUEST_OPTIONS, requestDefaults } from './request-options.ts';

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
    ...REQUEST_OPTIONS,
  },
  run: runRender,
};

async function runRender(args: Arguments, context: Context): Promise<number> {
  const patterns = args.positionals.length > 0 ? args.positionals : ['.'];
  const options = { defaults: requestDefaults(args), isStrict: args.isSet('strict') };
  const input = await readInput(patterns, context);
  const report: RenderReport =
    input.requests.length > 0
      ? renderResources(input.requests, { ...options, street: context.openStreet() })
      : { graphs: [], findings: [] };
  const isEmpty = input.requests.length === 0 && input.findings.length === 0 && !args.isSet('allow-empty');
  const output = planOutput(args, input, report);
  const findings = [
    ...input.findings,
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

/** Every document in its order; a graph follows its request, or takes the place of an older one of the same name. */
function toStream({ documents }: Input, graphs: readonly RenderedGraph[], keepsRequests: boolean): string {
  const fresh = new Map(graphs.map(({ graph }) => [identityOf(graph), graph]));
  const older = new Set(documents.flatMap(({ resource }) => (resource ? [identityOf(resource.object)] : [])));
  const texts = documents.flatMap(({ text, resource }) => {
    const rendered = graphs.find(({ request }) => request === resource);
    if (rendered === undefined) {
      const graph = resource && fresh.get(identityOf(resource.object));
      return [graph ? emitYaml(graph) : text];
    }
    const own = older.has(identityOf(rendered.graph)) ? [] : [emitYaml(rendered.graph)];
    return keepsRequests ? [text, ...own] : own;
  });
  return joinStream(texts);
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
