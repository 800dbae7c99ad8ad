import type { FamilyDefinition } from '../family.ts';
import { llama } from './llama.ts';
import { routedFamily } from './moe.ts';

/**
 * The text layers of Qwen3-VL: those of a dense decoder, without the cost of norms of queries and keys. Images are not
 * modelled. Source: aiconfigurator 0.10.0, sdk/models/qwen3vl.py.
 */
export const qwen3Vl: FamilyDefinition = () => ({ ...llama(), activationProfile: 'other' });

/** The text layers of Qwen3-VL with routed experts. */
export const qwen3VlMoe: FamilyDefinition = routedFamily({
  family: 'QWEN3VL_MOE',
  activationProfile: 'other',
  hasExchanges: false,
});
