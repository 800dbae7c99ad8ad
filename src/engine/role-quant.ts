import type { Architecture } from '../models/architecture.ts';
import type { QuantModes } from '../models/quant-modes.ts';
import { withFallbacks } from '../models/quantisation.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { Role } from '../serving.ts';

/** What the modes of a worker depend on besides its checkpoint. */
export interface RoleScope {
  readonly architecture: Architecture;
  readonly backendName: string;
  readonly system: SystemSpec;
  readonly role: Role;
}

interface QuantRule {
  readonly applies: (scope: RoleScope, modes: QuantModes) => boolean;
  readonly change: Partial<QuantModes>;
}

const GPT_OSS = ['openai/gpt-oss-120b', 'openai/gpt-oss-20b'];
const BLACKWELL_SM = 100;

/** Corrections to what a checkpoint asks for, applied in this order. Source: aiconfigurator 0.10.0, sdk/task_v2.py. */
const RULES: readonly QuantRule[] = [
  {
    // The checkpoints run with quantised activations where the tensor cores take them.
    applies: ({ architecture, backendName, system }) =>
      backendName === 'trtllm' && GPT_OSS.includes(architecture.id) && system.smVersion >= BLACKWELL_SM,
    change: { moe: 'w4a8_mxfp4_mxfp8' },
  },
  {
    // Latent prefill was measured in bfloat16 alone; decode keeps fp8 and so reads other tables than an aggregated worker.
    applies: ({ architecture, role }, { fmha }) =>
      fmha === 'fp8' &&
      role !== 'decode' &&
      ['DeepseekV3ForCausalLM', 'KimiK25ForConditionalGeneration'].includes(architecture.name),
    change: { fmha: 'bfloat16' },
  },
  {
    // The prefill kernel of vLLM is not measured in fp8.
    applies: ({ backendName }, { fmha }) => backendName === 'vllm' && fmha === 'fp8',
    change: { fmha: 'bfloat16' },
  },
];

/** The modes that a worker of a role runs in. */
export function quantModes(scope: RoleScope): QuantModes {
  let modes = withFallbacks(scope.architecture.quant);
  for (const { applies, change } of RULES) if (applies(scope, modes)) modes = { ...modes, ...change };
  return modes;
}
