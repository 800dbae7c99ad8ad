import type { ErrorCode } from '../../src/errors.ts';
import type { Refusal } from './run-case.ts';

interface Cause {
  /** What the reference says. */
  readonly recorded: RegExp;
  readonly codes: readonly ErrorCode[];
  /** The mend by which we say more, if any. */
  readonly mend?: string;
}

const NOTHING_FEASIBLE = 'nothing feasible';

/** The reference's causes of a refusal with our codes of the same, the first that fits. No mend makes one answerable. */
const CAUSES: readonly Cause[] = [
  { recorded: /exceeds the 45-character pod-naming limit/, codes: ['NAME_TOO_LONG'] },
  { recorded: /Only one of 'concurrency' or 'requestRate'/, codes: ['LOAD_CONFLICT'] },
  { recorded: /Model '.*' not found or config unavailable/, codes: ['MODEL_UNKNOWN'] },
  { recorded: /no SLA-feasible configuration/, codes: ['NO_FEASIBLE_CONFIG'], mend: NOTHING_FEASIBLE },
  { recorded: /^SystemExit: 1$/m, codes: ['NO_FEASIBLE_CONFIG', 'NOT_MEASURED'], mend: NOTHING_FEASIBLE },
];

/** Whether we refuse for the recorded cause. */
export function explainRefusal(refusal: Refusal, recorded: string): { mends: string[]; unexplained: string[] } {
  const ours = codesOf(refusal);
  const cause = CAUSES.find((row) => row.recorded.test(recorded));
  if (cause === undefined || ours.length === 0 || !ours.every((code) => cause.codes.includes(code))) {
    return { mends: [], unexplained: [`refused with ${ours.join(', ')}, recorded ${recorded.split('\n')[0]}`] };
  }
  return { mends: cause.mend === undefined ? [] : [cause.mend], unexplained: [] };
}

/** The codes of one error or of several together. */
function codesOf(refusal: Refusal): readonly ErrorCode[] {
  return 'errors' in refusal ? refusal.errors.map(({ code }) => code) : [refusal.code];
}
