import {
  type CompressedAttention,
  type ContextCompressed,
  compressedWeightBytes,
  type GenerationCompressed,
} from './compressed-block.ts';
import type { OperationKind } from './kind.ts';
import { sampledDecodeTime, sampledPrefillTime } from './sampled-compressed.ts';

const common = { sees: () => 'length', isRemembered: true, weightBytes: compressedWeightBytes } satisfies Partial<
  OperationKind<CompressedAttention>
>;

/** Source: aiconfigurator 0.10.0, sdk/operations/dsv4.py. */
export const contextCompressed: OperationKind<ContextCompressed> = {
  ...common,
  source: ({ compression }) => `measured: dsv4_${compression}_context_module`,
  time: sampledPrefillTime,
};

/** The same block in decode. */
export const generationCompressed: OperationKind<GenerationCompressed> = {
  ...common,
  source: ({ compression }) => `measured: dsv4_${compression}_generation_module`,
  time: sampledDecodeTime,
};
