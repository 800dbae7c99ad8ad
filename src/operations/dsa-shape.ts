/** Sizes of latent attention over the tokens that an indexer chooses; in elements unless said otherwise. */
interface DsaShape {
  readonly hiddenSize: number;
  readonly queryRank: number;
  readonly kvRank: number;
  /** Of a head's key: the part without positions, and the part with them. */
  readonly keySize: number;
  readonly ropeSize: number;
  readonly valueSize: number;
  /** Heads. */
  readonly indexHeads: number;
  readonly indexSize: number;
  /** Tokens that each one attends to at most. */
  readonly topk: number;
}

/**
 * The models that blocks were measured of, by their classes; the reference takes these sizes whatever a checkpoint says.
 * Source: aiconfigurator 0.10.0, sdk/operations/dsa.py.
 */
const SHAPES = {
  DeepseekV32ForCausalLM: {
    ...{ hiddenSize: 7168, queryRank: 1536, kvRank: 512, keySize: 128, ropeSize: 64, valueSize: 128 },
    ...{ indexHeads: 64, indexSize: 128, topk: 2048 },
  },
  GlmMoeDsaForCausalLM: {
    ...{ hiddenSize: 6144, queryRank: 2048, kvRank: 512, keySize: 192, ropeSize: 64, valueSize: 256 },
    ...{ indexHeads: 32, indexSize: 128, topk: 2048 },
  },
} as const satisfies Readonly<Record<string, DsaShape>>;

/** A class whose blocks were measured. */
export type DsaModel = keyof typeof SHAPES;

/** The sizes of a class. */
export function dsaShape(model: DsaModel): DsaShape {
  return SHAPES[model];
}

/** Whether blocks of a class were measured. */
export function isDsaModel(name: string | undefined): name is DsaModel {
  return name !== undefined && Object.hasOwn(SHAPES, name);
}

/** Elements of the weights of a block, for the heads of one GPU. */
interface DsaWeights {
  readonly query: number;
  /** Into the cache. */
  readonly keyValue: number;
  /** From the cache to keys and values of heads, as which they are not computed. */
  readonly latent: number;
  readonly output: number;
  readonly indexer: number;
}

/** The weights of a class. */
export function dsaWeights(model: DsaModel, heads: number): DsaWeights {
  const shape: DsaShape = SHAPES[model];
  const { hiddenSize, queryRank, kvRank, keySize, ropeSize, valueSize, indexHeads, indexSize } = shape;
  return {
    query: hiddenSize * queryRank + queryRank * heads * (keySize + ropeSize),
    keyValue: hiddenSize * (kvRank + ropeSize),
    latent: kvRank * heads * (keySize + valueSize),
    output: heads * valueSize * hiddenSize,
    indexer: queryRank * indexHeads * indexSize + hiddenSize * indexHeads,
  };
}

/** Elements that one scale of the indexer's cache stands for, and its bytes. */
const INDEX_BLOCK = 128;
const INDEX_SCALE_BYTES = 4;

/** Bytes that a token leaves in the indexer's cache, a layer. */
export function indexEntryBytes(indexSize: number): number {
  return indexSize + Math.ceil(indexSize / INDEX_BLOCK) * INDEX_SCALE_BYTES;
}
