import { type AttentionBase, slicedGrids } from './attention-grids.ts';
import { lookup3 } from './grid/interpolation.ts';
import { noWeights, type OperationKind } from './kind.ts';
import { latentDecodeGrid } from './latent-grids.ts';

/** Decode attention over a latent KV cache. */
export interface GenerationMla extends AttentionBase {
  readonly kind: 'generationMla';
}

/** Source: aiconfigurator 0.10.0, sdk/operations/mla.py. */
export const generationMla: OperationKind<GenerationMla> = {
  sees: () => 'length',
  isRemembered: true,
  weightBytes: noWeights,
  source: () => 'measured: generation_mla',
  time: ({ database, constants }) => {
    const gridOf = slicedGrids(database, 'generation_mla', (slice) => latentDecodeGrid(slice, constants));
    return ({ kvCache, heads }, { batch, sequenceLength }) =>
      lookup3(gridOf([kvCache]), heads, batch, sequenceLength, 'bilinear');
  },
};
