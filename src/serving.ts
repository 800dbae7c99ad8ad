/** Backends in the order in which `auto` tries them (aiconfigurator 0.10.0, sdk/common.py). */
export const BACKENDS = ['trtllm', 'sglang', 'vllm'] as const;
export type Backend = (typeof BACKENDS)[number];

/** Ways to serve: every worker does all, or prefill and decode are workers of their own. */
export type Mode = 'agg' | 'disagg';

/** What a worker does in a mode. */
export type Role = 'agg' | 'prefill' | 'decode';
