import { RenderError } from '../errors.ts';
import { type Architecture, type ModelConfig, parseArchitecture } from '../models/architecture.ts';
import { familyUnsupported } from '../models/model.ts';
import type { PerfData } from '../perfdb/perfdb.ts';
import { nearest } from '../request/nearest.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Engine } from './engines.ts';

/** Configurations of models that are not bundled, by model id as requests name it. */
export type SuppliedModels = Readonly<Record<string, ModelConfig>>;

/** An engine with further models; a supplied configuration goes before a bundled one of the same id. */
export function withModels(engine: Engine, supplied: SuppliedModels): Engine {
  return {
    revision: engine.revision,
    get data() {
      return addModels(engine.data, supplied);
    },
  };
}

function addModels(data: PerfData, supplied: SuppliedModels): PerfData {
  const facts = data.models();
  const added = Object.entries(supplied).map(([id, { config, hfQuantConfig }]) => [id, { config, hfQuantConfig }]);
  const models = { ...facts, models: { ...facts.models, ...Object.fromEntries(added) } };
  return { ...data, models: () => models };
}

/**
 * The architecture of the requested model as the engine runs it, from its bundled or supplied configuration.
 * @throws RenderError MODEL_UNKNOWN, FAMILY_UNSUPPORTED, MODEL_INVALID or LIMIT_EXCEEDED
 */
export function findArchitecture(request: ProfileRequest, { revision, data }: Engine): Architecture {
  const { models } = data.models();
  const files = Object.hasOwn(models, request.model) ? models[request.model] : undefined;
  if (files !== undefined) {
    const architecture = parseArchitecture(request.model, files);
    if (!request.mends.sizesForRequest && architecture.name !== architecture.standsFor)
      throw familyUnsupported(architecture);
    return { ...architecture, nextn: revision.drafts.predictedTokens(architecture.nextn) };
  }
  const near = nearest(request.model, Object.keys(models));
  const supply = `supply its config.json with --model-config ${request.model}=PATH or spec.models of the function's config`;
  throw new RenderError('MODEL_UNKNOWN', {
    message: `model ${request.model} is not bundled, and nothing is downloaded while rendering`,
    path: 'spec.model',
    origin: request.locate('spec.model'),
    hint: near === undefined ? supply : `did you mean ${near}? Otherwise ${supply}`,
  });
}
