import type { GenerationAttention } from '../generation-attention.ts';
import type { OpenTime, Tables, TimeOf } from '../kind.ts';
import { type MemoryTime, memoryTime } from '../memory-bound.ts';

/**
 * Decode attention with the norms of queries and keys, which are counted in prefill alone before, and for a single token
 * here too. Source: aisimulate 0.13.0, its compiled core.
 */
export function withDecodeNorms(open: OpenTime<GenerationAttention>): OpenTime<GenerationAttention> {
  return (tables: Tables): TimeOf<GenerationAttention> => {
    const { surroundFactor } = tables.constants.attention;
    const timeOf = open(tables);
    const memory = memoryTime(tables.system);
    const { along } = timeOf;
    const withNorms: TimeOf<GenerationAttention> = (op, step) => timeOf(op, step) + normsMs(op, memory, surroundFactor);
    if (along === undefined) return withNorms;
    const normedAlong: typeof along = (op, batch, lengths) => {
      const norms = normsMs(op, memory, surroundFactor);
      return along(op, batch, lengths).map((ms) => ms + norms);
    };
    return Object.assign((...args: Parameters<typeof withNorms>) => withNorms(...args), { along: normedAlong });
  };
}

function normsMs(op: GenerationAttention, memory: MemoryTime, surroundFactor: number): number {
  if (op.usesQkNorm !== true) return 0;
  const [queries, keys] = [op.heads * op.headSize, op.kvHeads * op.headSize];
  return (memory(2 * queries) * 2 + memory(2 * keys) * 2) * (2 * surroundFactor);
}
