import type { Tables } from './kind.ts';
import type { QuantMode } from './quant-modes.ts';
import { FMHA_QUANT } from './quant-modes.ts';
import type { SpeedOfLight } from './resolver/nest.ts';

/** Sizes of DeepSeek-V3 in elements, which the reference bounds every model by. */
const HEADS = 128;
const HIDDEN = 7168;
const QUERY_RANK = 1536;
const LATENT = 512;
const ROPE = 64;
const HEAD = 128;
const KEY = HEAD + ROPE;
const KEY_AND_VALUE = KEY + HEAD;

/** Heads of one GPU, where whole ranks share those of the model. */
function sharedHeads(heads: number): number {
  return Math.floor(HEADS / Math.floor(HEADS / heads));
}

/** What bounds the block: its products and its attention by the tensor cores, everything by the memory. */
interface Bounds {
  readonly products: number;
  readonly attention: number;
  /** Elements that are moved. */
  readonly moved: number;
}

function bounded({ system, constants }: Tables, mode: QuantMode, boundsAt: (point: ArrayLike<number>) => Bounds) {
  const flops = constants.peakFlops.gemm(system, mode);
  const attentionFlops = constants.peakFlops.gemm(system, FMHA_QUANT.bfloat16);
  const roofline: SpeedOfLight = (point) => {
    const { products, attention, moved } = boundsAt(point);
    const workMs = (products / flops) * 1000 + (attention / attentionFlops) * 1000;
    return Math.max(workMs, ((moved * mode.bytes) / system.memBwBytesPerSec) * 1000);
  };
  return roofline;
}

/** Lower bound in ms of prefill over heads, length and sequences. Source: aiconfigurator 0.12.0, its compiled core. */
export function spreadPrefillRoofline(tables: Tables, mode: QuantMode): SpeedOfLight {
  return bounded(tables, mode, (point) => {
    const [n, s, b] = [sharedHeads(point[0]!), point[1]!, point[2]!];
    const queryUp = 2 * QUERY_RANK * n * KEY * b * s;
    const keyUp = 2 * LATENT * n * (2 * HEAD) * b * s;
    const output = 2 * n * HEAD * HIDDEN * b * s;
    const queries = b * QUERY_RANK * s + QUERY_RANK * n * KEY + 2 * b * n * KEY * s;
    const keys = b * s * LATENT + n * (2 * HEAD) * LATENT + 2 * b * (2 * HEAD) * n * s;
    const attended = b * s * n * KEY + b * s * n * KEY + b * s * n * HEAD + b * s * n * HEAD;
    const outputs = b * n * HEAD * s + n * HEAD * HIDDEN + 2 * b * HIDDEN * s;
    return {
      products: queryUp + keyUp + output,
      attention: Math.floor((2 * n * KEY_AND_VALUE * b * (s * s)) / 2),
      moved: queries + keys + attended * 2 + outputs,
    };
  });
}

/** Compute capability from which decode computes in fp8 when the cache is fp8. */
const FP8_DECODE_SM = 89;

/** Lower bound in ms of decode over heads, sequences and their length, by the mode of the cache. */
export function spreadDecodeRoofline(tables: Tables, cache: QuantMode): SpeedOfLight {
  const isFp8 = cache.type === 'fp8' && tables.system.smVersion >= FP8_DECODE_SM;
  return bounded(tables, isFp8 ? FMHA_QUANT.fp8 : FMHA_QUANT.bfloat16, (point) => {
    const [n, b, s] = [sharedHeads(point[0]!), point[1]!, point[2]!];
    const queryUp = 2 * QUERY_RANK * n * KEY * b;
    const intoLatent = 2 * n * HEAD * LATENT * b;
    const outOfLatent = 2 * b * n * LATENT * HEAD;
    const output = 2 * n * HEAD * HIDDEN * b;
    const queries = b * QUERY_RANK + QUERY_RANK * n * KEY + 2 * b * n * KEY;
    const keys = b * n * HEAD + n * LATENT * HEAD + 2 * b * n * LATENT;
    const attended = b * n * (LATENT + ROPE) + b * s * (LATENT + ROPE) + b * n * LATENT;
    const values = b * n * LATENT + n * HEAD * LATENT + 2 * b * n * HEAD;
    const outputs = b * n * HEAD + n * HEAD * HIDDEN + 2 * b * HIDDEN;
    return {
      products: queryUp + intoLatent + outOfLatent + output,
      attention: 2 * b * s * n * (ROPE + 2 * LATENT),
      moved: queries + keys + attended * 2 + values + outputs,
    };
  });
}
