import { memo } from '../../memo.ts';
import type { QuantRule } from '../../models/family.ts';
import { MODELS_0_12 } from '../../models/model-revision.ts';
import { LOOKUPS_0_12 } from '../../operations/lookups.ts';
import type { BackendModel } from '../backends.ts';
import { EXCHANGES_0_12 } from '../exchanges.ts';
import { fp4ExpertKernels } from '../fp4-experts.ts';
import type { EngineRevision, ExpertSizes } from '../revision.ts';
import { roundedDecimal3 } from '../rounding.ts';
import { R0_10 } from './r0-10.ts';

/** Share of an estimated KV cache that is relied on. */
const TOLERATED = 1 - 0.02;

/** The KV cache is a share of the memory that is left. */
const trtllm: BackendModel = {
  ...R0_10.backends.trtllm,
  kvCacheLimitGib: ({ capacityGib, otherGib }) => (capacityGib - otherGib) * 0.9 * ((1 - 0.015) * TOLERATED),
};

/** Everything together is a share of the whole memory. */
function shareOfCapacity(capacityGib: number, otherGib: number, share: number): number {
  return capacityGib * share * TOLERATED - otherGib;
}

/** Share of the memory that an aggregated worker of SGLang takes. */
const SGLANG_AGG_SHARE = 0.88;

const sglang: BackendModel = {
  ...R0_10.backends.sglang,
  kvCacheLimitGib: ({ role, layout, capacityGib, otherGib }) =>
    shareOfCapacity(capacityGib, otherGib, role === 'agg' ? SGLANG_AGG_SHARE : sglangStartShare(capacityGib, layout)),
};

/** Share of the memory that vLLM takes, and the versions that took another one. */
const VLLM_SHARE = 0.92;
const OLD_VLLM = { versions: /^0\.(14|19)\b/, share: 0.9 };

/** Asked for every point of a sweep. */
const vllmShare = memo((version: string) => (OLD_VLLM.versions.test(version) ? OLD_VLLM.share : VLLM_SHARE));

const vllm: BackendModel = {
  ...R0_10.backends.vllm,
  kvCacheLimitGib: ({ backendVersion, capacityGib, otherGib }) =>
    shareOfCapacity(capacityGib, otherGib, vllmShare(backendVersion)),
};

/** What SGLang sets aside at its start by memory of the card in MiB: tokens of a chunk, and the largest batch of its graphs. */
const SGLANG_STARTS = [
  { below: 20480, chunk: 2048, graphs: 8, graphsOfFour: 8 },
  { below: 35840, chunk: 2048, graphs: 24, graphsOfFour: 80 },
  { below: 61440, chunk: 4096, graphs: 32, graphsOfFour: 160 },
  { below: 163840, chunk: 8192, graphs: 256, graphsOfFour: 512 },
  { below: Number.POSITIVE_INFINITY, chunk: 16384, graphs: 512, graphsOfFour: 512 },
] as const;
/** Cards with more memory than this keep at least so much, in MiB. */
const SGLANG_LARGE_CARD = { above: 61440, reserve: 10240 };
const MANY_GRAPHS = 300;

/** Share of the memory that SGLang takes for weights and cache when it is started without a share. Source: its server arguments. */
function sglangStartShare(capacityGib: number, { tp, pp, dp }: Parameters<typeof startReserveMib>[1]): number {
  const capacityMib = capacityGib * 1024;
  const reserve = startReserveMib(capacityMib, { tp, pp, dp });
  const { above, reserve: least } = SGLANG_LARGE_CARD;
  return roundedDecimal3((capacityMib - (capacityMib > above ? Math.max(reserve, least) : reserve)) / capacityMib);
}

function startReserveMib(
  capacityMib: number,
  { tp, pp, dp }: { readonly tp: number; readonly pp: number; readonly dp: number },
): number {
  const { chunk, graphs, graphsOfFour } = SGLANG_STARTS.find(({ below }) => capacityMib < below)!;
  const batches = tp >= 4 ? graphsOfFour : graphs;
  const alone = 512 + 1.5 * chunk + ((tp * pp) / 8) * 1024 + 2 * batches;
  if (dp === 1) return alone;
  return alone + 3 * batches * dp + (batches > MANY_GRAPHS ? 1.5 * batches * dp : 0);
}

const BLACKWELL_SM = 100;

/** The checkpoint's attention runs in fp8 where that was measured beside its cache, else in bfloat16 where that was. */
const FMHA_BY_DATA: QuantRule = {
  applies: ({ role, prefillModes }, { fmha, kvCache }) => {
    if (role === 'decode' || fmha !== 'fp8') return false;
    const measured = prefillModes(kvCache);
    return measured.has('bfloat16') && !measured.has('fp8');
  },
  change: { fmha: 'bfloat16' },
};

/** Kernels for what the experts of DeepSeek-V4 are published in. */
const V4_KERNELS = fp4ExpertKernels(
  ({ architecture }, { moe }) => architecture.family === 'DEEPSEEKV4' && moe === 'w4a8_mxfp4_mxfp8',
);

/** Without tensor cores for four bits the weights alone are kept in them. */
const RULES: readonly QuantRule[] = [
  { applies: ({ smVersion }, { gemm }) => smVersion < BLACKWELL_SM && gemm === 'nvfp4', change: { gemm: 'nvfp4_wo' } },
  { applies: ({ smVersion }, { moe }) => smVersion < BLACKWELL_SM && moe === 'nvfp4', change: { moe: 'nvfp4_wo' } },
  FMHA_BY_DATA,
];

const EXPERT_SIZES = [...R0_10.layouts.experts.gpus, 16];

/** Powers of two up to the most ranks that workers of several nodes are tried with. */
function upTo64(from: number): readonly number[] {
  return [1, 2, 4, 8, 16, 32, 64].filter((size) => size >= from);
}

const TP = [1, 2, 4, 8];

/** Sizes as far as they were measured. */
function coveredAlone(covered: readonly number[]): Partial<ExpertSizes> {
  return { gpus: covered, dp: covered, moeEp: covered };
}

/** The engine of aiconfigurator 0.12.0: its Python sweeps over its compiled core. */
export const R0_12 = {
  ...R0_10,
  name: '0.12',
  data: '0.12',
  backends: { trtllm, sglang, vllm },
  sweep: {
    agg: { ...R0_10.sweep.agg, timesUnused: false, whereMissing: 'point' },
    stages: { ...R0_10.sweep.stages, whereMissing: 'point' },
  },
  matching: {
    ...R0_10.matching,
    countedGpus: ({ tp, pp, dp, cp }) => tp * pp * dp * cp,
    holdsLoadToBudget: false,
  },
  layouts: {
    ...R0_10.layouts,
    experts: {
      gpus: EXPERT_SIZES,
      tp: EXPERT_SIZES,
      pp: [1],
      dp: EXPERT_SIZES,
      moeTp: EXPERT_SIZES,
      moeEp: EXPERT_SIZES,
    },
  },
  spread: {
    exchanges: EXCHANGES_0_12,
    widened: {
      trtllm: {
        agg: () => ({ gpus: upTo64(2), tp: TP, dp: upTo64(2), moeEp: upTo64(2) }),
        prefill: () => ({ gpus: [4, 8, 16, 32], dp: [4, 8, 16, 32], moeEp: [4, 8, 16, 32] }),
        decode: () => ({ gpus: upTo64(4), dp: upTo64(4), moeEp: upTo64(4) }),
      },
      sglang: {
        agg: () => ({ gpus: upTo64(8), tp: TP, dp: upTo64(1), moeEp: upTo64(8) }),
        prefill: () => ({ gpus: [8, 16, 32], tp: TP, dp: [1, 2, 4, 8, 16, 32], moeEp: [8, 16, 32] }),
        decode: () => ({ gpus: upTo64(8), tp: TP, dp: upTo64(1), moeEp: upTo64(8) }),
      },
      vllm: { agg: coveredAlone, prefill: coveredAlone, decode: coveredAlone },
    },
    maxReplicaGpus: 512,
  },
  drafts: { predictedTokens: () => 0 },
  quantisation: { rules: { trtllm: RULES, sglang: [...V4_KERNELS, ...RULES], vllm: RULES }, needsTensorCores: true },
  models: MODELS_0_12,
  families: [
    ...['LLAMA', 'MOE', 'DEEPSEEK', 'KIMIK25', 'KIMIK3', 'DEEPSEEKV32', 'DEEPSEEKV4', 'QWEN3VL', 'QWEN3VL_MOE'],
    ...['HYBRIDMOE', 'STEP3P7', 'GEMMA4MIX', 'NEMOTRONNAS', 'NEMOTRONH', 'QWEN35', 'MINIMAXM3'],
  ],
  unmodelled: {},
  lookups: LOOKUPS_0_12,
} as const satisfies EngineRevision;
