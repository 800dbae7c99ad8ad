/**
 * Groups of shared work that no thread has taken, from one on and round to it; each goes to the thread that asks first. Those
 * that stand beside each other share tables, so that every thread begins elsewhere.
 */
export function* takeGroups(taken: Int32Array<SharedArrayBuffer>, from: number): Generator<number> {
  for (let step = 0; step < taken.length; step += 1) {
    const group = (from + step) % taken.length;
    if (Atomics.exchange(taken, group, 1) === 0) yield group;
  }
}
