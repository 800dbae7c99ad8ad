import type { Path } from '../dgd/problem.ts';
import type { ErrorCode, NoteCode } from '../errors.ts';

/** One thing that cannot be said in plain workloads, or is said with less, and where it stands in the graph. */
export interface WorkloadProblem {
  readonly code: ErrorCode | NoteCode;
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

export type Report = (problem: WorkloadProblem) => void;
