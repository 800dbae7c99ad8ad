/** What a flag is written with: a value, several values, a bare switch (true), or nothing at all (false, undefined). */
type FlagValue = string | number | boolean | readonly number[] | undefined;

/** One flag of a backend and the value it gets from `T`. */
export type FlagRow<T> = readonly [flag: string, value: (input: T) => FlagValue];

/** Flag and value as separate tokens, in row order; the first row that writes a flag wins. */
export function emitTokens<T>(rows: readonly FlagRow<T>[], input: T): string[] {
  const written = new Set<string>();
  return rows.flatMap(([flag, toValue]) => {
    const value = toValue(input);
    if (value === undefined || value === false || written.has(flag)) return [];
    written.add(flag);
    if (value === true) return [flag];
    return [flag, ...(typeof value === 'object' ? value.map(String) : [String(value)])];
  });
}

/** A flag that is written unless it, or one of `aliases` that means the same, is there already. */
export interface OptionalFlag {
  readonly flag: string;
  readonly value?: string;
  readonly aliases?: readonly string[];
}

/** Whether `args` set `flag`, as `--flag value` or `--flag=value`, with hyphens or underscores. */
export function hasFlag(args: readonly string[], flag: string): boolean {
  return args.some((arg) => spelling(arg) === spelling(flag));
}

/** The value that `args` give `flag`; the last one wins, as in the engines' parsers. Undefined without flag or value. */
export function flagValue(args: readonly string[], flag: string): string | undefined {
  const index = args.findLastIndex((arg) => spelling(arg) === spelling(flag));
  const arg = args[index];
  if (arg === undefined) return undefined;
  const equals = arg.indexOf('=');
  return equals >= 0 ? arg.slice(equals + 1) : args[index + 1];
}

/** The tokens of those flags that `args` do not set. */
export function missingTokens(flags: readonly OptionalFlag[], args: readonly string[]): string[] {
  return flags
    .filter(({ flag, aliases = [] }) => ![flag, ...aliases].some((name) => hasFlag(args, name)))
    .flatMap(({ flag, value }) => (value === undefined ? [flag] : [flag, value]));
}

function spelling(arg: string): string {
  const equals = arg.indexOf('=');
  return (equals >= 0 ? arg.slice(0, equals) : arg).replaceAll('_', '-');
}
