import {
  ALLTOALL_NODES,
  DSA_BACKEND,
  dsv4Dtype,
  float,
  GDN_LENGTH,
  int,
  isEager,
  KV_HEADS,
  LOW_LATENCY,
  MOE_MODE,
  PREFIX,
  sumOfUs,
  TOTAL_LENGTH,
  text,
  WINDOW,
} from './columns.ts';
import { CONTEXT_KEYS, GENERATION_KEYS, MOE_KEYS, MOE_SHAPE, scaleTable } from './shared.ts';
import { type TableSpec, table } from './spec.ts';

const DSV4_SPARSE_KEYS = [int('num_heads'), int('tp_size'), int('step'), int('isl'), int('batch_size')];

const wideepMoe = (name: string): TableSpec =>
  table({
    name,
    slice: [text('moe_dtype'), text('distribution'), ...MOE_SHAPE],
    block: ['moe_dtype', 'distribution'],
    keys: MOE_KEYS,
    duplicates: 'last',
  });

const wideepMlp = (name: string): TableSpec =>
  table({
    name,
    slice: [text('kernel_source'), text('quant_type')],
    keys: [int('hidden_size'), int('intermediate_size'), int('num_token')],
    values: [float('avg_ms')],
    duplicates: 'first',
  });

const dsv4Context = (name: string): TableSpec =>
  table({
    name,
    slice: [dsv4Dtype('mla_dtype'), dsv4Dtype('kv_cache_dtype'), text('gemm_type')],
    keys: [int('num_heads'), int('compress_ratio'), PREFIX, int('isl'), int('batch_size')],
    duplicates: 'last',
  });

const dsv4Generation = (name: string): TableSpec =>
  table({
    name,
    slice: [dsv4Dtype('kv_cache_dtype'), text('gemm_type')],
    keys: [int('num_heads'), int('compress_ratio'), int('batch_size'), TOTAL_LENGTH],
    duplicates: 'last',
  });

const dsv4Sparse = (name: string): TableSpec => table({ name, slice: [], keys: DSV4_SPARSE_KEYS, duplicates: 'last' });

const ATTENTION_SLICE = [text('kv_cache_dtype'), KV_HEADS, int('head_dim'), WINDOW];

/**
 * Every table of a backend's pack, in the order in which it is written. Source: the loaders of aiconfigurator 0.10.0,
 * sdk/operations/*.py.
 */
export const TABLES_0_10: readonly TableSpec[] = Object.freeze([
  table({ name: 'gemm', slice: [text('gemm_dtype')], keys: [int('m'), int('n'), int('k')], duplicates: 'first' }),
  scaleTable('computescale'),
  scaleTable('scale_matrix'),
  table({
    name: 'context_attention',
    slice: [text('attn_dtype'), ...ATTENTION_SLICE],
    block: ['attn_dtype', 'kv_cache_dtype'],
    keys: CONTEXT_KEYS,
    duplicates: 'first',
  }),
  table({
    name: 'generation_attention',
    slice: ATTENTION_SLICE,
    block: ['kv_cache_dtype'],
    keys: GENERATION_KEYS,
    duplicates: 'first',
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
  table({
    name: 'generation_mla',
    slice: [text('kv_cache_dtype')],
    keys: GENERATION_KEYS,
    duplicates: 'first',
  }),
  table({
    name: 'mla_bmm',
    slice: [text('bmm_dtype'), text('op_name')],
    keys: [int('num_heads'), int('num_tokens')],
    duplicates: 'first',
  }),
  table({
    name: 'mla_context_module',
    slice: [text('mla_dtype'), text('kv_cache_dtype'), text('gemm_type')],
    keys: CONTEXT_KEYS,
    duplicates: 'last',
  }),
  table({
    name: 'mla_generation_module',
    slice: [text('mla_dtype'), text('kv_cache_dtype'), text('gemm_type')],
    keys: GENERATION_KEYS,
    duplicates: 'last',
  }),
  table({
    name: 'dsa_context_module',
    slice: [text('mla_dtype'), text('kv_cache_dtype'), text('gemm_type'), text('architecture'), DSA_BACKEND],
    keys: [int('num_heads'), PREFIX, int('isl'), int('batch_size')],
    duplicates: 'lastOfFirstSource',
  }),
  table({
    name: 'dsa_generation_module',
    slice: [text('kv_cache_dtype'), text('gemm_type'), text('architecture'), DSA_BACKEND],
    keys: GENERATION_KEYS,
    duplicates: 'lastOfFirstSource',
  }),
  table({
    name: 'moe',
    slice: [LOW_LATENCY, MOE_MODE, text('distribution'), ...MOE_SHAPE],
    block: ['low_latency', 'moe_dtype', 'distribution'],
    keys: MOE_KEYS,
    duplicates: 'first',
  }),
  table({
    name: 'custom_allreduce',
    slice: [],
    keys: [int('num_gpus'), int('message_size')],
    duplicates: 'first',
    drop: isEager,
  }),
  wideepMoe('wideep_context_moe'),
  wideepMoe('wideep_generation_moe'),
  wideepMlp('wideep_context_mlp'),
  wideepMlp('wideep_generation_mlp'),
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
    name: 'wideep_deepep_ll',
    slice: [],
    keys: [int('node_num'), int('hidden_size'), int('num_topk'), int('num_experts'), int('num_token')],
    values: [sumOfUs('combine_avg_t_us', 'dispatch_avg_t_us')],
    duplicates: 'first',
  }),
  table({
    name: 'wideep_deepep_normal',
    slice: [],
    keys: [
      int('node_num'),
      int('hidden_size'),
      int('num_topk'),
      int('num_experts'),
      int('dispatch_sms'),
      int('num_token'),
    ],
    values: [sumOfUs('dispatch_transmit_us', 'dispatch_notify_us', 'combine_transmit_us', 'combine_notify_us')],
    duplicates: 'first',
  }),
  table({
    name: 'wideep_moe',
    slice: [text('kernel_source'), text('moe_dtype'), text('distribution'), ...MOE_SHAPE],
    block: ['kernel_source', 'moe_dtype', 'distribution'],
    keys: [int('num_slots'), ...MOE_KEYS],
    duplicates: 'last',
  }),
  table({
    name: 'trtllm_alltoall',
    slice: [text('kernel_source'), text('op_name'), text('moe_dtype')],
    keys: [ALLTOALL_NODES, int('hidden_size'), int('topk'), int('num_experts'), int('moe_ep_size'), int('num_tokens')],
    duplicates: 'last',
  }),
  table({
    name: 'mamba2',
    slice: [text('kernel_source'), text('phase')],
    keys: ['d_model', 'd_state', 'd_conv', 'nheads', 'head_dim', 'n_groups', 'chunk_size', 'batch_size', 'seq_len'].map(
      int,
    ),
    duplicates: 'first',
    drop: (source, row) => source.text('phase', row) !== 'context',
  }),
  table({
    name: 'gdn',
    slice: [text('kernel_source'), text('phase')],
    keys: [
      ...['d_model', 'num_k_heads', 'head_k_dim', 'num_v_heads', 'head_v_dim', 'd_conv', 'batch_size'].map(int),
      GDN_LENGTH,
    ],
    duplicates: 'first',
  }),
  table({
    name: 'mhc_module',
    slice: [text('op_name')],
    keys: [int('hc_mult'), int('hidden_size'), int('num_tokens')],
    duplicates: 'last',
  }),
  dsv4Context('dsv4_csa_context_module'),
  dsv4Context('dsv4_hca_context_module'),
  dsv4Generation('dsv4_csa_generation_module'),
  dsv4Generation('dsv4_hca_generation_module'),
  dsv4Sparse('dsv4_paged_mqa_logits_module'),
  dsv4Sparse('dsv4_hca_attn_module'),
  dsv4Sparse('dsv4_csa_attn_module'),
  table({
    name: 'dsv4_csa_topk_calib',
    slice: [text('score_mode')],
    keys: [int('step'), int('isl'), int('batch_size')],
    duplicates: 'last',
  }),
  table({
    name: 'dsv4_megamoe_module',
    slice: [
      'phase',
      'kernel_source',
      'kernel_dtype',
      'moe_dtype',
      'pre_dispatch',
      'source_policy',
      'distribution',
      'buffer_policy',
    ].map(text),
    keys: [
      ...[
        'topk',
        'num_experts',
        'num_fused_shared_experts',
        'hidden_size',
        'inter_size',
        'moe_tp_size',
        'moe_ep_size',
      ].map(int),
      int('num_tokens'),
    ],
    values: [
      float('latency'),
      float('routed_scaling_factor'),
      ...[
        'global_num_tokens',
        'num_max_tokens_per_rank',
        'effective_num_max_tokens_per_rank',
        'includes_buffer_init',
      ].map(int),
    ],
    duplicates: 'first',
    inherits: 'nothing',
  }),
]);

/** The one table of a system's own pack: collectives, shared by all backends. */
export const SHARED_TABLES_0_10: readonly TableSpec[] = [
  table({
    name: 'nccl',
    slice: [text('nccl_dtype'), text('op_name')],
    keys: [int('num_gpus'), int('message_size')],
    duplicates: 'first',
    inherits: 'nothing',
  }),
];
