import { isObject, type JsonObject } from '../../json.ts';
import { COMPRESSIONS, INDEX_ENTRIES } from '../../operations/compressed-block.ts';

/** Parameters of a model by the precision that they are kept in. Counts. */
export interface WeightCounts {
  /** Embeddings, heads, routers and vision towers: what quantised checkpoints leave in 16 bit. */
  readonly plain: number;
  /** Matrices of attention, dense layers and shared experts. */
  readonly dense: number;
  /** Matrices of the routed experts. */
  readonly experts: number;
}

/** Sizes of a text model from its `config.json`; 0 where the file says nothing. */
export interface ModelShape {
  readonly layers: number;
  readonly hiddenSize: number;
  readonly vocabSize: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  /** Width of the dense layers' feed-forward part. */
  readonly interSize: number;
  /** Each of these widths where they differ. */
  readonly interSizes?: readonly number[];
  readonly experts: number;
  readonly expertSize: number;
  /** What goes into a routed expert: the hidden size, or a latent one that the layer projects to. */
  readonly expertInput: number;
  /** Width of all shared experts of a layer together. */
  readonly sharedSize: number;
  /** Latent attention: ranks of queries (0 for none) and of keys and values, and the sizes of a head's parts. */
  readonly latent?: {
    readonly queryRank: number;
    readonly cacheRank: number;
    readonly plainSize: number;
    readonly rotarySize: number;
    readonly valueSize: number;
  };
  /** Attention over compressed tokens (DeepSeek-V4). */
  readonly compressed?: {
    readonly queryRank: number;
    readonly outputRank: number;
    readonly outputGroups: number;
    readonly indexHeads: number;
    readonly indexSize: number;
    readonly windowSize: number;
    /** Tokens that become one, by layer; 0 where a layer sees its window alone. */
    readonly ratios: readonly number[];
  };
  /** Layers that keep a state of fixed size instead of the tokens. */
  readonly linear?: {
    readonly keyHeads: number;
    readonly valueHeads: number;
    readonly keySize: number;
    readonly valueSize: number;
  };
  /** How many layers have what. */
  readonly layersWith: {
    readonly attention: number;
    readonly linear: number;
    readonly dense: number;
    readonly experts: number;
  };
  readonly matricesPerFfn: 2 | 3;
  /** Elements of the embeddings that each layer has of its own. */
  readonly layerEmbedding: number;
  readonly isTied: boolean;
}

/** Source of the shapes: modeling_*.py of transformers 5.24.0; the test holds them against published totals. */
export function countWeights(shape: ModelShape, config: JsonObject): WeightCounts {
  const { hiddenSize: h, vocabSize, experts, layersWith, matricesPerFfn } = shape;
  const ffn = (width: number): number => matricesPerFfn * h * width;
  const router = layersWith.experts * h * experts;
  return {
    plain:
      vocabSize * h * (shape.isTied ? 1 : 2) + shape.layers * shape.layerEmbedding + router + visionWeights(config),
    dense:
      (shape.compressed === undefined ? layersWith.attention * attention(shape) : compressedAttention(shape)) +
      layersWith.linear * linearLayer(shape) +
      (shape.interSizes?.reduce((sum, width) => sum + ffn(width), 0) ?? layersWith.dense * ffn(shape.interSize)) +
      layersWith.experts * ffn(shape.sharedSize),
    experts: layersWith.experts * experts * matricesPerFfn * shape.expertInput * shape.expertSize,
  };
}

/** Projections of one layer's attention. */
function attention({ hiddenSize: h, heads, kvHeads, headSize, latent }: ModelShape): number {
  if (latent === undefined) return h * headSize * (2 * heads + 2 * kvHeads);
  const { queryRank, cacheRank, plainSize, rotarySize, valueSize } = latent;
  const queryWidth = heads * (plainSize + rotarySize);
  const queries = queryRank > 0 ? queryRank * (h + queryWidth) : h * queryWidth;
  return queries + h * (cacheRank + rotarySize) + cacheRank * heads * (plainSize + valueSize) + heads * valueSize * h;
}

/** Tokens that become one where an indexer chooses among them. */
const CHOSEN_RATIO = COMPRESSIONS.csa.ratio;

/** Projections, compressors and indexers of all layers; keys are values, and one head has them. */
function compressedAttention({ hiddenSize: h, heads, headSize, compressed }: ModelShape): number {
  if (compressed === undefined) return 0;
  const { queryRank, outputRank, outputGroups, indexHeads, indexSize, ratios } = compressed;
  const width = heads * headSize;
  const projections = h * (queryRank + headSize) + width * (queryRank + outputRank) + outputGroups * outputRank * h;
  const indexer = queryRank * indexHeads * indexSize + h * (2 * INDEX_ENTRIES * indexSize + indexHeads);
  const ofLayer = (ratio: number): number => {
    const { entries = 0 } = Object.values(COMPRESSIONS).find((one) => one.ratio === ratio) ?? {};
    return projections + 2 * h * entries * headSize + (ratio === CHOSEN_RATIO ? indexer : 0);
  };
  return ratios.reduce((sum, ratio) => sum + ofLayer(ratio), 0);
}

/** Elements of the cache of a sequence in all layers; an indexer's keys take half a byte each. */
export function compressedCache({ headSize, compressed }: ModelShape, tokens: number): number {
  if (compressed === undefined) return 0;
  const { indexSize, windowSize, ratios } = compressed;
  const ofLayer = (ratio: number): number => {
    const windowed = Math.min(tokens, windowSize) * headSize;
    if (ratio === 0) return windowed;
    const kept = Math.floor(tokens / ratio);
    return windowed + kept * headSize + (ratio === CHOSEN_RATIO ? (kept * indexSize) / 2 : 0);
  };
  return ratios.reduce((sum, ratio) => sum + ofLayer(ratio), 0);
}

/** A gated delta net or a state-space layer: what goes in (keys, values, gates) and out. */
function linearLayer({ hiddenSize: h, linear }: ModelShape): number {
  if (linear === undefined) return 0;
  const values = linear.valueHeads * linear.valueSize;
  return h * (2 * linear.keyHeads * linear.keySize + 2 * values + 2 * linear.valueHeads) + values * h;
}

/** Square attention and an ungated feed-forward part in each layer of a vision tower. */
function visionWeights({ vision_config: vision }: JsonObject): number {
  if (!isObject(vision)) return 0;
  const size = (...keys: string[]): number => keys.map((key) => Number(vision[key])).find((found) => found > 0) ?? 0;
  const h = size('hidden_size', 'embed_dim', 'width');
  const inner = size('intermediate_size') || 4 * h;
  return size('num_hidden_layers', 'depth', 'layers') * (4 * h * h + 2 * h * inner);
}
