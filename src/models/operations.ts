import type { FmhaQuant, GemmQuant, KvCacheQuant, MoeQuant } from './quant-modes.ts';

interface OperationBase {
  readonly name: string;
  /** How often it runs in a step; a time is one run times this. Fractional under multi-token prediction. */
  readonly count: number;
}

/** Work that grows with the tokens of a step. */
interface TokenMajor extends OperationBase {
  /** Ranks that share the tokens under context parallelism; the busiest one is timed. */
  readonly tokenSplit: number;
}

/** Table look-up of `rows` x `columns` bfloat16 elements. */
export interface Embedding extends TokenMajor {
  readonly kind: 'embedding';
  readonly rows: number;
  readonly columns: number;
}

/** Memory-bound element-wise work: `inputs` elements read and `outputs` written a token. */
export interface ElementWise extends TokenMajor {
  readonly kind: 'elementWise';
  readonly inputs: number;
  readonly outputs: number;
}

/** Matrix product of m tokens with an n x k weight. */
export interface Gemm extends TokenMajor {
  readonly kind: 'gemm';
  readonly n: number;
  readonly k: number;
  readonly quant: GemmQuant;
  /** The input comes quantised, so a statically scaled product needs no scale of its own. */
  readonly hasLowPrecisionInput: boolean;
}

/** Prefill attention of `heads` query and `kvHeads` key-value heads a GPU. */
export interface ContextAttention extends OperationBase {
  readonly kind: 'contextAttention';
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  /** Sliding window in tokens, 0 for full attention. */
  readonly windowSize: number;
  readonly fmha: FmhaQuant;
  readonly kvCache: KvCacheQuant;
  readonly usesQkNorm: boolean;
  /** Ranks that share each sequence, as its first and last slices: rank 0 has the first and the very last. */
  readonly cp: number;
}

/** Decode attention of one new token a sequence. */
export interface GenerationAttention extends OperationBase {
  readonly kind: 'generationAttention';
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  readonly windowSize: number;
  readonly kvCache: KvCacheQuant;
}

/** All-reduce of `elements` a token over `gpus` GPUs by the backend's own kernel. */
export interface CustomAllReduce extends TokenMajor {
  readonly kind: 'customAllReduce';
  readonly elements: number;
  readonly gpus: number;
}

/** Point-to-point transfer of `elements` a token between `stages` pipeline stages. */
export interface PointToPoint extends TokenMajor {
  readonly kind: 'pointToPoint';
  readonly elements: number;
  readonly stages: number;
}

/** Whole MLA block (projections and attention) measured as one; the modes name the measured slice. */
export interface MlaModule extends OperationBase {
  readonly kind: 'contextMlaModule' | 'generationMlaModule';
  readonly heads: number;
  readonly fmha: FmhaQuant;
  readonly kvCache: KvCacheQuant;
  readonly gemm: GemmQuant;
}

/** Prefill attention over a latent KV cache. */
export interface ContextMla extends OperationBase {
  readonly kind: 'contextMla';
  readonly heads: number;
  readonly fmha: FmhaQuant;
  readonly kvCache: KvCacheQuant;
  readonly cp: number;
}

/** Decode attention over a latent KV cache. */
export interface GenerationMla extends OperationBase {
  readonly kind: 'generationMla';
  readonly heads: number;
  readonly kvCache: KvCacheQuant;
}

/** Batched product that takes queries into the latent space (`pre`) or outputs out of it (`post`). */
export interface MlaBmm extends OperationBase {
  readonly kind: 'mlaBmm';
  readonly stage: 'pre' | 'post';
  readonly heads: number;
  readonly quant: GemmQuant;
}

/** Routed experts of a layer. Token counts are those of one attention-data-parallel rank. */
export interface Experts extends OperationBase {
  readonly kind: 'experts';
  readonly hiddenSize: number;
  readonly interSize: number;
  readonly experts: number;
  readonly topk: number;
  readonly moeTp: number;
  readonly moeEp: number;
  readonly dp: number;
  readonly quant: MoeQuant;
  /** How unevenly tokens were spread over experts when measured, such as `power_law_1.2`. */
  readonly distribution: string;
}

/** Communication before (`pre`) and after (`post`) the experts; which collectives it takes is the backend's choice. */
export interface MoeDispatch extends OperationBase {
  readonly kind: 'moeDispatch';
  readonly stage: 'pre' | 'post';
  readonly phase: Phase;
  readonly hiddenSize: number;
  /** GPUs that the experts are spread over. */
  readonly gpus: number;
  readonly attentionTp: number;
  readonly attentionDp: number;
  readonly attentionCp: number;
  readonly quant: MoeQuant;
}

/** NCCL collective of `elements` a token over `gpus` GPUs. */
export interface Collective extends OperationBase {
  readonly kind: 'collective';
  readonly collective: CollectiveName;
  readonly elements: number;
  readonly gpus: number;
}
export type CollectiveName = 'all_gather' | 'reduce_scatter';

/** `primary` where it was measured, else the sum of `parts`; decided query by query. */
export interface Fallback extends OperationBase {
  readonly kind: 'fallback';
  readonly primary: Operation;
  readonly parts: readonly Operation[];
}

/** Two sequences that run at once; the longer one counts. */
export interface Overlap extends OperationBase {
  readonly kind: 'overlap';
  readonly branches: readonly [readonly Operation[], readonly Operation[]];
}

export type Phase = 'context' | 'generation';

/** One operation of a step, as plain data: what runs, not how long it takes. */
export type Operation =
  | Embedding
  | ElementWise
  | Gemm
  | ContextAttention
  | GenerationAttention
  | CustomAllReduce
  | PointToPoint
  | MlaModule
  | ContextMla
  | GenerationMla
  | MlaBmm
  | Experts
  | MoeDispatch
  | Collective
  | Fallback
  | Overlap;

/** The operations of one worker in the reference's order; times are summed in it. */
export interface OperationLists {
  readonly context: readonly Operation[];
  readonly generation: readonly Operation[];
}
