import { type Origin, RenderError } from '../errors.ts';

/** How much of one call's input may concern us, over all of its documents and files. */
const MOST_DOCUMENTS = 10_000;
const MOST_TOKENS = 1_000_000;

/** What is left of it; counted down while a stream or the files of a folder are read. */
export interface Budget {
  documents: number;
  tokens: number;
  /** Said once: what comes after that is not read. */
  isSpent: boolean;
}

/** The budget of a stream, or of all the files of a call. */
export function newBudget(): Budget {
  return { documents: MOST_DOCUMENTS, tokens: MOST_TOKENS, isSpent: false };
}

/** Takes documents before any of them is read. Throws INPUT_TOO_LARGE. */
export function takeDocuments(budget: Budget, count: number, origin: Origin): void {
  budget.documents -= count;
  if (budget.documents < 0) throw spent(budget, `more than ${MOST_DOCUMENTS} documents that are to be read`, origin);
}

/** Takes one piece of syntax. Throws INPUT_TOO_LARGE. */
export function takeToken(budget: Budget, at: () => Origin): void {
  budget.tokens -= 1;
  if (budget.tokens < 0) throw spent(budget, `more than ${MOST_TOKENS} tokens of YAML in all`, at());
}

function spent(budget: Budget, message: string, origin: Origin): RenderError {
  budget.isSpent = true;
  return new RenderError('INPUT_TOO_LARGE', { message, origin, hint: 'split the input, or name fewer files' });
}
