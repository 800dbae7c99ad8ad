import { commandLineRoot } from '../../files/root.ts';
import type { Profile } from '../../profile/profile.ts';
import { toLatencyColumns } from '../../profile/rows/row.ts';
import { toRow } from '../../profile/rows/to-row.ts';
import type { ProfiledRequest } from '../../render/render.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { jsonText } from '../cli/json-text.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from '../cli/outcome.ts';
import { oneOf, optionLayer, PICK_OPTIONS } from '../cli/request-options.ts';
import { isEmptyInput, noRequests, readInput } from '../read/read-input.ts';
import { showProgress } from '../read/render-input.ts';
import { openSettings, withTerms } from '../read/settings-at.ts';
import { profileInThreads } from '../threads/in-threads.ts';
import { JOBS_OPTION, jobsOf } from '../threads/threads.ts';
import { type ExplainedProfile, formatProfiles } from './profile-text.ts';

const FORMATS = { json: formatJson, text: formatProfiles } as const;

/** `profile`: what was considered for each request, and what was picked. */
export const PROFILE: Command = {
  name: 'profile',
  synopsis: 'FILE...',
  summary: 'Ranks the configurations for each request and shows the pick.',
  details: 'Reads files, folders, globs or stdin (-). A request that fails does not hide the others.\n',
  options: {
    format: { type: 'string', value: 'NAME', help: 'text (default) or json, an array with an element a request' },
    explain: { type: 'boolean', help: 'add the time of every operation of the pick, and what no flag can express' },
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...PICK_OPTIONS,
  },
  run: (args, context) => runReported(args, context, () => profile(args, context)),
};

async function profile(args: Arguments, context: Context): Promise<Outcome> {
  if (args.positionals.length === 0) throw new UsageError('a file, a folder, a glob or - was expected');
  const format = oneOf(args, 'format', ['json', 'text']) ?? 'text';
  const settings = openSettings(optionLayer(args), commandLineRoot(context.cwd, args.positionals));
  const input = await readInput(args.positionals, { settings }, context);
  const { requests, termsOf, findings: before } = withTerms(input.requests, settings, context);
  const onStart = showProgress('profiling', requests, context);
  const report = await profileInThreads(requests, { termsOf, onStart }, { context, jobs: jobsOf(args) });
  const isEmpty = isEmptyInput(input);
  const findings = [
    ...input.findings,
    ...before,
    ...report.findings,
    ...(isEmpty ? [noRequests(args.positionals)] : []),
  ];
  const isExplained = args.isSet('explain') && format === 'text';
  const profiles = report.profiles.map((profiled): ExplainedProfile => {
    if (!isExplained) return profiled;
    const { street } = termsOf(profiled.resource);
    return { ...profiled, details: street.explain(profiled.request, profiled.profile) };
  });
  return { findings, output: FORMATS[format](profiles), notes: '' };
}

function formatJson(profiles: readonly ProfiledRequest[]): string {
  return `${jsonText(profiles.map(toElement), 1)}\n`;
}

/** An element of the array; its shape is an interface to other tools. */
function toElement({ request, profile }: ProfiledRequest) {
  const { system, backend, backendVersion, pickingMode, chosen, latencies, experiments, picked } = profile;
  return {
    name: request.name,
    namespace: request.namespace ?? null,
    system,
    backend,
    backendVersion,
    pickingMode,
    chosen,
    latencies: toLatencyColumns(latencies),
    experiments: Object.fromEntries(Object.entries(experiments).map(([mode, table]) => [mode, toTable(table)])),
    picked: picked.map(toRow),
  };
}

function toTable({ bestThroughput, top, pareto }: NonNullable<Profile['experiments']['agg']>) {
  return { bestThroughput, top: top.map(toRow), pareto: pareto.map(toRow) };
}
