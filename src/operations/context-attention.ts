import { type AttentionBase, prefillPoints, prefillTime, slicedGrids } from './attention-grids.ts';
import { denseGrid } from './grid/dense-grid.ts';
import { headsFrom, sliceKvHeads } from './grouped-slices.ts';
import { noWeights, type OperationKind, type Tables, type TimeOf } from './kind.ts';
import { type MemoryTime, memoryTime } from './memory-bound.ts';
import { FMHA_QUANT, type FmhaQuant } from './quant-modes.ts';

/** Prefill attention of `heads` query and `kvHeads` key-value heads a GPU. */
export interface ContextAttention extends AttentionBase {
  readonly kind: 'contextAttention';
  readonly kvHeads: number;
  readonly headSize: number;
  /** Sliding window in tokens, 0 for full attention. */
  readonly windowSize: number;
  readonly fmha: FmhaQuant;
  readonly usesQkNorm: boolean;
  /** Ranks that share each sequence, as its first and last slices: rank 0 has the first and the very last. */
  readonly cp: number;
}

/** Prefill attention without cached prefix: the measured kernel and an estimate of what surrounds it. */
export const contextAttention: OperationKind<ContextAttention> = {
  sees: () => 'length',
  isRemembered: true,
  weightBytes: noWeights,
  source: () => 'measured: context_attention; estimated: cache writes, rotary embedding',
  time: contextAttentionTime,
};

/** Source: aiconfigurator 0.10.0, sdk/operations/attention.py. */
function contextAttentionTime({ database, system, constants }: Tables): TimeOf<ContextAttention> {
  const { heads, contextLengths, contextBatches, surroundFactor } = constants.attention;
  const memory = memoryTime(system);
  const gridOf = slicedGrids(database, 'context_attention', (slice) =>
    denseGrid(prefillPoints(slice), {
      targetX: headsFrom(slice, heads),
      targetY: contextLengths,
      targetZ: contextBatches,
      usesSqrtY: true,
    }),
  );
  return (op, step) => {
    const grid = gridOf([op.fmha, op.kvCache, sliceKvHeads(op), op.headSize, op.windowSize]);
    return prefillTime(grid, op, step) + aroundAttention(op, memory) * surroundFactor;
  };
}

/**
 * Norms of queries and keys, rotary embedding, cache writes. The reference takes them for a single token, whatever the
 * step holds; they do grow with its tokens, but its numbers are what we reproduce.
 */
export function aroundAttention(op: ContextAttention, memory: MemoryTime): number {
  const q = op.heads * op.headSize;
  const kv = op.kvHeads * op.headSize;
  const fmhaBytes = FMHA_QUANT[op.fmha].bytes;
  const norms = op.usesQkNorm ? (2 * memory(q * 2) + 2 * memory(kv * 2)) * 2 : 0;
  return norms + (2 * memory(q * 2 + kv * 2) + (memory(kv * fmhaBytes) + memory(kv * fmhaBytes)));
}
