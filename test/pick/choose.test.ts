import { describe, expect, it } from 'vitest';
import { byServedLoad, type Criterion, chooseTable, criterionOf, type ModeTable } from '../../src/pick/choose.ts';
import { pickDefault } from '../../src/pick/default.ts';
import { pickLoadMatch } from '../../src/pick/load-match.ts';
import type { RankedCandidate, RankedTable } from '../../src/pick/ranking.ts';
import { type Compat, mendsOf } from '../../src/request/mends.ts';
import { CANDIDATE_OF, candidate, type Sketch, TPOT_30 } from './support.ts';

function tables(agg: readonly Sketch[], disagg: readonly Sketch[], compat: Compat): readonly ModeTable[] {
  const load = { metric: 'requestsPerSec', amount: 5 } as const;
  const query = { load, maxGpus: 8, target: TPOT_30, mends: mendsOf(compat) };
  return (['agg', 'disagg'] as const).map((mode) => ({
    mode,
    ranked: pickLoadMatch((mode === 'agg' ? agg : disagg).map(CANDIDATE_OF[mode]), query),
  }));
}

function chosen(agg: readonly Sketch[], disagg: readonly Sketch[], compat: Compat): string | undefined {
  return chooseTable(tables(agg, disagg, compat), criterionOf(true, mendsOf(compat)))?.mode;
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
    ['a table without candidates loses', [], [{ gpus: 4, rate: 5 }], 'disagg', 'disagg'],
    ['wherever it stands', [{ gpus: 4, rate: 5 }], [], 'agg', 'agg'],
    ['of two tables without candidates the first stays', [], [], 'agg', 'agg'],
  ] as const)('%s', (_, agg, disagg, ours, reference) => {
    expect(chosen(agg, disagg, 'ours')).toBe(ours);
    expect(chosen(agg, disagg, 'reference')).toBe(reference);
  });

  it('counts a capped candidate as not served however close it comes', () => {
    const [one] = pickDefault([candidate()], 8, TPOT_30).top;
    const table = (load: { servedPercent?: number }): { ranked: RankedTable } => ({
      ranked: { bestThroughput: 1, pareto: [], top: [{ ...one!, load: { replicas: 8, gpus: 8, ...load } }] },
    });
    const [nearly, fully] = [table({ servedPercent: 100 }), table({})];
    expect(
      chooseTable(
        [
          { mode: 'agg', ...nearly },
          { mode: 'disagg', ...fully },
        ],
        'load',
      )?.mode,
    ).toBe('disagg');
  });
});

describe('a candidate that was not matched to a load', () => {
  const unmatched = (budgetGpus: number): RankedCandidate => pickDefault([candidate()], budgetGpus, TPOT_30).top[0]!;

  it('counts as serving all of it, with all GPUs of its budget', () => {
    expect(byServedLoad(unmatched(4), unmatched(8))).toBeLessThan(0);
    const matched = (load: { gpus: number; servedPercent?: number }): RankedCandidate => ({
      ...unmatched(2),
      load: { replicas: 1, ...load },
    });
    expect(byServedLoad(unmatched(4), matched({ gpus: 8 }))).toBeLessThan(0);
    expect(byServedLoad(unmatched(8), matched({ gpus: 4 }))).toBeGreaterThan(0);
    expect(byServedLoad(unmatched(8), matched({ gpus: 4, servedPercent: 50 }))).toBeLessThan(0);
  });
});

describe('default picking', () => {
  const table = (mode: 'agg' | 'disagg', tokens: number): ModeTable => ({
    mode,
    ranked: pickDefault([CANDIDATE_OF[mode]({ tokens })], 8, TPOT_30),
  });
  it.each([
    ['the higher rate', 100, 101, 'disagg'],
    ['of equals aggregated serving', 100, 100, 'agg'],
  ] as const)('takes %s', (_, agg, disagg, mode) => {
    expect(chooseTable([table('agg', agg), table('disagg', disagg)], 'throughput')?.mode).toBe(mode);
  });

  it('chooses nothing among no tables', () => {
    expect(chooseTable([], 'throughput')).toBeUndefined();
  });
});

describe('the criterion', () => {
  it.each([
    [true, 'ours', 'load'],
    [true, 'reference', 'throughput'],
    [false, 'ours', 'throughput'],
    [false, 'reference', 'throughput'],
  ] as const)('with a load %s and compat %s is %s', (isLoadMatch, compat, wanted: Criterion) => {
    expect(criterionOf(isLoadMatch, mendsOf(compat))).toBe(wanted);
  });
});
