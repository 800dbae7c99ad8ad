import type { SystemSpec } from '../../systems.ts';
import type { KeyedRow } from './spec.ts';

/** Bytes of an element and the tensor-core figure that a mode of products computes with. */
interface ProductMode {
  readonly bytes: number;
  readonly flops: (system: SystemSpec) => number | undefined;
}

const bfloat16 = ({ bfloat16TcFlops }: SystemSpec): number => bfloat16TcFlops;
const int8 = ({ int8TcFlops }: SystemSpec): number | undefined => int8TcFlops;
const fp8 = ({ fp8TcFlops }: SystemSpec): number | undefined => fp8TcFlops;
const fp4 = ({ fp4TcFlops }: SystemSpec): number | undefined => fp4TcFlops;

/** Modes of the measured products. Source: aiconfigurator 0.12.0, sdk/common.py. */
const PRODUCT_MODES: Readonly<Record<string, ProductMode>> = {
  bfloat16: { bytes: 2, flops: bfloat16 },
  int8_wo: { bytes: 1, flops: bfloat16 },
  int4_wo: { bytes: 0.5, flops: bfloat16 },
  nvfp4_wo: { bytes: 9 / 16, flops: bfloat16 },
  w4a16_nvfp4: { bytes: 9 / 16, flops: bfloat16 },
  sq: { bytes: 1, flops: int8 },
  fp8: { bytes: 1, flops: fp8 },
  fp8_static: { bytes: 1, flops: fp8 },
  fp8_block: { bytes: 1, flops: fp8 },
  fp8_ootb: { bytes: 1, flops: fp8 },
  nvfp4: { bytes: 9 / 16, flops: fp4 },
};

/** Bytes of a cached element, by mode. */
const CACHE_BYTES: Readonly<Record<string, number>> = { bfloat16: 2, int8: 1, fp8: 1 };

/** Compute capability from which decode attention computes in fp8. */
const FP8_SM = 89;

const MS_PER_SEC = 1000;

const bound = (seconds: number | undefined): number | undefined =>
  seconds !== undefined && seconds > 0 ? seconds : undefined;

/** What a product takes at least; undefined for a mode that is not known, or that the card does not compute. */
export function gemmFloorMs(row: KeyedRow, system: SystemSpec): number | undefined {
  const mode = PRODUCT_MODES[row.text('gemm_dtype')];
  const flops = bound(mode?.flops(system));
  if (mode === undefined || flops === undefined) return undefined;
  const [m, n, k] = [row.number('m'), row.number('n'), row.number('k')];
  const computeMs = ((2 * m * n * k) / flops) * MS_PER_SEC;
  const memoryMs = ((mode.bytes * (m * n + m * k + n * k)) / system.memBwBytesPerSec) * MS_PER_SEC;
  return Math.max(computeMs, memoryMs);
}

/** What a decode step of attention takes at least; undefined for a cache mode that is not known. */
export function generationAttentionFloorMs(row: KeyedRow, system: SystemSpec): number | undefined {
  const cacheMode = row.text('kv_cache_dtype');
  const cacheBytes = CACHE_BYTES[cacheMode];
  if (cacheBytes === undefined) return undefined;
  const isFp8 = cacheMode === 'fp8' && system.smVersion >= FP8_SM;
  const flops = bound(isFp8 ? system.fp8TcFlops : system.bfloat16TcFlops);
  if (flops === undefined) return undefined;
  const [heads, batch, headSize] = [row.number('num_heads'), row.number('batch_size'), row.number('head_dim')];
  const kvHeads = row.number('kv') || heads;
  const window = row.number('window_size');
  const past = row.number('isl') - 1;
  const length = window > 0 ? Math.min(past, window) : past;
  const operations = 2 * batch * heads * headSize * 2 * length;
  const bytes = batch * (heads * headSize * 2 + 2 * kvHeads * length * headSize * cacheBytes + heads * headSize * 2);
  return Math.max((operations / flops) * MS_PER_SEC, (bytes / system.memBwBytesPerSec) * MS_PER_SEC);
}
