import { BACKEND_MODELS, type BackendModel } from '../engine/backends.ts';
import { type OperationTime, operationTime } from '../engine/ops/operation-time.ts';
import { RenderError } from '../errors.ts';
import type { PerfData, PerfDatabase, SystemSpec } from '../perfdb/perfdb.ts';
import type { ProfileRequest } from '../request/request.ts';
import { BACKENDS, type Backend } from '../serving.ts';

/** A backend with everything that it is modelled from on one system. */
export interface MeasuredBackend {
  readonly backend: Backend;
  readonly model: BackendModel;
  readonly database: PerfDatabase;
  readonly system: SystemSpec;
  /** Times of single operations, shared by all roles of a request. */
  readonly operationTime: OperationTime;
}

/** The backends that a request may end with. */
export function wantedBackends({ backend }: ProfileRequest): readonly Backend[] {
  return backend === 'auto' ? BACKENDS : [backend];
}

/**
 * The wanted backends that were measured on the request's system, in the order in which `auto` tries them. Like the
 * reference, `auto` tries all of them as soon as the support matrix accepts one.
 * Source: aiconfigurator 0.10.0, cli/main.py, `build_default_tasks`.
 * @throws RenderError NOT_MEASURED or BACKEND_UNSUPPORTED
 */
export function measuredBackends(request: ProfileRequest, data: PerfData): readonly MeasuredBackend[] {
  const { system: name, gpuSku } = request.hardware;
  const system = data.systems[name];
  const found = wantedBackends(request).flatMap((backend) => {
    const database = data.database(name, backend);
    if (database === undefined || system === undefined) return [];
    const times = operationTime(database, system);
    return [{ backend, model: backendModel(request, backend), database, system, operationTime: times }];
  });
  if (found.length > 0) return found;
  throw new RenderError('NOT_MEASURED', {
    message: `there is no measured data for ${wantedBackends(request).join(', ')} on ${gpuSku}`,
    path: 'spec.hardware.gpuSku',
    origin: request.locate('spec.hardware.gpuSku'),
    hint: 'choose another backend or GPU, or make the data with `dgdr-render perfdb import`',
  });
}

function backendModel(request: ProfileRequest, backend: Backend): BackendModel {
  const model = BACKEND_MODELS[backend];
  if (model !== undefined) return model;
  throw new RenderError('BACKEND_UNSUPPORTED', {
    message: `backend ${backend} is not modelled yet`,
    path: 'spec.backend',
    origin: request.locate('spec.backend'),
    hint: `modelled backends: ${Object.keys(BACKEND_MODELS).join(', ')}`,
  });
}
