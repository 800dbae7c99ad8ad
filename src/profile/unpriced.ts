import type { Architecture } from '../models/architecture.ts';
import type { GemmQuant, MoeQuant } from '../operations/quant-modes.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { SupportAnswer } from './support-gate.ts';
import { isNowhere, type Measured } from './where-measured.ts';

/** Formats of checkpoints that recorded runs do not speak of. */
const PACKED: readonly (GemmQuant | MoeQuant | undefined)[] = ['int4_wo', 'int8_wo'];

/** Whether recorded runs of a model are of other weights than its own. */
export function hasOtherWeights({ like, quant: { gemm, moe } }: Pick<Architecture, 'like' | 'quant'>): boolean {
  return like !== undefined || PACKED.includes(gemm) || PACKED.includes(moe);
}

/** What is known of a model for which nothing was measured at the places of a request. */
interface Unpriced {
  readonly architecture: Architecture;
  readonly support: readonly SupportAnswer[];
  readonly where: Measured;
}

/**
 * Whether a model for which nothing was measured is sized from memory, though recorded runs vouch for it: where those are of
 * other weights, or of other models and no place has data for it. Else the request is refused, as the reference does it,
 * with the places that have data.
 */
export function isSizedUnpriced(
  { mends, support: wish }: ProfileRequest,
  { architecture, support, where }: Unpriced,
): boolean {
  if (!mends.sizesForRequest || wish === 'assumed') return false;
  const isOwn = support.some(({ source, isSupported }) => source === 'matrix' && isSupported);
  return hasOtherWeights(architecture) || (!isOwn && isNowhere(where));
}

/** Whether a request that assumes support would be sized from memory if it did not. */
export function isSizedUnassumed(request: ProfileRequest, unpriced: Unpriced): boolean {
  if (request.support !== 'assumed') return false;
  const isVouchedFor = unpriced.support.some(({ source, isSupported }) => isSupported && source !== 'assumed');
  return !isVouchedFor || isSizedUnpriced({ ...request, support: 'recorded' }, unpriced);
}

/** Why such a model is sized. */
export function unpricedInWords({ weights: { precision } }: Architecture): string {
  const weights = precision === undefined ? 'its layers' : `weights in ${precision}`;
  return `recorded runs are of other models or checkpoints, and nothing was measured there for ${weights}`;
}
