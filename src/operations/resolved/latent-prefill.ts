import type { Slice } from '../../perfdb/perfdb.ts';
import { overRanks } from '../attention-grids.ts';
import type { ContextMla } from '../context-mla.ts';
import { DataMissing } from '../data-missing.ts';
import type { Tables, TimeOf } from '../kind.ts';
import type { MlaModule } from '../mla-module.ts';
import { perShape } from '../per-shape.ts';
import { FMHA_QUANT, type FmhaQuant, KV_CACHE_QUANT, type KvCacheQuant } from '../quant-modes.ts';
import { gridOf } from '../resolver/grid.ts';
import type { SpeedOfLight } from '../resolver/nest.ts';
import { nativeSlice } from './native-slice.ts';
import { type ThreeAxes, threeAxes } from './three-axes.ts';

/** Elements of a key (192) and a value (128) of one head. */
const KEY_AND_VALUE = 320;

/** Prefill over a latent cache. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedContextMla(tables: Tables): TimeOf<ContextMla> {
  const kernelOf = perShape(
    (op: ContextMla) => openKernel(tables, op, wholeSlice(tables, 'context_mla', [op.fmha, op.kvCache])),
    ({ fmha, kvCache }) => `${fmha} ${kvCache}`,
  );
  return (op, { batch, sequenceLength }) => {
    const kernel = kernelOf(op);
    return Math.max(
      0,
      overRanks(sequenceLength, op.cp, (length) => kernel(op.heads, length, batch)),
    );
  };
}

/** The whole block in prefill, likewise. */
export function resolvedContextMlaModule(tables: Tables): TimeOf<MlaModule> {
  const kernelOf = perShape(
    (op: MlaModule) => {
      const { fmha, kvCache, gemm, nativeHeads } = op;
      const slice = nativeSlice(tables.database, 'mla_context_module', [fmha, kvCache, gemm], nativeHeads);
      return openKernel(tables, op, slice);
    },
    ({ fmha, kvCache, gemm, nativeHeads }) => `${fmha} ${kvCache} ${gemm} ${nativeHeads}`,
  );
  return (op, { batch, sequenceLength }) => Math.max(0, kernelOf(op)(op.heads, sequenceLength, batch));
}

/** The slice of a table for a key. @throws DataMissing */
export function wholeSlice({ database }: Tables, name: string, key: readonly (string | number)[]): Slice {
  const slice = database.table(name)?.slice(...key);
  if (slice !== undefined && slice.rowCount > 0) return slice;
  throw new DataMissing(`${name} has no rows for ${key.join(', ')}`, { isOfEveryStep: true });
}

interface PrefillModes {
  readonly fmha: FmhaQuant;
  readonly kvCache: KvCacheQuant;
}

function openKernel(tables: Tables, modes: PrefillModes, slice: Slice): ThreeAxes {
  const speedOfLight = prefillRoofline(tables, modes);
  const { farField } = tables.constants.resolver;
  return threeAxes(gridOf(slice, { axes: ['num_heads', 'isl', 'batch_size'], rootAxis: 1, speedOfLight, farField }));
}

function prefillRoofline({ system, constants }: Tables, { fmha, kvCache }: PrefillModes): SpeedOfLight {
  const flops = constants.peakFlops.gemm(system, FMHA_QUANT[fmha]);
  const { bytes } = KV_CACHE_QUANT[kvCache];
  return (point) => {
    const [heads, length, batch] = [point[0]!, point[1]!, point[2]!];
    const work = ((batch * heads * 2) / 2) * KEY_AND_VALUE * (length * length);
    const moved = batch * heads * (bytes * length * KEY_AND_VALUE + 2 * length * KEY_AND_VALUE);
    return Math.max((work / flops) * 1000, (moved / system.memBwBytesPerSec) * 1000);
  };
}
