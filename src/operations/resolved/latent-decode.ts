import type { Slice } from '../../perfdb/perfdb.ts';
import type { GenerationMla } from '../generation-mla.ts';
import type { Tables, TimeOf } from '../kind.ts';
import type { MlaModule } from '../mla-module.ts';
import { perShape } from '../per-shape.ts';
import { GEMM_QUANT, KV_CACHE_QUANT, type KvCacheQuant } from '../quant-modes.ts';
import { type Grid, openGrid } from '../resolver/grid.ts';
import type { SpeedOfLight } from '../resolver/nest.ts';
import { decodeTimes } from './decode-times.ts';
import { wholeSlice } from './latent-prefill.ts';
import { nativeSlice } from './native-slice.ts';

/** Elements of the latent space, and with the rotary part those of a cached token; queries and outputs of a head together. */
const LATENT = 512;
const CACHED = 576;
const QUERY_AND_OUTPUT = 1088;
/** Width of a head before it is taken into the latent space, and of both sides of that product. */
const HEAD = 128;
const BMM_SIDES = 640;

/** Decode over a latent cache. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedGenerationMla(tables: Tables): TimeOf<GenerationMla> {
  const kernelOf = perShape(
    ({ kvCache }: GenerationMla) => {
      const { workMs, movedMs } = decodeBounds(tables, kvCache);
      const slice = wholeSlice(tables, 'generation_mla', [kvCache]);
      return openKernel(tables, slice, (point) => Math.max(workMs(point), movedMs(point)));
    },
    ({ kvCache }) => kvCache,
  );
  return decodeTimes(kernelOf);
}

/** The whole block in decode: with the products into the latent space and out of it. */
export function resolvedGenerationMlaModule(tables: Tables): TimeOf<MlaModule> {
  const kernelOf = perShape(
    (op: MlaModule) => openModule(tables, op),
    ({ kvCache, gemm, nativeHeads }) => `${kvCache} ${gemm} ${nativeHeads}`,
  );
  return decodeTimes(kernelOf);
}

function openModule(tables: Tables, { kvCache, gemm, nativeHeads }: MlaModule): Grid {
  const { system, constants, database } = tables;
  const flops = constants.peakFlops.gemm(system, GEMM_QUANT[gemm]);
  const { bytes } = GEMM_QUANT[gemm];
  const { workMs, movedMs } = decodeBounds(tables, kvCache);
  const roofline: SpeedOfLight = (point) => {
    const [heads, batch] = [point[0]!, point[1]!];
    const productsMs = ((2 * 2 * batch * heads * HEAD * LATENT) / flops) * 1000;
    const productBytes = 2 * heads * (batch * BMM_SIDES + HEAD * LATENT) * bytes;
    const weightsMs = (productBytes / system.memBwBytesPerSec) * 1000;
    return Math.max(workMs(point) + productsMs, movedMs(point) + weightsMs);
  };
  const slice = nativeSlice(database, 'mla_generation_module', [kvCache, gemm], nativeHeads);
  return openKernel(tables, slice, roofline);
}

function openKernel({ constants }: Tables, slice: Slice, speedOfLight: SpeedOfLight): Grid {
  const { farField } = constants.resolver;
  return openGrid(slice, { axes: ['num_heads', 'batch_size', 'isl'], speedOfLight, farField });
}

/** What the tensor cores and the memory need at least, in ms, by heads, sequences and their length. */
function decodeBounds(
  { system, constants }: Tables,
  kvCache: KvCacheQuant,
): { readonly workMs: SpeedOfLight; readonly movedMs: SpeedOfLight } {
  const flops = constants.peakFlops.attention(system, KV_CACHE_QUANT[kvCache]);
  const { bytes } = KV_CACHE_QUANT[kvCache];
  return {
    workMs: (point) => ((2 * point[1]! * point[0]! * QUERY_AND_OUTPUT * point[2]!) / flops) * 1000,
    movedMs: (point) => {
      const moved = point[1]! * (point[0]! * QUERY_AND_OUTPUT * 2 + (point[2]! - 1) * CACHED * bytes);
      return (moved / system.memBwBytesPerSec) * 1000;
    },
  };
}
