import { RenderError } from '../errors.ts';
import type { OperationLists } from '../operations/operations.ts';
import type { Architecture } from './architecture.ts';
import { FAMILIES } from './families.ts';
import type { FamilyModel } from './family.ts';
import { phasesOf, type WorkerPlan } from './worker-plan.ts';

/**
 * The model of an architecture's family.
 * @throws RenderError FAMILY_UNSUPPORTED naming the family.
 */
export function familyModel({ id, name, family, model }: Architecture): FamilyModel {
  if (model !== 'unmodelled') return model;
  const modelled = Object.entries(FAMILIES).flatMap(([known, row]) => (row === 'unmodelled' ? [] : [known]));
  throw new RenderError('FAMILY_UNSUPPORTED', {
    message: `model ${id} (${name}) belongs to the family ${family}, which is not modelled yet`,
    path: 'spec.model',
    hint: `modelled families: ${modelled.join(', ')}`,
  });
}

/** What one worker runs in each phase. */
export function operationLists({ operations }: FamilyModel, plan: WorkerPlan): OperationLists {
  const { context, generation } = phasesOf(plan);
  return { context: operations(context), generation: operations(generation) };
}
