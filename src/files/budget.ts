import { type Finding, type Origin, RenderError } from '../errors.ts';

/** UTF-8 bytes that a run reads, as many as one stream may have: while it is read and printed each of them takes up to eight of memory. */
export const MOST_BYTES = 2 ** 25;

/** What of a run's input costs time and memory, each with the most of it; everything that a run reads counts on one budget. */
const MOST = {
  /** Documents and items of lists, read or not. */
  parts: 500_000,
  /** Those of them that concern us and are parsed. */
  documents: 10_000,
  /** Pieces of syntax in them: some 2.5 microseconds of a processor and, while the document is held, 200 bytes each. */
  tokens: 1_000_000,
  /** Their characters but for comments, of which long texts have many: some 40 bytes of memory each while they are read. */
  characters: 2 ** 23,
  /** Of texts that may hold such documents, which stay in memory with them. */
  bytes: MOST_BYTES,
} as const satisfies Amounts;

/** What each request that was read adds, for its graphs, its older graphs and its entry of a lock. */
const EACH_REQUEST = {
  parts: 4,
  documents: 4,
  tokens: 4000,
  characters: 2 ** 14,
  bytes: 2 ** 14,
} as const satisfies Amounts;
/** How many requests add to it: what is read stays bounded however many there are. */
const MOST_ADDING = 1000;

interface Amounts {
  readonly parts: number;
  readonly documents: number;
  readonly tokens: number;
  readonly characters: number;
  readonly bytes: number;
}

/** What is left of it; counted down while a run reads. */
export interface Budget {
  parts: number;
  documents: number;
  tokens: number;
  characters: number;
  bytes: number;
  /** How many requests added to it. */
  requests: number;
  /** Why nothing more is read; every reader after that throws it too, so that none takes what it did not read for nothing. */
  spent: RenderError | undefined;
}

/** The budget of a run. */
export function newBudget(): Budget {
  return { ...MOST, requests: 0, spent: undefined };
}

/** Takes one document or item of a list, whether it is read or not. Throws INPUT_TOO_LARGE. */
export function takePart(budget: Budget, origin: Origin): void {
  take(budget, ONE_PART, () => origin);
}

/** Takes documents before any of them is read. Throws INPUT_TOO_LARGE. */
export function takeDocuments(budget: Budget, count: number, origin: Origin): void {
  take(budget, { what: 'documents', count, words: 'documents that are to be read' }, () => origin);
}

/** Takes one piece of syntax. Throws INPUT_TOO_LARGE. */
export function takeToken(budget: Budget, at: () => Origin): void {
  take(budget, ONE_TOKEN, at);
}

/** Takes characters of one piece of syntax. Throws INPUT_TOO_LARGE. */
export function takeCharacters(budget: Budget, count: number, at: () => Origin): void {
  take(budget, { what: 'characters', count, words: 'characters of YAML' }, at);
}

/** Takes the bytes of a text. Throws INPUT_TOO_LARGE. */
export function takeBytes(budget: Budget, count: number, origin: Origin): void {
  take(budget, { what: 'bytes', count, words: 'bytes of files that are to be read' }, () => origin);
}

/** Adds what belongs to requests, once all of them were read. */
export function addFor(budget: Budget, requests: number): void {
  const adding = Math.min(requests, MOST_ADDING - budget.requests);
  budget.requests += adding;
  for (const what of AMOUNTS) budget[what] += adding * EACH_REQUEST[what];
}

/**
 * The findings of a run without repeats of the one that ended its reading, which every reader after that one meets.
 */
export function sayOnce<F extends Finding>(findings: readonly F[]): F[] {
  const said = new Set<string>();
  return findings.filter(({ code, message, origin, path }) => {
    if (code !== 'INPUT_TOO_LARGE') return true;
    const key = JSON.stringify([message, origin, path]);
    return !said.has(key) && said.add(key);
  });
}

const AMOUNTS = ['parts', 'documents', 'tokens', 'characters', 'bytes'] as const satisfies readonly (keyof Amounts)[];

interface Taken {
  readonly what: keyof Amounts;
  readonly count: number;
  readonly words: string;
}

const ONE_PART: Taken = { what: 'parts', count: 1, words: 'documents' };
const ONE_TOKEN: Taken = { what: 'tokens', count: 1, words: 'tokens of YAML' };

function take(budget: Budget, { what, count, words }: Taken, at: () => Origin): void {
  if (budget.spent !== undefined) throw budget.spent;
  budget[what] -= count;
  if (budget[what] >= 0) return;
  const most = MOST[what] + budget.requests * EACH_REQUEST[what];
  budget.spent = new RenderError('INPUT_TOO_LARGE', {
    message: `more than ${most} ${words} in all`,
    origin: at(),
    hint: 'split the input, or name fewer files',
  });
  throw budget.spent;
}
