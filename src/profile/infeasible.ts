import { RenderError } from '../errors.ts';
import type { Architecture } from '../models/architecture.ts';
import type { ProfileRequest } from '../request/request.ts';
import { limitsOf } from '../request/sla.ts';
import type { ExperimentAttempt } from './explanation.ts';

/** Why no experiment has a candidate: with the values that can be had, and what to change. */
export function infeasible(
  request: ProfileRequest,
  { contextLength }: Pick<Architecture, 'contextLength'>,
  attempts: readonly ExperimentAttempt[],
): RenderError {
  const { workload, hardware } = request;
  const exclusions = attempts.flatMap(({ excluded }) => excluded);
  const where = `at isl ${workload.isl}, osl ${workload.osl} on ${hardware.totalGpus} x ${hardware.gpuSku}`;
  if (exclusions.every(({ reason }) => reason === 'data')) {
    return failure(request, 'NOT_MEASURED', 'spec.model', {
      message: `nothing was measured for ${request.model} ${where}: ${[...new Set(exclusions.map(({ detail }) => detail))].join('; ')}`,
      hint: 'choose another backend, GPU or checkpoint',
    });
  }
  const ttftMs = fastest(attempts, 'ttftMs');
  if (!Number.isFinite(ttftMs)) {
    return failure(request, 'NO_FEASIBLE_CONFIG', 'spec.hardware.totalGpus', {
      message: `${request.model} does not fit the memory ${where}`,
      hint: 'raise totalGpus, choose a GPU with more memory, a quantised checkpoint, or lower isl and osl',
    });
  }
  const tokens = workload.isl + workload.osl;
  if (contextLength !== undefined && tokens > contextLength) return beyondContext(request, contextLength);
  return unreachable(request, where, ttftMs, fastest(attempts, 'tpotMs'));
}

/** Whatever the targets are: who raised them would get a graph that is cut to the context. */
function beyondContext(request: ProfileRequest, contextLength: number): RenderError {
  const { isl, osl } = request.workload;
  return failure(request, 'NO_FEASIBLE_CONFIG', `spec.workload.${isl >= osl ? 'isl' : 'osl'}`, {
    message: `isl ${isl} and osl ${osl} are ${isl + osl} tokens together, and ${request.model} has a context of ${contextLength}`,
    hint: `lower isl and osl to ${contextLength} tokens together, or choose a model with a longer context`,
  });
}

function unreachable(request: ProfileRequest, where: string, ttftMs: number, tpotMs: number): RenderError {
  const { latency, limitMs } = limitsOf(request.sla).firstToken;
  const best = `the fastest are ttft ${tenthsUp(ttftMs)} ms and itl ${tenthsUp(tpotMs)} ms, each at its own operating point`;
  if (latency === 'requestMs') {
    return failure(request, 'NO_FEASIBLE_CONFIG', 'spec.sla.e2eLatency', {
      message: `no configuration finishes a request within ${limitMs} ms ${where}; ${best}`,
      hint: 'raise e2eLatency, lower isl or osl, or allow more GPUs',
    });
  }
  const isFirstToken = ttftMs > limitMs;
  return failure(request, 'NO_FEASIBLE_CONFIG', isFirstToken ? 'spec.sla.ttft' : 'spec.hardware', {
    message: `no configuration reaches ttft ${limitMs} ms ${where}; ${best}`,
    hint: isFirstToken
      ? `raise ttft to at least ${Math.ceil(ttftMs)}, lower isl, or allow more GPUs a worker`
      : 'raise ttft, lower isl, or allow more GPUs',
  });
}

function failure(
  request: ProfileRequest,
  code: 'NOT_MEASURED' | 'NO_FEASIBLE_CONFIG',
  path: string,
  text: { readonly message: string; readonly hint: string },
): RenderError {
  return new RenderError(code, { ...text, path, origin: request.locate(path) });
}

function fastest(attempts: readonly ExperimentAttempt[], of: 'ttftMs' | 'tpotMs'): number {
  return attempts.reduce((low, attempt) => Math.min(low, attempt.fastest[of]), Number.POSITIVE_INFINITY);
}

/** Upwards to a tenth, so that the limit in a message can be reached. */
function tenthsUp(ms: number): number {
  return Math.ceil(ms * 10) / 10;
}
