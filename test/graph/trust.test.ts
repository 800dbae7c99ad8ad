import { describe, expect, test } from 'vitest';
import { serviceArgs } from '../../src/dgd/services.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { REFERENCE } from '../../src/request/mends.ts';
import type { Request } from '../../src/request/request.ts';
import { errorOf } from '../support/errors.ts';
import { readProfile, readRequest } from '../support/graphs.ts';
import { isNoWarning } from '../support/warnings.ts';

const CASES = { vllm: 'qwen3-32b-kv', sglang: 'llama-70b-sglang', trtllm: 'qwen3-32b-trtllm' } as const;
const WORKER = { vllm: 'VllmDecodeWorker', sglang: 'decode', trtllm: 'TRTLLMWorker' } as const;
type Backend = keyof typeof CASES;

/** The arguments of the worker of a model with code of its own. */
function workerArgs(backend: Backend, target: string, change: Partial<Request> = {}, hasCustomCode?: true) {
  const name = CASES[backend];
  const overrides = { dgd: undefined, tolerations: [], trustRemoteCode: false };
  const request = { ...readRequest(name, { target }), overrides, ...change };
  const { totalGpus } = request.hardware;
  const model = { isMoe: false, nextn: 0, contextLength: 40960, ...(hasCustomCode && { hasCustomCode }) };
  const { graph } = buildGraph(request, readProfile(name, { totalGpus, model }), isNoWarning);
  const worker = target === '1.6' && backend === 'vllm' ? 'worker' : WORKER[backend];
  return serviceArgs(graph, worker).filter((arg) => arg.includes('trust'));
}

describe('a model with code of its own', () => {
  test.each<[Backend, string]>([
    ['vllm', '1.3'],
    ['sglang', '1.3'],
    ['trtllm', '1.4'],
    ['trtllm', '1.6'],
  ])('is served by %s of %s as every other', (backend, target) => {
    expect(workerArgs(backend, target, {}, true)).toEqual([]);
  });

  test.each<[Backend, string, RegExp]>([
    ['vllm', '1.4', /^set --trust-remote-code in the arguments of every worker in spec\.overrides\.dgd/],
    ['sglang', '1.5', /^set --trust-remote-code in the arguments of every worker in spec\.overrides\.dgd/],
    ['vllm', '1.6', /^set spec\.overrides\.trustRemoteCode to true/],
  ])('is refused for %s of %s unless the request trusts it', (backend, target, hint) => {
    const error = errorOf(() => workerArgs(backend, target, {}, true));
    expect([error.code, error.path]).toEqual(['REMOTE_CODE_UNTRUSTED', 'spec.model']);
    expect(error.hint).toMatch(hint);
    expect(workerArgs(backend, target)).toEqual([]);
  });

  test('is trusted by the flag in the override of its worker, which is not written twice', () => {
    const args = ['--trust-remote-code'];
    const dgd = { spec: { services: { VllmDecodeWorker: { extraPodSpec: { mainContainer: { args } } } } } };
    const overrides = { dgd, tolerations: [], trustRemoteCode: false };
    expect(workerArgs('vllm', '1.5', { overrides }, true)).toEqual([]);
  });

  test('is trusted by the field of 1.6, by a run of the reference too', () => {
    const overrides = { dgd: undefined, tolerations: [], trustRemoteCode: true };
    expect(workerArgs('vllm', '1.6', { overrides }, true)).toEqual(['--trust-remote-code']);
    expect(workerArgs('vllm', '1.6', { overrides, mends: REFERENCE }, true)).toEqual(['--trust-remote-code']);
    expect(workerArgs('vllm', '1.3', { overrides, mends: REFERENCE }, true)).toEqual([]);
  });

  test('is trusted by that field in releases before it as well, where the reference does not read it and refuses', () => {
    const overrides = { dgd: undefined, tolerations: [], trustRemoteCode: true };
    expect(workerArgs('sglang', '1.5', { overrides }, true)).toEqual(['--trust-remote-code']);
    const { code } = errorOf(() => workerArgs('sglang', '1.5', { overrides, mends: REFERENCE }, true));
    expect(code).toBe('REMOTE_CODE_UNTRUSTED');
    expect(workerArgs('sglang', '1.5', { overrides, mends: REFERENCE })).toEqual([]);
  });

  test('in a folder is trusted, since nobody changes it unseen', () => {
    const modelCache = { pvcName: 'models', pvcModelPath: 'm', pvcMountPath: '/models' };
    expect(workerArgs('sglang', '1.4', { modelCache }, true)).toEqual(['--trust-remote-code']);
    expect(workerArgs('sglang', '1.3', { modelCache }, true)).toEqual([]);
    const cacheAlone = { ...modelCache, pvcModelPath: undefined };
    expect(() => workerArgs('sglang', '1.4', { modelCache: cacheAlone }, true)).toThrow('brings code of its own');
  });
});
