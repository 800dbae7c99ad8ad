import { attendedPairs } from '../attended-pairs.ts';
import { kernelSlice } from '../kernel-slice.ts';
import type { Tables, TimeOf } from '../kind.ts';
import type { ContextMsaModule, GenerationMsaModule } from '../msa-module.ts';
import { perShape } from '../per-shape.ts';
import { FMHA_QUANT, GEMM_QUANT, KV_CACHE_QUANT } from '../quant-modes.ts';
import type { SpeedOfLight } from '../resolver/nest.ts';
import { decodeTimes } from './decode-times.ts';
import { sparseDecode, sparsePrefill } from './sparse-grids.ts';

/** The model that blocks were measured of, and that no layer of it goes without an indexer, as rows name it. */
const MODEL = 'MiniMaxM3ForCausalLM';
const CHOOSING = 0;

/** Sizes of MiniMax-M3: elements of a value, the indexer's heads together in elements, tokens of a block, and tokens that are attended to at most. */
const VALUE = 128;
const INDEX = 4 * 128;
const BLOCK = 128;
const ATTENDED = 16 * BLOCK;

type MsaShape = Omit<ContextMsaModule, 'kind'>;

const shapeOf = ({ kvHeads, headSize, hiddenSize, kvCache, fmha, gemm }: MsaShape): string =>
  `${kvHeads} ${headSize} ${hiddenSize} ${kvCache} ${fmha} ${gemm}`;

/** Prefill blocks as they were measured. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedContextMsa(tables: Tables): TimeOf<ContextMsaModule> {
  const blockOf = perShape((op: ContextMsaModule) => {
    const key = [CHOOSING, op.fmha, op.kvCache, op.gemm, MODEL];
    const roofline = blockRoofline(tables, op);
    return sparsePrefill(tables, kernelSlice(tables.database, 'msa_context_module', key), (point) => {
      const [heads, cached, length, batch] = [point[0]!, point[1]!, point[2]!, point[3]!];
      const pairs = attendedPairs({ batch, length, cached }, ATTENDED);
      return roofline({ heads, batch, tokens: batch * length, seen: length + cached, pairs });
    });
  }, shapeOf);
  return (op, { batch, sequenceLength }) => Math.max(0, blockOf(op)(op.heads, sequenceLength, batch));
}

/** Decode blocks, likewise. */
export function resolvedGenerationMsa(tables: Tables): TimeOf<GenerationMsaModule> {
  return decodeTimes(
    perShape((op: GenerationMsaModule) => {
      const key = [CHOOSING, op.kvCache, op.gemm, MODEL];
      const roofline = blockRoofline(tables, op);
      const speedOfLight: SpeedOfLight = (point) => {
        const [heads, batch, length] = [point[0]!, point[1]!, point[2]!];
        const seen = Math.max(length - 1, 0);
        return roofline({ heads, batch, tokens: batch, seen, pairs: batch * Math.min(seen, ATTENDED) });
      };
      return sparseDecode(tables, kernelSlice(tables.database, 'msa_generation_module', key), speedOfLight);
    }, shapeOf),
  );
}

/** One step of a block: `tokens` are new, `seen` are those that the last of a sequence could attend to. */
interface MsaStep {
  readonly heads: number;
  readonly batch: number;
  readonly tokens: number;
  readonly seen: number;
  /** Pairs of tokens of which one attends to the other. */
  readonly pairs: number;
}

/** Lower bound in ms: the tensor cores' rates, with an indexer in fp8, or one pass over weights, cache and queries. */
function blockRoofline(
  { system, constants }: Tables,
  { kvHeads, headSize, hiddenSize, kvCache, fmha, gemm }: MsaShape,
): (step: MsaStep) => number {
  const { gemm: flopsOf } = constants.peakFlops;
  const rates = [GEMM_QUANT[gemm], FMHA_QUANT.fp8, FMHA_QUANT[fmha]].map((mode) => flopsOf(system, mode));
  const [productRate, indexRate, attentionRate] = rates as [number, number, number];
  return ({ heads, batch, tokens, seen, pairs }) => {
    const weights =
      hiddenSize * heads * headSize +
      2 * hiddenSize * kvHeads * headSize +
      heads * VALUE * hiddenSize +
      INDEX * hiddenSize;
    const blocks = seen > ATTENDED ? Math.ceil(seen / BLOCK) : 0;
    const computed =
      (2 * tokens * weights) / productRate +
      (2 * tokens * INDEX * blocks) / indexRate +
      (2 * heads * (headSize + VALUE) * pairs) / attentionRate;
    const moved =
      weights * GEMM_QUANT[gemm].bytes +
      batch * kvHeads * Math.min(seen, ATTENDED) * (headSize + VALUE) * KV_CACHE_QUANT[kvCache].bytes +
      batch * blocks * INDEX +
      tokens * heads * headSize * FMHA_QUANT[fmha].bytes * 2;
    return Math.max(computed * 1000, (moved / system.memBwBytesPerSec) * 1000);
  };
}
