import type { Collective } from '../../operations/collective.ts';
import type { ContextAttention } from '../../operations/context-attention.ts';
import type { Gemm } from '../../operations/gemm.ts';
import type { Operation } from '../../operations/operations.ts';
import { KV_CACHE_QUANT } from '../../operations/quant-modes.ts';
import type { PhasePlan, WorkerPlan } from '../worker-plan.ts';
import { tokenOps } from './token-ops.ts';

/** Key-value heads on one GPU; small counts are replicated. */
export function kvHeadsPerGpu({ architecture, layout }: WorkerPlan): number {
  return Math.ceil(architecture.kvHeads / layout.tp);
}

type AttentionOptions = Partial<
  Pick<ContextAttention, 'count' | 'mixes' | 'windowSize' | 'heads' | 'kvHeads' | 'headSize' | 'usesQkNorm'>
>;

/** Attention over the worker's own shapes unless `options` say otherwise. */
export function attention(
  plan: PhasePlan,
  { usesQkNorm = plan.architecture.usesQkNorm, ...options }: AttentionOptions = {},
): Operation {
  const { architecture, layout, quant, phase } = plan;
  const common = {
    name: `${phase}_attention`,
    count: plan.perLayer,
    mixes: 'attention' as const,
    heads: Math.floor(architecture.heads / layout.tp),
    kvHeads: kvHeadsPerGpu(plan),
    headSize: architecture.headSize,
    windowSize: 0,
    kvCache: quant.kvCache,
    ...options,
  };
  if (phase === 'generation') return { kind: 'generationAttention', ...common, ...(usesQkNorm && { usesQkNorm }) };
  return { kind: 'contextAttention', ...common, fmha: quant.fmha, usesQkNorm, cp: layout.cp };
}

/** Width of one GPU's attention output. */
function attentionWidth({ architecture, layout }: WorkerPlan): number {
  return Math.floor((architecture.heads * architecture.headSize) / layout.tp);
}

/** Fused projection to queries, keys and values. */
export function qkvProjection(plan: PhasePlan): Gemm {
  const { headSize, hiddenSize } = plan.architecture;
  return tokenOps.gemm(plan, 'qkv_gemm', attentionWidth(plan) + headSize * kvHeadsPerGpu(plan) * 2, hiddenSize);
}

/** Attention output projection; its input comes quantised. */
export function outputProjection(plan: PhasePlan): Gemm {
  return tokenOps.gemm(plan, 'proj_gemm', plan.architecture.hiddenSize, attentionWidth(plan), {
    hasLowPrecisionInput: true,
  });
}

/** Bytes of an element that a collective moves. */
const COLLECTIVE_BYTES = 2;

/** Gathering the keys and values of all context-parallel ranks, once a layer; nothing without context parallelism. */
export function contextParallelGather(plan: PhasePlan, kvBytesPerToken: number): readonly Collective[] {
  const count = plan.architecture.layers;
  return layerGather(plan, { name: 'cp_all_gather', count, kvBytes: kvBytesPerToken / count });
}

/** Layers of one kind, and what a token of one of them leaves in the cache of a GPU. */
interface GatheredLayers {
  readonly name: string;
  readonly count: number;
  readonly kvBytes: number;
}

/** The same gathering for layers of one kind. */
export function layerGather(plan: PhasePlan, { name, count, kvBytes }: GatheredLayers): readonly Collective[] {
  const { phase, layout } = plan;
  if (phase === 'generation' || layout.cp === 1) return [];
  const elements = kvBytes / COLLECTIVE_BYTES;
  return [{ kind: 'collective', name: `${phase}_${name}`, count, collective: 'all_gather', elements, gpus: layout.cp }];
}

/** KV-cache bytes of a sequence of `tokens` where each layer keeps its keys and values. */
export function groupedKvBytes(plan: WorkerPlan, tokens: number): number {
  const { headSize, layers } = plan.architecture;
  return tokens * KV_CACHE_QUANT[plan.quant.kvCache].bytes * (kvHeadsPerGpu(plan) * headSize * layers * 2);
}

/** The same where every second layer has a sliding window, as far as the revision minds it. */
export function windowedKvBytes(plan: WorkerPlan, tokens: number): number {
  const { headSize, layers, windowSize } = plan.architecture;
  if (windowSize === 0 || !plan.revision.capsWindowedCache) return groupedKvBytes(plan, tokens);
  const windowed = Math.floor(layers / 2);
  const kept = windowed * Math.min(tokens, windowSize) + (layers - windowed) * tokens;
  return 2 * kvHeadsPerGpu(plan) * headSize * KV_CACHE_QUANT[plan.quant.kvCache].bytes * kept;
}
