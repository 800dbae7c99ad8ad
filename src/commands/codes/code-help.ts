import { CODES, type Code } from '../../errors.ts';
import { type CodeHelp, ERROR_HELP } from './error-help.ts';
import { NOTE_HELP } from './note-help.ts';

const HELP: Readonly<Record<Code, CodeHelp>> = { ...ERROR_HELP, ...NOTE_HELP };

/** A code as people are told about it. */
export interface CodeWords {
  readonly code: Code;
  readonly severity: 'error' | 'warning' | 'info';
  /** In a few words. */
  readonly meaning: string;
  /** When it is said. */
  readonly detail: string;
  /** What to do. */
  readonly advice: string;
}

/** Every code, in the order of the table. */
export function allCodes(): CodeWords[] {
  return (Object.keys(CODES) as Code[]).map(wordsOf);
}

function wordsOf(code: Code): CodeWords {
  const [detail, advice] = HELP[code];
  return { code, ...CODES[code], detail, advice };
}
