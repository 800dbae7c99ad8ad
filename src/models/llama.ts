import type { Architecture } from './architecture.ts';
import type { Layout } from './layout.ts';
import type { FamilyModel } from './model.ts';
import type { ElementWise, Gemm, Operation, OperationLists } from './operations.ts';
import { KV_CACHE_QUANT, type QuantModes } from './quant-modes.ts';

/**
 * Dense decoders: Llama 3.x, Qwen2, Qwen2.5 and Qwen3 dense, MiMo-7B.
 * Source of the list: aiconfigurator 0.10.0, sdk/models/llama.py.
 */
export const llama: FamilyModel = {
  isMoe: false,
  activationCoefficients: { 1: 11, 2: 6.5, 4: 5, 8: 5 },
  operations: (architecture, layout, quant, mtpScale): OperationLists => ({
    context: phase('context', architecture, layout, quant, 1),
    generation: phase('generation', architecture, layout, quant, mtpScale),
  }),
  kvBytesPerSequence: (architecture, layout, quant, tokens): number =>
    tokens *
    KV_CACHE_QUANT[quant.kvCache].bytes *
    (kvHeadsPerGpu(architecture, layout) * architecture.headSize * architecture.layers * 2),
};

function kvHeadsPerGpu({ kvHeads }: Architecture, { tp }: Layout): number {
  return Math.ceil(kvHeads / tp);
}

function phase(
  phaseName: 'context' | 'generation',
  architecture: Architecture,
  layout: Layout,
  quant: QuantModes,
  scale: number,
): Operation[] {
  const { hiddenSize: h, heads, headSize, interSize, vocabSize } = architecture;
  const { tp, pp } = layout;
  const perLayer = architecture.layers * scale;
  const once = scale;
  const kvHeads = kvHeadsPerGpu(architecture, layout);
  const attentionWidth = Math.floor((heads * headSize) / tp);
  const ffnWidth = Math.floor(interSize / tp);
  const vocabWidth = Math.floor(vocabSize / tp);
  const named = (name: string): string => `${phaseName}_${name}`;
  const norm = (name: string): ElementWise => ({
    kind: 'elementWise',
    name: named(name),
    count: perLayer,
    inputs: 2 * h,
    outputs: 2 * h,
  });
  const gemm = (name: string, n: number, k: number, hasLowPrecisionInput = false): Gemm => ({
    kind: 'gemm',
    name: named(name),
    count: perLayer,
    n,
    k,
    quant: quant.gemm,
    hasLowPrecisionInput,
  });
  const allReduce = (name: string, count: number): Operation => ({
    kind: 'customAllReduce',
    name: named(name),
    count,
    elements: h,
    gpus: tp,
  });
  const gateWidth = Math.floor((2 * interSize) / tp);
  return [
    { kind: 'embedding', name: named('embedding'), count: once, rows: vocabWidth, columns: h },
    norm('add_norm_1'),
    gemm('qkv_gemm', attentionWidth + headSize * kvHeads * 2, h),
    attention(phaseName, architecture, layout, quant, perLayer),
    gemm('proj_gemm', h, attentionWidth, true),
    norm('add_norm_2'),
    gemm('gate_ffn1_gemm', gateWidth, h),
    { kind: 'elementWise', name: named('act_gate'), count: perLayer, inputs: gateWidth, outputs: ffnWidth },
    gemm('ffn2_gemm', h, ffnWidth, true),
    { ...gemm('logits_gemm', vocabWidth, h), count: once, quant: 'bfloat16' },
    allReduce('embedding_ar', once),
    allReduce('ar_1', perLayer),
    allReduce('ar_2', perLayer),
    { kind: 'pointToPoint', name: named('p2p'), count: (pp - 1) * scale, elements: h, stages: pp },
  ];
}

function attention(
  phaseName: 'context' | 'generation',
  architecture: Architecture,
  layout: Layout,
  quant: QuantModes,
  count: number,
): Operation {
  const common = {
    name: `${phaseName}_attention`,
    count,
    heads: Math.floor(architecture.heads / layout.tp),
    kvHeads: kvHeadsPerGpu(architecture, layout),
    headSize: architecture.headSize,
    windowSize: 0,
    kvCache: quant.kvCache,
  };
  if (phaseName === 'generation') return { kind: 'generationAttention', ...common };
  return { kind: 'contextAttention', ...common, fmha: quant.fmha, usesQkNorm: architecture.usesQkNorm };
}
