import type { AttentionBase } from './attention-grids.ts';
import { type FmhaQuant, GEMM_QUANT, type GemmQuant } from './quant-modes.ts';

/**
 * How a layer compresses the tokens beyond its window: four to one, of which an indexer chooses some (CSA), or 128 to one,
 * of which it sees all (HCA).
 */
export type Compression = 'csa' | 'hca';

/** Sizes of the attention of DeepSeek-V4 in elements; heads and groups are counts of the whole model. */
export interface CompressedSizes {
  readonly hiddenSize: number;
  readonly queryRank: number;
  readonly outputRank: number;
  readonly headSize: number;
  readonly rotarySize: number;
  readonly indexHeads: number;
  readonly indexSize: number;
  /** Compressed tokens that an indexer chooses. */
  readonly topk: number;
  /** In tokens. */
  readonly windowSize: number;
}

/** Whole block of compressed attention measured as one: projections, compressor, indexer and attention. */
export interface CompressedAttention extends AttentionBase {
  readonly compression: Compression;
  readonly sizes: CompressedSizes;
  /** Heads of the whole model, and the tensor ranks that share them. */
  readonly nativeHeads: number;
  readonly tp: number;
  /** Groups of the output projection on one GPU. */
  readonly outputGroups: number;
  readonly gemm: GemmQuant;
}

/** In prefill. */
export interface ContextCompressed extends CompressedAttention {
  readonly kind: 'contextCompressed';
  readonly fmha: FmhaQuant;
  /** Ranks that share each sequence. */
  readonly cp: number;
}

/** In decode. */
export interface GenerationCompressed extends CompressedAttention {
  readonly kind: 'generationCompressed';
}

/** Tokens that become one, and entries that a compressor makes of them. */
export const COMPRESSIONS: Readonly<Record<Compression, { readonly ratio: number; readonly entries: number }>> = {
  csa: { ratio: 4, entries: 2 },
  hca: { ratio: 128, entries: 1 },
};

/** Entries that the indexer's own compressor makes. */
export const INDEX_ENTRIES = 2;

/** Bytes of the weights of one GPU; the compressor keeps positions, and every head a sink, in 32 bit. */
export function compressedWeightBytes({ compression, sizes, heads, outputGroups, gemm }: CompressedAttention): number {
  const { hiddenSize: h, queryRank, outputRank, headSize, indexHeads, indexSize } = sizes;
  const { ratio, entries } = COMPRESSIONS[compression];
  const hasIndexer = compression === 'csa';
  const indexer = hasIndexer ? queryRank * indexHeads * indexSize + 2 * h * INDEX_ENTRIES * indexSize : 0;
  const projected = h * queryRank + queryRank * heads * headSize + h * headSize + outputGroups * outputRank * h;
  const quantised = projected + 2 * h * entries * headSize + indexer;
  const plain = heads * headSize * outputRank + (hasIndexer ? h * indexHeads : 0);
  const precise = heads + ratio * entries * headSize + (hasIndexer ? ratio * INDEX_ENTRIES * indexSize : 0);
  return quantised * GEMM_QUANT[gemm].bytes + plain * GEMM_QUANT.bfloat16.bytes + precise * 4;
}
