import { attendedPairs } from './attended-pairs.ts';
import { type DsaModel, dsaShape, dsaWeights, indexEntryBytes } from './dsa-shape.ts';
import type { Tables } from './kind.ts';
import {
  FMHA_QUANT,
  type FmhaQuant,
  GEMM_QUANT,
  type GemmQuant,
  KV_CACHE_QUANT,
  type KvCacheQuant,
} from './quant-modes.ts';
import type { SpeedOfLight } from './resolver/nest.ts';

/** What a block computes and stores in. */
export interface DsaModes {
  readonly model: DsaModel;
  readonly gemm: GemmQuant;
  readonly kvCache: KvCacheQuant;
}

/** Operations by what they are computed in, and bytes that are moved. */
interface Work {
  readonly products: number;
  readonly index: number;
  readonly attention: number;
  readonly bytes: number;
}

/** Indexers compare in fp8 whatever the rest is in. */
const INDEX_MODE = FMHA_QUANT.fp8;

/**
 * Lower bound in ms of a prefill block over heads, cached tokens, new tokens and sequences; a layer that takes the choice of
 * another one does not compare. Source: aiconfigurator 0.10.0, sdk/operations/dsa.py; 0.12.0, its compiled core.
 */
export function dsaPrefillRoofline(
  tables: Tables,
  { model, gemm, kvCache, fmha }: DsaModes & { readonly fmha: FmhaQuant },
  indexes: boolean,
): SpeedOfLight {
  const { keySize, ropeSize, kvRank, indexHeads, indexSize, topk } = dsaShape(model);
  return bounded(tables, gemm, fmha, (point) => {
    const [heads, cached, length, batch] = [point[0]!, point[1]!, point[2]!, point[3]!];
    const [tokens, all] = [batch * length, length + cached];
    const compares = indexes && all > topk;
    const cacheBytes = batch * heads * Math.min(all, topk) * (kvRank + ropeSize) * KV_CACHE_QUANT[kvCache].bytes;
    const queryBytes = tokens * heads * (keySize + ropeSize) * FMHA_QUANT[fmha].bytes * 2;
    return {
      products: products(model, heads, tokens),
      index: compares ? 2 * tokens * indexHeads * indexSize * all : 0,
      attention: 2 * heads * (kvRank + ropeSize + kvRank) * attendedPairs({ batch, length, cached }, topk),
      bytes:
        weightBytes(model, heads, gemm) +
        cacheBytes +
        (compares ? batch * all * indexEntryBytes(indexSize) : 0) +
        queryBytes,
    };
  });
}

/** Lower bound in ms of a decode block over heads, sequences and their length. */
export function dsaDecodeRoofline(tables: Tables, { model, gemm, kvCache }: DsaModes): SpeedOfLight {
  const { ropeSize, kvRank, indexHeads, indexSize, topk } = dsaShape(model);
  return bounded(tables, gemm, 'bfloat16', (point) => {
    const [heads, batch, length] = [point[0]!, point[1]!, point[2]!];
    const attended = Math.min(length, topk);
    const cacheBytes = batch * attended * (kvRank + ropeSize) * KV_CACHE_QUANT[kvCache].bytes;
    return {
      products: products(model, heads, batch),
      index: 2 * batch * indexHeads * indexSize * length,
      attention: 2 * batch * heads * (kvRank + ropeSize + kvRank) * attended,
      bytes: weightBytes(model, heads, gemm) + batch * length * indexEntryBytes(indexSize) + cacheBytes,
    };
  });
}

function bounded(
  { system, constants }: Tables,
  gemm: GemmQuant,
  fmha: FmhaQuant,
  workAt: (point: ArrayLike<number>) => Work,
): SpeedOfLight {
  const { gemm: flopsOf } = constants.peakFlops;
  const rates = [GEMM_QUANT[gemm], INDEX_MODE, FMHA_QUANT[fmha]].map((mode) => flopsOf(system, mode));
  const [productRate, indexRate, attentionRate] = rates as [number, number, number];
  return (point) => {
    const work = workAt(point);
    const computed = work.products / productRate + work.index / indexRate + work.attention / attentionRate;
    return Math.max(computed * 1000, (work.bytes / system.memBwBytesPerSec) * 1000);
  };
}

/** Elements of the weights that a step multiplies with, the indexer's key among them. */
function multiplied(model: DsaModel, heads: number): number {
  const { hiddenSize, indexSize } = dsaShape(model);
  const { query, keyValue, output, indexer } = dsaWeights(model, heads);
  return query + keyValue + output + indexer + hiddenSize * indexSize;
}

/** Operations of all products for some tokens; those into the latent space and out of it are among them. */
function products(model: DsaModel, heads: number, tokens: number): number {
  return 2 * tokens * multiplied(model, heads) + 2 * tokens * dsaWeights(model, heads).latent;
}

/** Bytes of the weights that a step reads; the reference leaves those of the latent space out. */
function weightBytes(model: DsaModel, heads: number, gemm: GemmQuant): number {
  return multiplied(model, heads) * GEMM_QUANT[gemm].bytes;
}
