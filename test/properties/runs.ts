import fc from 'fast-check';

/** Seed and length of a run; a longer one is asked for with PROPERTY_RUNS, another one with PROPERTY_SEED. */
export const SEED = Number(process.env.PROPERTY_SEED ?? 20_260_101);
const RUNS = process.env.PROPERTY_RUNS;

/** Holds a property against `numRuns` random inputs, the same ones every time. */
export function hold<T>(property: fc.IProperty<T>, numRuns: number): void {
  fc.assert(property, { seed: SEED, numRuns: RUNS === undefined ? numRuns : Number(RUNS) });
}
