import type { Backend, Role } from '../../serving.ts';
import type { ModeCheck } from '../family.ts';

const ROLES: readonly Role[] = ['agg', 'prefill', 'decode'];
const PREFILLS: readonly Role[] = ['agg', 'prefill'];
const DECODES: readonly Role[] = ['agg', 'decode'];

/** What attention with heads of its own is measured by. Source of all: aiconfigurator 0.10.0, sdk/task_v2.py. */
export const GROUPED_CHECKS = attentionChecks(['context_attention'], ['generation_attention'], 'attn_dtype');

/** What the kernels of latent attention are measured by. */
export const LATENT_KERNEL_CHECKS = attentionChecks(['context_mla'], ['generation_mla']);

/** What latent attention is measured by: kernels, or whole blocks. */
export const LATENT_CHECKS = attentionChecks(
  ['context_mla', 'mla_context_module'],
  ['generation_mla', 'mla_generation_module'],
);

/** What blocks of sparse attention are measured by: latent attention, and grouped attention. */
export const DSA_CHECKS = attentionChecks(['dsa_context_module'], ['dsa_generation_module']);
export const MSA_CHECKS = attentionChecks(['msa_context_module'], ['msa_generation_module']);

/** What compressed attention is measured by: whole blocks of either kind. */
export const COMPRESSED_CHECKS = attentionChecks(
  ['dsv4_csa_context_module', 'dsv4_hca_context_module'],
  ['dsv4_csa_generation_module', 'dsv4_hca_generation_module'],
);

/** Modes of attention in the tables of prefill, whose `column` has them, and of the cache in those of decode. */
function attentionChecks(
  prefill: readonly string[],
  decode: readonly string[],
  column: 'attn_dtype' | 'mla_dtype' = 'mla_dtype',
): readonly ModeCheck[] {
  return [
    { what: 'fmha', roles: PREFILLS, tables: prefill.map((table) => ({ table, column })) },
    { what: 'kvCache', roles: DECODES, tables: decode.map((table) => ({ table, column: 'kv_cache_dtype' })) },
  ];
}

/** What routed experts are measured by. */
export const EXPERT_CHECKS: readonly ModeCheck[] = [
  { what: 'moe', roles: ROLES, tables: [{ table: 'moe', column: 'moe_dtype' }] },
];

/** The same checks on every backend. */
export function everywhere(checks: readonly ModeCheck[]): Readonly<Record<Backend, readonly ModeCheck[]>> {
  return { trtllm: checks, sglang: checks, vllm: checks };
}
