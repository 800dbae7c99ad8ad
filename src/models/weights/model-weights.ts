import type { JsonObject } from '../../json.ts';
import type { QuantSource } from '../checkpoint-quant.ts';
import type { InferredQuant } from '../quantisation.ts';
import { compressedCache, countWeights, type ModelShape } from './count-weights.ts';
import { modelShape } from './model-shape.ts';
import { type WeightFormat, weightFormat } from './weight-format.ts';

/** How a worker shares the experts out: slices of each, or whole ones. */
export type ExpertSplit = 'tensor' | 'expert';

/** What an engine has to hold of a model, and over how many GPUs it can be split. */
export interface ModelWeights {
  /** How many there are, small ones such as norms and biases aside. */
  readonly parameters: number;
  /** All of them, in the precision of the checkpoint. */
  readonly bytes: number;
  /** What the matrices are kept in, such as `fp8_block`; undefined for 16 bit. */
  readonly precision: string | undefined;
  /** What a worker computes in, as far as the checkpoint says it. */
  readonly dataType: DataType | undefined;
  /** How the weights are split over so many GPUs by tensor parallelism; undefined where no engine loads them so. */
  readonly splitOver: (gpus: number) => ExpertSplit | undefined;
  /** Heads of attention: no worker is split over more GPUs. */
  readonly mostGpus: number;
  /** Least bytes of KV cache that one sequence of `tokens` takes on each of `gpus`. */
  readonly cacheBytes: (gpus: number, tokens: number) => number;
}

/** Words of `torch_dtype`, or `dtype` in newer files. */
const DATA_TYPES = ['bfloat16', 'float16', 'float32'] as const;
type DataType = (typeof DATA_TYPES)[number];

/** What the weights of a model are read from. */
export interface WeightSource {
  readonly className: string;
  readonly config: JsonObject;
  readonly text: JsonObject;
  readonly quant: InferredQuant;
  readonly quantSource: QuantSource;
}

const PLAIN_BYTES = 2;

/** Reads what an engine has to hold of a model from its configuration. */
export function modelWeights({ className, config, text, quant, quantSource }: WeightSource): ModelWeights {
  const tied = config.tie_word_embeddings;
  const shape = modelShape(tied === undefined ? text : { tie_word_embeddings: tied, ...text }, className);
  const { gemm = 'bfloat16', moe = 'bfloat16' } = quant;
  const [dense, experts] = [weightFormat(gemm, quantSource), weightFormat(moe, quantSource)];
  const counts = countWeights(shape, config);
  const modes = [...new Set(shape.experts > 1 ? [gemm, moe] : [gemm])].filter((mode) => mode !== 'bfloat16');
  return {
    parameters: counts.plain + counts.dense + counts.experts,
    bytes: PLAIN_BYTES * counts.plain + dense.bytes * counts.dense + experts.bytes * counts.experts,
    precision: modes.join(' and ') || undefined,
    dataType: DATA_TYPES.find((type) =>
      [text, config].some((part) => part.torch_dtype === type || part.dtype === type),
    ),
    splitOver: (gpus) => (gpus === 1 ? 'tensor' : splitOver(shape, { dense, experts }, gpus)),
    mostGpus: shape.heads,
    cacheBytes: (gpus, tokens) => cacheBytes(shape, text, { gpus, tokens }) * (quant.kvCache === 'fp8' ? 1 : 2),
  };
}

/**
 * Heads are whole, or copied where there are fewer key and value heads than GPUs; widths are whole blocks; experts are
 * slices of whole blocks, else whole ones. Source: the checks that vLLM makes when it loads a model (linear.py, fp8.py,
 * awq.py, fused_moe/layer.py).
 */
function splitOver(
  shape: ModelShape,
  { dense, experts }: { readonly dense: WeightFormat; readonly experts: WeightFormat },
  gpus: number,
): ExpertSplit | undefined {
  const divides = (width: number, block: number): boolean => width % gpus === 0 && (width / gpus) % block === 0;
  if (!splitsAttention(shape, dense, gpus)) return undefined;
  const block = Math.max(dense.inputBlock, dense.outputBlock);
  if (!denseWidths(shape).every((width) => divides(width, block))) return undefined;
  if (shape.experts <= 1) return 'tensor';
  if (divides(shape.expertSize, Math.max(experts.inputBlock, experts.outputBlock))) return 'tensor';
  return shape.experts % gpus === 0 ? 'expert' : undefined;
}

/** Widths of feed-forward parts that every worker splits. */
function denseWidths({ layersWith, interSize, interSizes, sharedSize }: ModelShape): readonly number[] {
  const dense = interSizes ?? (layersWith.dense > 0 ? [interSize] : []);
  return layersWith.experts > 0 && sharedSize > 0 ? [...dense, sharedSize] : dense;
}

function splitsAttention(shape: ModelShape, { inputBlock, outputBlock }: WeightFormat, gpus: number): boolean {
  const { heads, kvHeads, headSize, latent, linear } = shape;
  const isWhole = (count: number): boolean => count % gpus === 0;
  const isCopied = (count: number): boolean => isWhole(count) || gpus % count === 0;
  if (!isWhole(heads) || !isCopied(kvHeads)) return false;
  if (linear !== undefined && !(isWhole(linear.valueHeads) && isCopied(linear.keyHeads))) return false;
  const own = heads / gpus;
  if (latent !== undefined) {
    const { plainSize, rotarySize, valueSize } = latent;
    const outputs = [own * (plainSize + rotarySize), own * (plainSize + valueSize)];
    return outputs.every((width) => width % outputBlock === 0) && (own * valueSize) % inputBlock === 0;
  }
  const keys = Math.max(1, kvHeads / gpus) * headSize;
  return [own * headSize, keys].every((width) => width % outputBlock === 0) && (own * headSize) % inputBlock === 0;
}

/** Elements of the KV cache of one sequence on one GPU; where layers see a window, as if all did. */
function cacheBytes(
  shape: ModelShape,
  { sliding_window: window, use_sliding_window: isUsed }: JsonObject,
  { gpus, tokens }: { readonly gpus: number; readonly tokens: number },
): number {
  const { latent, compressed, layersWith, kvHeads, headSize } = shape;
  if (compressed !== undefined) return compressedCache(shape, tokens);
  const kept = typeof window === 'number' && window > 0 && isUsed !== false ? Math.min(window, tokens) : tokens;
  const width =
    latent === undefined ? 2 * Math.max(1, Math.ceil(kvHeads / gpus)) * headSize : latent.cacheRank + latent.rotarySize;
  return layersWith.attention * kept * width;
}
