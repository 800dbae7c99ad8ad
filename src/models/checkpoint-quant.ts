import { isObject, type Json, type JsonObject } from '../json.ts';
import type { GemmQuant, MoeQuant } from '../operations/quant-modes.ts';

/** Where a checkpoint says how it is quantised. */
export interface QuantSource {
  /** `quantization_config` of the model's configuration. */
  readonly config: JsonObject;
  /** `quantization` of its `hf_quant_config.json`. */
  readonly hf: JsonObject;
}

/** Modes of the weights; an absent one is not quantised. */
export interface WeightQuant {
  readonly gemm?: GemmQuant;
  readonly moe?: MoeQuant;
}

/** Whether activations are scaled at run time; unknown counts as no. */
export function isDynamic({ config }: QuantSource): boolean {
  const scheme = typeof config.activation_scheme === 'string' ? config.activation_scheme.toLowerCase() : '';
  if (scheme === 'dynamic') return true;
  if (scheme === 'static') return false;
  return groups(config).some((group) =>
    [group.input_activations, group.weights].some((part) => isObject(part) && Boolean(part.dynamic)),
  );
}

/** Where configurations list what is not quantised. */
const KEPT_KEYS = {
  config: ['modules_to_not_convert', 'exclude_modules', 'ignore'],
  hf: ['exclude_modules', 'ignore'],
} as const;

/**
 * Patterns of the modules that a quantised checkpoint keeps as they were, wherever it lists them.
 * Source: aiconfigurator 0.12.0, sdk/models/helpers.py.
 */
export function unquantisedModules({ config, hf }: QuantSource): readonly string[] {
  const lists = [...KEPT_KEYS.config.map((key) => config[key]), ...KEPT_KEYS.hf.map((key) => hf[key])];
  return lists.flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
}

/** Weight formats of compressed-tensors by bits and type; experts can have all of them. */
const COMPRESSED = {
  '4 int': 'int4_wo',
  '8 int': 'int8_wo',
  '8 float': 'fp8',
  '4 float': 'nvfp4',
} as const satisfies Record<string, GemmQuant & MoeQuant>;
/** Four bits with scales of another kind, which experts alone can have, and weights with a scale for a block. */
const MXFP4 = 'w4a16_mxfp4';
type Compressed = (typeof COMPRESSED)[keyof typeof COMPRESSED] | 'fp8_block' | typeof MXFP4;

/** What an ignore pattern must mention to exempt attention. */
const ATTENTION_WORDS = ['self_attn', 'q_proj', 'k_proj', 'v_proj', 'o_proj'];

/**
 * Modes of a compressed-tensors checkpoint: the first group's format, but for layers in the ignore list.
 * Source: aiconfigurator 0.10.0, sdk/utils.py, `parse_compressed_tensors_quant`; it knows neither fp4, experts in int8 nor
 * blocks, 0.12.0 the latter.
 */
export function compressedTensors({ config }: QuantSource): WeightQuant {
  const format = groups(config)
    .map((group) => compressedFormat(group, config))
    .find((found) => found !== undefined);
  if (format === undefined) return {};
  const patterns = (Array.isArray(config.ignore) ? config.ignore : []).map((pattern) => String(pattern).toLowerCase());
  const keepsAttention = patterns.some((pattern) => ATTENTION_WORDS.some((word) => pattern.includes(word)));
  const keepsExperts = patterns.some((pattern) => pattern.includes('expert') && !pattern.includes('shared_expert'));
  const gemm = keepsAttention || format === MXFP4 ? {} : { gemm: format };
  return { ...gemm, ...(keepsExperts ? {} : { moe: format }) };
}

function compressedFormat({ weights, format }: JsonObject, config: JsonObject): Compressed | undefined {
  if (!isObject(weights)) return undefined;
  const type = String(weights.type ?? '').toLowerCase();
  const known = Object.entries(COMPRESSED).find(([name]) => {
    const [bits, kind] = name.split(' ');
    return weights.num_bits === Number(bits) && type.includes(kind!);
  });
  if (known?.[1] === 'nvfp4' && String(format ?? config.format).startsWith('mxfp4')) return MXFP4;
  const isBlocked = weights.strategy === 'block' || Array.isArray(weights.block_structure);
  return known?.[1] === 'fp8' && isBlocked ? 'fp8_block' : known?.[1];
}

/** Modes of weights that are whole numbers of a few bits, by those. */
const PACKED: Readonly<Record<number, GemmQuant & MoeQuant>> = { 4: 'int4_wo', 8: 'int8_wo' };

/** Flags of bitsandbytes, which says no number of bits. */
const BITS_BY_FLAG = { load_in_4bit: 4, load_in_8bit: 8 } as const;

/**
 * Modes of a checkpoint with packed whole numbers: AWQ, GPTQ, AutoRound, bitsandbytes. All layers count as packed, since
 * what is left out is small: heads, gates, vision towers. Undefined for another number of bits.
 * Source: transformers 5.24.0, utils/quantization_config.py, `AwqConfig`, `GPTQConfig`, `BitsAndBytesConfig`.
 */
export function packedIntegers({ config }: QuantSource): WeightQuant | undefined {
  const flags = Object.entries(BITS_BY_FLAG).find(([flag]) => config[flag] === true || config[`_${flag}`] === true);
  const mode = PACKED[Number(config.bits ?? config.w_bit ?? flags?.[1])];
  return mode && { gemm: mode, moe: mode };
}

/** Spellings of a layer's algorithm. */
const LAYER_ALGORITHMS: Readonly<Record<string, string>> = { e4m3: 'fp8', e5m2: 'fp8', fp4: 'nvfp4' };

/** Modes of the algorithms of a checkpoint's layers, the first that occurs; of experts, and of all other products. */
const EXPERT_MODES = [
  ['w4a16_nvfp4', 'w4a16_nvfp4'],
  ['nvfp4', 'nvfp4'],
  ['mxfp8', 'fp8_block'],
  ['fp8', 'fp8'],
] as const satisfies readonly (readonly [string, MoeQuant])[];
const OTHER_MODES = [
  ['mxfp8', 'fp8_block'],
  ['fp8', 'fp8'],
  ['w4a16_nvfp4', 'w4a16_nvfp4'],
  ['nvfp4', 'nvfp4'],
] as const satisfies readonly (readonly [string, GemmQuant])[];

/**
 * Modes of a ModelOpt checkpoint that names an algorithm layer by layer: routed experts on their own, all other layers
 * together. Source: aiconfigurator 0.10.0, sdk/models/helpers.py, `_infer_mixed_precision_quant_modes`;
 * weights alone in four bits and blocks of 32 are 0.12.0's.
 */
export function mixedPrecision(source: QuantSource): WeightQuant {
  const experts = new Set<string>();
  const others = new Set<string>();
  for (const [target, algorithm] of layerAlgorithms(source)) {
    if (algorithm !== undefined) (isRoutedExpert(target) ? experts : others).add(algorithm);
  }
  const moe = EXPERT_MODES.find(([name]) => experts.has(name))?.[1];
  const dense = baseMode(source) ?? OTHER_MODES.find(([name]) => others.has(name))?.[1];
  const gemm = dense === 'fp8' && !isDynamic(source) ? 'fp8_static' : dense;
  return { ...(gemm === undefined ? {} : { gemm }), ...(moe === undefined ? {} : { moe }) };
}

/** The mode of all products of a checkpoint whose experts were quantised once more. */
function baseMode({ config: { quant_method: method, weight_block_size: blocks } }: QuantSource): GemmQuant | undefined {
  if (String(method).toLowerCase() !== 'fp8') return undefined;
  return Array.isArray(blocks) && blocks.length > 0 ? 'fp8_block' : 'fp8';
}

/** Whether a module is one of the experts that tokens are sent to. */
export function isRoutedExpert(target: string): boolean {
  const name = target.toLowerCase();
  const isExpert = name.includes('.experts.') || name.endsWith('.experts') || name.includes('routing_expert');
  return isExpert && !name.includes('shared_expert');
}

/** A module, or a pattern of some, with its algorithm; undefined where that is not told. */
export type NamedAlgorithm = readonly [module: string, algorithm: string | undefined];

/** The modules that a checkpoint names one by one, in the order in which it does. */
export function namedAlgorithms({ config, hf }: QuantSource): readonly NamedAlgorithm[] {
  return [hf.quantized_layers, config.quantized_layers]
    .filter(isObject)
    .flatMap((layers) => Object.entries(layers).map(([target, layer]) => [target, layerAlgorithm(layer)] as const));
}

function layerAlgorithms(source: QuantSource): readonly NamedAlgorithm[] {
  const grouped = groups(source.config).flatMap((group) => {
    const algorithm = groupAlgorithm(group);
    const targets = Array.isArray(group.targets) ? group.targets : [];
    return targets.map((target) => [String(target), algorithm] as const);
  });
  return [...namedAlgorithms(source), ...grouped];
}

function layerAlgorithm(layer: Json): string | undefined {
  const value = isObject(layer) ? layer.quant_algo || layer.quantization_algo || layer.quant_method : layer;
  const name = String(value ?? '')
    .trim()
    .toLowerCase();
  return name === '' ? undefined : Object.hasOwn(LAYER_ALGORITHMS, name) ? LAYER_ALGORITHMS[name] : name;
}

function groupAlgorithm({ weights }: JsonObject): string | undefined {
  if (!isObject(weights)) return undefined;
  const named = layerAlgorithm(weights);
  if (named !== undefined) return named;
  if (
    !String(weights.type ?? '')
      .toLowerCase()
      .includes('float')
  )
    return undefined;
  if (weights.num_bits === 4) return 'nvfp4';
  return weights.num_bits === 8 ? (weights.group_size === 32 ? 'mxfp8' : 'fp8') : undefined;
}

function groups(config: JsonObject): readonly JsonObject[] {
  return isObject(config.config_groups) ? Object.values(config.config_groups).filter(isObject) : [];
}
