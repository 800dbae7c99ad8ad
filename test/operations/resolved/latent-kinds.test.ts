import { describe, expect, it } from 'vitest';
import type { ContextMla } from '../../../src/operations/context-mla.ts';
import { DataMissing } from '../../../src/operations/data-missing.ts';
import type { GenerationMla } from '../../../src/operations/generation-mla.ts';
import { LOOKUPS_0_12 } from '../../../src/operations/lookups.ts';
import type { MlaBmm } from '../../../src/operations/mla-bmm.ts';
import type { MlaModule } from '../../../src/operations/mla-module.ts';
import type { Fallback, Operation } from '../../../src/operations/operations.ts';
import type { ContextSpreadMla, GenerationSpreadMla } from '../../../src/operations/spread-mla.ts';
import { operationTimer } from '../../../src/operations/timer.ts';
import { fakeDatabase, system } from '../../engine/support.ts';

type Tables = Parameters<typeof fakeDatabase>[0];
type Columns = Readonly<Record<string, readonly number[]>>;

type MeasuredSlice = readonly [key: (string | number)[], columns: Columns];

const table = (...slices: readonly MeasuredSlice[]) => ({
  sliceColumns: [],
  slices: slices.map(([key, columns]) => ({ key, columns })),
});

/** Time of an operation for some sequences of a length, by tables that hold what is named. */
function timed(tables: Tables, op: Operation, batch: number, sequenceLength: number): number {
  const database = fakeDatabase(tables, 'sglang');
  const time = operationTimer({ database, system: system('h200_sxm'), lookups: LOOKUPS_0_12 });
  return time(op, { tokens: batch * sequenceLength, batch, sequenceLength });
}

const base = { name: 'attention', count: 1, mixes: 'everything', heads: 16, kvCache: 'fp8' } as const;
const prefill: ContextMla = { kind: 'contextMla', ...base, fmha: 'bfloat16', cp: 1 };
const decode: GenerationMla = { kind: 'generationMla', ...base };
const block: MlaModule = {
  kind: 'generationMlaModule',
  ...base,
  fmha: 'bfloat16',
  gemm: 'fp8_block',
  nativeHeads: 64,
};

/** Two lengths of one sequence. */
const lengths = (latency: readonly number[], heads = 16): Columns => ({
  num_heads: [heads, heads],
  isl: [100, 400],
  batch_size: [1, 1],
  latency,
});

describe('latent attention from measured points', () => {
  it('blends roots of times between the lengths of prefill, and times between those of decode', () => {
    const prefills = { context_mla: table([['bfloat16', 'fp8'], lengths([1, 9])]) };
    expect(timed(prefills, prefill, 1, 250)).toBe(4);
    expect(timed({ generation_mla: table([['fp8'], lengths([1, 9])]) }, decode, 1, 250)).toBe(5);
  });

  it('is carried over by the roofline beyond them: by squares of lengths in prefill, and by reads of the cache in decode', () => {
    const one = (latency: number): Columns => ({ num_heads: [128], isl: [4000], batch_size: [8], latency: [latency] });
    const prefills = { context_mla: table([['bfloat16', 'fp8'], one(10)]) };
    expect(timed(prefills, { ...prefill, heads: 128 }, 8, 8000)).toBeCloseTo(40, 9);
    const decodes = { generation_mla: table([['fp8'], one(10)]) };
    const bytes = (length: number) => 8 * (128 * 1088 * 2 + (length - 1) * 576);
    expect(timed(decodes, { ...decode, heads: 128 }, 8, 8000)).toBeGreaterThan((10 * bytes(8000)) / bytes(4000) - 1);
    expect(timed(decodes, { ...decode, heads: 128 }, 8, 8000)).toBeLessThan(20.0001);
  });

  it('of ranks that share a sequence is that of its first and its last slice', () => {
    const tables = { context_mla: table([['bfloat16', 'fp8'], lengths([2, 8])]) };
    expect(timed(tables, { ...prefill, cp: 2 }, 1, 400)).toBeCloseTo(2 + (8 * (400 ** 2 - 300 ** 2)) / 400 ** 2, 12);
  });

  it('is missing in modes that were not measured', () => {
    expect(() => timed({}, prefill, 1, 100)).toThrow(DataMissing);
    expect(() => timed({ generation_mla: table([['bfloat16'], lengths([1, 2])]) }, decode, 1, 100)).toThrow('fp8');
  });
});

describe('a block measured as one', () => {
  const measuredOf = (...heads: readonly number[]) =>
    table(...heads.map((native): MeasuredSlice => [['fp8', 'fp8_block', native], lengths([native, native])]));
  const answeredBy = (nativeHeads: number, ...heads: readonly number[]) =>
    timed({ mla_generation_module: measuredOf(...heads) }, { ...block, nativeHeads }, 1, 100);

  it('is that of a model with as many heads, else of the next one below, else of the smallest', () => {
    expect([answeredBy(64, 96, 64, 128), answeredBy(100, 96, 64, 128), answeredBy(32, 96, 64)]).toEqual([64, 96, 64]);
    expect(answeredBy(64, 128)).toBe(128);
  });

  it('gives way to its parts where it was not measured, query by query', () => {
    const fallback: Fallback = {
      kind: 'fallback',
      name: 'block',
      count: 1,
      mixes: 'everything',
      primary: block,
      parts: [decode, decode],
    };
    const parts = { generation_mla: table([['fp8'], lengths([3, 3])]) };
    expect(timed(parts, fallback, 1, 100)).toBe(6);
    expect(timed({ ...parts, mla_generation_module: measuredOf(128) }, fallback, 1, 100)).toBe(128);
  });

  it('has the products into the latent space and out of it in its roofline', () => {
    const one: Columns = { num_heads: [16], isl: [1], batch_size: [1], latency: [1] };
    const tables = { mla_generation_module: table([['fp8', 'fp8_block', 128], one]) };
    const bytes = (b: number) => b * 16 * 1088 * 2 + 2 * 16 * (b * 640 + 128 * 512);
    expect(timed(tables, block, 2, 1)).toBeCloseTo(bytes(2) / bytes(1), 9);
  });

  it('in prefill counts once for all ranks of a sequence, by the whole of it', () => {
    const op: MlaModule = { ...block, kind: 'contextMlaModule', count: 1 / 2 };
    const tables = { mla_context_module: table([['bfloat16', 'fp8', 'fp8_block', 64], lengths([1, 9])]) };
    expect(timed(tables, op, 1, 400)).toBe(4.5);
  });
});

describe('a product into the latent space', () => {
  const product: MlaBmm = { kind: 'mlaBmm', name: 'bmm', count: 1, stage: 'pre', heads: 16, quant: 'fp8' };
  const curve: Columns = { num_heads: [16, 16], num_tokens: [1, 9], latency: [2, 10] };
  const bfloat16 = { mla_bmm: table([['bfloat16', 'mla_gen_pre'], curve]) };

  it('is on the curve of its heads, in bfloat16 where its mode has no rows at all', () => {
    expect(timed(bfloat16, product, 5, 100)).toBe(6);
    const both = { mla_bmm: table([['bfloat16', 'mla_gen_pre'], curve], [['fp8', 'mla_gen_post'], curve]) };
    expect(() => timed(both, product, 5, 100)).toThrow(DataMissing);
  });

  it('takes its share of the next power of two where its heads were not measured', () => {
    expect(timed(bfloat16, { ...product, heads: 12 }, 1, 100)).toBe(1.5);
    expect(() => timed(bfloat16, { ...product, heads: 8 }, 1, 100)).toThrow('8 heads');
  });
});

describe('latent attention between exchanges of experts', () => {
  const spread: ContextSpreadMla = { ...prefill, kind: 'contextSpreadMla', fmha: 'fp8_block' };
  const decodes: GenerationSpreadMla = { ...decode, kind: 'generationSpreadMla', fmha: 'fp8_block' };
  const key = (kernel: string) => [kernel, 'fp8_block', 'fp8'];

  it('is that of the kernel which is asked for, else of the one that stands in, and of no other', () => {
    const slices = [
      [key('trtllm_mla'), lengths([16, 16])],
      [key('flashinfer'), lengths([1, 9])],
    ] as const;
    expect(timed({ wideep_context_mla: table(...slices) }, spread, 1, 250)).toBe(4);
    expect(timed({ wideep_context_mla: table(slices[0]) }, spread, 1, 250)).toBe(16);
    expect(() => timed({ wideep_context_mla: table([key('fa3'), lengths([1, 9])]) }, spread, 1, 250)).toThrow(
      DataMissing,
    );
  });

  it('in decode goes by the cache alone', () => {
    const tables = { wideep_generation_mla: table([['trtllm_mla', 'fp8'], lengths([1, 9])]) };
    expect(timed(tables, decodes, 1, 250)).toBe(5);
    expect(() => timed(tables, { ...decodes, kvCache: 'bfloat16' }, 1, 250)).toThrow(DataMissing);
  });

  it('beyond the points grows with its products, and with the squares of lengths', () => {
    const one = (batch: number, latency: number): Columns => ({
      num_heads: [128],
      isl: [8192],
      batch_size: [batch],
      latency: [latency],
    });
    const tables = {
      wideep_context_mla: table([key('flashinfer'), one(1, 10)]),
      wideep_generation_mla: table([['flashinfer', 'fp8'], one(64, 1)]),
    };
    expect(timed(tables, { ...spread, heads: 128 }, 2, 8192)).toBeCloseTo(20, 9);
    const longer = timed(tables, { ...spread, heads: 128 }, 1, 16384);
    expect(longer).toBeGreaterThan(20);
    expect(longer).toBeLessThan(40);
    expect(timed(tables, { ...decodes, heads: 128 }, 64, 16384)).toBeGreaterThan(1);
  });
});
