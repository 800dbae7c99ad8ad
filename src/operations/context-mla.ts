import { type AttentionBase, prefillTime, slicedGrids } from './attention-grids.ts';
import { noWeights, type OperationKind } from './kind.ts';
import { latentPrefillGrid } from './latent-grids.ts';
import type { FmhaQuant } from './quant-modes.ts';

/** Prefill attention over a latent KV cache. */
export interface ContextMla extends AttentionBase {
  readonly kind: 'contextMla';
  readonly fmha: FmhaQuant;
  /** Ranks that share each sequence. */
  readonly cp: number;
}

/** Source: aiconfigurator 0.10.0, sdk/operations/mla.py. */
export const contextMla: OperationKind<ContextMla> = {
  sees: () => 'length',
  isRemembered: true,
  weightBytes: noWeights,
  source: () => 'measured: context_mla',
  time: ({ database, constants }) => {
    const gridOf = slicedGrids(database, 'context_mla', (slice) => latentPrefillGrid(slice, constants, true));
    return (op, step) => prefillTime(gridOf([op.fmha, op.kvCache]), op, step);
  },
};
