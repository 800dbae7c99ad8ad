import type { ErrorCode } from '../../src/errors.ts';
import type { Refusal } from './run-case.ts';

interface Cause {
  /** What the reference says. */
  readonly recorded: RegExp;
  readonly codes: readonly ErrorCode[];
  /** The mend by which we say more, if any. */
  readonly mend?: string;
  /** The mend by which we may have an answer. */
  readonly answeredBy?: string;
}

const NOTHING_FEASIBLE = 'nothing feasible';

/** The reference's causes of a refusal with our codes of the same, the first that fits. */
const CAUSES: readonly Cause[] = [
  { recorded: /exceeds the 45-character pod-naming limit/, codes: ['NAME_TOO_LONG'] },
  { recorded: /Only one of 'concurrency' or 'requestRate'/, codes: ['LOAD_CONFLICT'] },
  {
    recorded: /Model '.*' not found or config unavailable/,
    codes: ['MODEL_UNKNOWN'],
    answeredBy: 'models that the data does not describe',
  },
  { recorded: /no SLA-feasible configuration/, codes: ['NO_FEASIBLE_CONFIG'], mend: NOTHING_FEASIBLE },
  { recorded: /Refusing to auto-inject --trust-remote-code/, codes: ['REMOTE_CODE_UNTRUSTED'] },
  { recorded: /did not produce a DGD config/, codes: ['NO_FEASIBLE_CONFIG', 'NOT_MEASURED'], mend: NOTHING_FEASIBLE },
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

/** Why there is an answer to what the reference refuses. */
export function explainAnswer(recorded: string): { mends: string[]; unexplained: string[] } {
  const mend = CAUSES.find((row) => row.recorded.test(recorded))?.answeredBy;
  return mend === undefined
    ? { mends: [], unexplained: ['answered, recorded a refusal'] }
    : { mends: [mend], unexplained: [] };
}

/** The codes of one error or of several together. */
function codesOf(refusal: Refusal): readonly ErrorCode[] {
  return 'errors' in refusal ? refusal.errors.map(({ code }) => code) : [refusal.code];
}
