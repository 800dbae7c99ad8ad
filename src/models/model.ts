import { RenderError } from '../errors.ts';
import type { Architecture } from './architecture.ts';
import { deepseek } from './deepseek.ts';
import type { Family } from './families.ts';
import { llama } from './llama.ts';
import { moe } from './moe.ts';
import type { Operation, OperationLists } from './operations.ts';
import { type PhasePlan, phasesOf, type WorkerPlan } from './worker-plan.ts';

/** Which of a backend's activation sizes a family has. */
export type ActivationProfile = 'dense' | 'moe';

/** What a family file provides; a new family is a new file and a row of `FAMILIES`. */
export interface FamilyModel {
  readonly isMoe: boolean;
  readonly activationProfile: ActivationProfile;
  /** Whether dispatch to experts needs a workspace besides the activations. */
  readonly hasDispatchWorkspace: boolean;
  readonly operations: (plan: PhasePlan) => readonly Operation[];
  /** Bytes of KV cache of one sequence of `tokens` on one GPU. */
  readonly kvBytesPerSequence: (plan: WorkerPlan, tokens: number) => number;
  /** Why a layout cannot hold the model, or undefined. */
  readonly mismatch?: (plan: WorkerPlan) => string | undefined;
}

const FAMILIES: Partial<Record<Family, FamilyModel>> = {
  LLAMA: llama,
  MOE: moe,
  DEEPSEEK: deepseek,
  KIMIK25: deepseek,
};

/**
 * The model of an architecture's family.
 * @throws RenderError FAMILY_UNSUPPORTED naming the family.
 */
export function familyModel(architecture: Architecture): FamilyModel {
  const model = FAMILIES[architecture.family];
  if (model !== undefined) return model;
  throw new RenderError('FAMILY_UNSUPPORTED', {
    message: `model ${architecture.id} (${architecture.name}) belongs to the family ${architecture.family}, which is not modelled yet`,
    path: 'spec.model',
    hint: `modelled families: ${Object.keys(FAMILIES).join(', ')}`,
  });
}

/** What one worker runs in each phase. */
export function operationLists(plan: WorkerPlan): OperationLists {
  const { operations } = familyModel(plan.architecture);
  const { context, generation } = phasesOf(plan, mtpScale(plan.architecture));
  return { context: operations(context), generation: operations(generation) };
}

/** Acceptance rate of each further token of multi-token prediction. Source: aiconfigurator 0.10.0, sdk/config.py. */
const NEXTN_ACCEPT_RATES = [0.85, 0.8, 0.6, 0, 0];

/** Factor on generation counts: fewer steps for the tokens accepted, one more layer for each token predicted. */
function mtpScale({ nextn, layers }: Architecture): number {
  if (nextn === 0) return 1;
  let expected = 0;
  let probability = 1;
  for (let depth = 0; depth < nextn; depth += 1) {
    probability *= NEXTN_ACCEPT_RATES[depth] ?? 0;
    expected += probability;
  }
  return ((1 / (1 + expected)) * (nextn + layers)) / layers;
}
