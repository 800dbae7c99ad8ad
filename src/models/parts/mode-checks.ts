import type { Backend, Role } from '../../serving.ts';
import type { ModeCheck } from '../family.ts';

const ROLES: readonly Role[] = ['agg', 'prefill', 'decode'];
const PREFILLS: readonly Role[] = ['agg', 'prefill'];
const DECODES: readonly Role[] = ['agg', 'decode'];

/** What attention with heads of its own is measured by. Source of all: aiconfigurator 0.10.0, sdk/task_v2.py. */
export const GROUPED_CHECKS: readonly ModeCheck[] = [
  { what: 'fmha', roles: PREFILLS, tables: [{ table: 'context_attention', column: 'attn_dtype' }] },
  { what: 'kvCache', roles: DECODES, tables: [{ table: 'generation_attention', column: 'kv_cache_dtype' }] },
];

/** What latent attention is measured by: kernels, or whole blocks. */
export const LATENT_CHECKS: readonly ModeCheck[] = [
  {
    what: 'fmha',
    roles: PREFILLS,
    tables: [
      { table: 'context_mla', column: 'mla_dtype' },
      { table: 'mla_context_module', column: 'mla_dtype' },
    ],
  },
  {
    what: 'kvCache',
    roles: DECODES,
    tables: [
      { table: 'generation_mla', column: 'kv_cache_dtype' },
      { table: 'mla_generation_module', column: 'kv_cache_dtype' },
    ],
  },
];

/** What routed experts are measured by. */
export const EXPERT_CHECKS: readonly ModeCheck[] = [
  { what: 'moe', roles: ROLES, tables: [{ table: 'moe', column: 'moe_dtype' }] },
];

/** The same checks on every backend. */
export function everywhere(checks: readonly ModeCheck[]): Readonly<Record<Backend, readonly ModeCheck[]>> {
  return { trtllm: checks, sglang: checks, vllm: checks };
}
