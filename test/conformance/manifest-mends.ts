import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../src/json.ts';
import { differences, readable } from './manifest-difference.ts';
import { CACHE_MEND } from './mends/cache.ts';
import { FRONTEND_MEND } from './mends/frontend.ts';
import { LENGTH_MENDS } from './mends/lengths.ts';
import type { ManifestMend, MendContext } from './mends/mend.ts';
import { OVERRIDE_MENDS } from './mends/override.ts';
import { PLANNER_MENDS } from './mends/planner.ts';
import { WORKER_MENDS } from './mends/worker.ts';

/**
 * Every mend of docs/deviations.md that a recorded manifest shows, in the order in which they are applied. A mend that
 * no recording needs has no row here, so what it changes counts as unexplained.
 */
export const MANIFEST_MENDS: readonly ManifestMend[] = [
  ...OVERRIDE_MENDS,
  CACHE_MEND,
  FRONTEND_MEND,
  ...LENGTH_MENDS,
  ...PLANNER_MENDS,
  ...WORKER_MENDS,
];

/** The mends that make one manifest of another, and the places that none of them explains. */
export interface ManifestExplanation {
  readonly mends: readonly string[];
  readonly unexplained: readonly string[];
}

/** Applies every mend to the reference's documents; what then differs from ours is unexplained. */
export function explainManifest(
  reference: readonly JsonObject[],
  ours: readonly JsonObject[],
  context: MendContext,
): ManifestExplanation {
  const mends: string[] = [];
  const expected = MANIFEST_MENDS.reduce((documents, { topic, apply }) => {
    const mended = apply(documents, context);
    if (!isDeepStrictEqual(mended, documents)) mends.push(topic);
    return mended;
  }, reference.map(readable));
  const count = Math.max(expected.length, ours.length);
  const places = Array.from({ length: count }, (_, index) => {
    const [got, want] = [ours[index], expected[index]];
    return differences(got && readable(got), want, String((want ?? got)?.kind));
  });
  return { mends, unexplained: places.flat() };
}
