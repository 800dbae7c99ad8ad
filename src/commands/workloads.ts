import { findingOf, type RenderError } from '../errors.ts';
import { type FoundFile, findFiles } from '../files/find-files.ts';
import { commandLineRoot, type Root } from '../files/root.ts';
import { GRAPH_KIND, REQUEST_KIND } from '../kinds.ts';
import { emitYaml } from '../krm/emit-yaml.ts';
import { decodeUtf8, parseStream, REQUEST_LIMITS, STREAM_LIMITS, type StreamDocument } from '../krm/parse-yaml.ts';
import { GRAPH_FILE_LIMITS, openList, readMentioning } from '../krm/read-wanted.ts';
import type { Resource } from '../krm/resource.ts';
import { exitCodeOf, type ResourceFinding } from '../krm/results.ts';
import { joinStream } from '../krm/split-stream.ts';
import { isGraph } from '../outputs/graph.ts';
import { type GraphTerms, graphWorkloads } from '../render/graph-workloads.ts';
import { SETTING_PATHS } from '../request/defaults.ts';
import { isRequest } from '../request/parse-request.ts';
import { toWorkloadOptions } from '../request/workload-options.ts';
import { type Arguments, type Command, UsageError } from './cli/command.ts';
import type { Context } from './cli/context.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from './cli/outcome.ts';
import { optionLayer, optionsOf, STRICT_OPTION } from './cli/request-options.ts';
import { readAll } from './read/read-all.ts';
import { STDIN, STDIN_FILE } from './read/read-input.ts';
import { openSettings, type SettingsAt } from './read/settings-at.ts';

const STDIN_LIMITS = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes, tokens: STREAM_LIMITS.tokens };

/** `workloads`: graphs in, the plain objects that the operator would make of them out. */
export const WORKLOADS: Command = {
  name: 'workloads',
  synopsis: 'FILE...|-',
  summary: 'Turns graphs, whoever wrote them, into plain Kubernetes workloads for a cluster without the operator.',
  details:
    'Reads files, folders and globs, or stdin with -. What stands beside the graphs passes through. What needs the\n' +
    'operator is an error that names the way out, and nothing is printed then (docs/workloads.md).\n',
  options: {
    ...optionsOf(SETTING_PATHS.filter((path) => path.startsWith('workloads.') || path === 'imageMirrors')),
    ...STRICT_OPTION,
    ...REPORT_OPTIONS,
  },
  run: (args, context) => runReported(args, context, () => printWorkloads(args, context)),
};

async function printWorkloads(args: Arguments, context: Context): Promise<Outcome> {
  const { positionals } = args;
  if (positionals.length === 0) throw new UsageError('name files with graphs, or - for stdin');
  const settings = openSettings(optionLayer(args), commandLineRoot(context.cwd, positionals));
  const { read: documents, findings } = await readDocuments(positionals, settings.root, context);
  const resources = documents.flatMap(({ resource }) => resource ?? []);
  const graphs = resources.filter(({ object }) => isGraph(object));
  const report = graphWorkloads(graphs, (graph) => termsOf(graph, settings));
  const left = resources.filter(({ object }) => isRequest(object)).map(requestLeft);
  const all = [...findings, ...projectFindings(graphs, settings), ...report.findings, ...left];
  const isEmpty = graphs.length === 0 && exitCodeOf(all) === 0;
  if (isEmpty) return { findings: [...all, noGraphs(positionals)], output: '', notes: '' };
  if (exitCodeOf(all) !== 0)
    return { findings: all, output: '', notes: 'nothing was printed: the graphs have errors\n' };
  const made = new Map(report.workloads.map(({ graph, objects }) => [graph, objects]));
  const texts = documents.flatMap(({ text, resource }) => {
    const objects = resource && made.get(resource);
    return objects === undefined ? [text] : objects.map(emitYaml);
  });
  return { findings: all, output: joinStream(withoutRepeats(texts)), notes: '' };
}

/** Every document of what is named, as far as it holds a graph anywhere. */
async function readDocuments(patterns: readonly string[], root: Root, context: Context) {
  if (patterns.includes(STDIN)) {
    if (patterns.length > 1) throw new UsageError('- (stdin) cannot be combined with other paths');
    const { budget } = root;
    const text = decodeUtf8(await context.readStdin(), STDIN_FILE, budget);
    return readAll([() => documentsOf(text, { file: STDIN_FILE, source: '', budget })]);
  }
  const missing: RenderError[] = [];
  const files = findFiles(patterns, root, { fail: (error) => void missing.push(error) });
  const { read, findings } = readAll(files.map((file) => () => documentsIn(file)));
  return { read, findings: [...missing.map((error) => error.toFinding()), ...findings] };
}

function documentsIn(found: FoundFile): StreamDocument[] {
  const limits = GRAPH_FILE_LIMITS;
  const text = readMentioning(found, { isWanted: isGraph, mention: GRAPH_KIND, limits });
  if (text === undefined) return [];
  const documents = documentsOf(text, found);
  const concernsUs = documents.some(
    ({ resource }) => resource && (isGraph(resource.object) || isRequest(resource.object)),
  );
  return concernsUs || found.isNamed ? documents : [];
}

function documentsOf(
  text: string,
  { file, source, budget }: Pick<FoundFile, 'file' | 'source' | 'budget'>,
): StreamDocument[] {
  const options = { file, source, budget, limits: STDIN_LIMITS, mustMention: GRAPH_KIND };
  return parseStream(text, options).flatMap((document) => openList(document, isGraph));
}

function termsOf({ origin }: Resource, { at }: SettingsAt): GraphTerms {
  const { settings } = at(origin.file);
  return {
    options: toWorkloadOptions(settings.workloads ?? {}),
    imageMirrors: settings.imageMirrors ?? [],
    isStrict: settings.strict,
  };
}

/** What is wrong with the project files of the graphs, once each. */
function projectFindings(graphs: readonly Resource[], { projectOf }: SettingsAt) {
  const projects = new Set(graphs.map(({ origin }) => projectOf(origin.file)));
  return [...projects].flatMap(({ errors, warnings }) => [...errors, ...warnings]);
}

function requestLeft(resource: Resource): ResourceFinding {
  return findingOf('REQUEST_LEFT', {
    message: `a ${REQUEST_KIND} is no graph yet`,
    path: 'kind',
    hint: 'render it: dgdr-render render --emit workloads',
    origin: resource.locate('kind'),
    resource,
  });
}

function noGraphs(patterns: readonly string[]) {
  const where = patterns.includes(STDIN) ? STDIN_FILE : patterns.join(', ');
  return findingOf('NO_REQUESTS', { message: `no ${GRAPH_KIND} in ${where}`, hint: 'name a file that holds one' });
}

/** The CRD stands before every graph that asks for it, and is wanted once. */
function withoutRepeats(texts: readonly string[]): string[] {
  const isCrd = (text: string): boolean => text.includes('\nkind: CustomResourceDefinition\n');
  return texts.filter((text, index) => !isCrd(text) || texts.indexOf(text) === index);
}
