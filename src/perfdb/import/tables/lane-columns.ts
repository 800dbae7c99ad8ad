import { RenderError } from '../../../errors.ts';
import { type ColumnSpec, int, KV_HEADS, text, WINDOW } from './columns.ts';

/** Kernel that an attention row was measured with; rows that name none are the framework's own choice. */
export const LANE: ColumnSpec = {
  name: 'lane',
  type: 'text',
  from: (source, row) => source.text('kernel_source', row) || 'default',
};

/** What names a slice of an attention lane beside the kernel's modes: KV cache, heads, head size, window. */
export const laneSlice: readonly ColumnSpec[] = [text('kv_cache_dtype'), KV_HEADS, int('head_dim'), WINDOW];

/** Attention heads of the models that the MLA modules were measured with, by the name without its owner. */
const HEADS_OF_MODEL: Readonly<Record<string, number>> = {
  'DeepSeek-V3': 128,
  'DeepSeek-R1': 128,
  'DeepSeek-V3.1-NVFP4': 128,
  'Kimi-K3': 96,
};

/** Heads of the whole model of an MLA-module row; a model that is not known, or other heads than it has, is an error. */
export const NATIVE_HEADS: ColumnSpec = {
  name: 'native_heads',
  type: 'int',
  from: (source, row) => {
    const model = source.text('model', row) ?? '';
    const native = HEADS_OF_MODEL[model.split('/').at(-1) ?? ''];
    const ranks = source.integer('tp_size', row) ?? 1;
    const heads = (source.integer('num_heads', row) ?? 0) * ranks;
    if (native === undefined || (ranks > 1 && heads !== native)) {
      throw new RenderError('PERFDB_INVALID', { message: `no heads are known for a row of ${JSON.stringify(model)}` });
    }
    return native;
  },
};
