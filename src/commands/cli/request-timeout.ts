import { type Arguments, type OptionTable, UsageError } from './command.ts';

const SECONDS = 30;
/** A day: Node's timers end at 24 of them. */
const MOST_SECONDS = 86_400;

/** The option that bounds how long an answer is waited for; `whose` says of whom. */
export function timeoutOption(whose: string): OptionTable {
  const help = `longest wait for an answer of ${whose}; default ${SECONDS}`;
  return { 'request-timeout': { type: 'string', value: 'SECONDS', help } };
}

/** What the option says, in ms. */
export function timeoutMsOf(args: Arguments): number {
  const text = args.text('request-timeout') ?? String(SECONDS);
  const seconds = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0 && seconds <= MOST_SECONDS) return 1000 * seconds;
  throw new UsageError(`--request-timeout ${text} is not a number of seconds above 0`);
}
