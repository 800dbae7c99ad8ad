import type { ModeCheck } from '../models/family.ts';
import { familyModel } from '../models/model.ts';
import { computes } from '../operations/peak-flops.ts';
import { FMHA_QUANT, GEMM_QUANT, MOE_QUANT, type QuantMode, type QuantModes } from '../operations/quant-modes.ts';
import type { PerfDatabase, SystemSpec } from '../perfdb/perfdb.ts';
import type { EngineRevision } from './revision.ts';
import type { RoleScope } from './role-quant.ts';

/** A static product is measured as a dynamic one less its scaling, so three tables must have fp8. */
const STATIC_TABLES = ['gemm', 'computescale', 'scale_matrix'] as const;

/** What a worker needs and the tables lack, in words; empty when everything was measured. Source: sdk/task_v2.py. */
export function missingModes(
  database: PerfDatabase,
  quant: QuantModes,
  { architecture, system, role }: Omit<RoleScope, 'database'>,
  { quantisation: { needsTensorCores }, unmodelled }: Pick<EngineRevision, 'quantisation' | 'unmodelled'>,
): readonly string[] {
  const { family } = architecture;
  if (family !== undefined && unmodelled[family]?.includes(database.backend))
    return [`the family ${family} on ${database.backend}`];
  const measured = familyModel(architecture).measured[database.backend];
  const checks = measured.filter(({ roles }) => roles.includes(role));
  const missing = checks.filter((check) => lacks(database, check, quant[check.what]));
  return [
    ...(needsTensorCores ? uncomputable(system, quant, checks) : []),
    ...missingProducts(database, quant),
    ...missing.map(({ tables, what }) => `${tables.map(({ table }) => table).join(' or ')} in ${quant[what]}`),
  ];
}

/** Modes that the card has no tensor cores for; a cache only stores, and decode attention takes what there is. */
function uncomputable(system: SystemSpec, quant: QuantModes, checks: readonly ModeCheck[]): readonly string[] {
  const modes: Readonly<Record<'gemm' | ModeCheck['what'], QuantMode | undefined>> = {
    gemm: GEMM_QUANT[quant.gemm],
    moe: MOE_QUANT[quant.moe],
    fmha: FMHA_QUANT[quant.fmha],
    kvCache: undefined,
  };
  const needed = ['gemm', ...checks.map(({ what }) => what)] as const;
  return needed.flatMap((what) => {
    const mode = modes[what];
    return mode === undefined || computes(system, mode) ? [] : [`tensor cores for ${what} in ${quant[what]}`];
  });
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
  return measured.length > 0 && !measured.includes(SAME_ROWS[mode] ?? mode) && !measured.includes(mode);
}

/** Modes that are timed by the rows of another one. */
const SAME_ROWS: Readonly<Record<string, string>> = { w4a16_mxfp4_cutlass: 'w4a16_mxfp4' };

function modesOf(database: PerfDatabase, table: string, column: number): readonly (string | number | undefined)[] {
  return (database.table(table)?.sliceKeys ?? []).map((key) => key[column]);
}
