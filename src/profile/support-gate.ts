import { RenderError, type Warn } from '../errors.ts';
import type { Architecture } from '../models/architecture.ts';
import type { PerfData, PerfDatabase, SystemSpec } from '../perfdb/perfdb.ts';
import type { Backend, Request } from '../request/request.ts';

/** Measured tables and hardware figures that a supported request is modelled with. */
export interface Support {
  readonly backend: Backend;
  readonly database: PerfDatabase;
  readonly system: SystemSpec;
}

/**
 * Whether the reference would model the request or only size it from memory: the support matrix decides, for a model
 * that it does not list the majority of its architecture. Only its disaggregated column counts.
 * Source: aiconfigurator 0.10.0, sdk/common.py, `check_support`.
 * @throws RenderError NOT_MEASURED
 */
export function requireSupport(
  request: Request,
  architecture: Architecture,
  backend: Backend,
  data: PerfData,
  warn: Warn,
): Support {
  const { gpuSku, system } = request.hardware;
  const database = data.database(system, backend);
  const spec = data.systems[system];
  if (database === undefined || spec === undefined) {
    throw notMeasured(request, `there is no measured data for ${backend} on ${gpuSku}`, measuredSystems(data, backend));
  }
  const matrix = data.support();
  const own = matrix.byModel(request.model, system, backend);
  if (own === undefined) {
    const { pass, total } = matrix.byArchitecture(architecture.name, system, backend);
    if (pass * 2 <= total) {
      throw notMeasured(
        request,
        `${architecture.name} passed ${pass} of ${total} recorded runs of ${backend} on ${system}, not more than half`,
      );
    }
    warn('SUPPORT_INFERRED', {
      message: `${request.model} is not in the support matrix for ${backend} on ${system}; ${pass} of ${total} runs of its architecture passed`,
      path: 'spec.model',
      origin: request.locate('spec.model'),
    });
  } else if (own.pass === 0) {
    throw notMeasured(request, `no recorded run of ${request.model} with ${backend} on ${system} passed`);
  }
  return { backend, database, system: spec };
}

function notMeasured(
  request: Request,
  why: string,
  hint = 'choose another backend or GPU, or write the graph by hand',
): RenderError {
  return new RenderError('NOT_MEASURED', {
    message: `${why}; sizing from memory alone is not part of this release`,
    path: 'spec.hardware.gpuSku',
    origin: request.locate('spec.hardware.gpuSku'),
    hint,
  });
}

function measuredSystems(data: PerfData, backend: Backend): string {
  const names = Object.keys(data.systems).filter((system) => data.database(system, backend) !== undefined);
  return `measured with ${backend}: ${names.sort().join(', ')}`;
}
