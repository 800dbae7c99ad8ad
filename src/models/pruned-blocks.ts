import { isObject, type Json } from '../json.ts';

/** What a search left of one layer of a pruned decoder. */
export interface PrunedBlock {
  /** Query heads that share a key-value head; 0 where attention was pruned away. */
  readonly headsPerGroup: number;
  /** Width of the feed-forward part as a multiple of the hidden size, before rounding; 0 where it was pruned away. */
  readonly ffnFactor: number;
}

/** What the feed-forward part of a block is wide that does not say it. */
const DEFAULT_FFN_FACTOR = 3.5;
/** A larger one is a typo or an attack. */
const MOST_FFN_FACTOR = 1024;
/** Widths are multiples of this. */
const WIDTH_STEP = 256;

/** One of `block_configs`; undefined where it does not say what was left. */
export function prunedBlock(block: Json): PrunedBlock | undefined {
  const { attention, ffn } = isObject(block) ? block : {};
  if (!isObject(attention) || !isObject(ffn)) return undefined;
  const headsPerGroup = attention.no_op === true ? 0 : attention.n_heads_in_group;
  const ffnFactor = ffn.no_op === true ? 0 : (ffn.ffn_mult ?? DEFAULT_FFN_FACTOR);
  if (typeof headsPerGroup !== 'number' || typeof ffnFactor !== 'number') return undefined;
  const isFactor = ffnFactor >= 0 && ffnFactor <= MOST_FFN_FACTOR;
  return Number.isSafeInteger(headsPerGroup) && headsPerGroup >= 0 && isFactor
    ? { headsPerGroup, ffnFactor }
    : undefined;
}

/**
 * Width in elements of the feed-forward part that a factor stands for.
 * Source: aiconfigurator 0.10.0, sdk/models/nemotron_nas.py.
 */
export function prunedWidth(ffnFactor: number, hiddenSize: number): number {
  return Math.ceil(Math.trunc((2 * ffnFactor * hiddenSize) / 3) / WIDTH_STEP) * WIDTH_STEP;
}
