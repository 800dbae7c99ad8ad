import type { Warn } from '../errors.ts';
import type { Family } from '../models/architectures.ts';
import { ENGINE_NAMES, type EngineName } from '../releases.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Engine, Engines } from './engines.ts';
import { findArchitecture, withModels } from './models.ts';

/** A request with the engine of its target. */
export interface AskedRequest extends ProfileRequest {
  readonly engine: EngineName;
}

/** The engine that answers a request. */
export interface Answering {
  readonly engine: Engine;
  /** The family of the request's model where the engine of its target has none of its operations. */
  readonly foreignFamily: Family | undefined;
}

/**
 * The engine of a request's target, or where that does not model the family of the request's model, the newest one that
 * does. It is handed the configuration that the target's data have of the model.
 * @throws RenderError like `findArchitecture`
 */
export function answeringEngine(request: AskedRequest, engines: Engines): Answering {
  const own = engines(request.engine);
  const { family } = findArchitecture(request, own);
  const other = foreignEngine(own, family, engines);
  if (other === undefined) return { engine: own, foreignFamily: undefined };
  const files = own.data.models().models[request.model];
  return { engine: files === undefined ? other : withModels(other, { [request.model]: files }), foreignFamily: family };
}

/** The newest engine that models a family, where `own` does not; undefined where that does, or where none does. */
export function foreignEngine(own: Engine, family: Family | undefined, engines: Engines): Engine | undefined {
  if (family === undefined || own.revision.families.includes(family)) return undefined;
  return ENGINE_NAMES.toReversed()
    .map(engines)
    .find(({ revision }) => revision.families.includes(family));
}

/** Says that another generation of the engine answers than that of the target, with ENGINE_FOREIGN. */
export function warnAboutForeign(request: AskedRequest, { engine, foreignFamily }: Answering, warn: Warn): void {
  if (foreignFamily === undefined) return;
  const { revision, data } = engine;
  warn('ENGINE_FOREIGN', {
    message: `${request.model} is of the family ${foreignFamily}, which engine ${request.engine} of the target does not have: engine ${revision.name} over ${data.release} answers, by measurements of other releases of the backends`,
    path: 'spec.model',
    origin: request.locate('spec.model'),
    hint: 'compare the deployment with its latency targets before it serves',
  });
}
