import { type Family, MLA_FAMILIES } from '../models/families.ts';
import { familyModel } from '../models/model.ts';
import type { QuantModes } from '../models/quant-modes.ts';
import type { PerfDatabase } from '../perfdb/perfdb.ts';
import type { Role } from '../serving.ts';
import type { RoleScope } from './role-quant.ts';

/** Tables of which at least one must hold the mode of a role; `column` is where their slices name it. */
interface ModeCheck {
  readonly what: 'moe' | 'fmha' | 'kvCache';
  readonly roles: readonly Role[];
  readonly tables: readonly { readonly table: string; readonly column: string }[];
}

const ROLES: readonly Role[] = ['agg', 'prefill', 'decode'];
const PREFILLS: readonly Role[] = ['agg', 'prefill'];
const DECODES: readonly Role[] = ['agg', 'decode'];

const GROUPED: readonly ModeCheck[] = [
  { what: 'fmha', roles: PREFILLS, tables: [{ table: 'context_attention', column: 'attn_dtype' }] },
  { what: 'kvCache', roles: DECODES, tables: [{ table: 'generation_attention', column: 'kv_cache_dtype' }] },
];
const LATENT: readonly ModeCheck[] = [
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
const EXPERTS: ModeCheck = { what: 'moe', roles: ROLES, tables: [{ table: 'moe', column: 'moe_dtype' }] };

/** A static product is measured as a dynamic one less its scaling, so three tables must have fp8. */
const STATIC_TABLES = ['gemm', 'computescale', 'scale_matrix'] as const;

/** Families that the reference does not model on a backend. */
const UNMODELLED: Readonly<Record<string, readonly Family[]>> = { vllm: ['DEEPSEEK'] };

/** What a worker needs and the tables lack, in words; empty when everything was measured. Source: sdk/task_v2.py. */
export function missingModes(
  database: PerfDatabase,
  quant: QuantModes,
  { architecture, backendName, role }: Omit<RoleScope, 'system'>,
): readonly string[] {
  const { family } = architecture;
  if (UNMODELLED[backendName]?.includes(family)) return [`the family ${family} on ${backendName}`];
  const attention = MLA_FAMILIES.includes(family) && backendName !== 'vllm' ? LATENT : GROUPED;
  const checks = [...(familyModel(architecture).isMoe ? [EXPERTS] : []), ...attention].filter(({ roles }) =>
    roles.includes(role),
  );
  const missing = checks.filter((check) => lacks(database, check, quant[check.what]));
  return [
    ...missingProducts(database, quant),
    ...missing.map(({ tables, what }) => `${tables.map(({ table }) => table).join(' or ')} in ${quant[what]}`),
  ];
}

function missingProducts(database: PerfDatabase, { gemm }: QuantModes): readonly string[] {
  if (gemm === 'fp8_static') {
    const missing = STATIC_TABLES.filter((table) => !modesOf(database, table, 0).includes('fp8'));
    return missing.map((table) => `${table} in fp8`);
  }
  const measured = modesOf(database, 'gemm', 0);
  return measured.length > 0 && !measured.includes(gemm) ? [`gemm in ${gemm}`] : [];
}

/** Tables without any rows fail later, where an operation asks for them. */
function lacks(database: PerfDatabase, { tables }: ModeCheck, mode: string): boolean {
  const measured = tables.flatMap(({ table, column }) => {
    const at = database.table(table)?.sliceColumns.indexOf(column) ?? -1;
    return at < 0 ? [] : modesOf(database, table, at);
  });
  return measured.length > 0 && !measured.includes(mode);
}

function modesOf(database: PerfDatabase, table: string, column: number): readonly (string | number | undefined)[] {
  return (database.table(table)?.sliceKeys ?? []).map((key) => key[column]);
}
