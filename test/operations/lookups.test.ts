import { describe, expect, test } from 'vitest';
import { DataMissing } from '../../src/operations/data-missing.ts';
import type { Gemm } from '../../src/operations/gemm.ts';
import type { GenerationAttention } from '../../src/operations/generation-attention.ts';
import { LOOKUPS_0_10, LOOKUPS_0_11, LOOKUPS_0_12, LOOKUPS_0_13, type Lookups } from '../../src/operations/lookups.ts';
import { memoryTime } from '../../src/operations/memory-bound.ts';
import type { Operation } from '../../src/operations/operations.ts';
import { operationTimer } from '../../src/operations/timer.ts';
import { fakeDatabase, system } from '../engine/support.ts';

const DECODE: GenerationAttention = {
  kind: 'generationAttention',
  name: 'generation_attention',
  count: 1,
  mixes: 'attention',
  heads: 8,
  kvHeads: 2,
  headSize: 128,
  windowSize: 0,
  kvCache: 'bfloat16',
};

describe('the lookups of 0.11 and 0.13', () => {
  test('are those of 0.12 but for what their rows say', () => {
    const { peakFlops, resolver, ...rest } = LOOKUPS_0_12.constants;
    expect(LOOKUPS_0_11.constants).toEqual({
      ...rest,
      peakFlops: LOOKUPS_0_10.constants.peakFlops,
      resolver: LOOKUPS_0_10.constants.resolver,
    });
    expect(LOOKUPS_0_11.times).toBe(LOOKUPS_0_12.times);
    const { fanOut, ...known } = LOOKUPS_0_13.constants.resolver;
    expect({ ...LOOKUPS_0_13.constants, resolver: known }).toEqual({
      ...LOOKUPS_0_12.constants,
      resolver: { farField: resolver.farField, sites: resolver.sites },
    });
    expect(fanOut).not.toEqual(resolver.fanOut);
    const { generationAttention, ...others } = LOOKUPS_0_13.times;
    expect(generationAttention).not.toBe(LOOKUPS_0_12.times.generationAttention);
    expect(others).toEqual({ ...LOOKUPS_0_12.times, generationAttention: undefined });
  });
});

describe('what stays as it was measured', () => {
  const spec = system('h200_sxm');
  const step = { tokens: 3, batch: 1, sequenceLength: 100 };
  const timed = (tables: Parameters<typeof fakeDatabase>[0], op: Operation, lookups: Lookups): number =>
    operationTimer({ database: fakeDatabase(tables), system: spec, lookups })(op, step);
  const table = (key: readonly (string | number)[], columns: Readonly<Record<string, readonly number[]>>) => ({
    sliceColumns: [],
    lanes: ['a'],
    slices: [{ key, columns }],
  });

  test('is carried over along the nearest path by 0.11, and from the nearest points by the others', () => {
    const op: GenerationAttention = { ...DECODE, heads: 64 };
    const columns = { num_heads: [8, 8, 16], batch_size: [1, 1, 1], isl: [50, 400, 50], latency: [1, 2, 9] };
    const tables = { generation_attention: table(['a', 'bfloat16', 2, 128, 0], columns) };
    const [older, now, newer] = [LOOKUPS_0_11, LOOKUPS_0_12, LOOKUPS_0_13].map((by) => timed(tables, op, by));
    expect(newer).toBe(now);
    expect(older).not.toBe(now);
    // All lengths lead to the one point of sixteen heads, and a decode's roofline is that of its cache.
    const cache = (heads: number, length: number): number => heads * 4 * 128 + 2 * 2 * 128 * 2 * (length - 1);
    const shares = [90, 95, 100, 105, 110].map((length) => (9 * cache(64, length)) / cache(16, 50));
    expect(older).toBeCloseTo(shares.reduce((sum, ms) => sum + ms, 0) / 5, 9);
  });

  test('of products beyond all shapes has a time by 0.12 and 0.13, and none by 0.11', () => {
    const gemm: Gemm = {
      ...{ kind: 'gemm', name: 'g', count: 1, tokenSplit: 1, n: 4096, k: 64, quant: 'bfloat16', rows: 'tokens' },
      hasLowPrecisionInput: false,
    };
    const columns = { n: [64, 64], k: [64, 64], m: [1, 9], site: [0, 0], latency: [1, 5] };
    const tables = { gemm: table(['bfloat16'], columns) };
    expect(timed(tables, gemm, LOOKUPS_0_12)).toBeGreaterThan(0);
    expect(timed(tables, gemm, LOOKUPS_0_13)).toBe(timed(tables, gemm, LOOKUPS_0_12));
    expect(() => timed(tables, gemm, LOOKUPS_0_11)).toThrow(DataMissing);
  });
});

describe('decode attention of a model that norms queries and keys', () => {
  const attention: GenerationAttention = { ...DECODE, count: 3 };
  const spec = system('h200_sxm');
  const timed = (op: GenerationAttention, lookups: Lookups, batch = 1): number => {
    const columns = { num_heads: [8, 8], batch_size: [1, 1], isl: [1, 1001], latency: [1, 11] };
    const table = { sliceColumns: [], lanes: ['a'], slices: [{ key: ['a', 'bfloat16', 2, 128, 0], columns }] };
    const database = fakeDatabase({ generation_attention: table });
    return operationTimer({ database, system: spec, lookups })(op, { tokens: batch, batch, sequenceLength: 100 });
  };
  const normed = { ...attention, usesQkNorm: true } as const;

  test('takes the norms of one token besides by 0.13, once for each run', () => {
    const memory = memoryTime(spec);
    const norms = (memory(2 * 8 * 128) * 2 + memory(2 * 2 * 128) * 2) * (2 * 1.1);
    expect(norms).toBeGreaterThan(0.001);
    expect(timed(normed, LOOKUPS_0_13) - timed(attention, LOOKUPS_0_13)).toBeCloseTo(3 * norms, 12);
  });

  test('takes none by the others, and neither does one that norms nothing', () => {
    for (const lookups of [LOOKUPS_0_11, LOOKUPS_0_12]) expect(timed(normed, lookups)).toBe(timed(attention, lookups));
    expect(timed(attention, LOOKUPS_0_13)).toBe(timed(attention, LOOKUPS_0_12));
  });
});
