import { describe, expect, it } from 'vitest';
import { clusterRate } from '../../src/pick/ranking.ts';
import { BACKENDS } from '../../src/serving.ts';
import { profileOf, type Wish } from '../support/profiles.ts';

const wish: Wish = { model: 'Qwen/Qwen3-0.6B', backend: 'auto', totalGpus: 2 };
const single = BACKENDS.map((backend) => profileOf({ ...wish, backend }).profile);

describe('backend auto', () => {
  const { profile, warnings } = profileOf(wish);

  it('tries every measured backend in order', () => {
    expect(profile.explanation.attempts.map(({ name }) => name)).toEqual(
      BACKENDS.flatMap((backend) => [`agg_${backend}`, `disagg_${backend}`]),
    );
    expect(warnings).toEqual([]);
  });

  it('merges the ranked candidates of each serving mode', () => {
    for (const mode of ['agg', 'disagg'] as const) {
      const rates = single
        .flatMap(({ experiments }) => experiments[mode]?.top ?? [])
        .map(clusterRate)
        .sort((a, b) => b - a);
      const merged = profile.experiments[mode];
      expect(rates.length).toBeGreaterThan(0);
      expect(merged?.top.map(clusterRate)).toEqual(rates.slice(0, 5));
      expect(merged?.bestThroughput).toBe(rates[0]);
      expect(merged?.pareto.length).toBeGreaterThan(0);
      for (const { backend } of [...merged!.top, ...merged!.pareto]) expect(BACKENDS).toContain(backend);
    }
  });

  it('resolves to the backend of the pick, with its version and latencies', () => {
    const own = single.find(({ backend }) => backend === profile.picked[0]?.backend);
    expect(profile.backend).toBe(own?.backend);
    expect(profile.backendVersion).toBe(own?.backendVersion);
    expect(profile.latencies.ttftMs).toBe(profile.picked[0]?.candidate.metrics.ttftMs);
  });

  it('has no latencies under compat reference', () => {
    const reference = profileOf({ ...wish, compat: 'reference' }).profile;
    expect(reference.latencies).toEqual({ ttftMs: 0, tpotMs: 0, requestMs: 0 });
  });

  it('has both serving modes after a merge, also for one GPU', () => {
    const { experiments, chosen } = profileOf({ ...wish, totalGpus: 1 }).profile;
    expect(Object.keys(experiments)).toEqual(['agg', 'disagg']);
    expect(experiments.disagg).toEqual({ bestThroughput: 0, top: [], further: [], pareto: [] });
    expect(chosen).toBe('agg');
  });

  it('matches a load with the fewest GPUs of all backends', () => {
    const more = '  workload: {isl: 1000, osl: 200, requestRate: 60}';
    const best = Math.min(
      ...BACKENDS.map((backend) => profileOf({ ...wish, totalGpus: 8, backend, more }).profile.picked[0]!.load!.gpus),
    );
    const { picked } = profileOf({ ...wish, totalGpus: 8, more }).profile;
    expect(picked[0]?.load?.gpus).toBe(best);
  });
});
