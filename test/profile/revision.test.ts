import { describe, expect, it } from 'vitest';
import type { BackendModel } from '../../src/engine/backends.ts';
import type { EngineRevision } from '../../src/engine/revision.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { RenderError } from '../../src/errors.ts';
import type { QuantRule } from '../../src/models/family.ts';
import { engine, profileOf, type Wish } from '../support/profiles.ts';

const OTHER_BACKEND: BackendModel = {
  contextParallelSizes: [1, 2],
  allowsExpertLayout: () => false,
  activationCoefficients: {
    dense: { 1: 99, 2: 99, 4: 99, 8: 99 },
    moe: { 1: 99, 2: 99, 4: 99, 8: 99 },
    latentHybrid: { 1: 1, 2: 1, 4: 1, 8: 1 },
    other: { 1: 99, 2: 99, 4: 99, 8: 99 },
  },
  workspaceWidth: () => 1,
  minActivationBytes: 2 ** 33,
  activationFactor: 9,
  otherMemoryFactor: 3,
  aggActivationTokens: () => 100_000,
  kvCacheLimitGib: () => 2,
  pairsStages: () => false,
  mixedDecodeBatch: () => 1,
  mixedStepsForTpot: () => 1,
  queueFactor: () => 3,
  dispatchOverheadMs: () => 20,
  throughputCap: () => 5000,
};

const NOWHERE = { agg: () => ({}), prefill: () => ({}), decode: () => ({}) };
const OTHER_MODES: readonly QuantRule[] = [{ applies: () => true, change: { gemm: 'int4_wo' } }];

/** A row that differs from today's in everything. */
const OTHER: Omit<EngineRevision, 'name' | 'data'> = {
  families: ['LLAMA'],
  unmodelled: { LLAMA: ['vllm'] },
  backends: { trtllm: OTHER_BACKEND, sglang: OTHER_BACKEND, vllm: OTHER_BACKEND },
  sweep: {
    agg: {
      batches: [3],
      minChunkTokens: 2048,
      maxChunkTokens: 32_768,
      keptPerTarget: 1,
      timesUnused: false,
      whereMissing: 'point',
    },
    stages: {
      prefillBatches: [2],
      decodeBatches: [3],
      prefillLatencyFactor: 2,
      decodeLatencyFactor: 2,
      ttftQueueFactor: 1,
      decodeStride: 500,
      whereMissing: 'point',
      keptPerTarget: 1,
    },
  },
  matching: {
    prefillRateShare: 0.1,
    decodeRateShare: 0.1,
    maxWorkers: 1,
    maxPrefillCandidates: 0,
    maxDecodeCandidates: 0,
    replicaGpus: [2],
    countedGpus: () => 1,
    holdsLoadToBudget: true,
  },
  targets: {
    tpotMs: [12],
    fixedTtftMs: [100],
    ttftShares: [0.01],
    planner: { tpotMs: 3, keptLayouts: 1 },
  },
  layouts: {
    dense: [1],
    denseOfSystem: { a100_sxm: [4] },
    experts: { gpus: [1], tp: [1], pp: [2], dp: [1], moeTp: [1], moeEp: [1] },
    staged: { fromSm: 0, fromGpus: 1, sizes: { pp: [4] } },
  },
  spread: {
    exchanges: [],
    widened: { trtllm: NOWHERE, sglang: NOWHERE, vllm: NOWHERE },
    maxReplicaGpus: 1,
  },
  drafts: { predictedTokens: () => 3 },
  quantisation: { rules: { trtllm: OTHER_MODES, sglang: OTHER_MODES, vllm: OTHER_MODES }, needsTensorCores: true },
  models: {
    nextnAcceptRates: [0.1],
    expertSkew: {
      ...{ MOE: 3, DEEPSEEK: 3, KIMIK25: 3, KIMIK3: 3, DEEPSEEKV32: 3, DEEPSEEKV4: 3, NEMOTRONH: 3, QWEN35: 3 },
      ...{ QWEN3VL_MOE: 3, HYBRIDMOE: 3, STEP3P7: 3, GEMMA4MIX: 3, MINIMAXM3: 3 },
    },
    hybridRouterFrom: 0,
    readsUnquantised: true,
    capsWindowedCache: true,
    latent: { heads: () => 1, decodeOutput: () => 1 },
    sparse: { keptWhole: ['DeepseekV32ForCausalLM'], seesProjections: true },
    deltaNets: 'close',
  },
  lookups: {
    constants: {
      ...R0_10.lookups.constants,
      peakFlops: { gemm: () => 1e9, experts: () => Number.POSITIVE_INFINITY, attention: () => 1e9 },
      experts: { lowLatencyTokens: {} },
      dispatch: { compression: {}, compressingSm: 90 },
    },
    times: { gemm: () => () => 1 },
  },
};

const DENSE: Wish = { model: 'Qwen/Qwen3-0.6B', gpuSku: 'a100_sxm', totalGpus: 4 };
const EXPERTS: Wish = { model: 'Qwen/Qwen3-30B-A3B', gpuSku: 'h100_sxm', totalGpus: 2 };
/** More tokens in a step than experts were measured with. */
const LONG: Wish = { ...EXPERTS, more: '  workload: {isl: 100000, osl: 50}\n  sla: {ttft: 60000, itl: 100}' };
const LATENT: Wish = { model: 'deepseek-ai/DeepSeek-V3', backend: 'trtllm', gpuSku: 'b200_sxm', totalGpus: 8 };
const SCOUT: Wish = {
  ...{ model: 'meta-llama/Llama-4-Scout-17B-16E-Instruct', backend: 'trtllm' },
  ...{ gpuSku: 'b200_sxm', totalGpus: 2 },
};
const HYBRID: Wish = { model: 'Qwen/Qwen3.5-35B-A3B', gpuSku: 'b200_sxm', totalGpus: 2 };
const KIMI: Wish = { model: 'moonshotai/Kimi-K2.5', backend: 'sglang', gpuSku: 'b200_sxm', totalGpus: 8 };
const V4: Wish = { ...KIMI, model: 'deepseek-ai/DeepSeek-V4-Flash', totalGpus: 4 };
const EXCLUDING: Wish = { ...LATENT, model: 'nvidia/DeepSeek-V3.1-NVFP4' };
const HOLES: Wish = { model: 'Qwen/Qwen3-30B-A3B', backend: 'sglang', gpuSku: 'l40s', totalGpus: 8 };
const NVFP4: Wish = { model: 'nvidia/Qwen3-235B-A22B-NVFP4', backend: 'trtllm', gpuSku: 'b200_sxm', totalGpus: 8 };

const SPARSE: Wish = { model: 'zai-org/GLM-5-FP8', backend: 'sglang', gpuSku: 'b200_sxm', totalGpus: 8 };

/** Requests that show columns which the dense one does not, by the beginning of their paths. */
const SHOWN_BY: Readonly<Record<string, Wish>> = {
  'backends.trtllm.workspaceWidth': LATENT,
  'backends.vllm.allowsExpertLayout': EXPERTS,
  'targets.fixedTtftMs': { ...DENSE, more: '  sla: {e2eLatency: 4000}' },
  'targets.ttftShares': { ...DENSE, more: '  workload: {isl: 4000, osl: 50}\n  sla: {e2eLatency: 1500}' },
  'targets.planner': { ...DENSE, more: '  features: {planner: {}}' },
  'layouts.experts': EXPERTS,
  'layouts.staged': SPARSE,
  'models.nextnAcceptRates': LATENT,
  'models.capsWindowedCache': { model: 'openai/gpt-oss-120b', backend: 'trtllm', gpuSku: 'h200_sxm', totalGpus: 2 },
  // Experts over four ranks were measured at a single number of tokens there.
  'sweep.agg.whereMissing': HOLES,
  'sweep.stages.whereMissing': HOLES,
  // Ranks of more than one node need exchanges of their own.
  spread: { model: 'Qwen/Qwen3-30B-A3B', gpuSku: 'gb200', totalGpus: 8, numGpusPerNode: 4 },
  'quantisation.rules.trtllm': { ...DENSE, backend: 'trtllm' },
  'quantisation.rules.sglang': { ...DENSE, backend: 'sglang' },
  'models.latent.heads': KIMI,
  'models.latent.decodeOutput': LATENT,
  'models.readsUnquantised': EXCLUDING,
  'models.sparse': SPARSE,
  'models.expertSkew.MOE': EXPERTS,
  // Before the one whose name is its beginning.
  'models.expertSkew.DEEPSEEKV4': V4,
  'models.expertSkew.DEEPSEEKV32': SPARSE,
  'models.expertSkew.DEEPSEEK': LATENT,
  'models.expertSkew.KIMIK25': KIMI,
  'models.expertSkew.QWEN3VL_MOE': { ...EXPERTS, model: 'Qwen/Qwen3-VL-30B-A3B-Instruct' },
  'models.expertSkew.HYBRIDMOE': SCOUT,
  'models.expertSkew.NEMOTRONH': { ...EXPERTS, model: 'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16' },
  'models.expertSkew.QWEN35': HYBRID,
  'models.deltaNets': HYBRID,
  'models.hybridRouterFrom': SCOUT,
  'lookups.constants.latentAttention': LATENT,
  'lookups.constants.peakFlops.experts': LONG,
  'lookups.constants.experts': NVFP4,
  'lookups.constants.dispatch': NVFP4,
  'sweep.agg.minChunkTokens': { ...DENSE, more: '  workload: {isl: 300, osl: 100}' },
};

/** Columns that hold a table of their own. */
const WHOLE = [
  'activationCoefficients',
  'denseOfSystem',
  'lowLatencyTokens',
  'compression',
  'times',
  'spread',
  'staged',
];

type Tree = Readonly<Record<string, unknown>>;

/** Paths of the columns of a row. */
function columnsOf(row: Tree, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(row).flatMap(([name, value]) => {
    const isColumn = typeof value !== 'object' || Array.isArray(value) || WHOLE.includes(name);
    return isColumn ? [[...path, name]] : columnsOf(value as Tree, [...path, name]);
  });
}

/** Today's row with one column of the other. */
function withColumn(row: Tree, other: Tree, [name = '', ...rest]: readonly string[]): Tree {
  const value = rest.length === 0 ? other[name] : withColumn(row[name] as Tree, other[name] as Tree, rest);
  return { ...row, [name]: value };
}

/**
 * Only points at the edge of what was measured show what grids are filled up to (test/operations/kinds.test.ts)).
 */
const GRIDS = ['gemm', 'attention', 'latentAttention'];
/** What stays as it was measured is read by later generations alone (test/operations/lookups.test.ts). */
const LATER = ['resolver'];

/**
 * Today's data lacks no operation that a mixed step does not count (test/engine/mixed-step.test.ts), and has no rows for
 * what tensor cores do not compute, nor for families that a backend does not have (test/engine/measured-modes.test.ts). A family
 * that is missing has another engine answer (test/render/answering.test.ts), and by default no row is over the budget
 * (test/pick/load-match.test.ts). No model of four families can be priced from the oldest data (test/operations/families.test.ts).
 */
const UNSHOWN = ['timesUnused', 'needsTensorCores', 'families', 'unmodelled', 'holdsLoadToBudget'];
const UNPRICED = ['GEMMA4MIX', 'STEP3P7', 'KIMIK3', 'MINIMAXM3'];

/** One backend shows what holds for each; only latent attention has a dispatch workspace, and vLLM has no such models. */
const shown = columnsOf({ ...OTHER }).filter(([table = '', backend = '', column = '']) => {
  if (table === 'lookups' && backend === 'constants') return ![...GRIDS, ...LATER].includes(column);
  if ([table, backend, column].some((part) => UNSHOWN.includes(part)) || UNPRICED.includes(column)) return false;
  return table !== 'backends' || backend === (column === 'workspaceWidth' ? 'trtllm' : 'vllm');
});

describe('every column of a generation of the engine reaches the profile', () => {
  const today = new Map<Wish, string>();
  const todayOf = (wish: Wish): string => {
    const text = today.get(wish) ?? outcomeOf(wish, R0_10);
    today.set(wish, text);
    return text;
  };

  it.each(shown.map((path) => [path.join('.'), path] as const))('%s', (name, path) => {
    const wish = Object.entries(SHOWN_BY).find(([start]) => name.startsWith(start))?.[1] ?? DENSE;
    const revision = withColumn({ ...R0_10 }, { ...OTHER }, path) as unknown as EngineRevision;
    expect(outcomeOf(wish, revision)).not.toBe(todayOf(wish));
  });

  it('and there are as many as the contract has', () => {
    expect(shown).toHaveLength(15 + 5 + 8 + 7 + 5 + 9 + 1 + 1 + 3 + 18 + 7);
  });

  it.each(['trtllm', 'sglang', 'vllm'] as const)('the row of a backend is its own (%s)', (backend) => {
    const wish: Wish = { ...DENSE, backend, totalGpus: 1 };
    const { queueFactor } = OTHER_BACKEND;
    const only = (one: typeof backend): EngineRevision => ({
      ...R0_10,
      backends: { ...R0_10.backends, [one]: { ...R0_10.backends[one], queueFactor } },
    });
    expect(outcomeOf(wish, only(backend))).not.toBe(todayOf(wish));
    expect(outcomeOf(wish, only(backend === 'vllm' ? 'sglang' : 'vllm'))).toBe(todayOf(wish));
  });
});

/** A profile as text, or why there is none; a bug is no difference. */
function outcomeOf(wish: Wish, revision: EngineRevision): string {
  try {
    return JSON.stringify(profileOf(wish, { revision, data: engine.data }).profile);
  } catch (error) {
    if (error instanceof RenderError) return error.message;
    throw error;
  }
}
