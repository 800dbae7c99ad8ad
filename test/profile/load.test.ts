import { describe, expect, it } from 'vitest';
import { profileOf } from '../support/profiles.ts';

const workload = (members: string): string => `  workload: {${members}}`;

describe('a load to match', () => {
  it('is served with the fewest GPUs, without a warning', () => {
    const { profile, warnings } = profileOf({ totalGpus: 8, more: workload('isl: 2000, osl: 300, requestRate: 5') });
    expect(warnings).toEqual([]);
    expect(profile.pickingMode).toBe('load_match');
    const [pick] = profile.picked;
    expect(pick!.load!.replicas * pick!.candidate.metrics.requestsPerSec).toBeGreaterThanOrEqual(5);
    expect(pick?.replicas).toBe(pick?.load?.replicas);
    expect(pick?.load).not.toHaveProperty('servedPercent');
  });

  it.each([
    ['requestRate', 'requestRate: 500', 'spec.workload.requestRate'],
    ['concurrency', 'concurrency: 100000', 'spec.workload.concurrency'],
  ])('that the budget does not hold is capped and said so: %s', (_, load, path) => {
    const { profile, warnings } = profileOf({ totalGpus: 2, more: workload(`isl: 2000, osl: 300, ${load}`) });
    expect(warnings.map(({ code, path: at }) => [code, at])).toEqual([['LOAD_NOT_SERVED', path]]);
    const [pick] = profile.picked;
    expect(pick?.load?.gpus).toBeLessThanOrEqual(2);
    expect(pick?.load?.servedPercent).toBeLessThan(100);
  });

  it('is served by what the warning asks for', () => {
    const more = workload('isl: 2000, osl: 300, requestRate: 100');
    const hint = profileOf({ totalGpus: 2, more }).warnings[0]?.hint ?? '';
    const totalGpus = Number(/totalGpus to (\d+)/.exec(hint)?.[1]);
    const rate = Number(/requestRate to ([\d.]+)/.exec(hint)?.[1]);
    expect(profileOf({ totalGpus, more }).warnings).toEqual([]);
    const less = workload(`isl: 2000, osl: 300, requestRate: ${rate}`);
    expect(profileOf({ totalGpus: 2, more: less }).warnings).toEqual([]);
  });

  it('stays within the budget where no candidate keeps the latency limit, unless the reference is asked for', () => {
    const more = `${workload('isl: 2000, osl: 300, requestRate: 200')}\n  sla: {ttft: 2000, itl: 0.5}`;
    const ours = profileOf({ totalGpus: 2, more });
    expect(ours.warnings.map(({ code }) => code)).toEqual(['SLA_NOT_MET', 'LOAD_NOT_SERVED']);
    expect(ours.profile.picked.length).toBeGreaterThan(0);
    for (const { load } of ours.profile.picked) expect(load?.gpus).toBeLessThanOrEqual(2);
    const reference = profileOf({ totalGpus: 2, more, compat: 'reference' });
    expect(reference.profile.picked[0]?.load?.gpus).toBeGreaterThan(2);
  });

  it('takes as few GPUs in either serving mode, then the higher rate (recorded: llama-8b-h100)', () => {
    const wish = {
      model: 'meta-llama/Meta-Llama-3.1-8B',
      totalGpus: 4,
      more: `${workload('isl: 2000, osl: 300, concurrency: 64')}\n  sla: {ttft: 500, itl: 20}`,
    };
    expect(profileOf({ ...wish, compat: 'reference' }).profile.chosen).toBe('agg');
    const { profile } = profileOf(wish);
    expect(profile.chosen).toBe('disagg');
    expect(profile.picked[0]).toMatchObject({
      load: { gpus: 2 },
      candidate: { metrics: { tokensPerSecPerGpu: 2849.04 } },
    });
  });
});
