import { describe, expect, it } from 'vitest';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { endToEndTargets, pairTargets } from '../../src/engine/targets.ts';

const { targets: rules } = R0_10;

describe('targets of a first-token limit', () => {
  it('keep it and sweep the token time: each ms below 20, then every fifth up to 295', () => {
    const swept = pairTargets(700, rules);
    expect(new Set(swept.map(({ ttftMs }) => ttftMs))).toEqual(new Set([700]));
    const tpots = swept.map(({ tpotMs }) => tpotMs);
    expect([tpots.slice(0, 22), tpots.at(-1), tpots.length]).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 25, 30],
      295,
      75,
    ]);
  });
});

describe('targets of an end-to-end limit', () => {
  const ttfts = (latencyMs: number): number[] => endToEndTargets(latencyMs, 101, rules).map(({ ttftMs }) => ttftMs);

  it('are the fixed first tokens below it, and shares of it below them', () => {
    expect(ttfts(1000)).toEqual([100, 200, 300, 400, 500, 600, 800]);
    expect(ttfts(300)).toEqual([30, 60, 90, 150, 210]);
  });

  it('are shares of it above the fixed ones too, none twice', () => {
    const fixed = [300, 400, 500, 600, 800, 1000, 1200, 1400, 1600, 2000, 3000, 5000, 8000];
    expect(ttfts(90_000)).toEqual([...fixed, 9000, 18_000, 27_000, 45_000, 90_000 * 0.7]);
    expect(ttfts(80_000)).toEqual([...fixed, 16_000, 24_000, 40_000, 80_000 * 0.7]);
    expect(ttfts(3000)).toEqual(fixed.filter((ms) => ms < 3000));
  });

  it('are no shares from 300 to 8,000 ms, which the fixed ones stand for', () => {
    const shares = (latencyMs: number) =>
      endToEndTargets(latencyMs, 101, { ...rules, fixedTtftMs: [], ttftShares: [0.5] });
    expect([598, 600, 16_000, 16_002].map((latencyMs) => shares(latencyMs).length)).toEqual([1, 0, 0, 1]);
  });

  it('leave the rest of it to the other tokens', () => {
    expect(endToEndTargets(1000, 101, rules)[0]).toEqual({ ttftMs: 100, tpotMs: 9 });
    expect(endToEndTargets(1000, 11, rules)[6]).toEqual({ ttftMs: 800, tpotMs: 20 });
  });
});
