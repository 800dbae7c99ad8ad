import type { AttentionBase } from './attention-grids.ts';
import { type DsaModel, dsaWeights } from './dsa-shape.ts';
import { type FmhaQuant, GEMM_QUANT, type GemmQuant } from './quant-modes.ts';

/** Modes of the projections around sparse attention. */
export type DsaProjections = Readonly<Record<'query' | 'keyValue' | 'output' | 'indexer', GemmQuant>>;

/** Whole block of sparse latent attention measured as one: projections, the indexer that chooses tokens, and attention. */
interface DsaModule extends AttentionBase {
  readonly model: DsaModel;
  /** Mode that the measured slice is named by; a block is measured in one. */
  readonly gemm: GemmQuant;
  /** Share of the layers that choose tokens themselves; the others take the choice of a layer before. */
  readonly choosingShare: number;
  /** As which the weights are counted; undefined where they are not. */
  readonly projections: DsaProjections | undefined;
}

/** In prefill. */
export interface ContextDsaModule extends DsaModule {
  readonly kind: 'contextDsaModule';
  readonly fmha: FmhaQuant;
  /** Ranks that share each sequence. */
  readonly cp: number;
}

/** In decode. */
export interface GenerationDsaModule extends DsaModule {
  readonly kind: 'generationDsaModule';
}

/** Bytes of the weights of one GPU. */
export function dsaWeightBytes({ model, heads, projections }: DsaModule): number {
  if (projections === undefined) return 0;
  const { query, keyValue, latent, output, indexer } = dsaWeights(model, heads);
  const bytes = (mode: GemmQuant): number => GEMM_QUANT[mode].bytes;
  return (
    query * bytes(projections.query) +
    (keyValue + latent) * bytes(projections.keyValue) +
    output * bytes(projections.output) +
    indexer * bytes(projections.indexer)
  );
}
