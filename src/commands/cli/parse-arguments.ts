import { parseArgs } from 'node:util';
import { didYouMean } from './did-you-mean.ts';
import type { OptionTable } from './option-table.ts';
import { UsageError } from './usage-error.ts';

/** Arguments of a call, by option name without dashes. */
export interface Arguments {
  readonly text: (name: string) => string | undefined;
  /** All values of a repeatable option. */
  readonly texts: (name: string) => readonly string[];
  readonly isSet: (name: string) => boolean;
  /** Names of all options of the call, each once. */
  readonly given: readonly string[];
  readonly positionals: readonly string[];
}

/** The arguments after the words of a command. @throws UsageError */
export function parseArguments(argv: readonly string[], table: OptionTable): Arguments {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { type, isRepeatable = false, short }]) => {
      return [name, { type, multiple: isRepeatable, ...(short !== undefined && { short }) }];
    }),
  );
  const { values, positionals, tokens } = parseArgs({
    ...{ args: [...argv], options, allowPositionals: true, strict: false, tokens: true },
  });
  for (const token of tokens) if (token.kind === 'option') requireFitting(token, table);
  return {
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    texts: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
    isSet: (name) => values[name] === true,
    given: Object.keys(values),
    positionals,
  };
}

interface OptionToken {
  readonly name: string;
  /** As it was written. */
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function requireFitting({ name, rawName, value, inlineValue }: OptionToken, table: OptionTable): void {
  const spec = Object.hasOwn(table, name) ? table[name] : undefined;
  if (spec === undefined) throw new UsageError(unknownOption(rawName, name, table));
  if (spec.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`option ${rawName} takes no value`);
    return;
  }
  const wanted = `option ${rawName} wants a value: ${rawName} ${spec.value ?? 'VALUE'}`;
  if (value === undefined) throw new UsageError(wanted);
  // What looks like an option is one whose neighbour lost its value.
  if (inlineValue === false && value.startsWith('-') && value !== '-') {
    throw new UsageError(`${wanted}; one that begins with - is written ${rawName}=${value}`);
  }
}

function unknownOption(rawName: string, name: string, table: OptionTable): string {
  const known = Object.entries(table).flatMap(([option, { isHidden = false }]) => (isHidden ? [] : [option]));
  return `unknown option '${rawName}'${didYouMean(name, known, '--')}`;
}
