import { formatTable } from '../../tables/text.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { didYouMean } from '../cli/did-you-mean.ts';
import { allCodes, type CodeWords } from './code-help.ts';

/** `codes`: what findings mean. */
export const CODES_COMMAND: Command = {
  name: 'codes',
  synopsis: '[CODE]',
  summary: 'Says what a finding means and what to do, or lists all codes.',
  options: {},
  run: async (args, context) => codes(args, context),
};

function codes({ positionals }: Arguments, { stdout }: Context): number {
  const [wanted, ...others] = positionals;
  if (others.length > 0) throw new UsageError('one code was expected');
  const all = allCodes();
  if (wanted === undefined) {
    stdout(
      formatTable(
        ['code', 'severity', 'meaning'],
        all.map(({ code, severity, meaning }) => [code, severity, meaning]),
      ),
    );
    return 0;
  }
  const name = wanted.toUpperCase();
  const found = all.find(({ code }) => code === name);
  if (found === undefined) throw new UsageError(unknown(wanted, all));
  stdout(describe(found));
  return 0;
}

function unknown(wanted: string, all: readonly CodeWords[]): string {
  return `there is no code ${wanted}${didYouMean(
    wanted,
    all.map(({ code }) => code),
  )}`;
}

function describe({ code, severity, meaning, detail, advice }: CodeWords): string {
  return `${code} (${severity}): ${meaning}\n\nSaid where: ${plain(detail)}.\nWhat to do: ${plain(advice)}.\n`;
}

function plain(text: string): string {
  return text.replaceAll('`', '');
}
