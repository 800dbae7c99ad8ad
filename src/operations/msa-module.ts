import type { AttentionBase } from './attention-grids.ts';
import { DataMissing } from './data-missing.ts';
import { noWeights, type OperationKind, type TimeOf } from './kind.ts';
import type { FmhaQuant, GemmQuant } from './quant-modes.ts';

/** Whole block of MiniMax-M3's sparse attention measured as one: projections, the indexer that chooses blocks of tokens, and attention. */
interface MsaModule extends AttentionBase {
  readonly kvHeads: number;
  readonly headSize: number;
  readonly hiddenSize: number;
  readonly fmha: FmhaQuant;
  readonly gemm: GemmQuant;
}

/** In prefill. */
export interface ContextMsaModule extends MsaModule {
  readonly kind: 'contextMsaModule';
}

/** In decode. */
export interface GenerationMsaModule extends MsaModule {
  readonly kind: 'generationMsaModule';
}

/** Its projections are measured with it and weigh nothing in the reference. The oldest data has no such blocks. */
const common = {
  sees: () => 'length',
  isRemembered: true,
  weightBytes: noWeights,
  time: () => unmeasured,
} satisfies Partial<OperationKind<MsaModule>>;

const unmeasured: TimeOf<MsaModule> = () => {
  throw new DataMissing('no measured blocks of this sparse attention', { isOfEveryStep: true });
};

/** Source: aiconfigurator 0.10.0, sdk/operations/msa.py. */
export const contextMsaModule: OperationKind<ContextMsaModule> = {
  ...common,
  source: () => 'measured: msa_context_module',
};

/** The same block in decode. */
export const generationMsaModule: OperationKind<GenerationMsaModule> = {
  ...common,
  source: () => 'measured: msa_generation_module',
};
