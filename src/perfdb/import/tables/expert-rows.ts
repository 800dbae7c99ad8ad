import type { Cells, SourceColumns } from './columns.ts';

type Read = (source: SourceColumns, row: number) => readonly Cells[];

/** Ranks of a node of the machines that DeepEP was measured on. */
const DEEPEP_RANKS_PER_NODE = 8;
/** Ranks of a node that TensorRT-LLM's all-to-all counts where a row names no nodes. */
const NVLINK_RANKS_PER_NODE = 4;
const US_PER_MS = 1000;

/** The kernel that SGLang's files mean, by the name that it is asked for with. */
const DEEPEP_KERNEL = 'deepep_moe';

const sglangExperts =
  (phase: string): Read =>
  (source, row) => {
    const experts = source.integer('num_experts', row);
    return experts === undefined ? [] : [{ kernel_source: DEEPEP_KERNEL, phase, num_slots: experts }];
  };

/** SGLang's expert layers while prompts are read; every expert has one slot. */
export const CONTEXT_MOE: Read = sglangExperts('context');
/** SGLang's expert layers while tokens are generated. */
export const GENERATION_MOE: Read = sglangExperts('generation');
/** TensorRT-LLM's expert layers, whose rows hold for both phases. */
export const EXPERT_MODULE: Read = () => [{ phase: 'context' }, { phase: 'generation' }];

const deepepShape = (source: SourceColumns, row: number): Cells => {
  const nodes = source.integer('node_num', row) ?? 0;
  return {
    comm_dtype: 'default',
    ep_size: nodes * DEEPEP_RANKS_PER_NODE,
    topk: source.integer('num_topk', row) ?? 0,
    num_tokens: source.integer('num_token', row) ?? 0,
  };
};

/** DeepEP's high-throughput kernels: both phases in one row, each a transfer and a notification in µs. */
export const deepepNormalRows: Read = (source, row) =>
  ['dispatch', 'combine'].map((phase) => ({
    ...deepepShape(source, row),
    comm_backend: 'deepep_ht',
    phase,
    sms: source.integer('dispatch_sms', row) ?? 0,
    latency:
      ((source.float(`${phase}_transmit_us`, row) ?? 0) + (source.float(`${phase}_notify_us`, row) ?? 0)) / US_PER_MS,
  }));

/** DeepEP's low-latency kernels: both phases in one row, in µs. */
export const deepepLowLatencyRows: Read = (source, row) =>
  ['dispatch', 'combine'].map((phase) => ({
    ...deepepShape(source, row),
    comm_backend: 'deepep_ll',
    phase,
    sms: 0,
    latency: (source.float(`${phase}_avg_t_us`, row) ?? 0) / US_PER_MS,
  }));

/** TensorRT-LLM's all-to-all over NVLink by the name of its kernel, in ms. */
const NVLINK_BACKENDS: Readonly<Record<string, string>> = {
  NVLinkTwoSided: 'nvlink_two_sided',
  NVLinkOneSided: 'nvlink_one_sided',
};

/** Phase of an operation, and the type that it sends where that is not the experts' own. */
const NVLINK_PHASES: Readonly<Record<string, { readonly phase: string; readonly dtype?: string }>> = {
  alltoall_prepare: { phase: 'prepare' },
  alltoall_dispatch: { phase: 'dispatch' },
  alltoall_combine: { phase: 'combine' },
  alltoall_combine_low_precision: { phase: 'combine', dtype: 'fp4' },
};

/** A row of TensorRT-LLM's all-to-all; kernels and operations that nothing asks for give none. */
export const alltoallRow: Read = (source, row) => {
  const backend = NVLINK_BACKENDS[source.text('kernel_source', row) ?? ''];
  const operation = NVLINK_PHASES[source.text('op_name', row) ?? ''];
  const ranks = source.integer('moe_ep_size', row) ?? 0;
  if (backend === undefined || operation === undefined) return [];
  return [
    {
      comm_backend: backend,
      phase: operation.phase,
      comm_dtype: operation.dtype ?? source.text('moe_dtype', row) ?? '',
      ep_size: ranks,
      node_num: source.integer('num_nodes', row) ?? Math.max(1, Math.floor(ranks / NVLINK_RANKS_PER_NODE)),
      sms: 0,
    },
  ];
};

/** A row of the file that holds every all-to-all kernel, in µs. */
export const unifiedAlltoallRow: Read = (source, row) => [
  { sms: source.integer('sms', row) ?? 0, latency: (source.float('latency', row) ?? Number.NaN) / US_PER_MS },
];
