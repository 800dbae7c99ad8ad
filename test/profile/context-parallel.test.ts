import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/engine/candidate.ts';
import { contextParallelCandidates } from '../../src/profile/context-parallel.ts';
import { openMeasured } from '../../src/profile/measured.ts';
import { engine, profileOf, type Wish, wishedRequest } from '../support/profiles.ts';

const wish: Wish = { model: 'Qwen/Qwen3-0.6B', backend: 'sglang', gpuSku: 'a100_sxm', totalGpus: 2 };
const isSplit = ({ candidate }: { readonly candidate: Candidate }): boolean =>
  (candidate.mode === 'agg' ? candidate.worker : candidate.prefill).layout.cp > 1;

function inexpressible(wanted: Wish) {
  const request = wishedRequest(wanted);
  return contextParallelCandidates(request, profileOf(wanted).profile.explanation, openMeasured(request, engine));
}

describe('candidates that split sequences over ranks', () => {
  it('are ranked under compat reference alone', () => {
    const ranked = (compat: 'ours' | 'reference') =>
      Object.values(profileOf({ ...wish, compat }).profile.experiments).flatMap(({ top, pareto }) => [
        ...top,
        ...pareto,
      ]);
    expect(ranked('ours').filter(isSplit)).toEqual([]);
    expect(ranked('reference').filter(isSplit).length).toBeGreaterThan(0);
  });

  it('are named by the explanation, best first', () => {
    const { explanation } = profileOf(wish).profile;
    expect(explanation.attempts.map(({ inexpressible }) => inexpressible.map(({ cp }) => cp))).toEqual([[2], [2]]);
    const found = inexpressible(wish);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(isSplit)).toBe(true);
    const rates = found.map(({ clusterRate }) => clusterRate);
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
  });

  it('are none for a backend that does not have them', () => {
    expect(inexpressible({ ...wish, backend: 'vllm' })).toEqual([]);
  });
});
