import type { FmhaQuant, GemmQuant, KvCacheQuant } from './quant-modes.ts';

interface OperationBase {
  readonly name: string;
  /** How often it runs in a step; a time is one run times this. Fractional under multi-token prediction. */
  readonly count: number;
}

/** Table look-up of `rows` x `columns` bfloat16 elements. */
interface Embedding extends OperationBase {
  readonly kind: 'embedding';
  readonly rows: number;
  readonly columns: number;
}

/** Memory-bound element-wise work: `inputs` elements read and `outputs` written a token. */
export interface ElementWise extends OperationBase {
  readonly kind: 'elementWise';
  readonly inputs: number;
  readonly outputs: number;
}

/** Matrix product of m tokens with an n x k weight. */
export interface Gemm extends OperationBase {
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
interface CustomAllReduce extends OperationBase {
  readonly kind: 'customAllReduce';
  readonly elements: number;
  readonly gpus: number;
}

/** Point-to-point transfer of `elements` a token between `stages` pipeline stages. */
interface PointToPoint extends OperationBase {
  readonly kind: 'pointToPoint';
  readonly elements: number;
  readonly stages: number;
}

/** One operation of a step, as plain data: what runs, not how long it takes. */
export type Operation =
  | Embedding
  | ElementWise
  | Gemm
  | ContextAttention
  | GenerationAttention
  | CustomAllReduce
  | PointToPoint;

/** The operations of one worker in the reference's order; times are summed in it. */
export interface OperationLists {
  readonly context: readonly Operation[];
  readonly generation: readonly Operation[];
}
