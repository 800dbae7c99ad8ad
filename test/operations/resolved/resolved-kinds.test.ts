import { describe, expect, it } from 'vitest';
import type { Collective } from '../../../src/operations/collective.ts';
import type { ContextAttention } from '../../../src/operations/context-attention.ts';
import type { CustomAllReduce } from '../../../src/operations/custom-all-reduce.ts';
import { DataMissing } from '../../../src/operations/data-missing.ts';
import type { Experts } from '../../../src/operations/experts.ts';
import type { Gemm } from '../../../src/operations/gemm.ts';
import type { GenerationAttention } from '../../../src/operations/generation-attention.ts';
import { LOOKUPS_0_12 } from '../../../src/operations/lookups.ts';
import type { Operation } from '../../../src/operations/operations.ts';
import { operationTimer } from '../../../src/operations/timer.ts';
import type { PerfDatabase, SystemSpec } from '../../../src/perfdb/perfdb.ts';
import { fakeDatabase, system } from '../../engine/support.ts';

type Tables = Parameters<typeof fakeDatabase>[0];
type Columns = Readonly<Record<string, readonly number[]>>;

const table = (slices: readonly (readonly [(string | number)[], Columns])[], lanes?: readonly string[]) => ({
  sliceColumns: [],
  ...(lanes && { lanes }),
  slices: slices.map(([key, columns]) => ({ key, columns })),
});

/** Time of an operation in a prefill step of one sequence, by tables that hold what is named. */
function timed(tables: Tables, op: Operation, tokens: number, spec: Partial<SystemSpec> = {}): number {
  const database: PerfDatabase = fakeDatabase(tables, 'vllm');
  const time = operationTimer({ database, system: system('h200_sxm', spec), lookups: LOOKUPS_0_12 });
  return time(op, { tokens, batch: 1, sequenceLength: tokens });
}

describe('a matrix product', () => {
  const product: Gemm = {
    kind: 'gemm',
    name: 'gemm',
    count: 2,
    tokenSplit: 1,
    n: 64,
    k: 32,
    quant: 'bfloat16',
    rows: 'tokens',
    hasLowPrecisionInput: false,
  };
  const shape: Columns = { n: [64, 64], k: [32, 32], m: [1, 9], site: [0, 0], latency: [1, 5] };
  const scales: Columns = { m: [1, 16, 16], k: [32, 32, 64], latency: [0.5, 1, 2] };

  it('is on the curve of its own shape, as often as it runs', () => {
    expect(timed({ gemm: table([[['bfloat16'], shape]]) }, product, 3)).toBe(4);
  });

  it('with static scales is the dynamic one less the scaling, and never beats the roofline', () => {
    const tables = {
      gemm: table([[['fp8'], shape]]),
      computescale: table([[['fp8'], scales]]),
      scale_matrix: table([[['fp8'], scales]]),
    };
    const op: Gemm = { ...product, quant: 'fp8_static', count: 1 };
    expect(timed(tables, op, 9)).toBeCloseTo(5 - (0.5 + (0.5 * 8) / 15), 12);
    const low = { ...op, hasLowPrecisionInput: true };
    expect(timed(tables, low, 9)).toBeCloseTo(5 - 2 * (0.5 + (0.5 * 8) / 15), 12);
    const slow = { memBwBytesPerSec: 1, fp8TcFlops: 1 };
    expect(timed(tables, op, 9, slow)).toBeCloseTo(2 * 9 * 64 * 32 * 1000, 6);
  });

  it('of sizes beyond the scale tables takes the scaling there is, which a matrix’s grows from', () => {
    const tables = {
      gemm: table([[['fp8'], { n: [64], k: [128], m: [16], site: [0], latency: [50] }]]),
      computescale: table([[['fp8'], scales]]),
      scale_matrix: table([[['fp8'], scales]]),
    };
    const op: Gemm = { ...product, k: 128, quant: 'fp8_static', count: 1, hasLowPrecisionInput: true };
    expect(timed(tables, op, 16)).toBeCloseTo(50 - 2 - 2 * 2, 12);
  });

  it('has no time in a mode that was not measured, or that the tensor cores do not compute', () => {
    expect(() => timed({}, product, 1)).toThrow(DataMissing);
    const fp8 = { gemm: table([[['fp8'], shape]]) };
    expect(() => timed(fp8, { ...product, quant: 'fp8' }, 1, { fp8TcFlops: undefined })).toThrow(
      'tensor cores for fp8',
    );
  });
});

describe('attention', () => {
  const prefill: ContextAttention = {
    kind: 'contextAttention',
    name: 'context_attention',
    count: 1,
    mixes: 'attention',
    heads: 8,
    kvHeads: 2,
    headSize: 128,
    windowSize: 0,
    kvCache: 'bfloat16',
    fmha: 'bfloat16',
    usesQkNorm: false,
    cp: 1,
  };
  const decode: GenerationAttention = {
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
  const points = (latency: readonly number[]): Columns => ({
    num_heads: [8, 8],
    isl: [100, 400],
    batch_size: [1, 1],
    latency,
  });
  const key = (lane: string, kvHeads = 2) => [lane, 'bfloat16', 'bfloat16', kvHeads, 128, 0];
  const around = timed({ context_attention: table([[key('a'), points([0, 0])]], ['a']) }, prefill, 100);

  it('is answered by the first lane that was measured with its shape, and by that one alone', () => {
    const tables = {
      context_attention: table(
        [
          [key('b'), points([4, 9])],
          [key('a', 4), points([1, 1])],
          [key('c'), points([7, 7])],
        ],
        ['a', 'b', 'c'],
      ),
    };
    expect(timed(tables, prefill, 100) - around).toBeCloseTo(4, 12);
    expect(timed(tables, prefill, 400) - around).toBeCloseTo(9, 12);
    expect(() => timed(tables, { ...prefill, kvHeads: 8 }, 100)).toThrow(DataMissing);
  });

  it('of prompts blends square roots along the length', () => {
    const tables = { context_attention: table([[key('a'), points([4, 9])]], ['a']) };
    expect(timed(tables, prefill, 250) - around).toBeCloseTo(2.5 ** 2, 12);
  });

  it('over two ranks is that of the first and of the last quarter, which sees all before it', () => {
    const tables = { context_attention: table([[key('a'), points([4, 9])]], ['a']) };
    const last = 9 * ((400 ** 2 - 300 ** 2) / 400 ** 2);
    expect(timed(tables, { ...prefill, cp: 2 }, 400) - around).toBeCloseTo(4 + last, 12);
  });

  it('of a decode is the mean over five lengths', () => {
    const tables = {
      generation_attention: table(
        [[['a', 'bfloat16', 2, 128, 0], { num_heads: [8, 8], batch_size: [1, 1], isl: [1, 1001], latency: [1, 11] }]],
        ['a'],
      ),
    };
    const mean = [90, 95, 100, 105, 110].reduce((sum, length) => sum + 1 + (length - 1) / 100, 0) / 5;
    expect(timed(tables, decode, 100)).toBeCloseTo(mean, 12);
  });
});

describe('experts', () => {
  const op: Experts = {
    kind: 'experts',
    name: 'moe',
    count: 1,
    hiddenSize: 4096,
    interSize: 1536,
    experts: 128,
    topk: 8,
    moeTp: 1,
    moeEp: 4,
    dp: 2,
    quant: 'nvfp4',
    isGated: true,
    distribution: 'power_law_1.2',
  };
  const curve = (tokens: number[], latency: number[]): Columns => ({
    moe_tp_size: tokens.map(() => 1),
    moe_ep_size: tokens.map(() => 4),
    num_tokens: tokens,
    latency,
  });
  const key = (lowLatency: number, distribution: string) => [lowLatency, 'nvfp4', distribution, 8, 128, 4096, 1536];
  const card = { fp4TcFlops: 1e16 };

  it('take the low-latency kernel up to 128 tokens of all data ranks, on any backend', () => {
    const moe = table([
      [key(0, 'power_law_1.2'), curve([2, 1024], [3, 1025])],
      [key(1, 'power_law_1.2'), curve([2, 1024], [2, 513])],
    ]);
    expect(timed({ moe }, op, 64, card)).toBe(65);
    expect(timed({ moe }, op, 65, card)).toBe(131);
  });

  it('are taken as evenly loaded where their load was not measured', () => {
    const moe = table([[key(0, 'uniform'), curve([2, 1024], [3, 1025])]]);
    expect(timed({ moe }, op, 512, card)).toBe(1025);
    const other = table([[key(0, 'balanced'), curve([2, 1024], [3, 1025])]]);
    expect(() => timed({ moe: other }, op, 512, card)).toThrow(DataMissing);
  });

  it('that were measured at one number of tokens tell nothing of fewer', () => {
    const moe = table([[key(0, 'power_law_1.2'), curve([256], [5])]]);
    expect(timed({ moe }, op, 128, card)).toBe(5);
    expect(timed({ moe }, op, 256, card)).toBeGreaterThan(5);
    expect(() => timed({ moe }, op, 127, card)).toThrow(DataMissing);
  });
});

describe('collectives', () => {
  const spec = { intraNodeBwBytesPerSec: 400, interNodeBwBytesPerSec: 100, numGpusPerNode: 8 };
  const sizes = (gpus: number, ms: number): Columns => ({
    num_gpus: [gpus, gpus],
    message_size: [10, 20],
    latency: [ms, 2 * ms],
  });
  const reduce = (gpus: number): CustomAllReduce => ({
    kind: 'customAllReduce',
    name: 'ar',
    count: 1,
    tokenSplit: 1,
    elements: 10,
    gpus,
  });
  const gather = (gpus: number): Collective => ({
    kind: 'collective',
    name: 'gather',
    count: 1,
    collective: 'all_gather',
    elements: 10,
    gpus,
  });

  it('an all-reduce over more GPUs than were measured pays for the ring and the link', () => {
    const tables = { custom_allreduce: table([[[], sizes(8, 3)]]) };
    expect(timed(tables, reduce(1), 1)).toBe(0);
    expect(timed(tables, reduce(8), 1, spec)).toBe(3);
    expect(timed(tables, reduce(16), 1, spec)).toBeCloseTo(3 * ((15 / 16) * (8 / 7)) * 4, 12);
    expect(() => timed(tables, reduce(4), 1)).toThrow(DataMissing);
  });

  it('beyond the measured sizes grow and shrink with the message', () => {
    const tables = { custom_allreduce: table([[[], sizes(2, 3)]]) };
    expect(timed(tables, { ...reduce(2), elements: 40 }, 1)).toBe(12);
    expect(timed(tables, { ...reduce(2), elements: 1 }, 1)).toBeCloseTo(0.3, 12);
    expect(() => timed(tables, { ...reduce(2), elements: 0 }, 1)).toThrow(DataMissing);
  });

  it('are looked for in the other library where the first one lacks a number of GPUs', () => {
    const tables = {
      nccl: table([[['half', 'all_gather'], sizes(2, 3)]]),
      oneccl: table([[['half', 'all_gather'], { num_gpus: [2, 4], message_size: [10, 10], latency: [99, 5] }]]),
    };
    expect([2, 4].map((gpus) => timed(tables, gather(gpus), 1))).toEqual([3, 5]);
    expect(timed(tables, gather(8), 1, spec)).toBeCloseTo(5 * (7 / 8) * (4 / 3), 12);
  });
});
