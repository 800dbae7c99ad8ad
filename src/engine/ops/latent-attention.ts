import type { ContextMla, GenerationMla, MlaBmm, MlaModule } from '../../models/operations.ts';
import type { PerfDatabase, Slice } from '../../perfdb/perfdb.ts';
import { type Curve, curveAt, readCurves } from '../curve.ts';
import { DataMissing } from '../data-missing.ts';
import { denseGrid } from '../dense-grid.ts';
import { type Grid, lookup3 } from '../interpolation.ts';
import { ATTENTION_TARGETS, prefillTime, slicedGrids } from './attention-grids.ts';

/** Time in ms of one layer's operation over `batch` sequences of `length` tokens. @throws DataMissing */
type LatentTime<Op> = (op: Op, batch: number, length: number) => number;

/** Times of everything that the latent attention of DeepSeek-V3 is made of. */
export interface LatentAttentionTimes {
  readonly contextMla: LatentTime<ContextMla>;
  readonly generationMla: LatentTime<GenerationMla>;
  readonly contextModule: LatentTime<MlaModule>;
  readonly generationModule: LatentTime<MlaModule>;
  readonly bmm: (op: MlaBmm, batch: number) => number;
}

/** Source: aiconfigurator 0.10.0, sdk/operations/mla.py. */
export function latentAttentionTimes(database: PerfDatabase): LatentAttentionTimes {
  const contextGrid = slicedGrids(database, 'context_mla', (slice) => prefillGrid(slice, true));
  const generationGrid = slicedGrids(database, 'generation_mla', decodeGrid);
  const contextModuleGrid = slicedGrids(database, 'mla_context_module', (slice) => prefillGrid(slice, false));
  const generationModuleGrid = slicedGrids(database, 'mla_generation_module', decodeGrid);
  return {
    contextMla: ({ fmha, kvCache, heads, cp }, batch, length) =>
      prefillTime(contextGrid([fmha, kvCache]), { heads, batch, length, cp }),
    generationMla: ({ kvCache, heads }, batch, length) =>
      lookup3(generationGrid([kvCache]), heads, batch, length, 'bilinear'),
    contextModule: ({ fmha, kvCache, gemm, heads }, batch, length) =>
      prefillTime(contextModuleGrid([fmha, kvCache, gemm]), { heads, batch, length, cp: 1 }),
    generationModule: ({ fmha, kvCache, gemm, heads }, batch, length) =>
      lookup3(generationModuleGrid([fmha, kvCache, gemm]), heads, batch, length, 'cubic'),
    bmm: bmmTime(database),
  };
}

const CONTEXT_BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 384, 512, 1024, 2048];

/** Unlike ordinary attention, latent attention is not filled up to head counts that were not measured. */
function prefillGrid(slice: Slice, usesSqrtY: boolean): Grid {
  return denseGrid(
    {
      x: slice.column('num_heads'),
      y: slice.column('isl'),
      z: slice.column('batch_size'),
      value: slice.column('latency'),
    },
    { targetX: [], targetY: ATTENTION_TARGETS.contextLengths, targetZ: CONTEXT_BATCHES, usesSqrtY },
  );
}

function decodeGrid(slice: Slice): Grid {
  return denseGrid(
    {
      x: slice.column('num_heads'),
      y: slice.column('batch_size'),
      z: slice.column('isl'),
      value: slice.column('latency'),
    },
    {
      targetX: [],
      targetY: ATTENTION_TARGETS.generationBatches,
      targetZ: ATTENTION_TARGETS.generationLengths,
    },
  );
}

const BMM_NAMES = { pre: 'mla_gen_pre', post: 'mla_gen_post' } as const;

function bmmTime(database: PerfDatabase): LatentAttentionTimes['bmm'] {
  const slices = new Map<string, ReadonlyMap<string, Curve>>();
  const open = (op: MlaBmm): ReadonlyMap<string, Curve> => {
    const table = database.table('mla_bmm');
    // A mode without any rows is timed in bfloat16.
    const isMeasured = table?.sliceKeys.some(([mode]) => mode === op.quant) === true;
    const slice = table?.slice(isMeasured ? op.quant : 'bfloat16', BMM_NAMES[op.stage]);
    return slice === undefined ? new Map() : readCurves(slice, ['num_heads'], 'num_tokens');
  };
  return (op, batch) => {
    const name = `${op.quant} ${op.stage}`;
    let curves = slices.get(name);
    if (curves === undefined) {
      curves = open(op);
      slices.set(name, curves);
    }
    const curve = curves.get(String(op.heads));
    if (curve === undefined) throw new DataMissing(`no measured latent products of ${op.heads} heads`);
    return curveAt(curve, batch);
  };
}
