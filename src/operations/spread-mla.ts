import type { PerfDatabase, Slice } from '../perfdb/perfdb.ts';
import { type AttentionBase, overRanks } from './attention-grids.ts';
import { DataMissing } from './data-missing.ts';
import { noWeights, type OperationKind, type Tables, type TimeOf } from './kind.ts';
import { perShape } from './per-shape.ts';
import { FMHA_QUANT, type FmhaQuant, KV_CACHE_QUANT } from './quant-modes.ts';
import { type ThreeAxes, threeAxes } from './resolved/three-axes.ts';
import { gridOf } from './resolver/grid.ts';
import { spreadDecodeRoofline, spreadPrefillRoofline } from './spread-mla-roofline.ts';

/** Latent attention with its projections, as SGLang runs it where experts are spread by exchanges of their own. */
interface SpreadMla extends AttentionBase {
  readonly fmha: FmhaQuant;
}

/** In prefill. */
export interface ContextSpreadMla extends SpreadMla {
  readonly kind: 'contextSpreadMla';
  /** Ranks that share each sequence. */
  readonly cp: number;
}

/** In decode. */
export interface GenerationSpreadMla extends SpreadMla {
  readonly kind: 'generationSpreadMla';
}

/** Its projections are measured with it and weigh nothing in the reference. */
const common = { sees: () => 'length', isRemembered: true, weightBytes: noWeights } satisfies Partial<
  OperationKind<SpreadMla>
>;

/** Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export const contextSpreadMla: OperationKind<ContextSpreadMla> = {
  ...common,
  source: () => 'measured: wideep_context_mla',
  time: prefillTime,
};

/** The same block in decode. */
export const generationSpreadMla: OperationKind<GenerationSpreadMla> = {
  ...common,
  source: () => 'measured: wideep_generation_mla',
  time: decodeTime,
};

function prefillTime(tables: Tables): TimeOf<ContextSpreadMla> {
  const { database, constants } = tables;
  const { farField } = constants.resolver;
  const kernelOf = perShape(
    ({ fmha, kvCache }: ContextSpreadMla): ThreeAxes => {
      const speedOfLight = spreadPrefillRoofline(tables, FMHA_QUANT[fmha]);
      const slice = kernelSlice(database, 'wideep_context_mla', [fmha, kvCache]);
      return threeAxes(
        gridOf(slice, { axes: ['num_heads', 'isl', 'batch_size'], rootAxis: 1, speedOfLight, farField }),
      );
    },
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

function decodeTime(tables: Tables): TimeOf<GenerationSpreadMla> {
  const { farField } = tables.constants.resolver;
  const kernelOf = perShape(
    ({ kvCache }: GenerationSpreadMla): ThreeAxes => {
      const speedOfLight = spreadDecodeRoofline(tables, KV_CACHE_QUANT[kvCache]);
      const slice = kernelSlice(tables.database, 'wideep_generation_mla', [kvCache]);
      return threeAxes(gridOf(slice, { axes: ['num_heads', 'batch_size', 'isl'], speedOfLight, farField }));
    },
    ({ kvCache }) => kvCache,
  );
  return (op, { batch, sequenceLength }) => Math.max(0, kernelOf(op)(op.heads, batch, sequenceLength));
}

/** The kernel that is asked for, and the one that answers where it was not measured. */
const KERNELS = ['flashinfer', 'trtllm_mla'] as const;

function kernelSlice(database: PerfDatabase, name: string, modes: readonly string[]): Slice {
  const table = database.table(name);
  for (const kernel of KERNELS) {
    const slice = table?.slice(kernel, ...modes);
    if (slice !== undefined && slice.rowCount > 0) return slice;
  }
  throw new DataMissing(`${name} has no rows for ${modes.join(', ')}`, { isOfEveryStep: true });
}
