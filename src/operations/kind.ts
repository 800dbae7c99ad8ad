import type { PerfDatabase, SystemSpec } from '../perfdb/perfdb.ts';
import type { LookupConstants } from './constants.ts';

/** Steps that process whole prompts, and steps that give every sequence its next token. */
export type Phase = 'context' | 'generation';

/** One operation of a step, as plain data: what runs, not how long it takes. */
export interface OperationBase {
  readonly name: string;
  /** How often it runs in a step; a time is one run times this. Fractional under multi-token prediction. */
  readonly count: number;
}

/** What an operation is wherever it stands: all but its name and its count, as one text. */
export function shapeOf(op: OperationBase): string {
  return JSON.stringify({ ...op, name: '', count: 1 });
}

/** Work that grows with the tokens of a step. */
export interface TokenMajor extends OperationBase {
  /** Ranks that share the tokens under context parallelism; the busiest one is timed. */
  readonly tokenSplit: number;
  /** Ranks among which the tokens were dealt before, each of them as many as all get; 1 where it is left out. */
  readonly dealtRanks?: number;
}

/**
 * How an operation counts in a step that prefills and decodes at once: attention by the shapes of both kinds of
 * sequences, everything else once over all tokens. Source: aiconfigurator 0.10.0, sdk/backends/base_backend.py, `run_agg`.
 */
export type Mixes = 'attention' | 'everything';

/** A step as its operations see it. */
export interface StepPoint {
  /** Tokens the step processes; the sequences of a batch count together. */
  readonly tokens: number;
  /** Sequences in the step. */
  readonly batch: number;
  /** Tokens of each sequence: new ones in prefill, all so far in decode. */
  readonly sequenceLength: number;
}

/** Sequences stay below this length, so that their number and their length make one exact key. */
const LENGTH_LIMIT = 2 ** 24;

/** One number for a number of sequences and their length in tokens. */
export function sequencesKey(batch: number, sequenceLength: number): number {
  return batch * LENGTH_LIMIT + sequenceLength;
}

/** Time in ms of one run of an operation in a step. @throws DataMissing */
export interface TimeOf<Op> {
  (op: Op, step: StepPoint): number;
  /** The same for many steps of a batch that differ in their lengths alone, where that costs less than one by one. */
  readonly along?: TimesAlong<Op>;
}

/** Times in ms of one run of an operation in steps of `batch` sequences, one for each of ascending lengths. @throws DataMissing */
type TimesAlong<Op> = (op: Op, batch: number, lengths: Float64Array) => Float64Array;

/** The measurements that operations are timed by, and how they are read. */
export interface Tables {
  readonly database: PerfDatabase;
  readonly system: SystemSpec;
  readonly constants: LookupConstants;
}

/** Opens what times one kind of operation; tables are read when an operation first needs them. */
export type OpenTime<Op> = (tables: Tables) => TimeOf<Op>;

/** What of a step decides the time of an operation; `length` is the number of sequences and their length. */
export type Sees = 'tokens' | 'sequences' | 'length';

/** Everything that is true of one kind of operation; a new kind is a new file and a row of `OPERATIONS`. */
export interface OperationKind<Op extends OperationBase> {
  readonly sees: (op: Op) => Sees;
  /** Whether a time costs more to work out than to remember. */
  readonly isRemembered: boolean;
  /** Bytes of the weights of one run on one GPU. */
  readonly weightBytes: (op: Op) => number;
  /** Measured in which table, or estimated from what, in words. */
  readonly source: (op: Op) => string;
  readonly time: OpenTime<Op>;
}

/** Bytes of an activation element; activations are bfloat16 between operations. */
export const ACTIVATION_BYTES = 2;

/** Weights of what only moves or combines activations. */
export const noWeights = (): number => 0;

/** Tokens on the busiest of the ranks that share them. */
export function perRank({ tokenSplit, dealtRanks = 1 }: TokenMajor, tokens: number): number {
  return Math.ceil(Math.floor(tokens / dealtRanks) / tokenSplit);
}
