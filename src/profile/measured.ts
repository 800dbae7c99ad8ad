import type { EngineRevision } from '../engine/revision.ts';
import { RenderError } from '../errors.ts';
import type { Architecture } from '../models/architecture.ts';
import type { OperationTime } from '../operations/operations.ts';
import { operationTimer } from '../operations/timer.ts';
import type { PerfDatabase, SystemSpec } from '../perfdb/perfdb.ts';
import type { ProfileRequest } from '../request/request.ts';
import { BACKENDS, type Backend } from '../serving.ts';
import { limitedToVram } from './card-memory.ts';
import type { Engine } from './engines.ts';
import { type SweptOnce, sweepAnew } from './kept-sweeps.ts';
import { findArchitecture } from './models.ts';

/** A backend with everything that it is modelled from on one system. */
export interface MeasuredBackend {
  readonly backend: Backend;
  readonly revision: EngineRevision;
  readonly database: PerfDatabase;
  readonly system: SystemSpec;
  /** Times of single operations, shared by all roles of a request. */
  readonly operationTime: OperationTime;
  /** Keeps what is swept for the request, for others that differ in targets alone. */
  readonly once: SweptOnce;
}

/** Everything that a request is profiled from, opened once. */
export interface Opened {
  readonly architecture: Architecture;
  readonly backends: readonly MeasuredBackend[];
}

/** Opens what was measured for a request. @throws RenderError like `findArchitecture` and `measuredBackends` */
export function openMeasured(request: ProfileRequest, engine: Engine): Opened {
  return { architecture: findArchitecture(request, engine), backends: measuredBackends(request, engine) };
}

/** The backends that a request may end with. */
export function wantedBackends({ backend }: ProfileRequest): readonly Backend[] {
  return backend === 'auto' ? BACKENDS : [backend];
}

/** A backend on a system, by the engine's name. */
export interface MeasuredPlace {
  readonly system: string;
  readonly backend: Backend;
}

/** What was measured at a place; undefined where nothing was. */
export function measuredAt(place: MeasuredPlace, engine: Engine): MeasuredBackend | undefined {
  return measuredIn(engine.data.database(place.system, place.backend), place, engine);
}

/** The same for a single look: nothing of it is kept when that is done. */
export function glanceAt(place: MeasuredPlace, engine: Engine): MeasuredBackend | undefined {
  return measuredIn(engine.data.glance(place.system, place.backend), place, engine);
}

function measuredIn(
  database: PerfDatabase | undefined,
  { system: name, backend }: MeasuredPlace,
  engine: Engine,
): MeasuredBackend | undefined {
  const { revision, data, once = sweepAnew } = engine;
  const system = data.systems[name];
  if (database === undefined || system === undefined) return undefined;
  const operationTime = operationTimer({ database, system, lookups: revision.lookups });
  return {
    backend,
    revision,
    database,
    system,
    operationTime,
    once: (what, make) => once(`${name} ${backend} ${what}`, make),
  };
}

/**
 * The wanted backends that were measured on the request's system, in the order in which `auto` tries them. Like the
 * reference, `auto` tries all of them as soon as the support matrix accepts one.
 * Source: aiconfigurator 0.10.0, cli/main.py, `build_default_tasks`.
 * @throws RenderError NOT_MEASURED
 */
export function measuredBackends(request: ProfileRequest, engine: Engine): readonly MeasuredBackend[] {
  const { system, gpuSku } = request.hardware;
  const found = wantedBackends(request).flatMap((backend) => measuredAt({ system, backend }, engine) ?? []);
  if (found.length > 0) return found.map((one) => ({ ...one, system: limitedToVram(one.system, request) }));
  throw new RenderError('NOT_MEASURED', {
    message: `there is no measured data for ${wantedBackends(request).join(', ')} on ${gpuSku}`,
    path: 'spec.hardware.gpuSku',
    origin: request.locate('spec.hardware.gpuSku'),
    hint: 'choose another backend or GPU, or make the data with `dgdr-render perfdb import`',
  });
}
