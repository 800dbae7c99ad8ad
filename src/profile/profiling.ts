import type { Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { digestOf, profileInputs } from '../request/inputs.ts';
import { limitsOf } from '../request/sla.ts';
import { type Answering, type AskedRequest, answeringEngine, warnAboutForeign } from './answering.ts';
import type { Engine, Engines } from './engines.ts';
import { keepSweeps } from './kept-sweeps.ts';
import { wantedBackends } from './measured.ts';
import { withModels } from './models.ts';
import { type Profile, profileRequest } from './profile.ts';
import type { ProfileJob } from './profile-job.ts';
import { rememberProfiles } from './remember.ts';
import { isLike, type SuppliedModels, suppliedFor } from './supplied-models.ts';

/** Profiling with what is said of models: everything that happens to a request before there is a graph. */
export interface Profiling {
  readonly engineOf: (request: AskedRequest) => Engine;
  /** The engine that answers, which may be another one than that of the target. */
  readonly answering: (request: AskedRequest) => Answering;
  /** Everything that the profile of a request depends on. */
  readonly inputs: (request: AskedRequest) => JsonObject;
  /** Throws what `profileRequest` throws; equal requests are profiled once. */
  readonly profile: (request: AskedRequest, warn: Warn) => Profile;
  /** The same as a piece of work that another thread may do. Opens the index of the data, and none of its tables. */
  readonly job: (request: AskedRequest) => ProfileJob;
}

/** Opens the engines that requests name, with further models. */
export function openProfiling(engines: Engines, models: SuppliedModels): Profiling {
  const engineOf = ({ engine }: AskedRequest): Engine => withModels(engines(engine), models);
  const inputs: Profiling['inputs'] = (request) => {
    const { name: engine, data } = engineOf(request).revision;
    return { ...profileInputs(request, { engine, data }), ...modelInputs(request, models) };
  };
  const keptSweeps = keepSweeps();
  const sweepId = (request: AskedRequest): string => digestOf(sweepInputs(inputs(request)));
  const answering: Profiling['answering'] = (request) => {
    const answer = answeringEngine(request, (name) => withModels(engines(name), models));
    return { ...answer, engine: { ...answer.engine, once: keptSweeps(sweepId(request)) } };
  };
  const idOf = (request: AskedRequest): string => digestOf([inputs(request), saidTargets(request)]);
  const profile: Profiling['profile'] = (request, warn) => {
    const answer = answering(request);
    warnAboutForeign(request, answer, warn);
    return profileRequest(request, answer.engine, warn);
  };
  return {
    engineOf,
    answering,
    inputs,
    profile: rememberProfiles(profile, idOf),
    job: (request) => ({
      id: idOf(request),
      tables: [request.engine, request.hardware.system, request.backend].join(' '),
      sweeps: sweepId(request),
      sweptBackends: countMeasured(request, engineOf(request)),
      request: plainRequest(request),
      models,
    }),
  };
}

/** The targets that a request says itself, by which its profile warns. */
function saidTargets({ sla }: AskedRequest): string[] {
  return limitsOf(sla).said.map(({ field }) => field);
}

/** A supplied configuration counts by its content, and what it is said to be like by its name. */
function modelInputs({ model }: AskedRequest, models: SuppliedModels): JsonObject {
  const supplied = suppliedFor(model, models);
  if (supplied === undefined) return {};
  if (isLike(supplied)) return { modelLike: supplied.like };
  const { config, hfQuantConfig = null } = supplied;
  return { modelConfig: digestOf({ config, hfQuantConfig }) };
}

/** What the points of a sweep depend on: everything but what they are filtered and ranked by. */
function sweepInputs({
  sla: _,
  pickingMode: __,
  support: ___,
  features: ____,
  servingMode: _____,
  memoryHeadroom: ______,
  take: _______,
  workload,
  ...rest
}: JsonObject): JsonObject {
  const { isl, osl } = Object(workload);
  return { ...rest, isl, osl };
}

/** Backends that have to be swept; without any the answer takes no time. */
function countMeasured(request: AskedRequest, { data }: Engine): number {
  const { system } = request.hardware;
  return wantedBackends(request).filter((backend) => data.database(system, backend) !== undefined).length;
}

/** What is read of a request while it is profiled, as far as other threads can be handed it. */
function plainRequest(request: AskedRequest): ProfileJob['request'] {
  const { model, backend, hardware, workload, sla, pickingMode, support, wishes, mends, features, engine } = request;
  const { mocker } = features;
  return { model, backend, hardware, workload, sla, pickingMode, support, wishes, mends, features: { mocker }, engine };
}
