import { describe, expect, it } from 'vitest';
import { contextParallelRows } from '../../src/profile/context-parallel.ts';
import { data, profileOf, requestOf, type Wish } from './support.ts';

const wish: Wish = { model: 'Qwen/Qwen3-0.6B', backend: 'sglang', gpuSku: 'a100_sxm', totalGpus: 2 };
const isSplit = (row: Readonly<Record<string, unknown>>): boolean => Number(row.cp ?? row['(p)cp']) > 1;

describe('rows that split sequences over ranks', () => {
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
    const rows = contextParallelRows(requestOf(wish), explanation, data);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(isSplit)).toBe(true);
  });

  it('are none for a backend that does not have them', () => {
    const vllm = { ...wish, backend: 'vllm' };
    expect(contextParallelRows(requestOf(vllm), profileOf(vllm).profile.explanation, data)).toEqual([]);
  });
});
