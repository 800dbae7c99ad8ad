import { describe, expect, it } from 'vitest';
import { byServedLoad, chooseTable, type ModeTable, pickOrder } from '../../src/pick/choose.ts';
import { pickDefault } from '../../src/pick/default.ts';
import { pickLoadMatch } from '../../src/pick/load-match.ts';
import type { RankedCandidate, RankedTable } from '../../src/pick/ranking.ts';
import { type Compat, mendsOf, OURS } from '../../src/request/mends.ts';
import { CANDIDATE_OF, candidate, type Sketch, TPOT_30 } from './support.ts';

function tables(agg: readonly Sketch[], disagg: readonly Sketch[], compat: Compat): readonly ModeTable[] {
  const load = { metric: 'requestsPerSec', amount: 5 } as const;
  const query = { load, maxGpus: 8, holdsToBudget: true, target: TPOT_30, mends: mendsOf(compat) };
  return (['agg', 'disagg'] as const).map((mode) => ({
    mode,
    ranked: pickLoadMatch((mode === 'agg' ? agg : disagg).map(CANDIDATE_OF[mode]), query),
  }));
}

function orderOf(isLoadMatch: boolean, compat?: Compat) {
  return pickOrder({ isLoadMatch, target: TPOT_30, mends: mendsOf(compat) });
}

function chosen(agg: readonly Sketch[], disagg: readonly Sketch[], compat: Compat): string | undefined {
  return chooseTable(tables(agg, disagg, compat), orderOf(true, compat))?.mode;
}

describe('a load match between aggregated and disaggregated serving', () => {
  it.each([
    [
      'what serves the load goes before what cannot',
      [{ gpus: 8, rate: 1, tokens: 900 }],
      [{ gpus: 2, rate: 5, tokens: 100 }],
      'disagg',
      'agg',
    ],
    [
      'of two that cannot, the one that serves more',
      [{ gpus: 8, rate: 1, tokens: 900 }],
      [{ gpus: 8, rate: 2, tokens: 100 }],
      'disagg',
      'agg',
    ],
    [
      'fewer GPUs win although the others have a higher rate',
      [{ gpus: 4, rate: 5, tokens: 100 }],
      [{ gpus: 8, rate: 5, tokens: 900 }],
      'agg',
      'disagg',
    ],
    [
      'of equally many GPUs the higher rate',
      [{ gpus: 4, rate: 5, tokens: 100 }],
      [{ gpus: 4, rate: 5, tokens: 101 }],
      'disagg',
      'agg',
    ],
    ['of equals aggregated serving', [{ gpus: 4, rate: 5 }], [{ gpus: 4, rate: 5 }], 'agg', 'agg'],
    [
      'of two that serve it what keeps the token time',
      [{ gpus: 2, rate: 5, tpotMs: 40 }],
      [{ gpus: 8, rate: 5, tpotMs: 20 }],
      'disagg',
      'disagg',
    ],
    [
      'what serves the load, also where it misses the token time that the other keeps',
      [{ gpus: 8, rate: 1, tpotMs: 20, tokens: 900 }],
      [{ gpus: 4, rate: 5, tpotMs: 40 }],
      'disagg',
      'agg',
    ],
    [
      'of two that cannot serve it what keeps the token time',
      [{ gpus: 8, rate: 3, tpotMs: 40, tokens: 900 }],
      [{ gpus: 8, rate: 1, tpotMs: 20, tokens: 100 }],
      'disagg',
      'agg',
    ],
    [
      'of two that serve it and miss the token time the nearer one',
      [{ gpus: 2, rate: 5, tpotMs: 40 }],
      [{ gpus: 8, rate: 5, tpotMs: 35 }],
      'disagg',
      'disagg',
    ],
    ['a table without candidates loses', [], [{ gpus: 4, rate: 5 }], 'disagg', 'disagg'],
    ['wherever it stands', [{ gpus: 4, rate: 5 }], [], 'agg', 'agg'],
    ['of two tables without candidates the first stays', [], [], 'agg', 'agg'],
  ] as const)('%s', (_, agg, disagg, ours, reference) => {
    expect(chosen(agg, disagg, 'ours')).toBe(ours);
    expect(chosen(agg, disagg, 'reference')).toBe(reference);
  });

  it('counts a capped candidate as not served however close it comes', () => {
    const [one] = pickDefault([candidate()], { totalGpus: 8, target: TPOT_30, mends: OURS }).top;
    const table = (load: { servedPercent?: number }): { ranked: RankedTable } => ({
      ranked: {
        bestThroughput: 1,
        further: [],
        pareto: [],
        top: [{ ...one!, load: { replicas: 8, gpus: 8, ...load } }],
      },
    });
    const [nearly, fully] = [table({ servedPercent: 100 }), table({})];
    expect(
      chooseTable(
        [
          { mode: 'agg', ...nearly },
          { mode: 'disagg', ...fully },
        ],
        orderOf(true),
      )?.mode,
    ).toBe('disagg');
  });
});

const byLoad = byServedLoad(() => 0);

describe('a candidate that was not matched to a load', () => {
  const unmatched = (budgetGpus: number): RankedCandidate =>
    pickDefault([candidate()], { totalGpus: budgetGpus, target: TPOT_30, mends: OURS }).top[0]!;

  it('counts as serving all of it, with all GPUs of its budget', () => {
    expect(byLoad(unmatched(4), unmatched(8))).toBeLessThan(0);
    const matched = (load: { gpus: number; servedPercent?: number }): RankedCandidate => ({
      ...unmatched(2),
      load: { replicas: 1, ...load },
    });
    expect(byLoad(unmatched(4), matched({ gpus: 8 }))).toBeLessThan(0);
    expect(byLoad(unmatched(8), matched({ gpus: 4 }))).toBeGreaterThan(0);
    expect(byLoad(unmatched(8), matched({ gpus: 4, servedPercent: 50 }))).toBeLessThan(0);
  });
});

describe('default picking', () => {
  const table = (mode: 'agg' | 'disagg', sketch: Sketch): ModeTable => ({
    mode,
    ranked: pickDefault([CANDIDATE_OF[mode](sketch)], { totalGpus: 8, target: TPOT_30, mends: OURS }),
  });
  it.each([
    ['the higher rate', { tokens: 100 }, { tokens: 101 }, 'disagg', 'disagg'],
    ['of equals aggregated serving', {}, {}, 'agg', 'agg'],
    ['what keeps the limit', { tokens: 900, tpotMs: 30.001 }, { tokens: 10, tpotMs: 30 }, 'disagg', 'agg'],
    ['the nearer of two that miss it', { tokens: 900, tpotMs: 50 }, { tokens: 10, tpotMs: 40 }, 'disagg', 'agg'],
    [
      'of equally near ones the higher rate',
      { tokens: 10, tpotMs: 40 },
      { tokens: 20, tpotMs: 40 },
      'disagg',
      'disagg',
    ],
  ] as const)('takes %s, where the reference goes by the rate', (_, agg, disagg, ours, reference) => {
    const tables = [table('agg', agg), table('disagg', disagg)];
    expect(chooseTable(tables, orderOf(false))?.mode).toBe(ours);
    expect(chooseTable(tables, orderOf(false, 'reference'))?.mode).toBe(reference);
  });

  it('chooses nothing among no tables', () => {
    expect(chooseTable([], orderOf(false))).toBeUndefined();
  });
});
