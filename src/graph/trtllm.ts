import type { Role } from '../serving.ts';
import type { FlagRow } from './args.ts';
import type { EngineWorker, GraphBackend } from './backend.ts';
import type { HardwareFacts } from './facts.ts';
import { expertGpus, expertTensorParallel, hasAttentionDp } from './rules.ts';

/** Room above the input in tokens, and the block that token budgets are rounded up to (rule_plugin/trtllm.rule). */
const SLACK_TOKENS = 500;
const TOKENS_PER_BLOCK = 32;
/** Batch of an aggregated or decode worker whose pick has none. */
const DEFAULT_BATCH = 128;

const KV_DTYPE: Readonly<Record<string, string>> = { bfloat16: 'auto', float16: 'auto' };

/** Kernel of expert layers by hardware (aiconfigurator 0.10.0, generator/facts/hardware.yaml), and the templates' default. */
const MOE_KERNEL: Readonly<Record<HardwareFacts, string>> = {
  h100: 'CUTLASS',
  h200: 'CUTLASS',
  b200: 'WIDEEP',
  gb200: 'WIDEEP',
};
const DEFAULT_MOE_KERNEL = 'CUTLASS';

function toBlocks(tokens: number): number {
  return Math.ceil(tokens / TOKENS_PER_BLOCK) * TOKENS_PER_BLOCK;
}

const wideBatch = (w: EngineWorker) => w.batchSize || DEFAULT_BATCH;

interface RoleRules {
  readonly batch: (worker: EngineWorker) => number;
  readonly tokens: (worker: EngineWorker) => number;
  readonly hasTransfer: boolean;
  readonly padding: 'true' | 'false';
  readonly disableOverlap: 'true' | 'false';
  readonly speculates: boolean;
}

/** What depends on the role. */
const RULES: Readonly<Record<Role, RoleRules>> = {
  agg: {
    batch: wideBatch,
    tokens: (w) => toBlocks(wideBatch(w) + w.isl + SLACK_TOKENS),
    hasTransfer: false,
    padding: 'true',
    disableOverlap: 'false',
    speculates: true,
  },
  prefill: {
    batch: (w) => w.batchSize || 1,
    tokens: (w) => toBlocks(w.isl + SLACK_TOKENS),
    hasTransfer: true,
    padding: 'false',
    disableOverlap: 'true',
    speculates: false,
  },
  decode: {
    batch: wideBatch,
    tokens: (w) => toBlocks(wideBatch(w)),
    hasTransfer: true,
    padding: 'true',
    disableOverlap: 'false',
    speculates: true,
  },
};

const rules = (w: EngineWorker) => RULES[w.role];
const batch = (w: EngineWorker) => rules(w).batch(w);
const tokens = (w: EngineWorker) => rules(w).tokens(w);
const kernel = (w: EngineWorker) => (w.facts === undefined ? DEFAULT_MOE_KERNEL : MOE_KERNEL[w.facts]);
const kvDtype = ({ kvCache = 'bfloat16' }: EngineWorker) => KV_DTYPE[kvCache] ?? kvCache;
const speculates = (w: EngineWorker) => w.nextn > 0 && rules(w).speculates;
const transferTokens = (w: EngineWorker) => toBlocks(w.isl + w.osl + SLACK_TOKENS);
/** The engine template of 1.0.0 alone repeats the limits below build_config. */
const hasBuildConfig = (w: EngineWorker) => w.engineVersion === '1.0.0';

/** Flags in the reference's order: the runtime's own, then those of the flattened engine YAML (aiconfigurator 0.10.0, backend_templates/trtllm). */
const FLAGS: readonly FlagRow<EngineWorker>[] = [
  ['--tensor-parallel-size', expertTensorParallel],
  ['--pipeline-parallel-size', (w) => w.pp],
  ['--expert-parallel-size', (w) => w.moeEp],
  ['--enable-attention-dp', hasAttentionDp],
  ['--max-batch-size', batch],
  ['--max-num-tokens', tokens],
  ['--trtllm.moe_tensor_parallel_size', (w) => (w.isMoe ? w.moeTp : undefined)],
  ['--trtllm.moe_config.backend', (w) => (w.isMoe ? kernel(w) : undefined)],
  ['--trtllm.build_config.max_batch_size', (w) => (hasBuildConfig(w) ? batch(w) : undefined)],
  ['--trtllm.build_config.max_num_tokens', (w) => (hasBuildConfig(w) ? tokens(w) : undefined)],
  ['--trtllm.kv_cache_config.dtype', kvDtype],
  ['--trtllm.kv_cache_config.tokens_per_block', () => TOKENS_PER_BLOCK],
  ['--trtllm.kv_cache_config.enable_block_reuse', () => 'false'],
  ['--trtllm.cache_transceiver_config.backend', (w) => (rules(w).hasTransfer ? 'DEFAULT' : undefined)],
  [
    '--trtllm.cache_transceiver_config.max_tokens_in_buffer',
    (w) => (rules(w).hasTransfer ? transferTokens(w) : undefined),
  ],
  ['--trtllm.cuda_graph_config.enable_padding', (w) => rules(w).padding],
  ['--trtllm.disable_overlap_scheduler', (w) => rules(w).disableOverlap],
  ['--trtllm.print_iter_log', () => 'false'],
  ['--trtllm.speculative_config.decoding_type', (w) => (speculates(w) ? 'MTP' : undefined)],
  ['--trtllm.speculative_config.num_nextn_predict_layers', (w) => (speculates(w) ? w.nextn : undefined)],
];

/** TensorRT-LLM graphs. */
export const TRTLLM: GraphBackend = {
  module: 'dynamo.trtllm',
  workingDir: '/workspace/',
  modelFlag: '--model-path',
  services: {
    agg: { ephemeralStorage: '2Gi' },
    decode: { subComponentType: 'decode' },
    prefill: { subComponentType: 'prefill' },
  },
  sizeFlags: {
    tensor: ['--tensor-parallel-size', '--trtllm.tensor_parallel_size'],
    pipeline: ['--pipeline-parallel-size', '--trtllm.pipeline_parallel_size'],
    data: [],
    localData: [],
    sharesRanks: undefined,
    opaque: ['--extra-engine-args'],
  },
  tensorParallel: expertTensorParallel,
  gpusPerWorker: expertGpus,
  flags: () => FLAGS,
  roleFlags: {
    agg: () => [],
    decode: () => [{ flag: '--disaggregation-mode', value: 'decode' }],
    prefill: () => [{ flag: '--disaggregation-mode', value: 'prefill' }],
  },
  trustRemoteCode: { flag: '--trtllm.trust_remote_code', value: 'true' },
  needsTrust: false,
  halfPrecision: { flag: '--trtllm.dtype', value: 'float16' },
  refused: [],
  /** ai-dynamo 1.3.1, trtllm/args.py: the runtime exits on both kinds of settings together. */
  engineSettings: { jsonFlag: '--override-engine-args', prefix: '--trtllm.' },
  closingArgs: ['--trtllm.enable_chunked_prefill', 'true'],
  spreadsRanks: false,
};
