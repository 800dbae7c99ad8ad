import { type Cells, type ColumnSpec, dsv4Dtype, int, PREFIX, type SourceColumns, text } from './columns.ts';
import { GENERATION_KEYS } from './shared.ts';
import { type TableSpec, table } from './spec.ts';

/** 1 for rows of layers that use another layer's indexer, which the reference keeps in a table of their own. */
const SKIP_INDEXER: ColumnSpec = {
  name: 'skip_indexer',
  type: 'int',
  from: (source, row) => (source.text('op_name', row)?.includes('skip_indexer') ? 1 : 0),
};

const TRTLLM = 'trtllm';
const FLASHMLA = 'flashmla_kv';

/** Families of kernels of the SGLang rows; of others, those that name TensorRT-LLM are its own, the rest FlashMLA's. */
const KERNEL_FAMILIES: Readonly<Record<string, readonly string[]>> = {
  sglang_dsa_indexer_trtllm: [TRTLLM],
  sglang_dsa_skip_indexer_trtllm: [TRTLLM],
  sglang_dsa_indexer_flashmla_sparse: [FLASHMLA],
  sglang_dsa_skip_indexer_flashmla_sparse: [FLASHMLA],
  sglang_dsa_dense_mha_trtllm_ragged: [TRTLLM, FLASHMLA],
};

/** The families that a row counts for; with a bfloat16 cache there is only one kernel, which serves both. */
function dsaRows(source: SourceColumns, row: number): readonly Cells[] {
  const kernel = source.text('kernel_source', row) ?? '';
  const families =
    source.text('kv_cache_dtype', row) === 'bfloat16'
      ? [TRTLLM, FLASHMLA]
      : (KERNEL_FAMILIES[kernel] ?? [kernel.includes(TRTLLM) ? TRTLLM : FLASHMLA]);
  return families.map((family) => ({ dsa_backend: family }));
}

const dsaContext = (name: string): TableSpec =>
  table({
    name,
    parts: [{ file: name, read: dsaRows }],
    slice: [SKIP_INDEXER, ...['mla_dtype', 'kv_cache_dtype', 'gemm_type', 'architecture', 'dsa_backend'].map(text)],
    block: ['skip_indexer', 'mla_dtype', 'kv_cache_dtype', 'gemm_type', 'architecture'],
    keys: [int('num_heads'), PREFIX, int('isl'), int('batch_size')],
    duplicates: 'lastOfFirstSource',
  });

const dsaGeneration = (name: string): TableSpec =>
  table({
    name,
    parts: [{ file: name, read: dsaRows }],
    slice: [SKIP_INDEXER, ...['kv_cache_dtype', 'gemm_type', 'architecture', 'dsa_backend'].map(text)],
    block: ['skip_indexer', 'kv_cache_dtype', 'gemm_type', 'architecture'],
    keys: GENERATION_KEYS,
    duplicates: 'lastOfFirstSource',
  });

const GRID_KEYS = [PREFIX, int('isl'), int('batch_size')];

/** Heads of the whole model of a DSV4 row, whose own heads are those of one rank. */
const DSV4_NATIVE_HEADS: ColumnSpec = {
  name: 'native_heads',
  type: 'int',
  from: (source, row) => {
    const heads = source.integer('num_heads', row);
    return heads === undefined ? undefined : heads * (source.integer('tp_size', row) ?? 1);
  },
};

const dsv4Context = (name: string): TableSpec =>
  table({
    name,
    slice: [dsv4Dtype('mla_dtype'), dsv4Dtype('kv_cache_dtype'), text('gemm_type'), DSV4_NATIVE_HEADS],
    keys: [int('num_heads'), ...GRID_KEYS],
    duplicates: 'first',
  });

const dsv4Generation = (name: string): TableSpec =>
  table({
    name,
    slice: [dsv4Dtype('kv_cache_dtype'), text('gemm_type'), DSV4_NATIVE_HEADS],
    keys: GENERATION_KEYS,
    duplicates: 'first',
  });

/** Sequence length of a state-space row; rows of generation are keyed by batch alone. */
const STATE_LENGTH: ColumnSpec = {
  name: 'seq_len',
  type: 'int',
  from: (source, row) => (source.text('phase', row) === 'generation' ? 0 : source.integer('seq_len', row)),
};

/** Kernels that the GDN loader reads under another's name. */
const GDN_ALIASES: Readonly<Record<string, string>> = {
  fused_recurrent_gated_delta_rule: 'fused_sigmoid_gating_delta_rule_update',
  fused_recurrent_gated_delta_rule_packed_decode: 'fused_sigmoid_gating_delta_rule_update',
};

const GDN_KERNEL: ColumnSpec = {
  name: 'kernel_source',
  type: 'text',
  from: (source, row) => {
    const kernel = source.text('kernel_source', row);
    return GDN_ALIASES[kernel ?? ''] ?? kernel;
  },
};

const GDN_DIMS = ['d_model', 'num_k_heads', 'head_k_dim', 'num_v_heads', 'head_v_dim', 'd_conv'];
const MAMBA_DIMS = ['d_model', 'd_state', 'd_conv', 'nheads', 'head_dim', 'n_groups', 'chunk_size'];

type StateTable = Pick<TableSpec, 'name' | 'drop'> & { readonly kernel: ColumnSpec; readonly dims: readonly string[] };

const stateTable = ({ kernel, dims, ...rest }: StateTable): TableSpec =>
  table({
    ...rest,
    slice: [kernel, text('phase'), ...dims.map(int)],
    block: ['kernel_source', 'phase'],
    keys: [int('batch_size'), STATE_LENGTH],
    duplicates: 'first',
  });

/** Sparse attention, hyper-connections and state-space layers. Source: as the other tables. */
export const SPARSE_TABLES_0_12: readonly TableSpec[] = [
  dsaContext('dsa_context_module'),
  dsaGeneration('dsa_generation_module'),
  dsaContext('msa_context_module'),
  dsaGeneration('msa_generation_module'),
  table({
    name: 'glm5_mqa_logits_module',
    slice: [int('num_heads')],
    keys: [int('batch_size'), int('isl'), PREFIX],
    duplicates: 'lastOfFirstSource',
  }),
  table({
    name: 'glm5_topk_module',
    slice: [text('score_mode'), int('num_heads')],
    keys: [int('batch_size'), int('isl'), PREFIX],
    duplicates: 'lastOfFirstSource',
  }),
  dsv4Context('dsv4_csa_context_module'),
  dsv4Context('dsv4_hca_context_module'),
  dsv4Generation('dsv4_csa_generation_module'),
  dsv4Generation('dsv4_hca_generation_module'),
  table({
    name: 'dsv4_paged_mqa_logits_module',
    slice: [],
    keys: [int('num_heads'), int('tp_size'), ...GRID_KEYS],
    duplicates: 'first',
  }),
  table({
    name: 'dsv4_csa_topk_calib',
    slice: [text('score_mode'), DSV4_NATIVE_HEADS],
    keys: GRID_KEYS,
    duplicates: 'first',
  }),
  table({
    name: 'dsv4_megamoe_module',
    slice: [
      ...['phase', 'kernel_source', 'kernel_dtype', 'moe_dtype', 'pre_dispatch', 'source_policy', 'distribution'].map(
        text,
      ),
      ...['topk', 'num_experts', 'num_fused_shared_experts', 'hidden_size', 'inter_size'].map(int),
      ...['moe_tp_size', 'moe_ep_size'].map(int),
    ],
    keys: [int('num_tokens')],
    duplicates: 'first',
    // The reference reads the version's own file alone.
    inherits: 'nothing',
  }),
  table({
    name: 'mhc_module',
    slice: [text('op_name')],
    keys: [int('hc_mult'), int('hidden_size'), int('num_tokens')],
    duplicates: 'first',
  }),
  stateTable({
    name: 'mamba2',
    kernel: text('kernel_source'),
    dims: MAMBA_DIMS,
    // The reference never stores the others, and takes what the card's bandwidth allows.
    drop: (source, row) => source.text('phase', row) !== 'context',
  }),
  stateTable({ name: 'gdn', kernel: GDN_KERNEL, dims: GDN_DIMS }),
  stateTable({ name: 'kda', kernel: text('kernel_source'), dims: GDN_DIMS }),
];
