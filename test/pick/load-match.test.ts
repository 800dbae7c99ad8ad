import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Load, pickLoadMatch } from '../../src/pick/load-match.ts';
import { numberIn, type PickTarget, type Rules } from '../../src/pick/rows.ts';
import { LATENCY_2000, outline, row, type Sketch, TPOT_30 } from './support.ts';

interface Wish {
  readonly load?: Load;
  readonly maxGpus?: number;
  readonly target?: PickTarget;
  readonly rules?: Rules;
  readonly mode?: 'agg' | 'disagg';
}

function match(sketches: readonly Sketch[], wish: Wish = {}) {
  const { load = { column: 'seq/s', amount: 5 }, maxGpus = 8, target = TPOT_30, rules = 'ours', mode = 'agg' } = wish;
  return pickLoadMatch(mode, sketches.map(row), { load, maxGpus, target, rules });
}

const COLUMNS = ['replicas_needed', 'total_gpus_needed', 'load_served_pct', 'tokens/s/gpu_cluster'] as const;

describe('a load that the budget holds', () => {
  it('takes the fewest GPUs, then the higher rate, one row a layout', () => {
    const { top } = match([
      { layout: 'tp4', gpus: 4, rate: 6, tokens: 300 },
      { layout: 'tp1', gpus: 1, rate: 1.25, tokens: 250 },
      { layout: 'tp2', gpus: 2, rate: 2.5, tokens: 200 },
      { layout: 'tp2', gpus: 2, rate: 2, tokens: 150 },
      { layout: 'tp8', gpus: 8, rate: 9, tokens: 100 },
    ]);
    expect(outline(top, ...COLUMNS)).toEqual([
      ['tp4', 1, 4, undefined, 300],
      ['tp1', 4, 4, undefined, 250],
      ['tp2', 2, 4, undefined, 200],
      ['tp8', 1, 8, undefined, 100],
    ]);
  });

  it('counts replicas by requests in flight where a concurrency is asked for', () => {
    const load: Load = { column: 'concurrency', amount: 64 };
    const { top } = match(
      [
        { layout: 'tp1', inFlight: 56 },
        { layout: 'tp2', gpus: 2, inFlight: 64 },
      ],
      { load },
    );
    expect(outline(top, 'replicas_needed', 'total_gpus_needed')).toEqual([
      ['tp1', 2, 2],
      ['tp2', 1, 2],
    ]);
  });

  it('keeps the first of the rows of a layout that need equally many GPUs', () => {
    const { top } = match([
      { rate: 5, tokens: 90, tpot: 10 },
      { rate: 5, tokens: 100, tpot: 20 },
    ]);
    expect(outline(top, 'tokens/s/gpu')).toEqual([['tp1', 90]]);
  });

  it('needs one replica for however small a load', () => {
    const { top } = match([{ rate: 50 }], { load: { column: 'seq/s', amount: 0.001 } });
    expect(outline(top, 'replicas_needed')).toEqual([['tp1', 1]]);
  });

  it('leaves out rows that serve nothing', () => {
    expect(
      outline(
        match([
          { layout: 'tp1', rate: 0 },
          { layout: 'tp2', rate: 5 },
        ]).top,
      ),
    ).toEqual([['tp2']]);
  });

  it('leaves rows over the latency limit out while one keeps it', () => {
    const sketches = [
      { layout: 'tp1', rate: 5, latency: 2001 },
      { layout: 'tp2', gpus: 2, rate: 5, latency: 2000 },
    ];
    expect(outline(match(sketches, { target: LATENCY_2000 }).top)).toEqual([['tp2']]);
  });
});

describe('a load that the budget does not hold', () => {
  it('fills the budget by throughput and says how much is served', () => {
    const { top } = match(
      [
        { layout: 'tp1', gpus: 1, rate: 0.1, tokens: 100 },
        { layout: 'tp3', gpus: 3, rate: 0.5, tokens: 110 },
      ],
      { maxGpus: 8 },
    );
    expect(outline(top, ...COLUMNS)).toEqual([
      ['tp1', 8, 8, 16, 100],
      ['tp3', 2, 6, 20, 82.5],
    ]);
  });

  it('rounds the share to one decimal, ties to even', () => {
    const { top } = match([{ rate: 0.0625 }], { maxGpus: 5 });
    expect(outline(top, 'load_served_pct')).toEqual([['tp1', 6.2]]);
  });
});

describe('a latency limit that no row keeps', () => {
  const sketches = [
    { layout: 'tp1', gpus: 1, rate: 0.5, tpot: 40 },
    { layout: 'tp2', gpus: 2, rate: 0.5, tpot: 35 },
  ];

  it('goes by the smallest latency, and by the rules of the reference past the budget', () => {
    const { top, bestThroughput } = match(sketches, { rules: 'reference' });
    expect(outline(top, ...COLUMNS)).toEqual([
      ['tp2', 10, 20, undefined, 100],
      ['tp1', 10, 10, undefined, 100],
    ]);
    expect(bestThroughput).toBe(100);
  });

  it('stays within the budget by default', () => {
    const { top } = match(sketches);
    expect(outline(top, ...COLUMNS)).toEqual([
      ['tp2', 4, 8, 40, 100],
      ['tp1', 8, 8, 80, 100],
    ]);
  });
});

describe('what experiments are compared by', () => {
  const sketches = [{ gpus: 2, rate: 5, tokens: 321 }];
  it.each([
    ['1 / GPUs below the budget', 'reference', 8, 0.5],
    ['the rate at the budget', 'reference', 2, 321],
    ['always the rate by default', 'ours', 8, 321],
  ] as const)('%s', (_, rules, maxGpus, best) => {
    expect(match(sketches, { rules, maxGpus }).bestThroughput).toBe(best);
  });

  it('is nothing where there are no rows', () => {
    expect(match([])).toEqual({ bestThroughput: 0, top: [], pareto: [] });
  });
});

const sketches = fc.array(
  fc.record({
    layout: fc.constantFrom('tp1', 'tp2', 'tp4'),
    gpus: fc.integer({ min: 1, max: 8 }),
    rate: fc.double({ min: 0.01, max: 20, noNaN: true }),
    inFlight: fc.integer({ min: 1, max: 512 }),
    tokens: fc.double({ min: 1, max: 1000, noNaN: true }),
    tpot: fc.double({ min: 1, max: 60, noNaN: true }),
  }),
  { minLength: 1, maxLength: 30 },
);
const loads = fc.record({
  column: fc.constantFrom('seq/s' as const, 'concurrency' as const),
  amount: fc.double({ min: 0.1, max: 500, noNaN: true }),
});
const modes = fc.constantFrom('agg' as const, 'disagg' as const);

describe('any table', () => {
  it('has only rows within the budget, of layouts that fit it', () => {
    fc.assert(
      fc.property(sketches, loads, modes, fc.integer({ min: 8, max: 64 }), (rows, load, mode, maxGpus) => {
        for (const found of match(rows, { load, mode, maxGpus }).top) {
          expect(numberIn(found, 'total_gpus_needed')).toBeLessThanOrEqual(maxGpus);
          expect(numberIn(found, 'total_gpus_needed')).toBe(
            numberIn(found, 'replicas_needed') * numberIn(found, 'num_total_gpus'),
          );
        }
      }),
    );
  });

  it('serves the load it claims', () => {
    fc.assert(
      fc.property(sketches, loads, modes, (rows, load, mode) => {
        for (const found of match(rows, { load, mode, maxGpus: 16 }).top) {
          if (found.load_served_pct !== undefined) continue;
          const served = numberIn(found, 'replicas_needed') * numberIn(found, load.column);
          expect(served).toBeGreaterThanOrEqual(load.amount * (1 - 1e-12));
        }
      }),
    );
  });

  it('never needs more GPUs for less load', () => {
    fc.assert(
      fc.property(sketches, loads, fc.double({ min: 0.1, max: 1, noNaN: true }), (rows, load, share) => {
        const within = rows.map((sketch) => ({ ...sketch, tpot: 20 }));
        const less = { ...load, amount: load.amount * share };
        const gpus = (wanted: Load): number =>
          numberIn(match(within, { load: wanted, maxGpus: 1e9 }).top[0]!, 'total_gpus_needed');
        expect(gpus(less)).toBeLessThanOrEqual(gpus(load));
      }),
    );
  });
});
