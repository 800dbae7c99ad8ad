import type { Architecture } from '../models/architecture.ts';
import type { FamilyModel, QuantScope } from '../models/family.ts';
import { familyModel } from '../models/model.ts';
import { withFallbacks } from '../models/quantisation.ts';
import type { KvCacheQuant, QuantModes } from '../operations/quant-modes.ts';
import type { PerfDatabase, SystemSpec } from '../perfdb/perfdb.ts';
import type { Role } from '../serving.ts';
import type { Quantisation } from './revision.ts';

/** What the modes of a worker depend on besides its checkpoint. */
export interface RoleScope {
  readonly architecture: Architecture;
  readonly database: PerfDatabase;
  readonly system: SystemSpec;
  readonly role: Role;
}

/** The modes that a worker of a role runs in. @throws RenderError FAMILY_UNSUPPORTED */
export function quantModes(
  { architecture, database, system, role }: RoleScope,
  quantisation: Quantisation,
): QuantModes {
  const { backend } = database;
  const family = familyModel(architecture);
  const prefillModes = (kvCache: KvCacheQuant): ReadonlySet<unknown> => measuredBeside(database, family, kvCache);
  const scope: QuantScope = { architecture, backend, role, smVersion: system.smVersion, prefillModes };
  const rules = [...family.quantRules, ...quantisation.rules[backend]];
  let modes = withFallbacks(architecture.quant);
  for (const { applies, change } of rules) if (applies(scope, modes)) modes = { ...modes, ...change };
  return modes;
}

/** Modes of prefill attention in the tables of a family that have rows for a mode of the KV cache. */
function measuredBeside(
  database: PerfDatabase,
  { measured }: FamilyModel,
  kvCache: KvCacheQuant,
): ReadonlySet<unknown> {
  const tables = measured[database.backend].filter(({ what }) => what === 'fmha').flatMap((one) => one.tables);
  const modes = tables.flatMap(({ table, column }) => {
    const { sliceColumns = [], sliceKeys = [] } = database.table(table) ?? {};
    const [mode, cache] = [sliceColumns.indexOf(column), sliceColumns.indexOf('kv_cache_dtype')];
    return sliceKeys.filter((key) => key[cache] === kvCache).map((key) => key[mode]);
  });
  return new Set(modes);
}
