import { describe, expect, it } from 'vitest';
import { DataMissing } from '../../../src/operations/data-missing.ts';
import { productTime, type SiteRules, sitesOf } from '../../../src/operations/resolver/sites.ts';
import { madeSlice } from './made-slice.ts';

/** A roofline that a product reaches a share of. */
const work = (m: number, n: number, k: number): number => m * n * k;

type Row = readonly [n: number, k: number, m: number, site: number, ms: number];
const timed = (rows: readonly Row[], changes: Partial<SiteRules> = {}) => {
  const rules = { waivesFrontier: true, order: 'as met', ...changes } as const;
  const sites = sitesOf(madeSlice(['n', 'k', 'm', 'site'], rows), rules);
  return (m: number, n: number, k: number): number => productTime(sites, [m, n, k], work);
};

describe('a weight shape that was measured', () => {
  const time = timed([
    [64, 64, 2, 0, 10],
    [64, 64, 4, 0, 20],
    [64, 64, 8, 0, 80],
    [64, 64, 16, 0, 640],
  ]);

  it('is on its own curve', () => {
    expect([2, 3, 16].map((m) => time(m, 64, 64))).toEqual([10, 15, 640]);
  });

  it('reaches beyond either end the median share of the three points there', () => {
    expect(time(32, 64, 64)).toBeCloseTo(320, 9);
    expect(time(1, 64, 64)).toBeCloseTo(5, 9);
  });

  it('reaches the mean of two shares where it has two points', () => {
    const two = timed([
      [64, 64, 2, 0, 2],
      [64, 64, 4, 0, 8],
    ]);
    const share = (64 * 64 + (64 * 64) / 2) / 2;
    expect(two(8, 64, 64)).toBeCloseTo((8 * 64 * 64) / share, 9);
  });
});

describe('a weight shape that was not measured', () => {
  /** Sites that all take a time in proportion to their work, one at the given rate each. */
  const at = (n: number, k: number, site: number, rate: number): readonly Row[] => [
    [n, k, 1, site, n * k * rate],
    [n, k, 8, site, 8 * n * k * rate],
  ];

  it('takes the mean share of its neighbours by the inverse squares of their distances', () => {
    const time = timed([...at(64, 64, 0, 1), ...at(256, 64, 1, 2)]);
    expect(time(4, 128, 64)).toBeCloseTo((4 * 128 * 64) / ((1 + 1 / 2) / 2), 6);
  });

  it('asks four of them, equally near ones in the order of the rows', () => {
    const four = [...at(64, 64, 3, 1), ...at(64, 256, 1, 1), ...at(256, 64, 2, 1), ...at(256, 256, 0, 1)];
    const far = at(128, 512, 4, 9);
    expect(timed([...four, ...far].sort(byShape))(4, 128, 128)).toBeCloseTo(4 * 128 * 128, 6);
    const five = [
      ...at(16, 128, 4, 9),
      ...at(32, 128, 0, 1),
      ...at(128, 32, 1, 1),
      ...at(128, 512, 2, 1),
      ...at(512, 128, 3, 1),
    ];
    expect(timed(five.sort(byShape))(4, 128, 128)).toBeCloseTo(4 * 128 * 128, 6);
  });

  it('asks those that were measured at its number of rows, where there are any', () => {
    const short: readonly Row[] = [[128, 64, 1, 0, 1]];
    expect(timed([...short, ...at(256, 64, 1, 3)])(4, 192, 64)).toBeCloseTo(4 * 192 * 64 * 3, 6);
    expect(timed(short)(4, 192, 64)).toBeCloseTo((4 * 192 * 64) / (128 * 64), 6);
  });

  it('is too far away beyond two doublings', () => {
    const time = timed([...at(64, 64, 0, 1), ...at(1024, 1024, 1, 1)]);
    expect(() => time(4, 4096, 8192)).toThrow(DataMissing);
    expect(() => time(4, 256, 256)).toThrow(DataMissing);
    expect(() => time(4, 8, 64)).toThrow(DataMissing);
  });

  it('may be larger than all others in one size, however far', () => {
    const time = timed([...at(64, 64, 0, 1), ...at(64, 2048, 1, 7)]);
    expect(time(4, 65536, 64)).toBeCloseTo(4 * 65536 * 64, 3);
    expect(() => time(4, 16, 64)).not.toThrow();
    expect(() => time(4, 8, 64)).toThrow(DataMissing);
  });

  it('has no time there where the frontier is not waived, and the same as ever within reach', () => {
    const rows = [...at(64, 64, 0, 1), ...at(64, 2048, 1, 7)];
    const strict = timed(rows, { waivesFrontier: false });
    expect(() => strict(4, 65536, 64)).toThrow(DataMissing);
    expect(strict(4, 128, 64)).toBe(timed(rows)(4, 128, 64));
  });

  describe('asks equally near ones', () => {
    /** One at half the distance and four equally near ones, of which three are asked; all but one reach the roofline. */
    const rowsWith = (slow: string, start: Readonly<Record<string, number>> = {}): readonly Row[] => {
      const shapes = [
        [256, 128],
        [256, 256],
        [256, 64],
        [64, 256],
        [64, 64],
      ] as const;
      const rows = shapes.flatMap(([n, k], site) => {
        const name = `${n}x${k}`;
        return at(n, k, site, name === slow ? 9 : 1).map(([a, b, m, rank, ms]): Row => {
          const first = start[name] ?? 1;
          return m === 1 ? [a, b, first, rank, ms * first] : [a, b, m, rank, ms];
        });
      });
      return rows.sort(byShape);
    };
    const isLeftOut = (rows: readonly Row[], order: SiteRules['order']): boolean =>
      Math.abs(timed(rows, { order })(4, 128, 128) / (4 * 128 * 128) - 1) < 1e-9;

    it('in the order in which the rows meet them', () => {
      expect(['256x256', '256x64', '64x256', '64x64'].map((slow) => isLeftOut(rowsWith(slow), 'as met'))).toEqual([
        ...[false, false, false],
        true,
      ]);
    });

    it('by their shapes where sites are sorted, and before that by their first rows of input', () => {
      const sorted = (slow: string, start = {}): boolean => isLeftOut(rowsWith(slow, start), 'sorted');
      expect(['64x64', '64x256', '256x64', '256x256'].map((slow) => sorted(slow))).toEqual([false, false, false, true]);
      expect(sorted('64x64', { '64x64': 2 })).toBe(true);
      expect(sorted('256x256', { '64x64': 2 })).toBe(false);
    });
  });
});

function byShape(a: Row, b: Row): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
