import { RenderError } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { FmhaQuant, GemmQuant, KvCacheQuant, MoeQuant, QuantModes } from './quant-modes.ts';

/** Modes that a checkpoint asks for; absent ones fall back to bfloat16. */
export interface InferredQuant {
  readonly gemm?: GemmQuant;
  readonly moe?: MoeQuant;
  readonly kvCache?: KvCacheQuant;
  readonly fmha?: FmhaQuant;
}

interface Algorithm {
  readonly gemm: (isDynamic: boolean) => GemmQuant;
  readonly moe: MoeQuant;
  /** Prefill attention in fp8, which also forces the KV cache to fp8. */
  readonly hasFp8Attention: boolean;
}

/** Canonical quantisation algorithms. Source: aiconfigurator 0.10.0, sdk/models/helpers.py. */
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  fp8: { gemm: (isDynamic) => (isDynamic ? 'fp8' : 'fp8_static'), moe: 'fp8', hasFp8Attention: true },
  fp8_block: { gemm: () => 'fp8_block', moe: 'fp8_block', hasFp8Attention: true },
  nvfp4: { gemm: () => 'nvfp4', moe: 'nvfp4', hasFp8Attention: true },
  mxfp4: { gemm: () => 'bfloat16', moe: 'w4a16_mxfp4', hasFp8Attention: false },
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
  const row = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
  if (row === undefined) throw unsupported(id, 'quantisation', algorithm);
  const modes = { gemm: row.gemm(isDynamic(config)), moe: row.moe };
  if (row.hasFp8Attention || kvCache === 'fp8') return { ...modes, kvCache: 'fp8', fmha: 'fp8' };
  return kvCache === undefined ? modes : { ...modes, kvCache };
}

function canonicalAlgorithm(found: string | undefined, config: JsonObject): string | undefined {
  if (found === undefined) return undefined;
  const name = found === 'w4a16_mxfp4' ? 'mxfp4' : found;
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

/** Whether activations are scaled at run time; unknown counts as no. */
function isDynamic(config: JsonObject): boolean {
  const scheme = typeof config.activation_scheme === 'string' ? config.activation_scheme.toLowerCase() : '';
  if (scheme === 'dynamic') return true;
  if (scheme === 'static' || !isObject(config.config_groups)) return false;
  return Object.values(config.config_groups).some(
    (group) =>
      isObject(group) &&
      [group.input_activations, group.weights].some((part) => isObject(part) && part.dynamic === true),
  );
}

function firstText(...values: (Json | undefined)[]): string | undefined {
  const found = values.find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found.trim().toLowerCase() : undefined;
}

function unsupported(id: string, what: string, value: string): RenderError {
  return new RenderError('MODEL_INVALID', {
    message: `model ${id} asks for the ${what} ${JSON.stringify(value)}, which is not modelled`,
    path: 'spec.model',
  });
}

/** The modes a worker of `quant` runs with before the backend's own rules. */
export function withFallbacks(quant: InferredQuant): QuantModes {
  return { gemm: 'bfloat16', moe: 'bfloat16', kvCache: 'bfloat16', fmha: 'bfloat16', ...quant, comm: 'half' };
}
