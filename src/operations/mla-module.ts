import { type AttentionBase, prefillTime, slicedGrids } from './attention-grids.ts';
import { lookup3 } from './grid/interpolation.ts';
import { noWeights, type OperationKind } from './kind.ts';
import { latentDecodeGrid, latentPrefillGrid } from './latent-grids.ts';
import type { FmhaQuant, GemmQuant } from './quant-modes.ts';

/** Whole latent block (projections and attention) measured as one; the modes name the measured slice. */
export interface MlaModule extends AttentionBase {
  readonly kind: 'contextMlaModule' | 'generationMlaModule';
  readonly fmha: FmhaQuant;
  readonly gemm: GemmQuant;
  /** Heads of the whole model, for tables that were measured of several. */
  readonly nativeHeads: number;
}

/** Its products are weighed where they are listed one by one, as what the block falls back to. */
const common = { sees: () => 'length', isRemembered: true, weightBytes: noWeights } satisfies Partial<
  OperationKind<MlaModule>
>;

/** Source: aiconfigurator 0.10.0, sdk/operations/mla.py. */
export const contextMlaModule: OperationKind<MlaModule> = {
  ...common,
  source: () => 'measured: mla_context_module',
  time: ({ database, constants }) => {
    const gridOf = slicedGrids(database, 'mla_context_module', (slice) => latentPrefillGrid(slice, constants, false));
    return ({ fmha, kvCache, gemm, heads }, step) => prefillTime(gridOf([fmha, kvCache, gemm]), { heads, cp: 1 }, step);
  },
};

/** The same block in decode. */
export const generationMlaModule: OperationKind<MlaModule> = {
  ...common,
  source: () => 'measured: mla_generation_module',
  time: ({ database, constants }) => {
    const gridOf = slicedGrids(database, 'mla_generation_module', (slice) => latentDecodeGrid(slice, constants));
    return ({ fmha, kvCache, gemm, heads }, { batch, sequenceLength }) =>
      lookup3(gridOf([fmha, kvCache, gemm]), heads, batch, sequenceLength, 'cubic');
  },
};
