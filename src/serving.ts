/** Backends in the order in which `auto` tries them (aiconfigurator 0.10.0, sdk/common.py). */
export const BACKENDS = ['trtllm', 'sglang', 'vllm'] as const;
export type Backend = (typeof BACKENDS)[number];

/** Ways to serve: every worker does all, or prefill and decode are workers of their own. */
export const MODES = ['agg', 'disagg'] as const;
export type Mode = (typeof MODES)[number];

/** The other way to serve. */
export const OTHER_MODE = { agg: 'disagg', disagg: 'agg' } as const satisfies Record<Mode, Mode>;

/** What a worker does in a mode. */
export type Role = 'agg' | 'prefill' | 'decode';
