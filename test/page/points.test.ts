import { describe, expect, test } from 'vitest';
import { type PagePoints, POINT_COLUMNS, type PointColumn } from '../../src/page/data.ts';
import { pointsOf } from '../../src/page/points.ts';
import { explainProfile } from '../../src/profile/explain.ts';
import { profileRequest } from '../../src/profile/profile.ts';
import { limitsOf } from '../../src/request/sla.ts';
import { engine, wishedRequest } from '../support/profiles.ts';
import { ignoreWarnings } from '../support/warnings.ts';

const request = wishedRequest({ backend: 'auto', totalGpus: 8, more: '  sla: {ttft: 1500, itl: 20}\n' });
const profile = profileRequest(request, engine, ignoreWarnings);
const candidates = explainProfile(request, profile, engine).candidates();

function pointsWith(most: number): PagePoints {
  const points = pointsOf({ profile, candidates, totalGpus: 8, target: limitsOf(request.sla).judged, most });
  if (points === undefined) throw new Error('nothing was measured');
  return points;
}

function column(points: PagePoints, name: PointColumn): readonly number[] {
  return points.rows.map((row) => row[POINT_COLUMNS.indexOf(name)]!);
}

describe('the configurations of a page', () => {
  const points = pointsWith(10_000);

  test('are all that the sweeps kept, each once', () => {
    expect(candidates.length).toBeGreaterThan(200);
    expect(points.considered).toBe(candidates.length);
    expect(points.rows).toHaveLength(candidates.length);
    expect(new Set(points.backends)).toEqual(new Set(['trtllm', 'sglang', 'vllm']));
  });

  test('have the fronts of the ranked tables', () => {
    const { agg, disagg } = profile.experiments;
    const front = column(points, 'front');
    const rates = points.rows
      .filter((_, i) => front[i] === 1)
      .map((row) => row[POINT_COLUMNS.indexOf('tokensPerSecPerGpu')]!);
    const expected = [agg, disagg].flatMap(
      (table) => table?.pareto.map(({ clusterRate }) => Number(clusterRate.toPrecision(5))) ?? [],
    );
    expect(expected.length).toBeGreaterThan(10);
    expect([...rates].sort()).toEqual([...expected].sort());
  });

  test('have the ranks of both tables, and the pick', () => {
    const { agg, disagg } = profile.experiments;
    const ranked = [agg, disagg].flatMap((table) =>
      [...(table?.top ?? []), ...(table?.further ?? [])].map((_, i) => i + 1),
    );
    const ranks = column(points, 'rank').filter((rank) => rank > 0);
    expect([...ranks].sort()).toEqual([...ranked].sort());
    const { metrics } = profile.picked[0]!.candidate;
    expect(column(points, 'ttftMs')[points.picked]).toBeCloseTo(metrics.ttftMs, 0);
    expect(column(points, 'itlMs')[points.picked]).toBeCloseTo(metrics.tpotMs, 2);
    expect(column(points, 'rank')[points.picked]).toBe(1);
  });
});

describe('fewer of them', () => {
  const all = pointsWith(10_000);
  const countOf = (points: PagePoints, name: PointColumn, wanted: (value: number) => boolean): number => {
    return column(points, name).filter(wanted).length;
  };
  const isTop = (rank: number): boolean => rank > 0 && rank <= 5;

  test.each([300, 150, 40])('are at most %i, the first ranks always among them', (most) => {
    const points = pointsWith(most);
    expect(points.rows).toHaveLength(most);
    expect(points.considered).toBe(candidates.length);
    expect(countOf(points, 'rank', isTop)).toBe(countOf(all, 'rank', isTop));
    expect(column(points, 'rank')[points.picked]).toBe(1);
  });

  test('have the fronts before what else there is', () => {
    const front = countOf(all, 'front', (one) => one === 1);
    expect(countOf(pointsWith(150), 'front', (one) => one === 1)).toBe(front);
    const few = pointsWith(40);
    expect(few.rows.every((_, i) => column(few, 'front')[i] === 1 || isTop(column(few, 'rank')[i]!))).toBe(true);
  });
});
