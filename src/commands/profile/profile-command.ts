import { commandLineRoot } from '../../files/root.ts';
import { groupBy } from '../../group-by.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import type { ProfileReport, Street } from '../../render/render.ts';
import type { Prices } from '../../request/prices.ts';
import { verdictWithRanking } from '../../verdict/answer.ts';
import { USUAL_ROWS } from '../../verdict/ranked.ts';
import { type Arguments, type Command, type OptionTable, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { requireShown } from '../cli/idle-options.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from '../cli/outcome.ts';
import { oneOf, optionLayer, PICK_OPTIONS } from '../cli/request-options.ts';
import { textWidth } from '../cli/text-width.ts';
import { isEmptyInput, noRequests, readInput } from '../read/read-input.ts';
import { showProgress } from '../read/render-input.ts';
import { openSettings, withTerms } from '../read/settings-at.ts';
import { profileInThreads } from '../threads/in-threads.ts';
import { JOBS_OPTION, jobsOf } from '../threads/threads.ts';
import type { ShownAnswer } from './answer.ts';
import { COLUMN_NAMES, type Column, columnNamed } from './columns.ts';
import { loadChart } from './front-of-answer.ts';
import { formatCsv } from './profile-csv.ts';
import { formatJson } from './profile-json.ts';
import { formatMarkdown } from './profile-markdown.ts';
import { formatSvg } from './profile-svg.ts';
import { formatProfiles, type Shape } from './profile-text.ts';

const FORMATS = {
  text: formatProfiles,
  json: formatJson,
  csv: formatCsv,
  markdown: formatMarkdown,
  svg: formatSvg,
} as const satisfies Record<string, (answers: readonly ShownAnswer[], shape: Shape) => string | Promise<string>>;
const FORMAT_NAMES = Object.keys(FORMATS) as readonly (keyof typeof FORMATS)[];

/** Options about what is shown of an answer. */
const SHOWING = {
  chart: { type: 'boolean', help: 'draw the front of both modes below the verdict' },
  top: { type: 'string', value: 'N', help: `rows of each ranking, ${USUAL_ROWS} by default` },
  columns: {
    type: 'string',
    value: 'LIST',
    help: 'columns of rankings, with commas between; an unknown one lists them',
  },
  explain: {
    type: 'boolean',
    help: 'add what was left out, the time of every operation, and what no flag expresses',
  },
} as const satisfies OptionTable;

/** The formats that have a place for each of them; others would leave it out without a word. */
const SHOWN_IN: Readonly<Record<keyof typeof SHOWING, readonly (keyof typeof FORMATS)[]>> = {
  chart: ['text'],
  top: ['text', 'json', 'csv', 'markdown'],
  columns: ['text', 'csv', 'markdown'],
  explain: ['text'],
};

/** `profile`: what was picked for each request and why, and what else there was. */
export const PROFILE: Command = {
  name: 'profile',
  synopsis: 'FILE...',
  summary: 'Says what is picked for each request and why, and ranks the configurations.',
  details: 'Reads files, folders, globs or stdin (-). A request that fails does not hide the others.\n',
  options: {
    format: { type: 'string', value: 'NAME', help: `${FORMAT_NAMES.join(', ')}; text by default` },
    ...SHOWING,
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...PICK_OPTIONS,
  },
  run: (args, context) => runReported(args, context, () => profile(args, context)),
};

async function profile(args: Arguments, context: Context): Promise<Outcome> {
  if (args.positionals.length === 0) throw new UsageError('a file, a folder, a glob or - was expected');
  const format = oneOf(args, 'format', FORMAT_NAMES) ?? 'text';
  requireShown(args, format, SHOWN_IN);
  const topRows = topOf(args);
  const columns = columnsOf(args);
  const chart = args.isSet('chart') ? await loadChart() : undefined;
  const settings = openSettings(optionLayer(args), commandLineRoot(context.cwd, args.positionals));
  const input = await readInput(args.positionals, { settings }, context);
  const { requests, termsOf, findings: before } = withTerms(input.requests, settings, context);
  const onStart = showProgress('profiling', requests, context);
  const report = await profileInThreads(requests, { termsOf, onStart }, { context, jobs: jobsOf(args) });
  const findings = [
    ...input.findings,
    ...before,
    ...report.findings,
    ...(isEmptyInput(input) ? [noRequests(args.positionals)] : []),
  ];
  if (format === 'svg' && report.profiles.length > 1) {
    throw new UsageError(`--format svg draws one request, and there are ${report.profiles.length}`);
  }
  const isExplained = args.isSet('explain');
  const warnings = groupBy(
    report.findings.filter(({ severity }) => severity === 'warning'),
    ({ resource }) => resource,
  );
  const answers = report.profiles.map((profiled) => {
    const { street } = termsOf(profiled.resource);
    const { prices } = settings.at(profiled.resource.origin.file).settings;
    return toAnswer(profiled, {
      street,
      warnings: warnings.get(profiled.resource) ?? [],
      topRows,
      prices,
      isExplained,
    });
  });
  const shape = { width: textWidth(context), columns, chart };
  return { findings, output: await FORMATS[format](answers, shape), notes: '' };
}

interface Answering {
  readonly street: Street;
  readonly warnings: readonly ResourceFinding[];
  readonly topRows: number;
  readonly prices: Prices | undefined;
  readonly isExplained: boolean;
}

function toAnswer(
  { request, profile: made }: ProfileReport['profiles'][number],
  { street, warnings, topRows, prices, isExplained }: Answering,
): ShownAnswer {
  return {
    request,
    profile: made,
    ...verdictWithRanking(street.judged(request, made), { topRows, prices }),
    warnings,
    details: isExplained ? street.explain(request, made) : undefined,
  };
}

function topOf(args: Arguments): number {
  const text = args.text('top');
  if (text === undefined) return USUAL_ROWS;
  const rows = Number(text);
  if (!/^\d+$/.test(text) || rows < 1) throw new UsageError(`--top ${text} is not a number from 1 on`);
  return rows;
}

function columnsOf(args: Arguments): readonly Column[] | undefined {
  const names = args.text('columns')?.split(',');
  return names?.map((name) => {
    const column = columnNamed(name.trim());
    if (column === undefined) throw new UsageError(`--columns ${name} is not one of ${COLUMN_NAMES.join(', ')}`);
    return column;
  });
}
