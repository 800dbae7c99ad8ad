import { BACKEND_MODELS } from '../engine/backends.ts';
import { RenderError } from '../errors.ts';
import { type Architecture, parseArchitecture } from '../models/architecture.ts';
import type { PerfData } from '../perfdb/perfdb.ts';
import { nearest } from '../request/nearest.ts';
import type { Backend, PickingMode, Request } from '../request/request.ts';

const PICKING_MODES: readonly PickingMode[] = ['default'];

/** What asks for a picking mode, by mode. */
const MODE_FIELD = { default: 'spec', load_match: 'spec.workload', autoscale: 'spec.features.planner' } as const;

/**
 * Refuses what this release does not profile.
 * @throws RenderError PICKING_MODE_UNSUPPORTED, FEATURE_UNSUPPORTED or BACKEND_UNSUPPORTED
 */
export function requireBackend(request: Request): Backend {
  const { backend, pickingMode } = request;
  if (request.features.mocker) {
    throw refusal(
      request,
      'FEATURE_UNSUPPORTED',
      'spec.features.mocker',
      'mocker graphs are not part of this release',
      'remove features.mocker',
    );
  }
  if (!PICKING_MODES.includes(pickingMode)) {
    throw refusal(
      request,
      'PICKING_MODE_UNSUPPORTED',
      MODE_FIELD[pickingMode],
      `picking by ${pickingMode === 'autoscale' ? 'the planner' : 'a target load'} is not part of this release`,
      'leave concurrency, requestRate and features.planner out to fill the GPU budget',
    );
  }
  if (backend === 'auto' || BACKEND_MODELS[backend] === undefined) {
    const modelled = Object.keys(BACKEND_MODELS).join(', ');
    throw refusal(
      request,
      'BACKEND_UNSUPPORTED',
      'spec.backend',
      `backend ${backend} is not modelled yet`,
      `modelled backends: ${modelled}`,
    );
  }
  return backend;
}

function refusal(
  request: Request,
  code: 'FEATURE_UNSUPPORTED' | 'PICKING_MODE_UNSUPPORTED' | 'BACKEND_UNSUPPORTED',
  path: string,
  message: string,
  hint: string,
): RenderError {
  return new RenderError(code, { message, path, hint, origin: request.locate(path) });
}

/**
 * The architecture of the requested model from the bundled configurations.
 * @throws RenderError MODEL_UNKNOWN, FAMILY_UNSUPPORTED or MODEL_INVALID
 */
export function findArchitecture(request: Request, data: PerfData): Architecture {
  const { models } = data.models();
  const files = Object.hasOwn(models, request.model) ? models[request.model] : undefined;
  if (files !== undefined) return parseArchitecture(request.model, files);
  const near = nearest(request.model, Object.keys(models));
  throw new RenderError('MODEL_UNKNOWN', {
    message: `model ${request.model} is not bundled, and nothing is downloaded while rendering`,
    path: 'spec.model',
    origin: request.locate('spec.model'),
    hint:
      near === undefined
        ? `${Object.keys(models).length} models are bundled; ids are case-sensitive`
        : `did you mean ${near}?`,
  });
}
