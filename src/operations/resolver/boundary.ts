import { DataMissing } from '../data-missing.ts';

/**
 * A measured time carried over to where nothing was measured: the kernel keeps the share of its roofline that it
 * reached at the nearest point. All in ms. @throws DataMissing where one of them is not positive
 */
export function transferFrom(measuredRoofline: number, measured: number, roofline: number): number {
  if (!(measured > 0) || !(measuredRoofline > 0) || !(roofline > 0)) {
    throw new DataMissing('nothing was measured near, and the roofline tells nothing');
  }
  return roofline / (measuredRoofline / measured);
}
