/**
 * In ms: no test and no process takes that long, on whatever machine. It asserts nothing; it ends what hangs. What is
 * asserted is processor time, which does not depend on what else a machine does.
 */
export const HANGS_MS = 1_800_000;

/** A command whose process is killed once it has used so many seconds of processors. */
export function withinCpu(seconds: number, command: readonly string[]): [program: string, args: string[]] {
  return ['bash', ['-c', `ulimit -t ${seconds}; exec "$@"`, 'bash', ...command]];
}
