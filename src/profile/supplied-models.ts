import type { ModelConfig } from '../models/architecture.ts';

/** A model that a user says has the shape of a bundled one. */
export interface ModelLike {
  /** Id of the bundled one. */
  readonly like: string;
}

/** What a user says of models, by model id as requests name it: a configuration, or which bundled model one is like. */
export type SuppliedModels = Readonly<Record<string, ModelConfig | ModelLike>>;

/** What a user says of a model; undefined where that is nothing. */
export function suppliedFor(id: string, supplied: SuppliedModels): ModelConfig | ModelLike | undefined {
  return Object.hasOwn(supplied, id) ? supplied[id] : undefined;
}

/** Whether it is only said which model one is like. */
export function isLike(model: ModelConfig | ModelLike | undefined): model is ModelLike {
  return model !== undefined && 'like' in model;
}
