import { describe, expect, test } from 'vitest';
import { toPoints } from '../../src/page/browser/point.ts';
import { linearScale, logScale } from '../../src/page/browser/scale.ts';
import { nextOrder, sorted } from '../../src/page/browser/sorting.ts';
import { pointsOf } from '../../src/page/points.ts';
import { explainProfile } from '../../src/profile/explain.ts';
import { profileRequest } from '../../src/profile/profile.ts';
import { limitsOf } from '../../src/request/sla.ts';
import { candidateWords } from '../../src/verdict/layout-words.ts';
import { engine, wishedRequest } from '../support/profiles.ts';
import { ignoreWarnings } from '../support/warnings.ts';

test('configurations are read back from a page in the words of a verdict', () => {
  const request = wishedRequest({ totalGpus: 8 });
  const profile = profileRequest(request, engine, ignoreWarnings);
  const candidates = explainProfile(request, profile, engine).candidates();
  const target = limitsOf(request.sla).judged;
  const points = toPoints(pointsOf({ profile, candidates, totalGpus: 8, target, most: 10_000 })!);
  expect(points.length).toBeGreaterThan(50);
  expect([...new Set(points.map(({ modeName }) => modeName))].sort()).toEqual(['agg', 'disagg']);
  expect(points.map(({ workersText }) => workersText).sort()).toEqual(candidates.map(candidateWords).sort());
  expect(points.filter(({ isPicked }) => isPicked).map(({ workersText }) => workersText)).toEqual([
    candidateWords(profile.picked[0]!.candidate),
  ]);
});

describe('a table', () => {
  const rows = [{ v: 10 }, { v: undefined }, { v: 9 }, { v: 10.5 }];

  test('has what has no value last, whichever way it is sorted', () => {
    expect(sorted(rows, ({ v }) => v, false).map(({ v }) => v)).toEqual([9, 10, 10.5, undefined]);
    expect(sorted(rows, ({ v }) => v, true).map(({ v }) => v)).toEqual([10.5, 10, 9, undefined]);
  });

  test('sorts numbers inside of names as numbers', () => {
    expect(sorted(['q10', 'q9', 'chat'], (name) => name, false)).toEqual(['chat', 'q9', 'q10']);
  });

  test('is sorted the other way by a second click, and as a column begins by the first one', () => {
    const first = nextOrder(undefined, 3, true);
    expect(first).toEqual({ column: 3, isDescending: true });
    expect(nextOrder(first, 3, true)).toEqual({ column: 3, isDescending: false });
    expect(nextOrder(first, 4, false)).toEqual({ column: 4, isDescending: false });
  });
});

describe('an axis', () => {
  test('begins at 0 and ends at a round number above the largest', () => {
    const scale = linearScale(93, [0, 100]);
    expect([scale.at(0), scale.at(50), scale.at(100)]).toEqual([0, 50, 100]);
    expect(scale.ticks(5)).toEqual([0, 20, 40, 60, 80, 100]);
  });

  test('of latencies names 1, 2 and 5 of each power of ten', () => {
    const scale = logScale([8, 450], [0, 1]);
    expect(scale.ticks(5)).toEqual([10, 20, 50, 100, 200]);
    expect([scale.at(8), scale.at(450)]).toEqual([0, 1]);
    expect(scale.at(60)).toBeCloseTo(0.5, 9);
  });

  test('of latencies that are near each other names round numbers', () => {
    expect(logScale([24, 33], [0, 1]).ticks(5)).toEqual([24, 26, 28, 30, 32]);
  });
});
