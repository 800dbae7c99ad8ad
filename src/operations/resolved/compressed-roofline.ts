import { attendedPairs } from '../attended-pairs.ts';
import {
  COMPRESSIONS,
  type CompressedAttention,
  type ContextCompressed,
  type GenerationCompressed,
  INDEX_ENTRIES,
} from '../compressed-block.ts';
import type { Tables } from '../kind.ts';
import { decodeMode } from '../peak-flops.ts';
import { FMHA_QUANT, GEMM_QUANT, KV_CACHE_QUANT } from '../quant-modes.ts';
import type { SpeedOfLight } from '../resolver/nest.ts';

/** What a block works on in a step. */
interface Load {
  readonly batch: number;
  /** New tokens of all sequences. */
  readonly tokens: number;
  /** Tokens that the last of a sequence sees, itself too in prefill. */
  readonly seen: number;
  /** Pairs of a new token with what it attends to, in its window and compressed. */
  readonly pairs: number;
}

/** Bounds in ms of prefill by cached tokens, length and sequences. Source: aiconfigurator 0.12.0, its compiled core. */
export function compressedPrefillRoofline(tables: Tables, op: ContextCompressed): SpeedOfLight {
  const mode = FMHA_QUANT[op.fmha];
  const boundMs = rooflineOf(tables, op, {
    flops: tables.constants.peakFlops.gemm(tables.system, mode),
    bytes: mode.bytes,
  });
  const { ratio } = COMPRESSIONS[op.compression];
  return (point) => {
    const [cached, length, batch] = [point[0]!, point[1]!, point[2]!];
    const seen = cached + length;
    const limit = compressedLimit(op, seen);
    const compressed = batch * (compressedUpTo(seen, ratio, limit) - compressedUpTo(cached, ratio, limit));
    const inWindow = attendedPairs({ batch, length, cached }, op.sizes.windowSize);
    return boundMs({ batch, tokens: batch * length, seen, pairs: inWindow + compressed });
  };
}

/** The same of decode by sequences and their length. */
export function compressedDecodeRoofline(tables: Tables, op: GenerationCompressed): SpeedOfLight {
  const cache = KV_CACHE_QUANT[op.kvCache];
  const boundMs = rooflineOf(tables, op, {
    flops: tables.constants.peakFlops.attention(tables.system, cache),
    bytes: decodeMode(tables.system, cache).bytes,
  });
  const { ratio } = COMPRESSIONS[op.compression];
  return (point) => {
    const [batch, length] = [point[0]!, point[1]!];
    const seen = Math.max(length - 1, 0);
    const compressed = Math.min(Math.floor(seen / ratio), compressedLimit(op, seen));
    return boundMs({
      batch,
      tokens: batch,
      seen,
      pairs: batch * (Math.min(seen, op.sizes.windowSize) + compressed),
    });
  };
}

/** Compressed tokens that a token attends to at most. */
function compressedLimit({ compression, sizes }: CompressedAttention, seen: number): number {
  return compression === 'csa' ? sizes.topk : Math.floor(seen / COMPRESSIONS[compression].ratio);
}

/** Compressed tokens that the first `tokens` of a sequence attend to, all together. */
function compressedUpTo(tokens: number, ratio: number, limit: number): number {
  const rising = Math.min(tokens, limit * ratio - 1);
  if (rising < 0) return 0;
  const whole = Math.floor(rising / ratio);
  return (ratio * whole * (whole - 1)) / 2 + whole * (rising - ratio * whole + 1) + (tokens - rising) * limit;
}

/** How attention computes. */
interface AttentionMode {
  readonly flops: number;
  readonly bytes: number;
}

function rooflineOf(
  { system, constants }: Tables,
  op: CompressedAttention,
  attention: AttentionMode,
): (load: Load) => number {
  const { sizes, heads, outputGroups, gemm, kvCache } = op;
  const { hiddenSize: h, queryRank, outputRank, headSize, rotarySize, indexHeads, indexSize } = sizes;
  const { ratio, entries } = COMPRESSIONS[op.compression];
  const hasIndexer = op.compression === 'csa';
  const peakOf = (mode: 'bfloat16' | 'fp8' | typeof gemm): number => constants.peakFlops.gemm(system, GEMM_QUANT[mode]);
  const peaks = { gemm: peakOf(gemm), plain: peakOf('bfloat16'), fp8: peakOf('fp8') };
  const { bytes } = GEMM_QUANT[gemm];
  const width = heads * headSize;
  const projected = h * queryRank + queryRank * width + h * headSize + outputGroups * outputRank * h;
  const indexer = hasIndexer ? queryRank * indexHeads * indexSize : 0;
  const plainWeights = width * outputRank + (hasIndexer ? h * indexHeads : 0);
  // Products of the compressors, and the sums that follow each.
  const compressor = 4 * h * entries * headSize + 2 * entries * headSize;
  const indexCompressor = hasIndexer ? 4 * h * INDEX_ENTRIES * indexSize + 2 * INDEX_ENTRIES * indexSize : 0;
  const quantisedBytes = (projected + 2 * h * entries * headSize + indexer) * bytes;
  const weightBytes = quantisedBytes + plainWeights * GEMM_QUANT.bfloat16.bytes;
  const passed = h + queryRank + width + headSize + outputGroups * outputRank;
  return ({ batch, tokens, seen, pairs }) => {
    const choices = hasIndexer ? Math.floor(seen / ratio) : 0;
    const chosen = 2 * tokens * indexer + 2 * tokens * choices * indexHeads * indexSize;
    const computeSec =
      (2 * tokens * projected + tokens * (compressor + indexCompressor)) / peaks.gemm +
      (2 * tokens * plainWeights) / peaks.plain +
      chosen / peaks.fp8 +
      (4 * width * pairs) / attention.flops;
    const moved =
      weightBytes +
      tokens * passed * bytes +
      pairs * headSize * KV_CACHE_QUANT[kvCache].bytes +
      batch * choices * indexSize * 0.5 +
      tokens * heads * rotarySize * attention.bytes;
    return Math.max(computeSec * 1000, (moved / system.memBwBytesPerSec) * 1000);
  };
}
