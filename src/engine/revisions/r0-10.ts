import type { ArchitectureName } from '../../models/architectures.ts';
import type { QuantRule } from '../../models/family.ts';
import { MODELS_0_10 } from '../../models/model-revision.ts';
import { LOOKUPS_0_10 } from '../../operations/lookups.ts';
import type { BackendModel } from '../backends.ts';
import { fp4ExpertKernels } from '../fp4-experts.ts';
import type { EngineRevision } from '../revision.ts';
import { floorDivide } from '../rounding.ts';
import { stepsBelow } from '../steps.ts';

const MIB = 1024 * 1024;

/** Steps that pass after the last prefill before new requests enter. */
const DRAIN_STEPS = 3;

/** What the backends have in common. Source of all of them: aiconfigurator 0.10.0, sdk/backends/. */
const backend = {
  contextParallelSizes: [1],
  activationCoefficients: {
    dense: { 1: 11, 2: 6.5, 4: 5, 8: 5 },
    moe: { 1: 22, 2: 13, 4: 10, 8: 10 },
    latentHybrid: { 1: 10, 2: 6, 4: 5, 8: 5 },
    other: { 1: 10, 2: 6, 4: 5, 8: 5 },
  },
  workspaceWidth: ({ heads, headSize }) => heads * headSize,
  minActivationBytes: 70 * MIB,
  activationFactor: 1,
  otherMemoryFactor: 1,
  aggActivationTokens: (stepTokens) => stepTokens,
  kvCacheLimitGib: () => Number.POSITIVE_INFINITY,
  pairsStages: () => true,
  mixedDecodeBatch: ({ batch, contextTokens, isl, osl, steps }) =>
    steps >= osl ? Math.max(1, floorDivide(batch, steps / osl)) : Math.max(1, batch - Math.ceil(contextTokens / isl)),
  mixedStepsForTpot: (mixedSteps) => Math.max(1, mixedSteps - DRAIN_STEPS),
  queueFactor: ({ steps }) => Math.min(2 + (steps - 3) / 2 / 10, 4),
  dispatchOverheadMs: () => 0,
  throughputCap: () => Number.POSITIVE_INFINITY,
} as const satisfies Partial<BackendModel>;

const trtllm: BackendModel = {
  ...backend,
  allowsExpertLayout: ({ tp, dp }) => tp === 1 || dp === 1,
  // The engine is built for this many tokens a step, whatever a step takes.
  aggActivationTokens: () => 8192,
  // Share of free memory the engine takes, its own reserve, and the tolerance of the estimate.
  kvCacheLimitGib: ({ role, capacityGib, otherGib }) =>
    role === 'agg' ? (capacityGib - otherGib) * 0.9 * (1 - 0.015) * (1 - 0.02) : Number.POSITIVE_INFINITY,
};

const sglang: BackendModel = {
  ...backend,
  contextParallelSizes: [1, 2, 4, 8],
  allowsExpertLayout: () => true,
  activationCoefficients: {
    dense: { 1: 14, 2: 8.5, 4: 6.5, 8: 6.5 },
    moe: { 1: 28, 2: 17, 4: 13, 8: 13 },
    latentHybrid: { 1: 28, 2: 17, 4: 13, 8: 13 },
    other: { 1: 13, 2: 8, 4: 6.5, 8: 6.5 },
  },
  workspaceWidth: ({ hiddenSize }) => hiddenSize,
  minActivationBytes: 90 * MIB,
  activationFactor: 1.15,
  otherMemoryFactor: 1.2,
  // The layout of the cache that is handed over depends on the tensor ranks (ai-dynamo/dynamo issue 5870).
  pairsStages: (prefill, decode) => prefill.tp === decode.tp,
};

const vllm: BackendModel = {
  ...backend,
  allowsExpertLayout: ({ moeTp, moeEp }) => moeTp === 1 || moeEp === 1,
  // One request prefills at a time, the others decode.
  mixedDecodeBatch: ({ batch, contextTokens, isl }) => Math.max(1, batch - Math.ceil(contextTokens / isl)),
  mixedStepsForTpot: (mixedSteps) => mixedSteps,
  queueFactor: ({ batch }) => (batch <= 1 ? 1 : Math.min(1 + Math.log2(batch) / 8, 2)),
  dispatchOverheadMs: (layers) => layers * 0.8,
  // Little's law.
  throughputCap: ({ batch, osl }, latencyMs) =>
    latencyMs <= 0 ? Number.POSITIVE_INFINITY : (batch * Math.max(osl - 1, 0) * 1000) / latencyMs,
};

const BFLOAT16_PREFILL: readonly (ArchitectureName | undefined)[] = [
  'DeepseekV3ForCausalLM',
  'KimiK25ForConditionalGeneration',
];

/**
 * Latent prefill was measured in bfloat16 alone; decode keeps fp8 and so reads other tables than an aggregated worker.
 * Source: aiconfigurator 0.10.0, sdk/task_v2.py.
 */
const LATENT_PREFILL: QuantRule = {
  applies: ({ architecture, role }, { fmha }) =>
    fmha === 'fp8' && role !== 'decode' && BFLOAT16_PREFILL.includes(architecture.standsFor),
  change: { fmha: 'bfloat16' },
};

/** Sparse prefill likewise, in all roles. */
const SPARSE_PREFILL: QuantRule = {
  applies: ({ architecture }, { fmha }) => fmha === 'fp8' && architecture.family === 'DEEPSEEKV32',
  change: { fmha: 'bfloat16' },
};

/** Compressed attention was measured in bfloat16 alone. Source: as above. */
const COMPRESSED_PREFILL: QuantRule = {
  applies: ({ architecture }, { fmha }) => fmha === 'fp8' && architecture.family === 'DEEPSEEKV4',
  change: { fmha: 'bfloat16' },
};

/** The one checkpoint whose kernels this generation knows. */
const V4_PRO = 'deepseek-ai/DeepSeek-V4-Pro';

const SIZES = [1, 2, 4, 8];
const RACK_SIZES = [...SIZES, 16];

/** The engine of aiconfigurator 0.10.0 (sdk/sweep.py, task_v2.py, picking.py, utils.py), with its Python step. */
export const R0_10 = {
  name: '0.10',
  data: '0.10',
  backends: { trtllm, sglang, vllm },
  sweep: {
    agg: {
      batches: [
        ...stepsBelow(1, 16, 1),
        ...stepsBelow(16, 32, 4),
        ...stepsBelow(32, 64, 8),
        ...stepsBelow(64, 256, 16),
        ...stepsBelow(256, 512, 32),
        512,
      ],
      minChunkTokens: 512,
      maxChunkTokens: 8192,
      keptPerTarget: 10,
      timesUnused: true,
      whereMissing: 'layout',
    },
    stages: {
      prefillBatches: [1],
      decodeBatches: [
        ...stepsBelow(1, 16, 1),
        ...stepsBelow(16, 32, 2),
        ...stepsBelow(32, 128, 4),
        ...stepsBelow(128, 512, 8),
        512,
      ],
      prefillLatencyFactor: 1.1,
      decodeLatencyFactor: 1.08,
      ttftQueueFactor: 1.8,
      decodeStride: 32,
      whereMissing: 'layout',
      keptPerTarget: 5,
    },
  },
  matching: {
    prefillRateShare: 0.9,
    decodeRateShare: 0.92,
    maxWorkers: 32,
    maxPrefillCandidates: 32,
    maxDecodeCandidates: 16,
    replicaGpus: [1, 2, 4, 8, ...stepsBelow(16, 129, 8)],
    // Context-parallel ranks are not counted.
    countedGpus: ({ tp, pp, dp }) => pp * tp * dp,
    holdsLoadToBudget: true,
  },
  targets: {
    tpotMs: [...stepsBelow(1, 20, 1), ...stepsBelow(20, 300, 5)],
    fixedTtftMs: [300, 400, 500, 600, 800, 1000, 1200, 1400, 1600, 2000, 3000, 5000, 8000],
    ttftShares: [0.1, 0.2, 0.3, 0.5, 0.7],
    // The largest of the swept token times.
    planner: { tpotMs: 295, keptLayouts: 5 },
  },
  layouts: {
    dense: SIZES,
    denseOfSystem: { gb200: RACK_SIZES, gb300: RACK_SIZES },
    experts: { gpus: SIZES, tp: SIZES, pp: [1], dp: SIZES, moeTp: SIZES, moeEp: SIZES },
    staged: { fromGpus: 16, fromSm: 100, sizes: { gpus: [16], pp: [2] } },
  },
  spread: undefined,
  drafts: { predictedTokens: (trained) => trained },
  quantisation: {
    rules: {
      trtllm: [LATENT_PREFILL, SPARSE_PREFILL, COMPRESSED_PREFILL],
      sglang: [
        LATENT_PREFILL,
        SPARSE_PREFILL,
        COMPRESSED_PREFILL,
        ...fp4ExpertKernels(({ architecture }) => architecture.id === V4_PRO),
      ],
      // The prefill kernel of vLLM is not measured in fp8.
      vllm: [{ applies: (_, { fmha }) => fmha === 'fp8', change: { fmha: 'bfloat16' } }],
    },
    needsTensorCores: false,
  },
  models: MODELS_0_10,
  families: [
    ...['LLAMA', 'MOE', 'DEEPSEEK', 'KIMIK25', 'DEEPSEEKV32', 'DEEPSEEKV4', 'QWEN3VL', 'QWEN3VL_MOE'],
    ...['HYBRIDMOE', 'GEMMA4MIX', 'NEMOTRONNAS', 'NEMOTRONH', 'QWEN35', 'MINIMAXM3'],
  ],
  unmodelled: { DEEPSEEK: ['vllm'] },
  lookups: LOOKUPS_0_10,
} as const satisfies EngineRevision;
