import { commandLineRoot, type Root } from '../../files/root.ts';
import type { Resource } from '../../krm/resource.ts';
import { exitCodeOf, type ResourceFinding } from '../../krm/results.ts';
import { findDrift } from '../../render/compare/drift.ts';
import { checkStable } from '../../render/compare/stable.ts';
import type { RenderReport } from '../../render/render.ts';
import type { Arguments, Command } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from '../cli/outcome.ts';
import { FROZEN_OPTION, GRAPH_OPTIONS, optionLayer } from '../cli/request-options.ts';
import { toFindings } from '../cli/to-findings.ts';
import { AGAINST_OPTION, checkAgainst } from '../files/against.ts';
import { type Difference, formatDifferences, toFinding } from '../files/drift-report.ts';
import type { PlannedFile } from '../files/planned-files.ts';
import { displayName, findLeftOver, readCommitted, type Store, storeBeside, storeOf } from '../files/store.ts';
import { settleFolders } from '../files/take-folders.ts';
import { type Input, isEmptyInput, noRequests, readInput, STDIN } from '../read/read-input.ts';
import { failedFiles, renderInput } from '../read/render-input.ts';
import { openSettings } from '../read/settings-at.ts';
import { JOBS_OPTION, jobsOf } from '../threads/threads.ts';
import { checkStream } from './check-stream.ts';

/** `check`: whether what is committed is what the requests render to. */
export const CHECK: Command = {
  name: 'check',
  synopsis: '[PATH...]',
  summary: 'Compares rendered graphs with committed ones.',
  details:
    'Reads requests as render does, renders them in memory and prints what differs from the files beside\n' +
    'them (q.dgd.yaml beside q.yaml) or in --output-dir. Nothing is written. Exit code 1 on drift.\n' +
    'With - it reads what a build prints (kustomize build | dgdr-render check -) and says what the cluster\n' +
    'would refuse of it, and which requests, names and references the build left wrong.\n',
  options: {
    'output-dir': { type: 'string', value: 'DIR', help: 'compare with the files of that folder' },
    'allow-empty': { type: 'boolean', help: 'find no request and still succeed' },
    ...AGAINST_OPTION,
    ...FROZEN_OPTION,
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...GRAPH_OPTIONS,
  },
  run: (args, context) => runReported(args, context, () => check(args, context)),
};

async function check(args: Arguments, context: Context): Promise<Outcome> {
  const patterns = args.positionals.length > 0 ? args.positionals : ['.'];
  if (patterns.includes(STDIN)) return checkStream(args, context);
  const dir = args.text('output-dir');
  const store = dir === undefined ? storeBeside() : storeOf(dir);
  const root = commandLineRoot(context.cwd, [...patterns, dir ?? '.']);
  const settings = openSettings(optionLayer(args), root);
  const input = await readInput(patterns, { settings, scopeOf: store.scopeOf }, context);
  await settleFolders(input.files, [dir], context);
  const report = withoutNeeds(await renderInput(input, context, jobsOf(args)));
  const refused = await checkAgainst(args, { graphs: report.graphs, store, root }, context);
  const comparison = compareAll(input, report, { store, dir });
  const isEmpty = isEmptyInput(input) && !args.isSet('allow-empty');
  const findings = [
    ...input.findings,
    ...report.findings,
    ...comparison.findings,
    ...refused.filter((one) => !isAmong(one, comparison.findings)),
    ...(isEmpty ? [noRequests(patterns, { mayBeEmpty: true })] : []),
  ];
  return { findings, output: formatDifferences(comparison.differences), notes: summarize(input, report, findings) };
}

/** What the cluster must have was said where the files were rendered. */
function withoutNeeds(report: RenderReport): RenderReport {
  return { ...report, findings: report.findings.filter(({ code }) => code !== 'CLUSTER_NEEDS') };
}

/** Whether the committed file and the one of the revision give the same finding. */
function isAmong({ code, resource }: ResourceFinding, others: readonly ResourceFinding[]): boolean {
  return others.some((one) => one.code === code && one.resource === resource);
}

interface Comparison {
  readonly differences: readonly Difference[];
  readonly findings: readonly ResourceFinding[];
}

interface Where {
  readonly store: Store;
  /** The folder of the call. */
  readonly dir: string | undefined;
}

function compareAll(input: Input, report: RenderReport, { store, dir }: Where): Comparison {
  const { root } = input.settings;
  const renderAgain = `run dgdr-render render ${dir === undefined ? '--beside' : `--output-dir ${dir}`} with the same paths and options`;
  try {
    const planned = store.plan(report.graphs);
    const failed = failedFiles(input, report);
    const compared = planned.map((file) => compareFile(file, { store, failed, root }));
    const run = { inputs: new Set(input.files), failed, planned: compared.map(({ file }) => file) };
    const leftOver = findLeftOver(store, run, root);
    const differences = [...compared.flatMap((one) => one.differences), ...leftOver.value.map(asLeftOver)];
    const unread = [...compared.flatMap(({ findings }) => findings), ...leftOver.findings];
    const drift = differences.map((one) => toFinding(one, renderAgain));
    return { differences, findings: [...unread, ...drift, ...checkStable(report.graphs, changedOnes(differences))] };
  } catch (error) {
    return { differences: [], findings: toFindings(error) };
  }
}

interface FileContext {
  readonly store: Store;
  readonly failed: ReadonlySet<string>;
  readonly root: Root;
}

/** A file that cannot be read has one finding and no differences. */
function compareFile(
  planned: PlannedFile,
  { store, failed, root }: FileContext,
): Comparison & { readonly file: string } {
  const file = displayName(store, planned.name, root);
  const { value = [], findings } = readCommitted(file, root);
  if (findings.length > 0) return { file, differences: [], findings };
  // What a failed request of the same file would render to is not known.
  const isWhole = !planned.graphs.some(({ request }) => failed.has(request.origin.file));
  const drifts = findDrift(planned.graphs, value).filter(({ kind }) => isWhole || kind !== 'extra');
  return { file, differences: drifts.map((drift) => ({ ...drift, file })), findings };
}

function asLeftOver(committed: Resource): Difference {
  return { kind: 'left over', committed, object: committed.object, file: committed.origin.file };
}

/** Older selves of rendered graphs, which the operator would be asked to update. */
function changedOnes(differences: readonly Difference[]): Resource[] {
  return differences.flatMap((one) => (one.kind === 'changed' ? [one.committed] : []));
}

function summarize({ requests }: Input, { graphs }: RenderReport, findings: readonly ResourceFinding[]): string {
  const failed = requests.length - graphs.length;
  if (failed > 0) return `${failed} of ${requests.length} requests failed and were not compared\n`;
  if (exitCodeOf(findings) !== 0) return '';
  return `${graphs.length} ${graphs.length === 1 ? 'graph is' : 'graphs are'} as rendered\n`;
}
