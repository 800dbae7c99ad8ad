import { CRITERION_NAMES, type CriterionName } from '../compare/best.ts';
import { type Comparison, toComparisons } from '../compare/comparison.ts';
import { comparisonCsv } from '../compare/formats/csv.ts';
import { comparisonJson } from '../compare/formats/json.ts';
import { comparisonMarkdown } from '../compare/formats/markdown.ts';
import { comparisonText } from '../compare/formats/text.ts';
import { readSets } from '../compare/set.ts';
import { resourcesOf, variantsOf } from '../compare/variants.ts';
import { commandLineRoot } from '../files/root.ts';
import { type Arguments, type Command, UsageError } from './cli/command.ts';
import type { Context } from './cli/context.ts';
import { jsonText } from './cli/json-text.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from './cli/outcome.ts';
import { oneOf, optionLayer, PICK_OPTIONS } from './cli/request-options.ts';
import { textWidth } from './cli/text-width.ts';
import { isEmptyInput, noRequests, readInput } from './read/read-input.ts';
import { showProgress } from './read/render-input.ts';
import { openSettings, withTerms } from './read/settings-at.ts';
import { profileInThreads } from './threads/in-threads.ts';
import { JOBS_OPTION, jobsOf } from './threads/threads.ts';

const FORMATS = {
  text: comparisonText,
  json: (comparisons) => `${jsonText(comparisonJson(comparisons), 1)}\n`,
  csv: comparisonCsv,
  markdown: comparisonMarkdown,
} as const satisfies Readonly<Record<string, (comparisons: readonly Comparison[], width: number) => string>>;
const FORMAT_NAMES = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
const DEFAULT_BY: CriterionName = 'throughput';

/** `compare`: what requests would come to if they said something else. */
export const COMPARE: Command = {
  name: 'compare',
  synopsis: 'FILE... --set PATH=V[,V...]',
  summary: 'Puts what-ifs of requests side by side and marks the best.',
  details:
    'Each --set names a field below spec, such as sla.itl, hardware.gpuSku or backend, or a setting that requests say by\n' +
    'an annotation, such as servingMode. Every combination of the values is tried as if the request said so; one that is\n' +
    'refused stands there with its reason. What meets the targets goes first, then what serves the load, then --by:\n' +
    'throughput is tokens/s/GPU, cost needs prices, and gpus is how many serve the load, also beyond the budget.\n' +
    '"How many GPUs for 25 requests/s?" is compare FILE --set workload.requestRate=25 --by gpus.\n',
  options: {
    set: { type: 'string', value: 'PATH=V[,V]', isRepeatable: true, help: 'values of a field to try; may be repeated' },
    by: {
      type: 'string',
      value: 'WHAT',
      help: `what the best has: ${CRITERION_NAMES.join(', ')}; throughput by default`,
    },
    format: { type: 'string', value: 'NAME', help: `${FORMAT_NAMES.join(', ')}; text by default` },
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...PICK_OPTIONS,
  },
  run: (args, context) => runReported(args, context, () => compareCommand(args, context)),
};

/** The same as the function `compare`, only that combinations are profiled in several threads. */
async function compareCommand(args: Arguments, context: Context): Promise<Outcome> {
  if (args.positionals.length === 0) throw new UsageError('a file, a folder, a glob or - was expected');
  const format = oneOf(args, 'format', FORMAT_NAMES) ?? 'text';
  const by = oneOf(args, 'by', CRITERION_NAMES) ?? DEFAULT_BY;
  const sets = readSets(args.texts('set'));
  const settings = openSettings(optionLayer(args), commandLineRoot(context.cwd, args.positionals));
  const input = await readInput(args.positionals, { settings }, context);
  const empty = isEmptyInput(input) ? [noRequests(args.positionals)] : [];
  const known = withTerms(input.requests, settings, context);
  const variants = variantsOf(known.requests, sets);
  const { requests, termsOf } = withTerms(resourcesOf(variants), settings, context);
  const onStart = showProgress('profiling', requests, context);
  const report = await profileInThreads(
    requests,
    { termsOf, onStart },
    { context, jobs: jobsOf(args), extent: 'graph' },
  );
  const { comparisons, findings } = toComparisons(variants, report, {
    by,
    termsOf,
    pricesOf: ({ origin }) => settings.at(origin.file).settings.prices,
  });
  return {
    findings: [...input.findings, ...known.findings, ...findings, ...empty],
    output: comparisons.length === 0 ? '' : FORMATS[format](comparisons, textWidth(context)),
    notes: '',
  };
}
