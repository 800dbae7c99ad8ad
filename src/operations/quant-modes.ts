/** What tensor cores compute in. */
export type ComputeType = 'bfloat16' | 'fp8' | 'int8' | 'fp4';

/** A quantisation mode: bytes of one stored element, and what it is computed in. */
export interface QuantMode {
  readonly bytes: number;
  /** Tensor-core speed as a multiple of bfloat16. */
  readonly compute: 1 | 2 | 4;
  readonly type: ComputeType;
}

/** GEMM modes by the names that the measured tables use. Source: aiconfigurator 0.10.0 and 0.12.0, sdk/common.py. */
export const GEMM_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: 'bfloat16' },
  int8_wo: { bytes: 1, compute: 1, type: 'bfloat16' },
  int4_wo: { bytes: 0.5, compute: 1, type: 'bfloat16' },
  fp8: { bytes: 1, compute: 2, type: 'fp8' },
  fp8_static: { bytes: 1, compute: 2, type: 'fp8' },
  sq: { bytes: 1, compute: 2, type: 'int8' },
  fp8_block: { bytes: 1, compute: 2, type: 'fp8' },
  fp8_ootb: { bytes: 1, compute: 2, type: 'fp8' },
  nvfp4: { bytes: 9 / 16, compute: 4, type: 'fp4' },
  nvfp4_wo: { bytes: 9 / 16, compute: 1, type: 'bfloat16' },
  w4a16_nvfp4: { bytes: 9 / 16, compute: 1, type: 'bfloat16' },
} as const satisfies Record<string, QuantMode>;
export type GemmQuant = keyof typeof GEMM_QUANT;

/** Modes of expert layers. Dense models carry one too: it is a column of every row. Nobody measured `int8_wo`. */
export const MOE_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: 'bfloat16' },
  int8_wo: { bytes: 1, compute: 1, type: 'bfloat16' },
  fp8: { bytes: 1, compute: 2, type: 'fp8' },
  int4_wo: { bytes: 0.5, compute: 1, type: 'bfloat16' },
  fp8_block: { bytes: 1, compute: 2, type: 'fp8' },
  w4afp8: { bytes: 0.5, compute: 2, type: 'fp8' },
  nvfp4: { bytes: 9 / 16, compute: 4, type: 'fp4' },
  w4a16_mxfp4: { bytes: 0.5, compute: 1, type: 'bfloat16' },
  w4a8_mxfp4_mxfp8: { bytes: 0.5, compute: 2, type: 'fp8' },
  w4a8_mxfp4_mxfp8_trtllm: { bytes: 0.5, compute: 2, type: 'fp8' },
  w4a16_mxfp4_cutlass: { bytes: 0.5, compute: 1, type: 'bfloat16' },
  nvfp4_wo: { bytes: 9 / 16, compute: 1, type: 'bfloat16' },
  w4a16_nvfp4: { bytes: 9 / 16, compute: 1, type: 'bfloat16' },
} as const satisfies Record<string, QuantMode>;
export type MoeQuant = keyof typeof MOE_QUANT;

/** Modes of the prefill attention kernel. */
export const FMHA_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: 'bfloat16' },
  fp8: { bytes: 1, compute: 2, type: 'fp8' },
  fp8_block: { bytes: 1, compute: 2, type: 'fp8' },
} as const satisfies Record<string, QuantMode>;
export type FmhaQuant = keyof typeof FMHA_QUANT;

/** Modes of the KV cache; decode attention computes in fp8 when the cache is fp8. */
export const KV_CACHE_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: 'bfloat16' },
  int8: { bytes: 1, compute: 1, type: 'bfloat16' },
  fp8: { bytes: 1, compute: 2, type: 'fp8' },
} as const satisfies Record<string, QuantMode>;
export type KvCacheQuant = keyof typeof KV_CACHE_QUANT;

/** The modes of one worker role. Collectives always run in `half` on this path. */
export interface QuantModes {
  readonly gemm: GemmQuant;
  readonly moe: MoeQuant;
  readonly kvCache: KvCacheQuant;
  readonly fmha: FmhaQuant;
  readonly comm: 'half';
}
