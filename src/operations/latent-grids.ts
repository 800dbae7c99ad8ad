import type { Slice } from '../perfdb/perfdb.ts';
import { decodePoints, prefillPoints } from './attention-grids.ts';
import type { LookupConstants } from './constants.ts';
import { denseGrid } from './grid/dense-grid.ts';
import type { Grid } from './grid/interpolation.ts';

/** Measured latent prefill filled up; unlike ordinary attention, not to head counts that were not measured. */
export function latentPrefillGrid(slice: Slice, constants: LookupConstants, usesSqrtY: boolean): Grid {
  const targetZ = constants.latentAttention.contextBatches;
  return denseGrid(prefillPoints(slice), {
    targetX: [],
    targetY: constants.attention.contextLengths,
    targetZ,
    usesSqrtY,
  });
}

/** The same of latent decode. */
export function latentDecodeGrid(slice: Slice, { attention }: LookupConstants): Grid {
  const { generationBatches, generationLengths } = attention;
  return denseGrid(decodePoints(slice), { targetX: [], targetY: generationBatches, targetZ: generationLengths });
}
