import { latest } from '../../memo.ts';
import type { LookupConstants } from '../constants.ts';
import { sampledLengths } from '../generation-attention.ts';
import { type Places, placesOf } from '../resolver/places.ts';

/** Adds times in ms at places to sums, one for each. @throws DataMissing */
type AddAlong = (places: Places, sums: Float64Array) => void;

/** Means in ms of what decode attention takes around many mean lengths. @throws DataMissing */
type MeansAlong = (meanLengths: Float64Array, add: AddAlong) => Float64Array;

/** Opens the means of `meanOverLengths` for many lengths at once, which are added up in the same order. */
export function meansAlong(samples: LookupConstants['attention']): MeansAlong {
  // All layouts and batches of a sweep ask for the steps of one answer.
  const sampled = sampledLengths(samples);
  const placesAround = latest((meanLengths: Float64Array): readonly Places[] => sampled(meanLengths).map(placesOf));
  return (meanLengths, add) => {
    const sums = new Float64Array(meanLengths.length);
    for (const places of placesAround(meanLengths)) add(places, sums);
    for (let i = 0; i < sums.length; i += 1) sums[i] = sums[i]! / samples.lengthSamples;
    return sums;
  };
}
