import { setImmediate as nextTurn } from 'node:timers/promises';

/** Signals by which people, terminals and services ask a process to end. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does work that must not end halfway. A signal that asks the process to end only aborts the AbortSignal, and ends the
 * process, as it would have, when the work is over. Outside of such work signals end the process at once, which leaves
 * nothing behind.
 */
export async function holdSignals<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const hold = (name: NodeJS.Signals): void => controller.abort(name);
  for (const name of ENDING) process.on(name, hold);
  try {
    return await work(controller.signal);
  } finally {
    // A signal that came while the work did not wait for anything is handed out only now.
    await nextTurn();
    for (const name of ENDING) process.off(name, hold);
    if (controller.signal.aborted) process.kill(process.pid, controller.signal.reason);
  }
}
