import { int, isEager, LOW_LATENCY, MOE_MODE, text } from './columns.ts';
import {
  alltoallRow,
  CONTEXT_MOE,
  deepepLowLatencyRows,
  deepepNormalRows,
  EXPERT_MODULE,
  GENERATION_MOE,
  unifiedAlltoallRow,
} from './expert-rows.ts';
import { gemmFloorMs, generationAttentionFloorMs } from './floors.ts';
import { LANE, laneSlice, NATIVE_HEADS } from './lane-columns.ts';
import { CONTEXT_KEYS, GENERATION_KEYS, MOE_KEYS, MOE_SHAPE, scaleTable } from './shared.ts';
import { type TableSpec, table } from './spec.ts';
import { SPARSE_TABLES_0_12 } from './t0-12-sparse.ts';

/** Formats that were measured and that no mode asks for. */
const UNASKED_GEMM = new Set(['awq', 'gptq']);

/** Products, attention, experts and collectives. Source: the loaders of aiconfigurator 0.12.0 (aiconfigurator_core). */
const DENSE_AND_EXPERTS: readonly TableSpec[] = [
  table({
    name: 'gemm',
    slice: [text('gemm_dtype')],
    keys: [int('n'), int('k'), int('m')],
    duplicates: 'first',
    drop: (source, row) => UNASKED_GEMM.has(source.text('gemm_dtype', row) ?? ''),
    floorMs: gemmFloorMs,
    ordinal: { name: 'site', levels: ['m', 'n', 'k'], of: ['n', 'k'] },
  }),
  scaleTable('computescale'),
  scaleTable('scale_matrix'),
  table({
    name: 'context_attention',
    slice: [LANE, text('attn_dtype'), ...laneSlice],
    block: ['lane', 'attn_dtype', 'kv_cache_dtype', 'head_dim', 'window_size'],
    keys: CONTEXT_KEYS,
    duplicates: 'first',
    lane: { column: 'lane', order: 'ranked' },
  }),
  table({
    name: 'generation_attention',
    slice: [LANE, ...laneSlice],
    block: ['lane', 'kv_cache_dtype', 'head_dim', 'window_size'],
    keys: GENERATION_KEYS,
    duplicates: 'first',
    floorMs: generationAttentionFloorMs,
    lane: { column: 'lane', order: 'ranked' },
  }),
  table({
    name: 'encoder_attention',
    slice: [text('attn_dtype'), int('head_dim')],
    keys: CONTEXT_KEYS,
    duplicates: 'first',
  }),
  table({
    name: 'context_mla',
    slice: [text('mla_dtype'), text('kv_cache_dtype')],
    keys: CONTEXT_KEYS,
    duplicates: 'first',
  }),
  table({ name: 'generation_mla', slice: [text('kv_cache_dtype')], keys: GENERATION_KEYS, duplicates: 'first' }),
  table({
    name: 'mla_bmm',
    slice: [text('bmm_dtype'), text('op_name')],
    keys: [int('num_heads'), int('num_tokens')],
    duplicates: 'first',
  }),
  table({
    name: 'mla_context_module',
    slice: [text('mla_dtype'), text('kv_cache_dtype'), text('gemm_type'), NATIVE_HEADS],
    keys: CONTEXT_KEYS,
    duplicates: 'first',
  }),
  table({
    name: 'mla_generation_module',
    slice: [text('kv_cache_dtype'), text('gemm_type'), NATIVE_HEADS],
    keys: GENERATION_KEYS,
    duplicates: 'first',
  }),
  table({
    name: 'wideep_context_mla',
    slice: [text('kernel_source'), text('mla_dtype'), text('kv_cache_dtype')],
    keys: CONTEXT_KEYS,
    duplicates: 'first',
  }),
  table({
    name: 'wideep_generation_mla',
    slice: [text('kernel_source'), text('kv_cache_dtype')],
    keys: GENERATION_KEYS,
    duplicates: 'first',
  }),
  table({
    name: 'moe',
    slice: [LOW_LATENCY, MOE_MODE, text('distribution'), ...MOE_SHAPE],
    // All distributions and layouts of a shape in one block: that is what one model asks for.
    block: ['low_latency', 'moe_dtype', ...MOE_SHAPE.map(({ name }) => name)],
    keys: MOE_KEYS,
    duplicates: 'first',
  }),
  table({
    name: 'moe_expert_compute',
    parts: [
      { file: 'wideep_context_moe', read: CONTEXT_MOE },
      { file: 'wideep_generation_moe', read: GENERATION_MOE },
      { file: 'wideep_moe', read: EXPERT_MODULE },
    ],
    slice: [
      text('kernel_source'),
      text('moe_dtype'),
      text('distribution'),
      text('phase'),
      int('topk'),
      int('num_experts'),
      int('num_slots'),
      int('hidden_size'),
      int('inter_size'),
      int('moe_tp_size'),
      int('moe_ep_size'),
    ],
    block: ['kernel_source', 'moe_dtype', 'hidden_size'],
    keys: [int('num_tokens')],
    duplicates: 'first',
    lane: { column: 'distribution', order: 'asRead' },
  }),
  table({
    name: 'moe_a2a',
    parts: [
      { file: 'moe_a2a', read: unifiedAlltoallRow },
      { file: 'wideep_deepep_normal', read: deepepNormalRows },
      { file: 'wideep_deepep_ll', read: deepepLowLatencyRows },
      { file: 'trtllm_alltoall', read: alltoallRow },
    ],
    partOrder: 'byVersion',
    inherits: 'earlier',
    slice: [
      ...['comm_backend', 'phase', 'comm_dtype'].map(text),
      ...['ep_size', 'node_num', 'hidden_size', 'topk', 'num_experts', 'sms'].map(int),
    ],
    block: ['comm_backend'],
    keys: [int('num_tokens')],
    duplicates: 'first',
  }),
  table({
    name: 'custom_allreduce',
    slice: [],
    keys: [int('num_gpus'), int('message_size')],
    duplicates: 'first',
    drop: isEager,
    inherits: 'earlier',
  }),
];

/** Every table of a backend's pack, in the order in which it is written. */
export const TABLES_0_12: readonly TableSpec[] = Object.freeze([...DENSE_AND_EXPERTS, ...SPARSE_TABLES_0_12]);

/** The one table of a system's own pack: collectives, shared by all backends. */
export const SHARED_TABLES_0_12: readonly TableSpec[] = Object.freeze([
  table({
    name: 'nccl',
    slice: [text('nccl_dtype'), text('op_name')],
    keys: [int('num_gpus'), int('message_size')],
    duplicates: 'first',
    inherits: 'nothing',
  }),
]);
