import { RenderError } from '../errors.ts';
import { type Architecture, type ModelConfig, parseArchitecture } from '../models/architecture.ts';
import type { PerfData } from '../perfdb/perfdb.ts';
import { nearest } from '../request/nearest.ts';
import type { ProfileRequest } from '../request/request.ts';

/** Configurations of models that are not bundled, by model id as requests name it. */
export type SuppliedModels = Readonly<Record<string, ModelConfig>>;

/** The measured data with further models; a supplied configuration goes before a bundled one of the same id. */
export function withModels(data: PerfData, supplied: SuppliedModels): PerfData {
  const facts = data.models();
  const added = Object.entries(supplied).map(([id, { config, hfQuantConfig }]) => [id, { config, hfQuantConfig }]);
  const models = { ...facts, models: { ...facts.models, ...Object.fromEntries(added) } };
  return { ...data, models: () => models };
}

/**
 * The architecture of the requested model, from its bundled or supplied configuration.
 * @throws RenderError MODEL_UNKNOWN, FAMILY_UNSUPPORTED, MODEL_INVALID or LIMIT_EXCEEDED
 */
export function findArchitecture(request: ProfileRequest, data: PerfData): Architecture {
  const { models } = data.models();
  const files = Object.hasOwn(models, request.model) ? models[request.model] : undefined;
  if (files !== undefined) return parseArchitecture(request.model, files);
  const near = nearest(request.model, Object.keys(models));
  const supply = `supply its config.json with --model-config ${request.model}=PATH or spec.models of the function's config`;
  throw new RenderError('MODEL_UNKNOWN', {
    message: `model ${request.model} is not bundled, and nothing is downloaded while rendering`,
    path: 'spec.model',
    origin: request.locate('spec.model'),
    hint: near === undefined ? supply : `did you mean ${near}? Otherwise ${supply}`,
  });
}
