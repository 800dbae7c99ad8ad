import { describe, expect, it } from 'vitest';
import { profileOf, refusalOf, type Wish } from '../support/profiles.ts';

/** An A100 of 40 GB, which has the SKU of the measured one of 80 GB. */
const WISH: Wish = {
  model: 'Qwen/Qwen3-32B',
  gpuSku: 'a100_sxm',
  totalGpus: 8,
  vramMb: 40_960,
  more: '  sla: {ttft: 5000, itl: 100}',
};

const { vramMb: _, ...UNSAID } = WISH;

function memoryOf(wish: Wish): readonly number[] {
  const { picked, experiments } = profileOf(wish).profile;
  const candidates = [...picked, ...Object.values(experiments).flatMap(({ pareto }) => pareto)];
  return candidates.flatMap(({ candidate }) =>
    candidate.mode === 'agg' ? [candidate.worker.memoryGib] : [candidate.prefill.memoryGib, candidate.decode.memoryGib],
  );
}

describe('vramMb below the memory of the measured card', () => {
  it('bounds everything that is picked and ranked', () => {
    const found = memoryOf(WISH);
    expect(found.length).toBeGreaterThan(10);
    expect(Math.max(...found)).toBeLessThan(40);
    expect(Math.max(...memoryOf({ ...WISH, vramMb: 81_920 }))).toBeGreaterThan(60);
  });

  it('is no bound under compat reference, and none above the card', () => {
    expect(memoryOf({ ...WISH, compat: 'reference' })).toEqual(
      memoryOf({ ...WISH, vramMb: 999_999, compat: 'reference' }),
    );
    expect(memoryOf({ ...WISH, vramMb: 999_999 })).toEqual(memoryOf(UNSAID));
  });

  it('ends in an error where nothing fits', () => {
    const error = refusalOf({ ...WISH, vramMb: 4096 });
    expect([error.code, error.message]).toEqual([
      'NO_FEASIBLE_CONFIG',
      expect.stringContaining('does not fit the memory'),
    ]);
  });
});
