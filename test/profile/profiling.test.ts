import { expect, test } from 'vitest';
import type { EngineRevision } from '../../src/engine/revision.ts';
import type { Engines } from '../../src/profile/engines.ts';
import { answerJob, recordedOf } from '../../src/profile/profile-job.ts';
import { openProfiling } from '../../src/profile/profiling.ts';
import type { Request } from '../../src/request/request.ts';
import { errorOf } from '../support/errors.ts';
import { engine, type Wish, wishedRequest } from '../support/profiles.ts';
import { ignoreWarnings } from '../support/warnings.ts';

/** The engine, and how many aggregated points it has evaluated. */
function countedEngine(): { readonly engines: Engines; readonly points: () => number } {
  let points = 0;
  const { vllm } = engine.revision.backends;
  const counted: EngineRevision['backends']['vllm'] = {
    ...vllm,
    aggActivationTokens: (tokens) => {
      points += 1;
      return vllm.aggActivationTokens(tokens);
    },
  };
  const revision = { ...engine.revision, backends: { ...engine.revision.backends, vllm: counted } };
  return { engines: () => ({ ...engine, revision }), points: () => points };
}

const BASE: Wish = { model: 'Qwen/Qwen3-0.6B', totalGpus: 2 };
const asked = (more: string, wish: Wish = {}): Request =>
  wishedRequest({ ...BASE, ...wish, more: `  workload: {isl: 700, osl: 40}\n${more}` });
const FIRST = asked('  sla: {ttft: 2000, itl: 30}\n');

test.each<[what: string, request: Request]>([
  ['a first-token target', asked('  sla: {ttft: 40, itl: 30}\n')],
  ['a token target that nothing meets', asked('  sla: {ttft: 2000, itl: 0.01}\n')],
  ['a whole latency', asked('  sla: {e2eLatency: 900}\n')],
  ['a load', wishedRequest({ ...BASE, more: '  workload: {isl: 700, osl: 40, requestRate: 3}\n' })],
  ['a planner', asked('  features: {planner: {mode: disagg}}\n')],
  ['support', asked('  sla: {ttft: 2000, itl: 30}\n', { support: 'assumed' })],
])('a request that differs in %s alone is not swept again, and comes to what it comes to alone', (_, request) => {
  const { engines, points } = countedEngine();
  const profiling = openProfiling(engines, {});
  profiling.profile(FIRST, ignoreWarnings);
  const before = points();
  expect(before).toBeGreaterThan(0);
  const profile = profiling.profile(request, ignoreWarnings);
  expect(points()).toBe(before);
  expect(profile).toEqual(openProfiling(engines, {}).profile(request, ignoreWarnings));
  expect(profiling.job(request).sweeps).toBe(profiling.job(FIRST).sweeps);
});

test.each<[what: string, request: Request]>([
  ['lengths', wishedRequest({ ...BASE, more: '  workload: {isl: 701, osl: 40}\n' })],
  ['GPUs', asked('', { totalGpus: 1 })],
  ['memory', asked('', { vramMb: 30_000 })],
  ['the model', asked('', { model: 'Qwen/Qwen3-1.7B' })],
  ['what is mended', asked('', { compat: 'reference' })],
])('a request that differs in %s is swept itself', (_, request) => {
  const { engines, points } = countedEngine();
  const profiling = openProfiling(engines, {});
  profiling.profile(FIRST, ignoreWarnings);
  const before = points();
  profiling.profile(request, ignoreWarnings);
  expect(points()).toBeGreaterThan(before);
  expect(profiling.job(request).sweeps).not.toBe(profiling.job(FIRST).sweeps);
});

test('a job is plain values, and its answer has what graphs and locks are made of', () => {
  const profiling = openProfiling(() => engine, {});
  const job = profiling.job(FIRST);
  expect(structuredClone(job)).toEqual(job);
  expect(job.sweptBackends).toBe(1);
  const whole = recordedOf(answerJob(profiling.profile, job.request, 'all'), FIRST).profile;
  const { profile } = recordedOf(structuredClone(answerJob(profiling.profile, job.request, 'graph')), FIRST);
  expect(whole.explanation.attempts).not.toEqual([]);
  expect(profile).toEqual({
    ...whole,
    picked: whole.picked.slice(0, 2),
    experiments: {
      disagg: { ...whole.experiments.disagg, top: whole.experiments.disagg?.top.slice(0, 1), pareto: [] },
    },
    explanation: { support: whole.explanation.support, attempts: [] },
  });
});

test.each<[code: string, wish: Wish]>([
  ['NO_FEASIBLE_CONFIG', { more: '  sla: {ttft: 0.01, itl: 30}\n' }],
  ['NO_FEASIBLE_CONFIG', { gpuSku: 'v100_sxm', vramMb: 100 }],
  ['HARDWARE_MISSING', { gpuSku: 'v100_sxm' }],
  ['MODEL_UNKNOWN', { model: 'a/nobody-knows-it' }],
])('a job that fails with %s fails at the lines of the request that gets the answer', (code, wish) => {
  const profiling = openProfiling(() => engine, {});
  const request = wishedRequest({ ...BASE, ...wish });
  const alone = errorOf(() => profiling.profile(request, ignoreWarnings));
  const answer = structuredClone(answerJob(profiling.profile, profiling.job(request).request, 'graph'));
  const [failure] = (() => {
    try {
      recordedOf(answer, request);
      return [];
    } catch (error) {
      return (error as { errors: (typeof alone)[] }).errors;
    }
  })();
  expect(alone.code).toBe(code);
  expect(failure?.toFinding()).toEqual(alone.toFinding());
});

test('what is a bug is thrown, not answered', () => {
  const broken = (): never => {
    throw new TypeError('a bug');
  };
  expect(() => answerJob(broken, openProfiling(() => engine, {}).job(FIRST).request, 'graph')).toThrow(TypeError);
});
