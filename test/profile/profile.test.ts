import { describe, expect, it } from 'vitest';
import { withModels } from '../../src/profile/models.ts';
import { data, engine, profileOf, refusalOf } from '../support/profiles.ts';

describe('what is not modelled ends in a code that names it', () => {
  it.each([
    ['a model that is not bundled', { model: 'acme/none-7B' }, 'MODEL_UNKNOWN', 'spec.model', 5],
    ['a wrongly cased model', { model: 'qwen/qwen3-8b' }, 'MODEL_UNKNOWN', 'spec.model', 5],
    [
      'quantisation without data',
      { model: 'nvidia/Llama-3.1-70B-Instruct-FP8', totalGpus: 16 },
      'NOT_MEASURED',
      'spec.model',
      5,
    ],
    [
      'a model too large',
      { model: 'Qwen/Qwen3-32B', totalGpus: 1, more: '  workload: {isl: 100000}' },
      'NO_FEASIBLE_CONFIG',
      'spec.hardware.totalGpus',
      8,
    ],
    [
      'more tokens than the model reads, whatever the targets are',
      { totalGpus: 4, more: '  workload: {isl: 131072, osl: 8000}' },
      'NO_FEASIBLE_CONFIG',
      'spec.workload.isl',
      9,
    ],
    ['an impossible first token', { more: '  sla: {ttft: 3, itl: 20}' }, 'NO_FEASIBLE_CONFIG', 'spec.sla.ttft', 9],
    [
      'an impossible end-to-end latency',
      { more: '  sla: {e2eLatency: 3}' },
      'NO_FEASIBLE_CONFIG',
      'spec.sla.e2eLatency',
      9,
    ],
  ] as const)('%s', (_, wish, code, path, line) => {
    const error = refusalOf(wish);
    expect(error.code).toBe(code);
    expect(error.path).toBe(path);
    expect(error.origin?.line).toBe(line);
    expect(error.hint).toBeTruthy();
  });

  it('names a first-token time that works', () => {
    const { hint } = refusalOf({ more: '  sla: {ttft: 3, itl: 20}' });
    const ttft = Number(/at least (\d+)/.exec(hint!)?.[1]);
    expect(profileOf({ more: `  sla: {ttft: ${ttft}, itl: 20}` }).profile.picked.length).toBeGreaterThan(0);
  });
});

describe('a profile', () => {
  it('warns when the token time cannot be met, and names the shortest one', () => {
    const { profile, warnings } = profileOf({ more: '  sla: {ttft: 2000, itl: 0.5}' });
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([['SLA_NOT_MET', 'spec.sla.itl']]);
    const fronts = Object.values(profile.experiments).flatMap(({ pareto }) => pareto);
    const shortest = Math.min(...fronts.map(({ candidate }) => candidate.metrics.tpotMs));
    expect(warnings[0]?.message).toContain('no configuration reaches itl 0.5 ms');
    expect(warnings[0]?.hint).toContain(`${shortest} ms`);
    expect(profile.latencies.tpotMs).toBeGreaterThan(0.5);
  });

  it('has no disaggregated experiment for one GPU', () => {
    expect(Object.keys(profileOf({ totalGpus: 1 }).profile.experiments)).toEqual(['agg']);
  });

  it('keeps an end-to-end latency', () => {
    const { profile, warnings } = profileOf({ more: '  sla: {e2eLatency: 20000}' });
    expect(warnings).toEqual([]);
    expect(profile.picked.length).toBeGreaterThan(0);
    for (const { candidate } of profile.picked) expect(candidate.metrics.requestMs).toBeLessThanOrEqual(20_000);
  });

  it('has workers of both kinds for a mocker without a planner, also where aggregated serving is better', () => {
    expect(profileOf({}).profile.chosen).toBe('agg');
    expect(profileOf({ more: '  features: {mocker: {enabled: true}}' }).profile.chosen).toBe('disagg');
    const alone = profileOf({ totalGpus: 1, more: '  features: {mocker: {enabled: true}}' });
    expect(alone.profile.chosen).toBe('agg');
  });

  it('is the same twice', () => {
    expect(JSON.stringify(profileOf({}).profile)).toBe(JSON.stringify(profileOf({}).profile));
  });
});

describe('the explanation of a profile', () => {
  it('counts the runs that support it, and says what each experiment left out and why', () => {
    const { explanation } = profileOf({
      model: 'Qwen/Qwen3-32B',
      totalGpus: 4,
      more: '  sla: {ttft: 250, itl: 30}',
    }).profile;
    expect(explanation.support).toEqual([
      { backend: 'vllm', source: 'matrix', isSupported: true, pass: expect.any(Number), total: expect.any(Number) },
    ]);
    expect(explanation.attempts.map(({ name, mode, backend }) => [name, mode, backend])).toEqual([
      ['agg', 'agg', 'vllm'],
      ['disagg', 'disagg', 'vllm'],
    ]);
    const [agg] = explanation.attempts;
    expect(agg?.candidates).toBeGreaterThan(0);
    expect(agg?.candidatesWithinLimit).toBeLessThanOrEqual(agg?.candidates ?? 0);
    expect(agg?.excluded).toContainEqual({
      layout: { tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 },
      role: 'agg',
      reason: expect.stringMatching(/memory|latency/),
      detail: expect.any(String),
    });
  });

  it('says that a model without runs of its own was accepted for its architecture, with a warning', () => {
    const { profile, warnings } = profileOf(
      { model: 'a/model' },
      withModels(engine, { 'a/model': data.models().models['Qwen/Qwen3-8B']! }),
    );
    expect(profile.explanation.support[0]).toMatchObject({ source: 'majority', isSupported: true });
    expect(warnings.map(({ code }) => code)).toEqual(['SUPPORT_INFERRED']);
  });
});

describe('the GPUs of a node', () => {
  it.each([
    ['gb300', 4],
    ['rtx_pro_6000_server', 2],
    ['h100_sxm', 8],
  ])('are those of the system file (%s)', (gpuSku, nodeGpus) => {
    expect(profileOf({ model: 'Qwen/Qwen3-0.6B', gpuSku, totalGpus: 1 }).profile.nodeGpus).toBe(nodeGpus);
  });

  it('are not known for a card without one', () => {
    expect(profileOf({ gpuSku: 'v100_sxm', vramMb: 32768 }).profile.nodeGpus).toBeUndefined();
  });
});
