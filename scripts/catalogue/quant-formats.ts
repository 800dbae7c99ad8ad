import type { JsonObject } from '../../src/json.ts';

/** How a checkpoint writes that it is quantised: its `quantization_config`, or the `quantization` of `hf_quant_config.json`. */
interface QuantFormat {
  readonly config?: JsonObject;
  readonly hf?: JsonObject;
}

const group = (weights: JsonObject, activations: JsonObject | null): JsonObject => ({
  group_0: { targets: ['Linear'], weights, input_activations: activations },
});
const packed = (weights: JsonObject, ignore: readonly string[] = ['lm_head']): QuantFormat => ({
  config: {
    quant_method: 'compressed-tensors',
    config_groups: group({ symmetric: true, dynamic: false, ...weights }, null),
    ignore: [...ignore],
  },
});
const byChannel = (type: string, ignore: readonly string[] = ['lm_head']): QuantFormat => ({
  config: {
    quant_method: 'compressed-tensors',
    config_groups: group(
      { num_bits: 8, type, strategy: 'channel', symmetric: true, dynamic: false },
      { num_bits: 8, type, strategy: 'token', symmetric: true, dynamic: true },
    ),
    ignore: [...ignore],
  },
});
const modelopt = (algorithm: string, more: JsonObject = {}): QuantFormat => ({
  hf: { quant_algo: algorithm, kv_cache_quant_algo: 'FP8', ...more },
});

/** Layers beside the routed experts, where these alone are quantised. */
const ALL_BUT_ROUTED = [
  'lm_head',
  're:.*self_attn.*',
  're:.*shared_experts.*',
  're:.*mlp\\.(gate|up|gate_up|down)_proj.*',
];

/** The formats that checkpoints of the catalogue have, in the fewest fields that say all that is read of them. */
export const QUANT_FORMATS = {
  'awq-int4-g128': { config: { quant_method: 'awq', bits: 4, group_size: 128 } },
  'gptq-int4': { config: { quant_method: 'gptq', bits: 4 } },
  'gptq-int4-g128': { config: { quant_method: 'gptq', bits: 4, group_size: 128 } },
  'gptq-int8': { config: { quant_method: 'gptq', bits: 8 } },
  'gptq-int8-g128': { config: { quant_method: 'gptq', bits: 8, group_size: 128 } },
  'int4-g128': packed({ num_bits: 4, type: 'int', strategy: 'group', group_size: 128 }),
  'int4-g32-experts': packed({ num_bits: 4, type: 'int', strategy: 'group', group_size: 32 }, ALL_BUT_ROUTED),
  'int8-channel': byChannel('int'),
  'fp8-channel': byChannel('float'),
  'fp8-channel-experts': byChannel('float', ALL_BUT_ROUTED),
  'fp8-block': { config: { quant_method: 'fp8', activation_scheme: 'dynamic', weight_block_size: [128, 128] } },
  'fp8-tensor': { config: { quant_method: 'fp8', activation_scheme: 'static' } },
  'fp8-dynamic': { config: { quant_method: 'fp8', activation_scheme: 'dynamic' } },
  'fp8-modelopt': modelopt('FP8'),
  'fp8-fbgemm': { config: { quant_method: 'fbgemm_fp8' } },
  'nvfp4-modelopt': modelopt('NVFP4', { group_size: 16 }),
  'nvfp4-packed': packed({ num_bits: 4, type: 'float', strategy: 'tensor_group', group_size: 16 }),
  mxfp4: { config: { quant_method: 'mxfp4' } },
  none: {},
} as const satisfies Readonly<Record<string, QuantFormat>>;
type FormatName = keyof typeof QUANT_FORMATS;

/** Format by method and weights, in the words of the collection. */
const NAMES: Readonly<Record<string, FormatName>> = {
  'awq or compressed-tensors int4 (name only)': 'awq-int4-g128',
  'fp8 (name only)': 'fp8-dynamic',
  'awq: int4, groups of 128': 'awq-int4-g128',
  'gptq: int4': 'gptq-int4',
  'gptq: int4, groups of 128': 'gptq-int4-g128',
  'gptq: int8': 'gptq-int8',
  'gptq: int8, groups of 128': 'gptq-int8-g128',
  'compressed-tensors pack-quantized: int4, groups of 128': 'int4-g128',
  'compressed-tensors pack-quantized: int4, groups of 32, routed experts only': 'int4-g32-experts',
  'compressed-tensors int-quantized: int8 by channel': 'int8-channel',
  'compressed-tensors float-quantized: fp8 by channel': 'fp8-channel',
  'compressed-tensors float-quantized: fp8, 128 x 128 blocks': 'fp8-block',
  'not confirmed: fp8 by output channel, routed experts only': 'fp8-channel-experts',
  'fp8: fp8, 128 x 128 blocks': 'fp8-block',
  'fp8: fp8 by tensor': 'fp8-tensor',
  'modelopt FP8: fp8 by tensor': 'fp8-modelopt',
  'fbgemm_fp8: fp8 by output channel, feed-forward layers of blocks 1 to 124 only': 'fp8-fbgemm',
  'nvfp4: fp4, groups of 16': 'nvfp4-modelopt',
  'compressed-tensors nvfp4-pack-quantized: fp4, groups of 16': 'nvfp4-packed',
  'mxfp4: fp4, groups of 32': 'mxfp4',
};

/** A name that says whole numbers says of how many bits as well. */
const INT_BY_NAME = 'int (name only)';
const EIGHT_BITS = /w8a8|w8a16|int8|8-?bit/i;

/** The format of a checkpoint. Throws where the collection says it in words that are not known yet. */
export function formatOf(id: string, { method = '', weights }: Readonly<Record<string, string>>): FormatName {
  if (method === INT_BY_NAME) return EIGHT_BITS.test(id) ? 'int8-channel' : 'int4-g128';
  const words = weights === undefined ? method : `${method}: ${weights}`;
  const found = Object.hasOwn(NAMES, words) ? NAMES[words] : undefined;
  if (found === undefined) throw new Error(`${id}: no format for ${words}`);
  return found;
}
