import type { Layout } from '../models/layout.ts';
import type { Role } from '../serving.ts';
import type { Candidate } from './candidate.ts';

/** Why a layout gave no candidates. */
export interface Exclusion {
  readonly layout: Layout;
  readonly role: Role;
  readonly reason: 'memory' | 'data' | 'latency';
  readonly detail: string;
}

/** What serves the most a GPU, whatever its latencies are. */
export interface Fullest {
  readonly candidate: Candidate;
  /** Whether the memory holds no larger batch of its layout. */
  readonly isAtMemory: boolean;
}

/** Candidates that meet a target, best first, and what was left out. */
export interface SweepResult {
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Exclusion[];
  /** Smallest latencies in ms that any point reached, whether it met a target or not. */
  readonly fastest: { readonly ttftMs: number; readonly tpotMs: number };
  /** Undefined where nothing was timed. */
  readonly fullest: Fullest | undefined;
}
