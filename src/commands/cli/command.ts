import { parseArgs } from 'node:util';
import type { Context } from './context.ts';

/** A call that cannot be understood: exit code 2 and a pointer to the help. */
export class UsageError extends Error {}

interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** Placeholder of the value in the help. */
  readonly value?: string;
  readonly help: string;
  /** May be given several times. */
  readonly isRepeatable?: boolean;
  /** For conformance runs: known, but not in the help. */
  readonly isHidden?: boolean;
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** Arguments of a call, by option name without dashes. */
export interface Arguments {
  readonly text: (name: string) => string | undefined;
  /** All values of a repeatable option. */
  readonly texts: (name: string) => readonly string[];
  readonly isSet: (name: string) => boolean;
  readonly positionals: readonly string[];
}

export interface Command {
  /** Words that call it, such as `perfdb show`. */
  readonly name: string;
  readonly synopsis: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What else its help says, in lines of at most 100 characters. */
  readonly details?: string;
  readonly options: OptionTable;
  /** Resolves to the exit code. */
  readonly run: (args: Arguments, context: Context) => Promise<number>;
}

const HELP: OptionTable = { help: { type: 'boolean', help: 'show this text' } };

/** Parses the arguments after the command's own words and runs it. */
export async function runCommand(command: Command, argv: readonly string[], context: Context): Promise<number> {
  const args = parse(command, argv);
  if (args.isSet('help')) {
    context.stdout(helpOf(command));
    return 0;
  }
  return command.run(args, context);
}

function parse(command: Command, argv: readonly string[]): Arguments {
  const options = { ...command.options, ...HELP };
  const { values, positionals } = parseStrictly(argv, options);
  return {
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    texts: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
    isSet: (name) => values[name] === true,
    positionals,
  };
}

function parseStrictly(argv: readonly string[], table: OptionTable) {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { type, isRepeatable }]) => [name, { type, multiple: isRepeatable === true }]),
  );
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError(firstSentence(error.message));
    }
    throw error;
  }
}

/** Node appends advice about `--` that misleads more than it helps. */
function firstSentence(message: string): string {
  const [sentence = message] = message.split(/\. |\n/);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

function helpOf({ name, synopsis, summary, details = '', options }: Command): string {
  const rows = Object.entries({ ...options, ...HELP })
    .filter(([, spec]) => !spec.isHidden)
    .map(([option, spec]) => [`--${option}${spec.value ? ` ${spec.value}` : ''}`, spec.help] as const);
  const width = Math.max(...rows.map(([left]) => left.length));
  const lines = rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`);
  return `usage: dgdr-render ${name}${synopsis === '' ? '' : ` ${synopsis}`}\n\n${summary}\n${details}\n${lines.join('\n')}\n`;
}
