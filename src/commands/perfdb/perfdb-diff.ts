import { resolve } from 'node:path';
import { commandLineRoot } from '../../files/root.ts';
import { DATA_RELEASES, openCatalog } from '../../perfdb/catalog.ts';
import { diffData } from '../../perfdb/diff.ts';
import { diffJson, diffLines } from '../../perfdb/diff-output.ts';
import { openPerfData, type PerfData } from '../../perfdb/perfdb.ts';
import { ENGINE_NAMES } from '../../releases.ts';
import type { ProfileReport } from '../../render/render.ts';
import { type Arguments, COMMON, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { requireUsed } from '../cli/idle-options.ts';
import { jsonText } from '../cli/json-text.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from '../cli/outcome.ts';
import { oneOf, optionLayer, UNPRICED_PICK_OPTIONS } from '../cli/request-options.ts';
import { type Input, isEmptyInput, noRequests, readInput } from '../read/read-input.ts';
import { showProgress } from '../read/render-input.ts';
import { openSettings, withTerms } from '../read/settings-at.ts';
import { profileInThreads } from '../threads/in-threads.ts';
import { JOBS_OPTION, jobsOf } from '../threads/threads.ts';
import { commonFindings, diffPicks } from './pick-diff.ts';
import { type PickComparison, pickDiffJson, pickDiffText } from './pick-diff-output.ts';
import { openSide, type Side } from './sides.ts';

/** `perfdb diff`: what one release of measured data has and another has not, and what another engine picks. */
export const PERFDB_DIFF: Command = {
  name: 'perfdb diff',
  synopsis: 'A B [REQUEST...]',
  summary: 'Says what changed between two releases of measured data, or what another engine picks.',
  details:
    `A and B are releases of this package (${DATA_RELEASES.join(', ')}) or folders that perfdb import wrote. With requests (files,\n` +
    `folders, globs or -) A and B may also be engines without data of their own (${ENGINE_NAMES.join(', ')}): every\n` +
    'request is profiled by both, whatever its target, and what they pick is compared in numbers.\n',
  options: {
    format: { type: 'string', value: 'NAME', help: 'text (default) or json' },
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...UNPRICED_PICK_OPTIONS,
  },
  run: runDiff,
};

async function runDiff(args: Arguments, context: Context): Promise<number> {
  const [from, to, ...patterns] = args.positionals;
  if (from === undefined || to === undefined) throw new UsageError('two releases were expected');
  const isJson = oneOf(args, 'format', ['json', 'text']) === 'json';
  if (patterns.length > 0) {
    const asked = { from, to, patterns, isJson };
    return runReported(args, context, () => comparePicks(asked, args, context));
  }
  requireUsed(args, OF_DATA, 'data alone: name requests whose picks are compared, or leave it out');
  const catalog = openCatalog();
  const open = (name: string): PerfData => {
    const release = DATA_RELEASES.find((known) => known === name);
    return release === undefined ? openPerfData(resolve(context.cwd, name)) : catalog(release);
  };
  const difference = diffData(open(from), open(to));
  context.stdout(isJson ? `${jsonText(diffJson(difference), 1)}\n` : `${diffLines(difference).join('\n')}\n`);
  return 0;
}

/** Options that say how data are compared; all others are about requests. */
const OF_DATA: readonly string[] = ['format', ...Object.keys(COMMON)];

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly patterns: readonly string[];
  readonly isJson: boolean;
}

async function comparePicks(
  { from, to, patterns, isJson }: Asked,
  args: Arguments,
  context: Context,
): Promise<Outcome> {
  const sides = [openSide(from, context), openSide(to, context)] as const;
  const settings = openSettings(optionLayer(args), commandLineRoot(context.cwd, patterns));
  const input = await readInput(patterns, { settings }, context);
  const jobs = jobsOf(args);
  const before = await profileBy(sides[0], input, jobs);
  const after = await profileBy(sides[1], input, jobs);
  const comparison: PickComparison = { from, to, differences: diffPicks(input.requests, before, after) };
  const findings = [
    ...input.findings,
    ...commonFindings(before, after),
    ...(isEmptyInput(input) ? [noRequests(patterns)] : []),
  ];
  if (comparison.differences.length === 0) return { findings, output: '', notes: '' };
  const output = isJson ? `${jsonText(pickDiffJson(comparison), 1)}\n` : pickDiffText(comparison);
  return { findings, output, notes: '' };
}

/** What an engine picks for every request; what is wrong with project files is found with either. */
async function profileBy({ name, context }: Side, input: Input, jobs: number | undefined): Promise<ProfileReport> {
  const { requests, termsOf, findings } = withTerms(input.requests, input.settings, context);
  const onStart = showProgress(`profiling by ${name}:`, requests, context);
  const report = await profileInThreads(requests, { termsOf, onStart }, { context, jobs });
  return { ...report, findings: [...findings, ...report.findings] };
}
