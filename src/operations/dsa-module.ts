import { type ContextDsaModule, dsaWeightBytes, type GenerationDsaModule } from './dsa-block.ts';
import { filledDecodeTime, filledPrefillTime } from './filled-dsa.ts';
import type { OperationKind } from './kind.ts';

const common = {
  sees: () => 'length',
  isRemembered: true,
  weightBytes: dsaWeightBytes,
} satisfies Partial<OperationKind<ContextDsaModule | GenerationDsaModule>>;

/** Source: aiconfigurator 0.10.0, sdk/operations/dsa.py. */
export const contextDsaModule: OperationKind<ContextDsaModule> = {
  ...common,
  source: () => 'measured: dsa_context_module',
  time: filledPrefillTime,
};

/** The same block in decode. */
export const generationDsaModule: OperationKind<GenerationDsaModule> = {
  ...common,
  source: () => 'measured: dsa_generation_module',
  time: filledDecodeTime,
};
