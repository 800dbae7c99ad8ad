import { type GemmQuant, KV_CACHE_QUANT } from '../../operations/quant-modes.ts';
import type { Backend } from '../../serving.ts';
import type { FactReader } from '../fact-reader.ts';
import type { PhasePlan, WorkerPlan } from '../worker-plan.ts';
import { moduleModes } from './module-modes.ts';

/** Sizes of latent attention in elements. */
export interface LatentFacts {
  readonly kvRank: number;
  readonly ropeSize: number;
  /** 0 where values are as wide as the heads. */
  readonly valueHeadSize: number;
}

/** Sizes of DeepSeek-V3 in elements, which the reference takes for every model with latent attention. */
export const V3 = { heads: 128, queryRank: 1536, kvRank: 512, ropeSize: 64, keyWidth: 128, valueWidth: 128 } as const;

/** Reads the sizes. @throws RenderError MODEL_INVALID */
export function latentFacts({ first }: FactReader): LatentFacts {
  return {
    kvRank: first('kv_lora_rank') || V3.kvRank,
    ropeSize: first('qk_rope_head_dim') || V3.ropeSize,
    valueHeadSize: first('v_head_dim'),
  };
}

/** Kernels between the projections: over the latent cache, or ordinary ones over the value width. */
type LatentKernels = 'latent' | 'ordinary';

/** Those of each backend. */
export const LATENT_KERNELS: Readonly<Record<Backend, LatentKernels>> = {
  trtllm: 'latent',
  sglang: 'latent',
  vllm: 'ordinary',
};

/** A worker's phase with what its latent attention is made of. */
export interface LatentPlan {
  readonly plan: PhasePlan;
  readonly facts: LatentFacts;
}

/** Modes of the products around latent attention. */
export interface LatentModes {
  /** Into the ranks of queries and of the cache, as one product. */
  readonly downscale: GemmQuant;
  readonly query: GemmQuant;
  readonly keyValue: GemmQuant;
  readonly output: GemmQuant;
  /** Into the latent space and out of it. */
  readonly latent: GemmQuant;
  readonly sharedExperts: GemmQuant;
}

/** The modes by what the checkpoint leaves unquantised, as far as the revision minds it. */
export function latentModes(plan: WorkerPlan): LatentModes {
  const modeOf = moduleModes(plan);
  const keyValue = modeOf('keyValue');
  return {
    downscale: modeOf('query', 'keyValue'),
    query: modeOf('query'),
    keyValue,
    output: modeOf('output'),
    latent: keyValue === 'bfloat16' ? 'bfloat16' : 'fp8',
    sharedExperts: modeOf('sharedExperts'),
  };
}

/** Heads on one GPU of the latent kernels, which were measured of DeepSeek-V3 alone. */
export function kernelHeads({ layout }: WorkerPlan): number {
  return Math.floor(V3.heads / layout.tp);
}

/** KV-cache bytes of a sequence: one latent vector and one rotary key a layer, on every tensor rank. */
export function latentKvBytes(
  { kvRank, ropeSize }: LatentFacts,
  { architecture, quant }: WorkerPlan,
  tokens: number,
): number {
  return tokens * KV_CACHE_QUANT[quant.kvCache].bytes * (architecture.layers * (kvRank + ropeSize));
}
