import {
  COMPRESSIONS,
  type CompressedSizes,
  type Compression,
  INDEX_ENTRIES,
} from '../../operations/compressed-block.ts';
import type { Operation } from '../../operations/operations.ts';
import { KV_CACHE_QUANT } from '../../operations/quant-modes.ts';
import type { PhasePlan, WorkerPlan } from '../worker-plan.ts';

/** Layers with compressed attention. */
export interface CompressedFacts {
  readonly sizes: CompressedSizes;
  /** Groups of the output projection. */
  readonly outputGroups: number;
  /** How each layer compresses; some see their window alone. */
  readonly layers: readonly (Compression | 'none')[];
}

/** The kind by which a layer is timed: nobody measured those that see their window alone. */
const TIMED_AS: Readonly<Record<Compression | 'none', Compression>> = { csa: 'csa', hca: 'hca', none: 'hca' };

/** Attention of the layers of each kind, of which the first one that compresses comes first. */
export function compressedAttention(plan: PhasePlan, facts: CompressedFacts): readonly Operation[] {
  const compressing = facts.layers.filter((kind) => kind !== 'none');
  const kinds = new Set([...compressing, ...facts.layers].map((kind) => TIMED_AS[kind]));
  return [...kinds].map((kind) => {
    const count = facts.layers.filter((layer) => TIMED_AS[layer] === kind).length;
    return attentionOf({ ...plan, perLayer: count * plan.once }, facts, kind);
  });
}

function attentionOf(plan: PhasePlan, { sizes, outputGroups }: CompressedFacts, compression: Compression): Operation {
  const { architecture, layout, quant, phase, perLayer: count } = plan;
  const { tp, cp } = layout;
  const { fmha, kvCache, gemm } = quant;
  const common = {
    ...{ name: `${phase}_attention`, count, mixes: 'attention' as const, compression, sizes, kvCache, gemm, tp },
    heads: Math.floor(architecture.heads / tp),
    nativeHeads: architecture.heads,
    outputGroups: Math.max(1, Math.floor(outputGroups / tp)),
  };
  return phase === 'generation'
    ? { kind: 'generationCompressed', ...common }
    : { kind: 'contextCompressed', ...common, fmha, cp };
}

/** Bytes of an element of a compressor's state, and of one that an indexer keeps. */
const STATE_BYTES = 4;
const INDEX_BYTES = 0.5;

/** Opens the KV-cache bytes of a sequence: its window, what is compressed, and what compressors keep until they have enough. */
export function compressedKvBytes({ sizes, layers }: CompressedFacts): (plan: WorkerPlan, tokens: number) => number {
  const kinds = [...new Set(layers)].map((kind) => [kind, layers.filter((layer) => layer === kind).length] as const);
  return ({ quant }, tokens) => {
    const { bytes } = KV_CACHE_QUANT[quant.kvCache];
    return kinds.reduce((sum, [kind, count]) => sum + count * layerBytes(kind, sizes, { bytes, tokens }), 0);
  };
}

/** Tokens of a sequence, and bytes of an element of the cache. */
interface Cached {
  readonly tokens: number;
  readonly bytes: number;
}

function layerBytes(kind: Compression | 'none', sizes: CompressedSizes, { tokens, bytes }: Cached): number {
  const { headSize, indexSize, windowSize } = sizes;
  const windowed = Math.min(tokens, windowSize) * headSize * bytes;
  if (kind === 'none') return windowed;
  const { ratio, entries } = COMPRESSIONS[kind];
  const compressed = Math.floor(tokens / ratio);
  const kept = windowed + compressed * headSize * bytes + 2 * ratio * entries * headSize * STATE_BYTES;
  if (kind === 'hca') return kept;
  return kept + compressed * indexSize * INDEX_BYTES + 2 * ratio * INDEX_ENTRIES * indexSize * STATE_BYTES;
}
