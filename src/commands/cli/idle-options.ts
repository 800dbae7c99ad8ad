import type { Arguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';

/** Options of a command that have no effect in some calls, so that a call with one of them is a wrong one. */
export type IdleOptions = {
  /** Names without dashes. */
  readonly options: readonly string[];
  /** Why, in words that say what to do. */
  readonly why: string;
} & (
  | {
      /** They have none beside one of these. */
      readonly beside: readonly string[];
    }
  | {
      /** They have none without this one. */
      readonly without: string;
    }
);

/** @throws UsageError for an option that has no effect in this call */
export function requireUseful({ given }: Arguments, rules: readonly IdleOptions[]): void {
  for (const rule of rules) {
    const option = given.find((name) => rule.options.includes(name));
    if (option === undefined) continue;
    const words = idleWords(rule, given);
    if (words !== undefined) throw new UsageError(`--${option} has no effect ${words}: ${rule.why}`);
  }
}

function idleWords(rule: IdleOptions, given: readonly string[]): string | undefined {
  if ('without' in rule) return given.includes(rule.without) ? undefined : `without --${rule.without}`;
  const other = given.find((name) => rule.beside.includes(name));
  return other && `beside --${other}`;
}

/** @throws UsageError for an option that is not among the used ones; `where` says on what the others have no effect */
export function requireUsed({ given }: Arguments, used: readonly string[], where: string): void {
  const other = given.find((name) => !used.includes(name));
  if (other !== undefined) throw new UsageError(`--${other} has no effect on ${where}`);
}

/**
 * Holds a call against the formats that have a place for an option; options without a row are for all.
 * @throws UsageError for an option that the format has no place for
 */
export function requireShown<Format extends string>(
  { given }: Arguments,
  format: Format,
  formatsOf: Readonly<Record<string, readonly Format[]>>,
): void {
  for (const [option, formats] of Object.entries(formatsOf)) {
    if (!given.includes(option) || formats.includes(format)) continue;
    throw new UsageError(`--${option} is for --format ${formats.join(', ')} alone, not ${format}`);
  }
}
