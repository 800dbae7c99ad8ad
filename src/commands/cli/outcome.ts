import { sayOnce } from '../../files/budget.ts';
import { exitCodeOf, type ResourceFinding } from '../../krm/results.ts';
import { writeNamed } from '../files/write-named.ts';
import { reportGithub } from '../reporters/github.ts';
import { reportGitlab } from '../reporters/gitlab.ts';
import { reportJson } from '../reporters/json.ts';
import { reportJunit } from '../reporters/junit.ts';
import { type Reporter, shownOf } from '../reporters/reporter.ts';
import { reportSarif } from '../reporters/sarif.ts';
import { reportText } from '../reporters/text.ts';
import type { Arguments, OptionTable } from './command.ts';
import type { Context } from './context.ts';
import { oneOf } from './request-options.ts';
import { toFindings } from './to-findings.ts';

/** What a command comes to, before any of it is printed. */
export interface Outcome {
  readonly findings: readonly ResourceFinding[];
  /** For stdout: manifests, or what else the command was called for. */
  readonly output: string;
  /** Lines for people on stderr, after the findings; a report for programs on stderr goes without them. */
  readonly notes: string;
}

const NO_COLOUR = { isColoured: false };

interface Format {
  readonly report: Reporter;
  /** Whether other lines may stand beside the report. */
  readonly isForPeople: boolean;
}

const FORMATS = {
  text: { report: reportText, isForPeople: true },
  json: { report: reportJson, isForPeople: false },
  sarif: { report: reportSarif, isForPeople: false },
  github: { report: reportGithub, isForPeople: true },
  gitlab: { report: reportGitlab, isForPeople: false },
  junit: { report: reportJunit, isForPeople: false },
} as const satisfies Readonly<Record<string, Format>>;
const NAMES = Object.keys(FORMATS) as readonly (keyof typeof FORMATS)[];

/** Options that say how the findings are written, and where. */
export const REPORT_OPTIONS = {
  report: { type: 'string', value: 'NAME', help: `findings as ${NAMES.join(', ')}; on stderr, text by default` },
  'report-file': { type: 'string', value: 'FILE', help: 'write the report there, and text on stderr all the same' },
} as const satisfies OptionTable;

/**
 * Does the work and prints what came of it: the report, stdout, the notes. Resolves to the exit code. An expected
 * failure of the work is a report like any other; a report file that cannot be written is OUTPUT_FAILED.
 */
export async function runReported(args: Arguments, context: Context, work: () => Promise<Outcome>): Promise<0 | 1 | 2> {
  const format: Format = FORMATS[oneOf(args, 'report', NAMES) ?? 'text'];
  const file = args.text('report-file');
  const attempted = await attempt(work);
  const outcome = { ...attempted, findings: sayOnce(attempted.findings) };
  // The file is written also where there is nothing to report: a later step of a pipeline expects it.
  const unwritten =
    file === undefined
      ? []
      : await writeNamed({ what: 'report', file, text: format.report(outcome.findings, NO_COLOUR) }, context);
  const findings = [...outcome.findings, ...unwritten];
  const onStderr: Format = file === undefined ? format : FORMATS.text;
  context.stderr(onStderr.report(shownOf(findings, context), context));
  context.stdout(outcome.output);
  if (onStderr.isForPeople && context.isQuiet !== true) context.stderr(outcome.notes);
  return exitCodeOf(findings);
}

async function attempt(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    return { findings: toFindings(error), output: '', notes: '' };
  }
}
