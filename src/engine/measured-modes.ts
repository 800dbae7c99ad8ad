import type { QuantModes } from '../models/quant-modes.ts';
import type { PerfDatabase, Table } from '../perfdb/perfdb.ts';

/** Table whose first slice key must hold each mode of a role. Source: aiconfigurator 0.10.0, sdk/task_v2.py. */
const CHECKS = [
  { table: 'context_attention', mode: 'fmha', roles: ['agg', 'prefill'] },
  { table: 'generation_attention', mode: 'kvCache', roles: ['agg', 'decode'] },
] as const;

/** A static product is measured as a dynamic one less its scaling, so three tables must have fp8. */
const STATIC_TABLES = ['gemm', 'computescale', 'scale_matrix'] as const;

/** What a role would need and the tables lack, in words; empty when everything was measured. */
export function missingModes(
  database: PerfDatabase,
  quant: QuantModes,
  role: 'agg' | 'prefill' | 'decode',
): readonly string[] {
  const keys = (table: string): Table['sliceKeys'] => database.table(table)?.sliceKeys ?? [];
  const has = (table: string, mode: string): boolean => keys(table).some(([measured]) => measured === mode);
  // A table that was never measured fails later, where an operation asks for it.
  const lacks = (table: string, mode: string): boolean => keys(table).length > 0 && !has(table, mode);
  const missing: string[] = [];
  if (quant.gemm === 'fp8_static') {
    for (const table of STATIC_TABLES) if (!has(table, 'fp8')) missing.push(`${table} in fp8`);
  } else if (lacks('gemm', quant.gemm)) missing.push(`gemm in ${quant.gemm}`);
  for (const { table, mode, roles } of CHECKS) {
    const applies = (roles as readonly string[]).includes(role);
    if (applies && lacks(table, quant[mode])) missing.push(`${table} in ${quant[mode]}`);
  }
  return missing;
}
