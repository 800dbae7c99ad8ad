import type { Context } from './context.ts';
import { type IdleOptions, requireUseful } from './idle-options.ts';
import { inGroups } from './option-groups.ts';
import type { OptionTable } from './option-table.ts';
import { type Arguments, parseArguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';

export { type Arguments, type OptionTable, UsageError };

export interface Command {
  /** Words that call it, such as `perfdb show`. */
  readonly name: string;
  readonly synopsis: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What else its help says, in lines of at most 100 characters. */
  readonly details?: string;
  readonly options: OptionTable;
  /** Which options have no effect beside others, or without them. */
  readonly idle?: readonly IdleOptions[];
  /** Resolves to the exit code. */
  readonly run: (args: Arguments, context: Context) => Promise<number>;
}

const COLOURS = ['auto', 'always', 'never'] as const;

/** Options of every command. */
export const COMMON = {
  color: { type: 'string', value: 'WHEN', help: `${COLOURS.join(', ')}: whether findings are coloured` },
  quiet: { type: 'boolean', short: 'q', help: 'say errors alone' },
  help: { type: 'boolean', short: 'h', help: 'show this text' },
} as const satisfies OptionTable;

/** Parses the arguments after the command's own words and runs it. */
export async function runCommand(command: Command, argv: readonly string[], context: Context): Promise<number> {
  const args = parseArguments(argv, { ...command.options, ...COMMON });
  if (args.isSet('help')) {
    context.stdout(helpOf(command));
    return 0;
  }
  requireUseful(args, command.idle ?? []);
  return command.run(args, asAsked(args, context));
}

/** The context as the common options want it. */
function asAsked(args: Arguments, context: Context): Context {
  const text = args.text('color');
  const when = COLOURS.find((value) => value === text);
  if (text !== undefined && when === undefined) {
    throw new UsageError(`--color ${text} is not one of ${COLOURS.join(', ')}`);
  }
  const isColoured = when === 'always' || (when !== 'never' && context.isColoured);
  const isQuiet = args.isSet('quiet');
  return { ...context, isColoured, isQuiet, progress: isQuiet ? () => {} : context.progress };
}

/** A row of a help: the option with its letter and value, and what it is for. */
export interface OptionRow {
  readonly option: string;
  readonly help: string;
}

/** The options that a help shows, by their groups. */
export function optionRows({
  options,
}: Command): readonly { readonly title: string; readonly rows: readonly OptionRow[] }[] {
  const all: OptionTable = { ...options, ...COMMON };
  const shown = Object.keys(all).filter((name) => all[name]?.isHidden !== true);
  return inGroups(shown).map(({ title, names }) => ({
    title,
    rows: names.map((name) => {
      const { short, value, help = '' } = all[name] ?? {};
      return { option: `${short === undefined ? '' : `-${short}, `}--${name}${value ? ` ${value}` : ''}`, help };
    }),
  }));
}

/** What `--help` prints. */
export function helpOf(command: Command): string {
  const { name, synopsis, summary, details = '' } = command;
  const groups = optionRows(command);
  const width = Math.max(...groups.flatMap(({ rows }) => rows.map(({ option }) => option.length)));
  const texts = groups.map(({ title, rows }) => {
    const lines = rows.map(({ option, help }) => `  ${option.padEnd(width)}  ${help}\n`).join('');
    return `\n${title === '' ? '' : `${title}:\n`}${lines}`;
  });
  return `usage: dgdr-render ${name}${synopsis === '' ? '' : ` ${synopsis}`}\n\n${summary}\n${details}${texts.join('')}`;
}
