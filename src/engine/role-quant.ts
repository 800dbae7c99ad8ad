import type { Architecture } from '../models/architecture.ts';
import type { QuantRule } from '../models/family.ts';
import { familyModel } from '../models/model.ts';
import { withFallbacks } from '../models/quantisation.ts';
import type { QuantModes } from '../operations/quant-modes.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { Backend, Role } from '../serving.ts';

/** What the modes of a worker depend on besides its checkpoint. */
export interface RoleScope {
  readonly architecture: Architecture;
  readonly backend: Backend;
  readonly system: SystemSpec;
  readonly role: Role;
}

/** What a backend corrects in every family, after the family's own rules. Source: aiconfigurator 0.10.0, sdk/task_v2.py. */
const BACKEND_RULES: Readonly<Record<Backend, readonly QuantRule[]>> = {
  trtllm: [],
  sglang: [],
  // The prefill kernel of vLLM is not measured in fp8.
  vllm: [{ applies: (_, { fmha }) => fmha === 'fp8', change: { fmha: 'bfloat16' } }],
};

/** The modes that a worker of a role runs in. @throws RenderError FAMILY_UNSUPPORTED */
export function quantModes({ architecture, backend, system, role }: RoleScope): QuantModes {
  const scope = { architecture, backend, role, smVersion: system.smVersion };
  const rules = [...familyModel(architecture).quantRules, ...BACKEND_RULES[backend]];
  let modes = withFallbacks(architecture.quant);
  for (const { applies, change } of rules) if (applies(scope, modes)) modes = { ...modes, ...change };
  return modes;
}
