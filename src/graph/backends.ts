import { serviceArgs } from '../dgd/services.ts';
import { type Release, releaseFacts } from '../releases.ts';
import type { Request } from '../request/request.ts';
import type { Backend, Role } from '../serving.ts';
import type { GraphBackend } from './backend.ts';
import { SGLANG } from './sglang.ts';
import { TRTLLM } from './trtllm.ts';
import { VLLM } from './vllm.ts';

/** The tables of every backend. */
export const GRAPH_BACKENDS: Readonly<Record<Backend, GraphBackend>> = { trtllm: TRTLLM, sglang: SGLANG, vllm: VLLM };

/** Name of the service that does a role, in graphs for a target. */
export function workerName(backend: Backend, role: Role, target: Release): string {
  return releaseFacts(target).backends[backend].workers[role];
}

/** Names that the service had in older releases and by which an override may still call it. */
export function formerNames(backend: Backend, role: Role, target: Release): readonly string[] {
  const { formerWorkers } = releaseFacts(target).backends[backend];
  return formerWorkers === undefined ? [] : [formerWorkers[role]];
}

/** What the user's override says on the command line of a worker, by whatever name it calls the worker. */
export function overrideArgs({ overrides, target }: Request, backend: Backend, role: Role): readonly string[] {
  const names = [workerName(backend, role, target), ...formerNames(backend, role, target)];
  return names.flatMap((name) => serviceArgs(overrides.dgd, name));
}
