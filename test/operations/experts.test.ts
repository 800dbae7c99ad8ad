import { expect, it } from 'vitest';
import { DataMissing } from '../../src/operations/data-missing.ts';
import { type Experts, experts } from '../../src/operations/experts.ts';
import { LOOKUPS_0_10 } from '../../src/operations/lookups.ts';
import type { SystemSpec } from '../../src/perfdb/perfdb.ts';
import { fakeDatabase, system } from '../engine/support.ts';

const op: Experts = {
  kind: 'experts',
  name: 'context_moe',
  count: 1,
  hiddenSize: 4096,
  interSize: 1536,
  experts: 128,
  topk: 8,
  moeTp: 1,
  moeEp: 4,
  dp: 1,
  quant: 'nvfp4',
  isGated: true,
  distribution: 'power_law_1.2',
};

const slice = (lowLatency: number, tokens: number[], latency: number[], quant = 'nvfp4') => ({
  key: [lowLatency, quant, 'power_law_1.2', 8, 128, 4096, 1536],
  columns: { moe_tp_size: tokens.map(() => 1), moe_ep_size: tokens.map(() => 4), num_tokens: tokens, latency },
});
const database = fakeDatabase({
  moe: {
    sliceColumns: [],
    slices: [slice(0, [1, 128, 1024], [2, 4, 20]), slice(1, [1, 1024], [1, 11]), slice(0, [256], [7], 'fp8')],
  },
});
const timed = (spec: SystemSpec) => {
  const time = experts.time({ database, system: spec, constants: LOOKUPS_0_10.constants });
  return (op: Experts, tokens: number): number => time(op, { tokens, batch: 1, sequenceLength: tokens });
};
const time = timed(system('b200_sxm'));

it('the low-latency kernel takes nvfp4 steps of up to 128 tokens of all data-parallel ranks', () => {
  expect(time(op, 1)).toBe(1);
  expect(time(op, 128)).toBeCloseTo(1 + (10 * 127) / 1023, 12);
  expect(time(op, 129)).toBeCloseTo(4 + 16 / 896, 12);
  expect(time({ ...op, dp: 8 }, 128)).toBe(20);
});

it('beyond the last point the kernel keeps its share of the theoretical speed', () => {
  expect(time(op, 1025)).toBeGreaterThan(20);
  expect(time(op, 2 ** 21) / time(op, 2 ** 20)).toBeCloseTo(2, 9);
  const spec = system('b200_sxm');
  const slow = timed({ ...spec, bfloat16TcFlops: 1e9, memBwBytesPerSec: 1e9 });
  expect(slow(op, 4096)).toBeCloseTo(4 * 20, 9);
});

it('a single point answers for more tokens, never for fewer', () => {
  const fp8: Experts = { ...op, quant: 'fp8' };
  expect(time(fp8, 256)).toBe(7);
  expect(time(fp8, 512)).toBeGreaterThan(7);
  expect(() => time(fp8, 255)).toThrow(DataMissing);
});

it.each([{ moeEp: 8 }, { quant: 'bfloat16' }, { topk: 4 }, { distribution: 'uniform' }] as const)(
  'what was not measured is missing data: %j',
  (changes) => {
    expect(() => time({ ...op, ...changes }, 64)).toThrow(DataMissing);
  },
);

it('weights are three matrices of each expert on the GPU, scales included', () => {
  expect(experts.weightBytes(op)).toBe((4096 * 1536 * 128 * 3 * 9) / 16 / 4);
});
