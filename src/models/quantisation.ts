import { RenderError } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { FmhaQuant, GemmQuant, KvCacheQuant, MoeQuant, QuantModes } from '../operations/quant-modes.ts';
import { show } from '../words.ts';
import {
  compressedTensors,
  isDynamic,
  mixedPrecision,
  packedIntegers,
  type QuantSource,
  type WeightQuant,
} from './checkpoint-quant.ts';

/** Modes that a checkpoint asks for; absent ones fall back to bfloat16. */
export interface InferredQuant {
  readonly gemm?: GemmQuant;
  readonly moe?: MoeQuant;
  readonly kvCache?: KvCacheQuant;
  readonly fmha?: FmhaQuant;
}

/**
 * Modes of the weights by canonical algorithm; undefined where a checkpoint mixes in what no mode stands for. The
 * reference knows the first six; the others are those of checkpoints that people serve.
 */
const ALGORITHMS: Readonly<Record<string, (source: QuantSource) => WeightQuant | undefined>> = {
  fp8: (source) => ({ gemm: isDynamic(source) ? 'fp8' : 'fp8_static', moe: 'fp8' }),
  fp8_block: () => ({ gemm: 'fp8_block', moe: 'fp8_block' }),
  nvfp4: () => ({ gemm: 'nvfp4', moe: 'nvfp4' }),
  mxfp4: () => ({ gemm: 'bfloat16', moe: 'w4a16_mxfp4' }),
  mixed_precision: mixedPrecision,
  'compressed-tensors': compressedTensors,
  awq: packedIntegers,
  gptq: packedIntegers,
  'auto-round': packedIntegers,
  bitsandbytes: packedIntegers,
  // Of Llama 3.1 405B only the feed-forward is stored so, four fifths of the weights.
  fbgemm_fp8: () => ({ gemm: 'fp8', moe: 'fp8' }),
};

/** Algorithms that bring prefill attention in fp8, which also forces the KV cache to fp8. */
const FP8_ATTENTION: readonly string[] = ['fp8', 'fp8_block', 'nvfp4'];

/** Other spellings of algorithms. */
const SPELLINGS: Readonly<Record<string, string>> = {
  w4a16_mxfp4: 'mxfp4',
  'mixed-precision': 'mixed_precision',
  mixedprecision: 'mixed_precision',
  awq_marlin: 'awq',
  gptq_marlin: 'gptq',
  auto_round: 'auto-round',
};

const KV_ALGORITHMS: Readonly<Record<string, KvCacheQuant>> = {
  fp8: 'fp8',
  e4m3: 'fp8',
  e5m2: 'fp8',
  fp16: 'bfloat16',
  float16: 'bfloat16',
  bf16: 'bfloat16',
  bfloat16: 'bfloat16',
};

/**
 * Quantisation of a checkpoint from its `quantization_config` and `hf_quant_config.json`.
 * @throws RenderError MODEL_INVALID for an algorithm that is not modelled.
 */
export function inferQuantisation(
  id: string,
  quantConfig: JsonObject | undefined,
  hfQuantConfig: JsonObject | undefined,
): InferredQuant {
  const hf = isObject(hfQuantConfig?.quantization) ? hfQuantConfig.quantization : {};
  const config = quantConfig ?? hf;
  const algorithm = canonicalAlgorithm(
    firstText(hf.quant_algo, config.quant_algo, config.quant_method, config.quantization_method),
    config,
  );
  const kvCache = kvCacheAlgorithm(id, hf, config);
  if (algorithm === undefined) return kvCache === undefined ? {} : { kvCache };
  const weightsOf = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
  const modes = weightsOf?.({ config, hf });
  if (modes === undefined) throw unsupported(id, 'quantisation', algorithm);
  if (FP8_ATTENTION.includes(algorithm) || kvCache === 'fp8') return { ...modes, kvCache: 'fp8', fmha: 'fp8' };
  return kvCache === undefined ? modes : { ...modes, kvCache };
}

/**
 * Experts that a configuration says to be kept in four bits, beside whatever its quantisation is said to be (DeepSeek-V4).
 * Source: aiconfigurator 0.10.0 and 0.12.0, sdk/models/helpers.py.
 */
export function withExpertType(quant: InferredQuant, expertType: Json | undefined): InferredQuant {
  if (String(expertType).toLowerCase() !== 'fp4' || quant.moe === 'nvfp4') return quant;
  return { ...quant, moe: 'w4a8_mxfp4_mxfp8' };
}

function canonicalAlgorithm(found: string | undefined, config: JsonObject): string | undefined {
  if (found === undefined) return undefined;
  const name = Object.hasOwn(SPELLINGS, found) ? SPELLINGS[found] : found;
  const blocks = config.weight_block_size;
  return name === 'fp8' && Array.isArray(blocks) && blocks.length > 0 ? 'fp8_block' : name;
}

function kvCacheAlgorithm(id: string, hf: JsonObject, config: JsonObject): KvCacheQuant | undefined {
  const named = firstText(
    hf.kv_cache_quant_algo,
    config.kv_cache_quant_algo,
    config.kv_cache_quant_method,
    config.kv_cache_dtype,
  );
  if (named !== undefined) {
    const mode = Object.hasOwn(KV_ALGORITHMS, named) ? KV_ALGORITHMS[named] : undefined;
    if (mode === undefined) throw unsupported(id, 'KV cache quantisation', named);
    return mode;
  }
  const scheme = config.kv_cache_scheme;
  if (!isObject(scheme)) return undefined;
  const type = String(scheme.type ?? '').toLowerCase();
  if (type.includes('fp8')) return 'fp8';
  if (type !== 'float' || typeof scheme.num_bits !== 'number') return undefined;
  if (scheme.num_bits <= 8) return 'fp8';
  return scheme.num_bits >= 16 ? 'bfloat16' : undefined;
}

function firstText(...values: (Json | undefined)[]): string | undefined {
  const found = values.find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found.trim().toLowerCase() : undefined;
}

function unsupported(id: string, what: string, value: string): RenderError {
  return new RenderError('MODEL_INVALID', {
    message: `model ${id} asks for the ${what} ${show(value ?? null)}, which is not modelled`,
    path: 'spec.model',
  });
}

/** The modes a worker of `quant` runs with before the backend's own rules. */
export function withFallbacks(quant: InferredQuant): QuantModes {
  return { gemm: 'bfloat16', moe: 'bfloat16', kvCache: 'bfloat16', fmha: 'bfloat16', ...quant, comm: 'half' };
}
