import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Load, pickLoadMatch } from '../../src/pick/load-match.ts';
import {
  clusterRate,
  metric,
  type PickTarget,
  type RankedCandidate,
  type RankedTable,
} from '../../src/pick/ranking.ts';
import { type Compat, mendsOf } from '../../src/request/mends.ts';
import { CANDIDATE_OF, LATENCY_2000, outline, type Sketch, TPOT_30 } from './support.ts';

interface Wish {
  readonly load?: Load;
  readonly maxGpus?: number;
  readonly target?: PickTarget;
  readonly compat?: Compat;
  readonly mode?: 'agg' | 'disagg';
  readonly holdsToBudget?: boolean;
}

function match(sketches: readonly Sketch[], wish: Wish = {}) {
  const { load = { metric: 'requestsPerSec', amount: 5 }, maxGpus = 8, target = TPOT_30, compat, mode = 'agg' } = wish;
  const { holdsToBudget = true } = wish;
  const query = { load, maxGpus, holdsToBudget, target, mends: mendsOf(compat) };
  return pickLoadMatch(sketches.map(CANDIDATE_OF[mode]), query);
}

const replicas = ({ load }: RankedCandidate) => load?.replicas;
const gpus = ({ load }: RankedCandidate) => load?.gpus;
const servedPercent = ({ load }: RankedCandidate) => load?.servedPercent;
const NUMBERS = [replicas, gpus, servedPercent, clusterRate] as const;

describe('a load that the budget holds', () => {
  it('takes the fewest GPUs, then the higher rate, one a layout', () => {
    const { top } = match([
      { tp: 4, gpus: 4, rate: 6, tokens: 300 },
      { tp: 1, gpus: 1, rate: 1.25, tokens: 250 },
      { tp: 2, gpus: 2, rate: 2.5, tokens: 200 },
      { tp: 2, gpus: 2, rate: 2, tokens: 150 },
      { tp: 8, gpus: 8, rate: 9, tokens: 100 },
    ]);
    expect(outline(top, ...NUMBERS)).toEqual([
      [4, 1, 4, undefined, 300],
      [1, 4, 4, undefined, 250],
      [2, 2, 4, undefined, 200],
      [8, 1, 8, undefined, 100],
    ]);
  });

  it('counts replicas by requests in flight where a concurrency is asked for', () => {
    const load: Load = { metric: 'concurrency', amount: 64 };
    const { top } = match(
      [
        { tp: 1, inFlight: 56 },
        { tp: 2, gpus: 2, inFlight: 64 },
      ],
      { load },
    );
    expect(outline(top, replicas, gpus)).toEqual([
      [1, 2, 2],
      [2, 1, 2],
    ]);
  });

  it('keeps the first of the candidates of a layout that need equally many GPUs', () => {
    const { top } = match([
      { rate: 5, tokens: 90, tpotMs: 10 },
      { rate: 5, tokens: 100, tpotMs: 20 },
    ]);
    expect(outline(top, metric('tokensPerSecPerGpu'))).toEqual([[1, 90]]);
  });

  it('takes of one layout what needs the fewest GPUs, wherever it stands', () => {
    const { top } = match([
      { rate: 2, tokens: 300 },
      { rate: 5, tokens: 100 },
      { rate: 4, tokens: 200 },
    ]);
    expect(outline(top, gpus, clusterRate)).toEqual([[1, 1, 100]]);
  });

  it('lists five layouts at most', () => {
    const { top } = match([1, 2, 3, 4, 5, 6].map((tp) => ({ tp, gpus: tp, rate: 5 })));
    expect(outline(top)).toEqual([[1], [2], [3], [4], [5]]);
  });

  it('needs one replica for however small a load', () => {
    const { top } = match([{ rate: 50 }], { load: { metric: 'requestsPerSec', amount: 0.001 } });
    expect(outline(top, replicas)).toEqual([[1, 1]]);
  });

  it('leaves out candidates that serve nothing', () => {
    expect(
      outline(
        match([
          { tp: 1, rate: 0 },
          { tp: 2, rate: 5 },
        ]).top,
      ),
    ).toEqual([[2]]);
  });

  it('leaves candidates over the latency limit out while one keeps it', () => {
    const sketches = [
      { tp: 1, rate: 5, requestMs: 2001 },
      { tp: 2, gpus: 2, rate: 5, requestMs: 2000 },
    ];
    expect(outline(match(sketches, { target: LATENCY_2000 }).top)).toEqual([[2]]);
  });
});

describe('a load that the budget does not hold', () => {
  it('fills the budget by throughput and says how much is served', () => {
    const { top } = match(
      [
        { tp: 1, gpus: 1, rate: 0.1, tokens: 100 },
        { tp: 3, gpus: 3, rate: 0.5, tokens: 110 },
      ],
      { maxGpus: 8 },
    );
    expect(outline(top, ...NUMBERS)).toEqual([
      [1, 8, 8, 16, 100],
      [3, 2, 6, 20, 82.5],
    ]);
  });

  it('leaves out candidates that serve nothing there too', () => {
    const { top } = match([
      { tp: 1, rate: 0, tokens: 900 },
      { tp: 2, rate: 0.1 },
    ]);
    expect(outline(top)).toEqual([[2]]);
  });

  it('rounds the share to one decimal, ties to even', () => {
    const { top } = match([{ rate: 0.0625 }], { maxGpus: 5 });
    expect(outline(top, servedPercent)).toEqual([[1, 6.2]]);
  });
});

describe('a latency limit that no candidate keeps', () => {
  const sketches = [
    { tp: 1, gpus: 1, rate: 0.5, tpotMs: 40 },
    { tp: 2, gpus: 2, rate: 0.5, tpotMs: 35 },
  ];

  it('goes by the smallest latency, and by the rules of the reference past the budget', () => {
    const { top, bestThroughput } = match(sketches, { compat: 'reference' });
    expect(outline(top, ...NUMBERS)).toEqual([
      [2, 10, 20, undefined, 100],
      [1, 10, 10, undefined, 100],
    ]);
    expect(bestThroughput).toBe(100);
  });

  it('deploys no more than the load needs where the budget holds that', () => {
    const found = match([
      { tp: 1, gpus: 1, rate: 1, tpotMs: 40 },
      { tp: 2, gpus: 2, rate: 1.25, tpotMs: 45 },
      { tp: 3, gpus: 3, rate: 1.25, tpotMs: 50 },
    ]).top;
    expect(outline(found, ...NUMBERS)).toEqual([
      [1, 5, 5, undefined, 100],
      [2, 4, 8, undefined, 100],
      [3, 2, 6, 50, 75],
    ]);
  });

  it('stays within the budget by default', () => {
    const { top } = match(sketches);
    expect(outline(top, ...NUMBERS)).toEqual([
      [2, 4, 8, 40, 100],
      [1, 8, 8, 80, 100],
    ]);
  });
});

describe('what experiments are compared by', () => {
  const sketches = [{ gpus: 2, rate: 5, tokens: 321 }];
  it.each([
    ['1 / GPUs below the budget', 'reference', 8, 0.5],
    ['the rate at the budget', 'reference', 2, 321],
    ['always the rate by default', 'ours', 8, 321],
  ] as const)('%s', (_, compat, maxGpus, best) => {
    expect(match(sketches, { compat, maxGpus }).bestThroughput).toBe(best);
  });

  it('is nothing where there are no candidates', () => {
    expect(match([])).toEqual({ bestThroughput: 0, top: [], further: [], pareto: [] });
  });
});

const sketches = fc.array(
  fc.record({
    tp: fc.constantFrom(1, 2, 4),
    gpus: fc.integer({ min: 1, max: 8 }),
    rate: fc.double({ min: 0.01, max: 20, noNaN: true }),
    inFlight: fc.integer({ min: 1, max: 512 }),
    tokens: fc.double({ min: 1, max: 1000, noNaN: true }),
    tpotMs: fc.double({ min: 1, max: 60, noNaN: true }),
  }),
  { minLength: 1, maxLength: 30 },
);
const loads = fc.record({
  metric: fc.constantFrom('requestsPerSec' as const, 'concurrency' as const),
  amount: fc.double({ min: 0.1, max: 500, noNaN: true }),
});
const modes = fc.constantFrom('agg' as const, 'disagg' as const);

describe('any table', () => {
  it('has only candidates within the budget, of layouts that fit it', () => {
    fc.assert(
      fc.property(sketches, loads, modes, fc.integer({ min: 8, max: 64 }), (drawn, load, mode, maxGpus) => {
        const { top } = match(drawn, { load, mode, maxGpus });
        expect(top.length).toBeGreaterThan(0);
        for (const found of top) {
          expect(gpus(found)).toBeLessThanOrEqual(maxGpus);
          expect(gpus(found)).toBe(replicas(found)! * found.candidate.gpus);
        }
      }),
    );
  });

  it('serves the load it claims', () => {
    let claims = 0;
    fc.assert(
      fc.property(sketches, loads, modes, (drawn, load, mode) => {
        const { top } = match(drawn, { load, mode, maxGpus: 16 });
        expect(top.length).toBeGreaterThan(0);
        for (const found of top) {
          if (servedPercent(found) !== undefined) continue;
          claims += 1;
          const served = replicas(found)! * found.candidate.metrics[load.metric];
          expect(served).toBeGreaterThanOrEqual(load.amount * (1 - 1e-12));
        }
      }),
    );
    expect(claims).toBeGreaterThan(0);
  });

  it('never needs more GPUs for less load', () => {
    fc.assert(
      fc.property(sketches, loads, fc.double({ min: 0.1, max: 1, noNaN: true }), (drawn, load, share) => {
        const within = drawn.map((sketch) => ({ ...sketch, tpotMs: 20 }));
        const less = { ...load, amount: load.amount * share };
        const needed = (wanted: Load): number => gpus(match(within, { load: wanted, maxGpus: 1e9 }).top[0]!)!;
        expect(needed(less)).toBeLessThanOrEqual(needed(load));
      }),
    );
  });
});

describe('what is deployed', () => {
  it('is what serves the load', () => {
    const { top } = match([{ tp: 2, gpus: 2, rate: 2.5 }]);
    expect(top).toEqual([expect.objectContaining({ replicas: 2, replicaGpus: 2, budgetGpus: 4 })]);
  });

  it('is held to the budget where the reference ranks past it', () => {
    const { top } = match([{ tp: 2, gpus: 2, rate: 0.5, tpotMs: 40 }], { compat: 'reference' });
    expect(top).toEqual([expect.objectContaining({ replicas: 4, budgetGpus: 8, load: { replicas: 10, gpus: 20 } })]);
  });

  it('is everything that the load needs where the engine does not look at the budget, but never by default', () => {
    const wish = { holdsToBudget: false } as const;
    const sketch = { tp: 2, gpus: 2, rate: 0.5, tpotMs: 40 };
    const deployed = ({ top }: RankedTable) => top.map(({ replicas: count, budgetGpus }) => [count, budgetGpus]);
    expect(deployed(match([sketch], { ...wish, compat: 'reference' }))).toEqual([[10, 20]]);
    expect(deployed(match([sketch], wish))).toEqual([[4, 8]]);
  });
});
