import { describe, expect, it } from 'vitest';
import type { Gdn } from '../../../src/operations/gdn.ts';
import type { Kda } from '../../../src/operations/kda.ts';
import type { StepPoint } from '../../../src/operations/kind.ts';
import { LOOKUPS_0_10, LOOKUPS_0_12, type Lookups } from '../../../src/operations/lookups.ts';
import type { Mamba2 } from '../../../src/operations/mamba2.ts';
import { type Operation, seesLength, weightBytes } from '../../../src/operations/operations.ts';
import { operationTimer } from '../../../src/operations/timer.ts';
import { fakeDatabase, system } from '../../engine/support.ts';

type Tables = Parameters<typeof fakeDatabase>[0];
type Key = readonly (string | number)[];
type Point = readonly [batch: number, length: number, latency: number];

/** Rows by kernel and sizes, as the packs from 0.12 on have them. */
const rows = (...slices: readonly (readonly [Key, readonly Point[]])[]) => ({
  sliceColumns: [],
  slices: slices.map(([key, points]) => ({
    key: [...key],
    columns: {
      batch_size: points.map(([batch]) => batch),
      seq_len: points.map(([, length]) => length),
      latency: points.map(([, , latency]) => latency),
    },
  })),
});

/** A terabyte a second: bytes over 1e9 are milliseconds. */
const CARD = { memBwBytesPerSec: 1e12 };

function timed(tables: Tables, op: Operation, step: StepPoint, lookups: Lookups = LOOKUPS_0_12): number {
  const database = fakeDatabase(tables, 'vllm');
  return operationTimer({ database, system: system('h200_sxm', CARD), lookups })(op, step);
}

const prefill = (batch: number, length: number): StepPoint => ({
  tokens: batch * length,
  batch,
  sequenceLength: length,
});
const decode = (batch: number): StepPoint => ({ tokens: batch, batch, sequenceLength: 700 });

const scan: Gdn = {
  kind: 'gdn',
  name: 'scan',
  count: 2,
  kernel: 'chunk_gated_delta_rule',
  hiddenSize: 2048,
  ...{ keyHeads: 4, keySize: 128, valueHeads: 8, valueSize: 128, convWidth: 4 },
  stateType: 'float32',
};
const GDN_SIZES = [2048, 4, 128, 8, 128, 4];
const GDN_SCAN = ['chunk_gated_delta_rule', 'context', ...GDN_SIZES];
const update: Gdn = { ...scan, count: 1, kernel: 'fused_sigmoid_gating_delta_rule_update' };

/** Queries, keys and values of the scan, and its state, in elements. */
const CHANNELS = 2 * 4 * 128 + 8 * 128;
const STATE = 8 * 128 * 128;

describe('a kernel of a gated delta net', () => {
  const measured: readonly Point[] = [
    [1, 100, 3],
    [1, 200, 5],
    [2, 100, 6],
    [2, 200, 10],
  ];

  it('takes what was measured with its sizes, as often as it runs', () => {
    expect(timed({ gdn: rows([GDN_SCAN, measured]) }, scan, prefill(1, 150))).toBe(8);
  });

  it('takes what memory allows where other sizes were measured', () => {
    const other = ['chunk_gated_delta_rule', 'context', 2048, 2, 128, 4, 128, 4];
    const bytes = 150 * (CHANNELS + 1024) * 2 + 2 * STATE * 4 + 2 * 2 * STATE * 2;
    expect(timed({ gdn: rows([other, measured]) }, scan, prefill(1, 150))).toBeCloseTo((2 * bytes) / 1e9, 12);
    expect(timed({}, scan, prefill(1, 150))).toBeCloseTo((2 * bytes) / 1e9, 12);
  });

  it('of a scan is the variant that was measured alone, and none where there are several', () => {
    const variant = (name: string): Key => [`chunk_gated_delta_rule_${name}`, 'context', ...GDN_SIZES];
    const at: readonly Point[] = [[1, 64, 7]];
    const plain = [GDN_SCAN, [[1, 64, 9]]] as const;
    expect(timed({ gdn: rows(plain, [variant('triton'), at]) }, scan, prefill(1, 64))).toBe(14);
    const both = rows(plain, [variant('triton'), at], [variant('cutedsl'), at]);
    expect(timed({ gdn: both }, scan, prefill(1, 64))).toBe(timed({}, scan, prefill(1, 64)));
  });

  it('in decode goes by sequences alone, and beyond the measured ones as memory allows', () => {
    const key = ['fused_sigmoid_gating_delta_rule_update', 'generation', ...GDN_SIZES];
    const gdn = rows([
      key,
      [
        [1, 0, 1],
        [3, 0, 5],
      ],
    ]);
    expect(timed({ gdn }, update, decode(2))).toBe(3);
    expect(timed({ gdn }, update, decode(6))).toBeCloseTo(10, 12);
    expect([seesLength(update), seesLength(scan)]).toEqual([false, true]);
  });

  it('that touches a state of another type was not measured, other than its convolution', () => {
    const gdn = rows([GDN_SCAN, [[1, 64, 9]]], [['causal_conv1d_fn', 'context', ...GDN_SIZES], [[1, 64, 4]]]);
    const half = { ...scan, count: 1, stateType: 'bfloat16' } as const;
    const bytes = 64 * (CHANNELS + 1024) * 2 + 2 * STATE * 2 + 2 * STATE * 2;
    expect(timed({ gdn }, half, prefill(1, 64))).toBeCloseTo(bytes / 1e9, 12);
    expect(timed({ gdn }, { ...half, kernel: 'causal_conv1d_fn' }, prefill(1, 64))).toBe(4);
  });

  it('has no weights of its own', () => {
    expect(weightBytes(scan)).toBe(0);
  });
});

describe('the same by the older engine', () => {
  /** Rows whose sizes are key columns. */
  const filled = (kernel: string, phase: string, valueHeads: readonly number[]): Tables => ({
    gdn: {
      sliceColumns: ['kernel_source', 'phase'],
      slices: [
        {
          key: [kernel, phase],
          columns: {
            d_model: valueHeads.flatMap(() => [2048, 2048]),
            num_k_heads: valueHeads.flatMap(() => [4, 4]),
            head_k_dim: valueHeads.flatMap(() => [128, 128]),
            num_v_heads: valueHeads.flatMap((heads) => [heads, heads]),
            head_v_dim: valueHeads.flatMap(() => [128, 128]),
            d_conv: valueHeads.flatMap(() => [4, 4]),
            batch_size: valueHeads.flatMap(() => (phase === 'context' ? [1, 1] : [1, 3])),
            seq_len: valueHeads.flatMap(() => (phase === 'context' ? [100, 200] : [0, 0])),
            latency: valueHeads.flatMap((heads) => [heads, 2 * heads]),
          },
        },
      ],
    },
  });

  it('takes the rows with the nearest number of heads, the fewer of two that are as near', () => {
    const tables = filled('chunk_gated_delta_rule', 'context', [4, 12]);
    expect(timed(tables, { ...scan, count: 1 }, prefill(1, 150), LOOKUPS_0_10)).toBe(6);
    expect(timed(tables, { ...scan, count: 1, valueHeads: 9 }, prefill(1, 150), LOOKUPS_0_10)).toBe(18);
  });

  it('takes what memory allows outside the measured lengths, with states in two bytes and keys counted once', () => {
    const tables = filled('chunk_gated_delta_rule', 'context', [8]);
    const bytes = 256 * (4 * 128 + 2 * 1024) * 2 + 2 * STATE * 2 + 2 * 4 * STATE * 2;
    expect(timed(tables, { ...scan, count: 1 }, prefill(1, 256), LOOKUPS_0_10)).toBeCloseTo(bytes / 1e9, 12);
  });

  it('goes on straight beyond the measured sequences of decode', () => {
    const tables = filled('fused_sigmoid_gating_delta_rule_update', 'generation', [8]);
    expect(timed(tables, update, decode(5), LOOKUPS_0_10)).toBe(24);
  });
});

describe('a kernel of Mamba-2', () => {
  const conv: Mamba2 = {
    kind: 'mamba2',
    name: 'conv',
    count: 1,
    kernel: 'causal_conv1d_fn',
    hiddenSize: 4096,
    ...{ stateSize: 128, convWidth: 4, heads: 128, headSize: 64, groups: 8, chunkSize: 128 },
  };

  it('is answered by the first sizes of the same hidden size where its own were not measured', () => {
    const mamba2 = rows(
      [['causal_conv1d_fn', 'context', 2688, 128, 4, 64, 64, 8, 128], [[1, 64, 1]]],
      [['causal_conv1d_fn', 'context', 4096, 64, 4, 64, 64, 8, 128], [[1, 64, 2]]],
      [['causal_conv1d_fn', 'context', 4096, 96, 4, 64, 64, 8, 128], [[1, 64, 3]]],
    );
    expect(timed({ mamba2 }, conv, prefill(1, 64))).toBe(2);
  });

  it.each<[Mamba2['kernel'], StepPoint, number]>([
    ['causal_conv1d_fn', prefill(2, 50), 100 * (8192 + 2048) * 6 * 2],
    ['causal_conv1d_update', decode(3), 3 * (8192 + 2048) * 6 * 2],
    ['mamba_chunk_scan_combined', prefill(2, 50), 100 * (8192 + 2048 + 128 + 8192) * 2],
    ['selective_state_update', decode(3), 3 * (8192 + 2048 + 128 + 8192) * 2],
  ])('that was not measured moves its inputs and outputs (%s)', (kernel, step, bytes) => {
    expect(timed({}, { ...conv, kernel }, step)).toBeCloseTo(bytes / 1e9, 12);
  });
});

describe('a kernel of Kimi delta attention', () => {
  const kernel = (name: Kda['kernel']): Kda => ({
    kind: 'kda',
    name: 'kda',
    count: 1,
    kernel: name,
    hiddenSize: 7168,
    ...{ heads: 16, headSize: 128, convWidth: 4 },
  });
  const WIDTH = 16 * 128;

  it('is answered by the nearest number of heads that was measured', () => {
    const sizes = (heads: number): Key => ['fused_kda_decode', 'generation', 7168, heads, 128, heads, 128, 4];
    const kda = rows([sizes(12), [[1, 0, 2]]], [sizes(24), [[1, 0, 3]]]);
    expect(timed({ kda }, kernel('fused_kda_decode'), decode(1))).toBe(2);
  });

  it.each<[Kda['kernel'], StepPoint, number]>([
    ['causal_conv1d_fn_qkv3', prefill(2, 100), 200 * 3 * WIDTH * 6 * 2],
    ['causal_conv1d_update', decode(3), 3 * 3 * WIDTH * 6 * 2],
    ['chunk_kda', prefill(2, 130), 260 * 5 * WIDTH * 2 + 2 * (2 + 4) * WIDTH * 128 * 4],
    ['fused_recurrent_kda_packed_decode', decode(3), 3 * 5 * WIDTH * 2 + 2 * 3 * WIDTH * 128 * 4],
  ])('that was not measured moves inputs, outputs, states and those of whole chunks (%s)', (name, step, bytes) => {
    expect(timed({}, kernel(name), step)).toBeCloseTo(bytes / 1e9, 12);
  });
});
