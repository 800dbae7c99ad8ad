import { int, TOTAL_LENGTH, text } from './columns.ts';
import { type TableSpec, table } from './spec.ts';

// What the files of all releases are keyed by.

/** Prefill of attention, by heads first. */
export const CONTEXT_KEYS = [int('num_heads'), int('isl'), int('batch_size')];
/** Decode of attention. */
export const GENERATION_KEYS = [int('num_heads'), int('batch_size'), TOTAL_LENGTH];
/** Which experts a row is about. */
export const MOE_SHAPE = [int('topk'), int('num_experts'), int('hidden_size'), int('inter_size')];
/** How they are laid out, and for how many tokens. */
export const MOE_KEYS = [int('moe_tp_size'), int('moe_ep_size'), int('num_tokens')];

/** Scales of quantised products, by the size of what is scaled. */
export const scaleTable = (name: string): TableSpec =>
  table({ name, slice: [text('quant_dtype')], keys: [int('m'), int('k')], duplicates: 'first' });
