/** Rows of one measured file, column by column; a missing column reads as undefined. */
export interface SourceColumns {
  readonly rowCount: number;
  text(name: string, row: number): string | undefined;
  integer(name: string, row: number): number | undefined;
  float(name: string, row: number): number | undefined;
}

/** Cells that a row has in the place of its own. */
export type Cells = Readonly<Record<string, string | number>>;

/** Rows of a file with some cells replaced: one for each pick. */
export function selected(
  source: SourceColumns,
  picks: readonly { readonly row: number; readonly cells: Cells }[],
): SourceColumns {
  const cell = (name: string, row: number): string | number | undefined => picks[row]?.cells[name];
  const ofType = <T extends string | number>(
    own: T | undefined,
    read: (row: number) => T | undefined,
    row: number,
  ): T | undefined => own ?? read(picks[row]?.row ?? -1);
  return {
    rowCount: picks.length,
    text: (name, row) => ofType(textOf(cell(name, row)), (of) => source.text(name, of), row),
    integer: (name, row) => ofType(numberOf(cell(name, row)), (of) => source.integer(name, of), row),
    float: (name, row) => ofType(numberOf(cell(name, row)), (of) => source.float(name, of), row),
  };
}

const textOf = (cell: string | number | undefined): string | undefined => (typeof cell === 'string' ? cell : undefined);
const numberOf = (cell: string | number | undefined): number | undefined =>
  typeof cell === 'number' ? cell : undefined;

/** One column of a packed table: where its value comes from. `text` is allowed in slice keys only. */
export interface ColumnSpec {
  readonly name: string;
  readonly type: 'text' | 'int' | 'float';
  readonly from: (source: SourceColumns, row: number) => string | number | undefined;
}

/** A column that is taken as it is: text, whole number or measurement. */
export const text = (name: string): ColumnSpec => ({
  name,
  type: 'text',
  from: (source, row) => source.text(name, row),
});
export const int = (name: string): ColumnSpec => ({
  name,
  type: 'int',
  from: (source, row) => source.integer(name, row),
});
export const float = (name: string): ColumnSpec => ({
  name,
  type: 'float',
  from: (source, row) => source.float(name, row),
});

const add = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a + b;

/** The value column of nearly every table, in ms. */
export const LATENCY = [float('latency')];

/** Key-value heads, 0 when every head has its own. */
export const KV_HEADS: ColumnSpec = {
  name: 'kv',
  type: 'int',
  from: (source, row) => {
    const heads = source.integer('num_key_value_heads', row);
    return heads === source.integer('num_heads', row) ? 0 : heads;
  },
};

/** Sliding window in tokens, 0 when the file has no such column. */
export const WINDOW: ColumnSpec = {
  name: 'window_size',
  type: 'int',
  from: (source, row) => source.integer('window_size', row) ?? 0,
};

/** Total sequence length of a decode row: isl + step. */
export const TOTAL_LENGTH: ColumnSpec = {
  name: 'isl',
  type: 'int',
  from: (source, row) => add(source.integer('isl', row), source.integer('step', row)),
};

/** Tokens already in the cache before a context chunk, 0 when not recorded. */
export const PREFIX: ColumnSpec = {
  name: 'step',
  type: 'int',
  from: (source, row) => source.integer('step', row) ?? 0,
};

/** Attention kernel family of a DSA row. */
export const DSA_BACKEND: ColumnSpec = {
  name: 'dsa_backend',
  type: 'text',
  from: (source, row) => (source.text('kernel_source', row)?.includes('trtllm') ? 'trtllm' : 'flashmla_kv'),
};

/** 1 for rows of the low-latency kernel, which the reference keeps in a table of its own. */
export const LOW_LATENCY: ColumnSpec = {
  name: 'low_latency',
  type: 'int',
  from: (source, row) => (source.text('kernel_source', row) === 'moe_torch_flow_min_latency' ? 1 : 0),
};

/** Modes that the MoE loader renames by kernel: `<moe_dtype> <kernel_source>` to the mode looked up. */
const MOE_MODE_BY_KERNEL: Readonly<Record<string, string>> = {
  'w4a8_mxfp4_mxfp8 sglang_mxfp4_flashinfer_trtllm_moe': 'w4a8_mxfp4_mxfp8_trtllm',
  'w4a16_mxfp4 sglang_flashinfer_cutlass_moe': 'w4a16_mxfp4_cutlass',
};

/** Quantisation mode of the expert kernels, as the MoE lookup names it. */
export const MOE_MODE: ColumnSpec = {
  name: 'moe_dtype',
  type: 'text',
  from: (source, row) => {
    const mode = source.text('moe_dtype', row);
    return MOE_MODE_BY_KERNEL[`${mode} ${source.text('kernel_source', row)}`] ?? mode;
  },
};

/** DSV4 files spell fp8 in SGLang's way. */
export const dsv4Dtype = (name: string): ColumnSpec => ({
  name,
  type: 'text',
  from: (source, row) => {
    const dtype = source.text(name, row);
    return dtype === 'fp8_e4m3' ? 'fp8' : dtype;
  },
});

/** Sequence length of a GDN row; generation rows are keyed by batch alone. */
export const GDN_LENGTH: ColumnSpec = {
  name: 'seq_len',
  type: 'int',
  from: (source, row) => (source.text('phase', row) === 'context' ? source.integer('seq_len', row) : 0),
};

/** Nodes of an all-to-all row: recorded, or four GPUs each. */
export const ALLTOALL_NODES: ColumnSpec = {
  name: 'num_nodes',
  type: 'int',
  from: (source, row) =>
    source.integer('num_nodes', row) ?? Math.max(1, Math.floor((source.integer('moe_ep_size', row) ?? 0) / 4)),
};

/** Sum of timings in µs, added left to right as the reference does (the order decides the last bit). */
export const sumOfUs = (...names: readonly [string, ...string[]]): ColumnSpec => ({
  name: 'latency',
  type: 'float',
  from: (source, row) =>
    names.slice(1).reduce((sum, name) => add(sum, source.float(name, row)), source.float(names[0], row)),
});

/** Whether a collective was measured outside a CUDA graph. */
export const isEager = (source: SourceColumns, row: number): boolean =>
  (source.text('kernel_source', row)?.endsWith('_eager') ?? false) ||
  (source.text('backend', row)?.endsWith('_eager') ?? false);
