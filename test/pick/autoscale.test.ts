import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisaggContexts, StaticWorker } from '../../src/engine/disagg-row.ts';
import { type AutoscaleQuery, pickAutoscale } from '../../src/pick/autoscale.ts';
import { numberIn } from '../../src/pick/rows.ts';

/** As much of an engine context as a row names. */
const engine = {
  architecture: { id: 'a/model' },
  quant: { gemm: 'bfloat16', kvCache: 'bfloat16', fmha: 'bfloat16', moe: 'bfloat16', comm: 'half' },
  backendName: 'vllm',
  backendVersion: '1',
  systemName: 'h200_sxm',
};
const contexts = { prefill: engine, decode: engine } as unknown as DisaggContexts;

function worker(sketch: { tp: number; rate: number; batch?: number; ttftMs?: number; tpotMs?: number }): StaticWorker {
  const { tp, rate, batch = 1, ttftMs = 0, tpotMs = 0 } = sketch;
  return {
    layout: { tp, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 },
    label: `tp${tp}`,
    gpus: tp,
    batch,
    globalBatch: batch,
    ttftMs,
    tpotMs,
    tokensPerSecPerUser: tpotMs === 0 ? 0 : 1000 / tpotMs,
    requestsPerSec: rate,
    requestsPerSecPerGpu: rate / tp,
    memoryGib: 1,
  };
}

const query: AutoscaleQuery = { isl: 1000, osl: 100, ttftMs: 500, maxGpus: 8 };
const pick = (
  prefill: readonly StaticWorker[],
  decode: readonly StaticWorker[],
  change: Partial<AutoscaleQuery> = {},
) => pickAutoscale({ contexts, prefill, decode }, { ...query, ...change });
const pairsOf = (rows: ReturnType<typeof pick>) => rows.map((row) => `${row['(p)parallel']}+${row['(d)parallel']}`);

describe('a planner pick', () => {
  it('pairs one worker of each kind, best rate per GPU first', () => {
    const rows = pick(
      [worker({ tp: 1, rate: 2, ttftMs: 300 }), worker({ tp: 2, rate: 5, ttftMs: 200 })],
      [worker({ tp: 2, rate: 6, batch: 8, tpotMs: 30 })],
    );
    expect(pairsOf(rows)).toEqual(['tp2+tp2', 'tp1+tp2']);
    expect(rows[0]).toMatchObject({ '(p)workers': 1, '(d)workers': 1, num_total_gpus: 4, ttft: 200, tpot: 30 });
    expect(rows[0]?.['seq/s']).toBe(4.5);
    expect(rows[0]?.['tokens/s/gpu']).toBe(112.5);
  });

  it('takes the best batch of each layout under 295 ms a token, whatever the request says', () => {
    const decode = [30, 200, 294, 295].map((tpotMs, i) => worker({ tp: 1, rate: i + 1, batch: i + 1, tpotMs }));
    expect(pick([worker({ tp: 1, rate: 9, ttftMs: 1 })], decode)[0]?.['(d)bs']).toBe(3);
  });

  it('takes the closest first tokens where none keeps the limit', () => {
    const prefill = [worker({ tp: 1, rate: 9, ttftMs: 900 }), worker({ tp: 4, rate: 4, ttftMs: 600 })];
    const rows = pick(prefill, [worker({ tp: 1, rate: 1, tpotMs: 30 })]);
    expect(rows.map((row) => row.ttft)).toEqual([900, 600]);
  });

  it('takes the first of equal rates with the smaller batch', () => {
    const decode = [
      worker({ tp: 1, rate: 4, batch: 16, tpotMs: 40 }),
      worker({ tp: 1, rate: 4, batch: 8, tpotMs: 20 }),
    ];
    expect(pick([worker({ tp: 1, rate: 9, ttftMs: 1 })], decode)[0]?.['(d)bs']).toBe(8);
  });

  it.each([
    ['what the budget does not hold together is left out', 8, ['tp4+tp4']],
    ['the reference does not look', Number.POSITIVE_INFINITY, ['tp8+tp4', 'tp4+tp4']],
    ['nothing fits', 4, []],
  ] as const)('%s', (_, maxGpus, wanted) => {
    const prefill = [worker({ tp: 8, rate: 30, ttftMs: 1 }), worker({ tp: 4, rate: 5, ttftMs: 1 })];
    expect(pairsOf(pick(prefill, [worker({ tp: 4, rate: 40, tpotMs: 1 })], { maxGpus }))).toEqual(wanted);
  });

  it('finds a pair whenever one fits, and only such', () => {
    const stage = fc.array(
      fc.record({
        tp: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8),
        rate: fc.integer({ min: 1, max: 50 }),
        ttftMs: fc.integer({ min: 1, max: 900 }),
        tpotMs: fc.integer({ min: 1, max: 400 }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(stage, stage, fc.integer({ min: 2, max: 12 }), (first, second, maxGpus) => {
        const prefill = first.map((sketch) => ({ ...sketch, tpotMs: 0 }));
        const decode = second.map((sketch) => ({ ...sketch, ttftMs: 0 }));
        const least = Math.min(...prefill.map(({ tp }) => tp)) + Math.min(...decode.map(({ tp }) => tp));
        const rows = pick(prefill.map(worker), decode.map(worker), { maxGpus });
        for (const row of rows) expect(numberIn(row, 'num_total_gpus')).toBeLessThanOrEqual(maxGpus);
        expect(rows.length > 0).toBe(least <= maxGpus);
      }),
    );
  });
});
