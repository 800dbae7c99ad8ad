/**
 * What a page holds of one request, in plain values: made when the page is written, drawn by its script. Texts are shown as
 * they are.
 */
export interface PageRequest {
  /** Namespace and name. */
  readonly name: string;
  /** File of the request, as findings name it. */
  readonly file: string;
  readonly state: RequestState;
  /** Whether its pick is that of a lock. */
  readonly isLocked: boolean;
  readonly findings: readonly PageFinding[];
  /** The documents that are rendered, as YAML; undefined where there are none. */
  readonly manifest?: string | undefined;
}

/** Whether a graph came of a request, and whether anything was warned about. */
export type RequestState = 'ready' | 'warned' | 'refused';

/** Something that was said about a request. */
export interface PageFinding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  /** Field of the request. */
  readonly path?: string | undefined;
  /** File and line. */
  readonly place?: string | undefined;
  readonly hint?: string | undefined;
}

/** What was picked for a request; the large part, read when somebody looks. */
export interface PageAnswer {
  /** What was asked for and what answered, in words: label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** What was picked and why, a line each; the first one says what is deployed. */
  readonly verdict: readonly VerdictWords[];
  /** What the names of sizes stand for. */
  readonly legend: string;
  /** The figures that one looks for first. */
  readonly figures: readonly PageFigure[];
  readonly targets: readonly PageTarget[];
  /** Undefined where nothing was measured. */
  readonly points?: PagePoints | undefined;
  readonly memory: readonly MemoryBar[];
  readonly steps: readonly PageStep[];
  readonly excluded: PageTable;
  /** Undefined where nothing was compared. */
  readonly whatIf?: WhatIf | undefined;
}

/** What would come of a request that said something else: the best of it in words, and all of it. */
export interface WhatIf {
  readonly words: string;
  readonly table: PageTable;
}

/** A line of a verdict: what it is about, and what is so. */
interface VerdictWords {
  readonly label: string;
  readonly text: string;
}

/** A figure with its unit, and what is to be said of it. */
export interface PageFigure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  /** Whether it keeps its target; undefined where it has none. */
  readonly isMet?: boolean | undefined;
}

/** A latency that the request limits. */
export interface PageTarget {
  readonly latency: 'ttftMs' | 'itlMs' | 'requestMs';
  readonly limitMs: number;
}

/** Columns of the configurations that were considered, in the order of their rows. */
export const POINT_COLUMNS = [
  /** Place among `modes`. */
  'mode',
  /** Place among `backends`. */
  'backend',
  /** Place among `layouts`, of the worker or of the prefill worker. */
  'layout',
  'batch',
  'workers',
  'memoryGib',
  /** The same of the decode worker; zero in aggregated serving. */
  'decodeLayout',
  'decodeBatch',
  'decodeWorkers',
  'decodeMemoryGib',
  /** GPUs of one replica. */
  'gpus',
  'ttftMs',
  'itlMs',
  'requestMs',
  'concurrency',
  'requestsPerSec',
  'tokensPerSecPerUser',
  /** Of the whole budget, filled with replicas; of one replica where a load or a planner decides how many. */
  'tokensPerSecPerGpu',
  /** Position in the ranked table of its mode, from 1; zero outside of it. */
  'rank',
  /** 1 where no other one of its mode beats it. */
  'front',
] as const;
export type PointColumn = (typeof POINT_COLUMNS)[number];

/** Configurations that were considered, a list of numbers each by `POINT_COLUMNS`; texts stand once beside them. */
export interface PagePoints {
  readonly modes: readonly string[];
  readonly backends: readonly string[];
  readonly layouts: readonly string[];
  readonly rows: readonly (readonly number[])[];
  /** Position of the pick among the rows. */
  readonly picked: number;
  /** How many were considered; a page of many requests holds a part of them. */
  readonly considered: number;
}

/** Memory of one GPU of a worker. */
export interface MemoryBar {
  readonly label: string;
  readonly usedGib: number;
  /** Undefined where it is not known. */
  readonly cardGib: number | undefined;
}

/** The operations of one step of a worker. */
export interface PageStep {
  readonly title: string;
  readonly operations: readonly {
    readonly name: string;
    /** How often it runs in the step. */
    readonly count: number;
    readonly totalMs: number;
    readonly source: string;
  }[];
}

/** A table as it is shown; an empty text where there is nothing. */
export interface PageTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
