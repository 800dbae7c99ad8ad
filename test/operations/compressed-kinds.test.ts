import { describe, expect, it } from 'vitest';
import type { ContextCompressed, GenerationCompressed } from '../../src/operations/compressed-block.ts';
import { DataMissing } from '../../src/operations/data-missing.ts';
import type { HyperConnection } from '../../src/operations/hyper-connection.ts';
import { LOOKUPS_0_10, LOOKUPS_0_12, type Lookups } from '../../src/operations/lookups.ts';
import { type Operation, weightBytes } from '../../src/operations/operations.ts';
import {
  compressedDecodeRoofline,
  compressedPrefillRoofline,
} from '../../src/operations/resolved/compressed-roofline.ts';
import { operationTimer } from '../../src/operations/timer.ts';
import { fakeDatabase, system } from '../engine/support.ts';

type Key = readonly (string | number)[];
type Columns = Readonly<Record<string, readonly number[]>>;

const table = (slices: readonly (readonly [Key, Columns])[]) => ({
  sliceColumns: [],
  slices: slices.map(([key, columns]) => ({ key: [...key], columns })),
});

function timed(tables: Parameters<typeof fakeDatabase>[0], lookups: Lookups) {
  const time = operationTimer({ database: fakeDatabase(tables), system: system('h200_sxm'), lookups });
  return Object.assign(
    (op: Operation, batch: number, length: number): number =>
      time(op, { tokens: batch * length, batch, sequenceLength: length }),
    { along: time.along! },
  );
}

const block = {
  ...({ count: 1, mixes: 'attention', kvCache: 'fp8', gemm: 'fp8_block' } as const),
  ...{ heads: 64, nativeHeads: 64, tp: 1, outputGroups: 8 },
  sizes: {
    ...{ hiddenSize: 4096, queryRank: 1024, outputRank: 1024, headSize: 512, rotarySize: 64 },
    ...{ indexHeads: 64, indexSize: 128, topk: 512, windowSize: 128 },
  },
};
const prefill: ContextCompressed = {
  ...{ kind: 'contextCompressed', name: 'p', ...block, compression: 'csa', fmha: 'bfloat16', cp: 1 },
};
const decode: GenerationCompressed = { kind: 'generationCompressed', name: 'd', ...block, compression: 'csa' };
const CONTEXT_KEY = ['bfloat16', 'fp8', 'fp8_block', 64];

/** Rows of one sequence for 16 and 64 heads, of which the latter take twice as long. */
const contextRows: Columns = {
  num_heads: [16, 16, 64, 64],
  step: [0, 0, 0, 0],
  isl: [1024, 2048, 1024, 2048],
  batch_size: [1, 1, 1, 1],
  latency: [1, 2, 2, 4],
};
const decodeRows: Columns = {
  ...{ num_heads: [64, 64, 64], batch_size: [2, 2, 2], isl: [1025, 2049, 4097], latency: [1, 2, 3] },
};
/** A choice that took 0.5 ms more than usual with nothing cached, and 1 ms with 1,024 tokens cached. */
const calibration = (kernel: string, length: number, batch: number, heads = 64) =>
  [
    [[`${kernel}_flat`, heads], rowsOf(length, batch, [0.75, 1.5])],
    [[`${kernel}_top_last`, heads], rowsOf(length, batch, [0.25, 0.5])],
  ] as const;
const rowsOf = (length: number, batch: number, latency: readonly number[]): Columns => ({
  ...{ step: [0, 1024], isl: [length, length], batch_size: [batch, batch], latency },
});

describe('a block of compressed attention', () => {
  const tables = { dsv4_csa_context_module: table([[CONTEXT_KEY, contextRows]]) };

  it.each([
    [64, 2],
    [16, 1],
    [32, 1],
    [128, 2],
    [8, 1],
  ])('with %i heads on a GPU is that of the nearest number that is not above, else of the smallest', (heads, ms) => {
    expect(timed(tables, LOOKUPS_0_12)({ ...prefill, heads }, 1, 1024)).toBe(ms);
  });

  it('takes of models with as many heads in all, else of those with fewer', () => {
    const both = table([
      [CONTEXT_KEY, contextRows],
      [['bfloat16', 'fp8', 'fp8_block', 128], { ...contextRows, latency: [9, 9, 9, 9] }],
    ]);
    const time = timed({ dsv4_csa_context_module: both }, LOOKUPS_0_12);
    expect(time(prefill, 1, 1536)).toBe(3);
    expect(time({ ...prefill, nativeHeads: 128 }, 1, 1024)).toBe(9);
    expect(time({ ...prefill, nativeHeads: 96 }, 1, 1024)).toBe(2);
    expect(() => time({ ...prefill, compression: 'hca' }, 1, 1024)).toThrow(DataMissing);
    expect(() => time({ ...prefill, gemm: 'nvfp4' }, 1, 1024)).toThrow(DataMissing);
  });

  it('is less what its choice took longer when it was measured, as far as that is known of its heads', () => {
    const calibrated = { ...tables, dsv4_csa_topk_calib: table(calibration('v1', 2048, 1)) };
    const time = timed(calibrated, LOOKUPS_0_12);
    expect([1024, 2048].map((length) => time(prefill, 1, length))).toEqual([1.5, 3.5]);
    const ofOthers = { ...tables, dsv4_csa_topk_calib: table(calibration('v1', 2048, 1, 128)) };
    expect(timed(ofOthers, LOOKUPS_0_12)(prefill, 1, 1024)).toBe(2);
    const all = { ...calibrated, dsv4_hca_context_module: table([[CONTEXT_KEY, contextRows]]) };
    expect(timed(all, LOOKUPS_0_12)({ ...prefill, compression: 'hca' }, 1, 1024)).toBe(2);
  });

  it('is never below nothing', () => {
    const [flat, usual] = calibration('v1', 2048, 1);
    const large = [[flat[0], { ...flat[1], latency: [99, 99] }], usual] as const;
    expect(timed({ ...tables, dsv4_csa_topk_calib: table(large) }, LOOKUPS_0_12)(prefill, 1, 1024)).toBe(0);
  });

  it('counts in decode what was chosen among the tokens before, step by step and along an answer', () => {
    const time = timed(
      {
        dsv4_csa_generation_module: table([[['fp8', 'fp8_block', 64], decodeRows]]),
        dsv4_csa_topk_calib: table(calibration('v2', 1, 2)),
      },
      LOOKUPS_0_12,
    );
    expect(time(decode, 2, 1025)).toBe(0);
    expect(time(decode, 2, 3073)).toBe(1.5);
    const lengths = Float64Array.of(1025, 3073, 4097, 9000);
    const times = time.along(decode, 2, lengths);
    expect(times).toEqual(Float64Array.from(lengths, (length) => time(decode, 2, length)));
  });

  it('is in the oldest engine between two batches, or as many times a smaller one, and less nothing', () => {
    const rows = {
      ...{ num_heads: [64, 64, 64], compress_ratio: [4, 4, 4], step: [0, 0, 0] },
      ...{ isl: [1024, 1024, 2048], batch_size: [1, 4, 1], latency: [1, 2.5, 2] },
    };
    const old = {
      dsv4_csa_context_module: table([[['bfloat16', 'fp8', 'fp8_block'], rows]]),
      dsv4_csa_topk_calib: table(calibration('v1', 1024, 1)),
    };
    const time = timed(old, LOOKUPS_0_10);
    expect(time(prefill, 1, 1536)).toBe(1.5);
    expect(time(prefill, 2, 1024)).toBe(1.5);
    expect(time(prefill, 3, 2048)).toBe(6);
    expect(time({ ...prefill, heads: 8 }, 1, 2048)).toBe(2);
    expect(() => time({ ...prefill, cp: 2 }, 1, 2048)).toThrow(DataMissing);
    expect(() => time({ ...prefill, compression: 'hca' }, 1, 2048)).toThrow(DataMissing);
  });
});

describe('ranks that share a sequence', () => {
  const gathers = (latency: readonly number[]): Columns => ({
    ...{ num_gpus: [2, 2, 2], message_size: [16 * 512, 128 * 512, 2048 * 128], latency },
  });
  const tables = {
    dsv4_csa_context_module: table([[CONTEXT_KEY, contextRows]]),
    dsv4_hca_context_module: table([[CONTEXT_KEY, contextRows]]),
    dsv4_csa_topk_calib: table(calibration('v1', 2048, 1)),
    dsv4_paged_mqa_logits_module: table([
      [
        [],
        {
          ...{ num_heads: [64, 64], tp_size: [1, 1], step: [0, 0], isl: [1024, 2048], batch_size: [1, 1] },
          latency: [0.1, 0.4],
        },
      ],
    ]),
    nccl: table([[['half', 'all_gather'], gathers([0.01, 0.02, 0.03])]]),
  };
  const time = timed(tables, LOOKUPS_0_12);
  const split = { ...prefill, cp: 2 };

  it('choose among all compressed tokens, and gather the keys of the indexer and what is compressed', () => {
    const own = 2 - 0.5;
    const choosing = 0.4 / 2 - 0.1 + (0.25 / 2 - 0.25);
    // 2,048 keys of 128, and 512 compressed tokens of 512 elements, as many.
    expect(time(split, 1, 2048)).toBeCloseTo(own + choosing + 0.03 + 0.03, 12);
    expect(time({ ...split, tp: 2 }, 1, 2048)).toBe(time(split, 1, 2048));
  });

  it('without an indexer gather the window and what is compressed', () => {
    expect(time({ ...split, compression: 'hca' }, 1, 2048)).toBeCloseTo(2 + 0.02 + 0.01, 12);
  });

  it('have no time where the indexer was not measured with as many heads, or with sequences as long', () => {
    expect(() => time({ ...split, nativeHeads: 128 }, 1, 2048)).toThrow(DataMissing);
    expect(() => time(split, 1, 2049)).toThrow(DataMissing);
    const { dsv4_csa_topk_calib: _, ...rest } = tables;
    expect(() => timed(rest, LOOKUPS_0_12)(split, 1, 2048)).toThrow(DataMissing);
  });
});

describe('bounds of compressed attention', () => {
  const tables = {
    database: fakeDatabase({}),
    system: system('h200_sxm'),
    constants: LOOKUPS_0_12.constants,
  };
  const { fp8TcFlops, bfloat16TcFlops } = tables.system;

  const BATCH = 64;
  const perPairMs = ((4 * 64 * 512 * BATCH) / bfloat16TcFlops) * 1000;

  /** What the tokens from one on see in all, one by one. */
  function pairs(cached: number, length: number, seenBy: (token: number) => number): number {
    return Array.from({ length }, (_, i) => seenBy(cached + i + 1)).reduce((sum, seen) => sum + seen, 0);
  }

  function pairsBetween(one: Partial<ContextCompressed['sizes']>, at: readonly number[]): number {
    const [cached, length] = [at[0]!, at[1]!];
    const boundMs = (sizes: ContextCompressed['sizes']): number =>
      compressedPrefillRoofline(tables, { ...prefill, sizes })([cached, length, BATCH]);
    return (boundMs(block.sizes) - boundMs({ ...block.sizes, ...one })) / perPairMs;
  }

  it.each([
    [0, 700],
    [1900, 500],
    [3000, 40],
    [0, 130],
  ])('count the pairs of prefill in the window and chosen (%i cached, %i new)', (cached, length) => {
    const windowed = pairs(cached, length, (token) => Math.min(token, 128));
    const chosen = pairs(cached, length, (token) => Math.min(Math.floor(token / 4), 512));
    expect(pairsBetween({ windowSize: 0 }, [cached, length])).toBeCloseTo(windowed, 4);
    expect(pairsBetween({ topk: 0 }, [cached, length])).toBeCloseTo(chosen, 4);
  });

  it('count the pairs of prefill that are compressed without a choice', () => {
    const boundMs = compressedPrefillRoofline(tables, { ...prefill, compression: 'hca' });
    const compressed = (cached: number): number => pairs(cached, 300, (token) => Math.floor(token / 128));
    const more = boundMs([5013, 300, BATCH]) - boundMs([513, 300, BATCH]);
    expect(more / perPairMs).toBeCloseTo(compressed(5013) - compressed(513), 4);
  });

  it('grow in decode with what is compressed, by the mode of the cache', () => {
    const hca = compressedDecodeRoofline(tables, { ...decode, compression: 'hca' });
    const growth = hca([4096, 200_001]) - hca([4096, 100_001]);
    const compressed = Math.floor(200_000 / 128) - Math.floor(100_000 / 128);
    expect(growth).toBeCloseTo(((4 * 64 * 512 * 4096 * compressed) / fp8TcFlops!) * 1000, 6);
  });

  it('have a step of no tokens before it', () => {
    expect(compressedDecodeRoofline(tables, decode)([1, 0])).toBeGreaterThan(0);
  });
});

describe('hyper-connections', () => {
  const op: HyperConnection = {
    ...{ kind: 'hyperConnection', name: 'h', count: 1, tokenSplit: 2, stage: 'pre', hiddenSize: 4096 },
    ...{ streams: 4, sinkhornRounds: 20 },
  };
  const rows = { hc_mult: [4, 4], hidden_size: [4096, 4096], num_tokens: [10, 20], latency: [1, 3] };
  const tables = { mhc_module: table([[['pre'], rows]]) };

  it.each([
    ['newest', LOOKUPS_0_12],
    ['oldest', LOOKUPS_0_10],
  ])('are timed by the tokens of the busiest rank (%s)', (_, lookups) => {
    expect(timed(tables, lookups)(op, 1, 29)).toBe(2);
    expect(() => timed(tables, lookups)({ ...op, streams: 2 }, 1, 29)).toThrow(DataMissing);
    expect(() => timed(tables, lookups)({ ...op, stage: 'post' }, 1, 29)).toThrow(DataMissing);
  });

  it('go on straight in the oldest engine, and by what has to be moved in the newest one', () => {
    expect(timed(tables, LOOKUPS_0_10)(op, 1, 80)).toBe(7);
    const time = timed(tables, LOOKUPS_0_12);
    expect(time(op, 1, 400_000) / time(op, 1, 200_000)).toBeCloseTo(2, 1);
    expect(time(op, 1, 80)).toBeLessThan(7);
  });

  it('weigh the matrices around both parts of a layer', () => {
    expect(weightBytes(op)).toBe(2 * (24 * 16_384 + 24 + 3) * 2);
  });
});
