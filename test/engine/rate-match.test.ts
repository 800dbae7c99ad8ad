import { describe, expect, it } from 'vitest';
import type { StaticWorker } from '../../src/engine/disagg-candidate.ts';
import { type MatchOptions, pairChooser } from '../../src/engine/rate-match.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { type Layout, layoutLabel } from '../../src/models/layout.ts';

const QUANT = { gemm: 'bfloat16', moe: 'bfloat16', kvCache: 'bfloat16', fmha: 'bfloat16', comm: 'half' } as const;

/** A worker of `tp` GPUs that serves `rate` requests a second. */
function made(tp: number, rate: number, changes: Partial<StaticWorker> = {}): StaticWorker {
  const layout = { tp, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };
  return {
    layout,
    quant: QUANT,
    label: layoutLabel(layout),
    gpus: tp,
    batch: 1,
    globalBatch: 1,
    ttftMs: 100,
    tpotMs: 10,
    tokensPerSecPerUser: 100,
    requestsPerSec: rate,
    requestsPerSecPerGpu: rate / tp,
    memoryGib: 1,
    ...changes,
  };
}

const target = { ttftMs: 200, tpotMs: 20 };
const { backends, matching } = R0_10;
const { pairsStages } = backends.vllm;
const options: MatchOptions = { osl: 100, maxReplicaGpus: 8, pairsStages, matching };
const chosen = (...[prefill, decode, changes = {}]: [StaticWorker[], StaticWorker[], Partial<MatchOptions>?]) =>
  pairChooser(prefill, decode, { ...options, ...changes })(target).map(
    ({ prefill: p, decode: d, counts }) => `${counts.prefills} x ${p.label} + ${counts.decodes} x ${d.label}`,
  );

describe('pairs of prefill and decode workers', () => {
  it('are chosen for each decode layout, in the order of their labels', () => {
    expect(chosen([made(1, 4)], [made(2, 4), made(1, 1)])).toEqual([
      '1 x tp1pp1dp1etp1ep1 + 3 x tp1pp1dp1etp1ep1',
      '2 x tp1pp1dp1etp1ep1 + 1 x tp2pp1dp1etp1ep1',
    ]);
  });

  it('fill a replica of an allowed size', () => {
    expect(chosen([made(1, 4)], [made(2, 4)], { matching: { ...matching, replicaGpus: [3] } })).toEqual([
      '1 x tp1pp1dp1etp1ep1 + 1 x tp2pp1dp1etp1ep1',
    ]);
    expect(chosen([made(2, 4)], [made(2, 4)], { maxReplicaGpus: 2 })).toEqual([]);
    expect(chosen([made(2, 4)], [made(2, 4)], { maxReplicaGpus: 4 })).toHaveLength(1);
  });

  it('keep both limits strictly', () => {
    expect(chosen([made(1, 4, { ttftMs: 200 })], [made(1, 4)])).toEqual([]);
    expect(chosen([made(1, 4)], [made(1, 4, { tpotMs: 20 })])).toEqual([]);
    expect(chosen([made(1, 4)], [made(1, 4, { tpotMs: 0 })])).toEqual([]);
  });

  it('have equal tensor ranks on SGLang, which hands the cache over as it is', () => {
    const { pairsStages } = backends.sglang;
    const prefills = [made(1, 4), made(2, 1)];
    expect(chosen(prefills, [made(2, 1)], { pairsStages })).toEqual(['1 x tp2pp1dp1etp1ep1 + 1 x tp2pp1dp1etp1ep1']);
    expect(chosen(prefills, [made(4, 1)], { pairsStages })).toEqual([]);
    expect(chosen(prefills, [made(1, 1)], { pairsStages })).toEqual(['1 x tp1pp1dp1etp1ep1 + 3 x tp1pp1dp1etp1ep1']);
  });
});

/** Workers of one GPU each that differ in `moeEp` only, so that a rule for pairs can tell them apart. */
function ranked(count: number, changes: (index: number) => Partial<StaticWorker>): StaticWorker[] {
  return Array.from({ length: count }, (_, i) => {
    const base = made(1, 1);
    return { ...base, layout: { ...base.layout, moeEp: i + 1 }, ...changes(i) };
  });
}

describe('candidates of a pair', () => {
  const onlyPrefill = (nth: number) => ({ pairsStages: (prefill: Layout) => prefill.moeEp === nth });
  const onlyDecode = (nth: number) => ({ pairsStages: (_: Layout, decode: Layout) => decode.moeEp === nth });

  it('are the 32 prefill workers with the highest rate per GPU', () => {
    const prefills = ranked(40, (i) => ({ requestsPerSecPerGpu: 100 - i })).reverse();
    expect(chosen(prefills, [made(1, 1)], onlyPrefill(32))).toHaveLength(1);
    expect(chosen(prefills, [made(1, 1)], onlyPrefill(33))).toEqual([]);
  });

  it('are of equal prefill workers those with the smaller batch, then the first', () => {
    const batches = ranked(33, (i) => ({ globalBatch: 40 - i }));
    expect(chosen(batches, [made(1, 1)], onlyPrefill(1))).toEqual([]);
    expect(chosen(batches, [made(1, 1)], onlyPrefill(2))).toHaveLength(1);
    const equals = ranked(33, () => ({}));
    expect(chosen(equals, [made(1, 1)], onlyPrefill(33))).toEqual([]);
    expect(chosen(equals, [made(1, 1)], onlyPrefill(32))).toHaveLength(1);
  });

  it('are only prefill workers that keep the limit, however fast the others are', () => {
    const prefills = ranked(40, (i) => ({ requestsPerSecPerGpu: 100 - i, ttftMs: i < 39 ? 200 : 199 }));
    expect(chosen(prefills, [made(1, 1)], onlyPrefill(40))).toHaveLength(1);
  });

  it('are the 16 decode workers of a layout with the highest rate per GPU', () => {
    const decodes = ranked(24, (i) => ({ requestsPerSecPerGpu: 1 + ((i * 7) % 24) }));
    const byRate = [...decodes].sort((a, b) => b.requestsPerSecPerGpu - a.requestsPerSecPerGpu);
    expect(chosen([made(1, 1)], decodes, onlyDecode(byRate[15]!.layout.moeEp))).toHaveLength(1);
    expect(chosen([made(1, 1)], decodes, onlyDecode(byRate[16]!.layout.moeEp))).toEqual([]);
  });

  it('are asked for once, whatever the number of targets', () => {
    let asked = 0;
    const pairsStages = (): boolean => {
      asked += 1;
      return true;
    };
    const choose = pairChooser([made(1, 4)], [made(1, 4), made(2, 4)], { ...options, pairsStages });
    expect([choose(target), choose({ ttftMs: 300, tpotMs: 30 })].map((pairs) => pairs.length)).toEqual([2, 2]);
    expect(asked).toBe(2);
  });
});

/** Replicas of these numbers of GPUs alone. */
const inReplicasOf = (replicaGpus: readonly number[]): Partial<MatchOptions> => ({
  maxReplicaGpus: Number.POSITIVE_INFINITY,
  matching: { ...matching, replicaGpus },
});

describe('the pair of a decode layout', () => {
  /** Pairs of one worker each; `tp` counts in what the pair serves for each GPU, as the rate does. */
  const one = (tp: number, rate: number, rank: number): StaticWorker => ({
    ...made(tp, rate),
    gpus: 1,
    requestsPerSecPerGpu: rank,
  });
  const prefillOf = (...prefills: StaticWorker[]): string[] =>
    chosen(prefills, [made(1, 100)], inReplicasOf([2])).map((text) => text.slice(4, 7));

  it('is the one that serves most for each GPU, wherever it stands', () => {
    expect(prefillOf(one(3, 1, 9), one(1, 1, 8), one(4, 1, 7))).toEqual(['tp1']);
    expect(prefillOf(one(1, 1, 9), one(3, 1, 8))).toEqual(['tp1']);
  });

  it('is of equals the one with fewer GPUs', () => {
    expect(prefillOf(one(3, 2, 9), one(1, 1, 8))).toEqual(['tp1']);
    expect(prefillOf(one(1, 1, 9), one(3, 2, 8))).toEqual(['tp1']);
  });

  it('is not one with fewer GPUs that serves less for each', () => {
    expect(prefillOf(one(3, 3, 9), one(1, 1, 8))).toEqual(['tp3']);
  });

  it('is of equals in both the first', () => {
    const [first, second] = [one(1, 1, 9), one(1, 1, 8)];
    const pairs = pairChooser([second, first], [made(1, 100)], { ...options, ...inReplicasOf([2]) })(target);
    expect(pairs.map(({ prefill }) => prefill)).toEqual([first]);
    expect(pairs[0]?.prefill).toBe(first);
  });
});

describe('numbers of workers', () => {
  const counts = (prefillRate: number, decodeRate: number, replicaGpus: readonly number[]): string[] =>
    chosen([made(1, prefillRate)], [made(1, decodeRate)], inReplicasOf(replicaGpus)).map((text) =>
      text.replace(/ x tp1pp1dp1etp1ep1/g, ''),
    );

  it.each([
    ['more prefill workers where decode is fast', 1, 100, [4], ['3 + 1']],
    ['more decode workers where prefill is fast', 100, 1, [4], ['1 + 3']],
    ['a decode worker is left 92 % of its rate', 1, 0.95, [3], ['1 + 2']],
    ['a prefill worker is left 90 % of its rate', 0.95, 1, [3], ['2 + 1']],
    ['of equal rates the fewest decode workers', 1, 1, [2, 4], ['1 + 1']],
    ['at most 32 of each kind', 1, 1, [64], ['32 + 32']],
    ['not 33', 1, 1, [65], []],
    ['none where nothing is served', 0, 1, [2], []],
  ] as const)('%s', (_, prefillRate, decodeRate, replicaGpus, wanted) => {
    expect(counts(prefillRate, decodeRate, replicaGpus)).toEqual(wanted);
  });
});
