import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/profile/profile.ts';
import { BACKENDS } from '../../src/serving.ts';
import { profileOf, refusalOf, type Wish } from '../support/profiles.ts';

const PLANNER = '  features: {planner: {mode: disagg}}';
const wish: Wish = { model: 'Qwen/Qwen3-8B', totalGpus: 4, more: PLANNER };

describe('a request with a planner', () => {
  it('gets one worker of each kind, and no experiments', () => {
    const { profile } = profileOf(wish);
    expect(profile).toMatchObject({ pickingMode: 'autoscale', chosen: 'disagg', backend: 'vllm', experiments: {} });
    expect(profile.picked[0]).toMatchObject({
      replicas: 1,
      candidate: { prefill: { workers: 1 }, decode: { workers: 1 } },
    });
    expect(profile.latencies.tpotMs).toBe(profile.picked[0]?.candidate.metrics.tpotMs);
    expect(profile.explanation.attempts.map(({ name }) => name)).toEqual(['disagg']);
  });

  it('says that the decode worker is not picked for the token time', () => {
    const { warnings } = profileOf({ ...wish, more: `${PLANNER}\n  sla: {ttft: 2000, itl: 5}` });
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([['SLA_NOT_MET', 'spec.sla.itl']]);
    expect(warnings[0]?.message).toContain('295 ms');
  });

  it('says that no prefill worker keeps the first-token limit, and takes the closest', () => {
    const limited = (ttft: number) => profileOf({ ...wish, more: `${PLANNER}\n  sla: {ttft: ${ttft}, itl: 100}` });
    const { warnings } = limited(10);
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([['SLA_NOT_MET', 'spec.sla.ttft']]);
    const shortest = Number(/found is ([\d.]+) ms/.exec(warnings[0]?.hint ?? '')?.[1]);
    expect(limited(shortest + 1).warnings).toEqual([]);
  });

  it('stays within the budget by default', () => {
    for (const totalGpus of [2, 3, 4, 8]) {
      const { picked } = profileOf({ ...wish, totalGpus }).profile;
      expect(picked.length).toBeGreaterThan(0);
      for (const { candidate } of picked) expect(candidate.gpus).toBeLessThanOrEqual(totalGpus);
    }
    const { picked } = profileOf({ ...wish, compat: 'reference' }).profile;
    expect(Math.max(...picked.map(({ candidate }) => candidate.gpus))).toBeGreaterThan(4);
  });

  it('names the GPUs that one worker of each kind takes', () => {
    const error = refusalOf({ ...wish, model: 'Qwen/Qwen3-32B', gpuSku: 'l40s', totalGpus: 2 });
    expect([error.code, error.path]).toEqual(['NO_FEASIBLE_CONFIG', 'spec.hardware.totalGpus']);
    expect(error.hint).toContain('set totalGpus to 4 or more');
    expect(profileOf({ ...wish, model: 'Qwen/Qwen3-32B', gpuSku: 'l40s', totalGpus: 4 }).profile.picked).toHaveLength(
      1,
    );
  });

  it('needs two GPUs', () => {
    const error = refusalOf({ ...wish, totalGpus: 1 });
    expect([error.code, error.path]).toEqual(['NO_FEASIBLE_CONFIG', 'spec.hardware.totalGpus']);
  });
});

describe('a planner with backend auto', () => {
  it('takes the backend with the best pair', () => {
    const rateOf = ({ picked }: Profile) => picked[0]?.candidate.metrics.tokensPerSecPerGpu ?? 0;
    const rates = BACKENDS.map((backend) => rateOf(profileOf({ ...wish, backend }).profile));
    const { profile } = profileOf({ ...wish, backend: 'auto' });
    expect(profile.backend).toBe(BACKENDS[rates.indexOf(Math.max(...rates))]);
    expect(rateOf(profile)).toBe(Math.max(...rates));
    expect(profile.explanation.attempts).toHaveLength(3);
  });

  it('takes vllm under compat reference, unseen', () => {
    const { profile } = profileOf({ ...wish, backend: 'auto', compat: 'reference' });
    expect(profile.backend).toBe('vllm');
    expect(profile.explanation.attempts).toHaveLength(1);
  });
});
