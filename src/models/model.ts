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
export function familyModel({ model, ...architecture }: Architecture): FamilyModel {
  if (model !== 'unmodelled') return model;
  throw familyUnsupported(architecture);
}

/** Whether the engine has a model of an architecture. */
export function isModelled({ model }: Pick<Architecture, 'model'>): boolean {
  return model !== 'unmodelled';
}

/** That an engine models no model of this architecture. */
export function familyUnsupported({ id, name, family }: Pick<Architecture, 'id' | 'name' | 'family'>): RenderError {
  return new RenderError('FAMILY_UNSUPPORTED', {
    message: `model ${id} (${name}) belongs to ${family === undefined ? 'no known family' : `the family ${family}, whose facts its configuration lacks`}`,
    path: 'spec.model',
    hint: `modelled families: ${Object.keys(FAMILIES).join(', ')}`,
  });
}

/** What one worker runs in each phase. */
export function operationLists({ operations }: FamilyModel, plan: WorkerPlan): OperationLists {
  const { context, generation } = phasesOf(plan);
  return { context: operations(context), generation: operations(generation) };
}
