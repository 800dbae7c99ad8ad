import { expect, it } from 'vitest';
import { DataMissing } from '../../src/operations/data-missing.ts';
import type { Gemm } from '../../src/operations/gemm.ts';
import type { GenerationAttention } from '../../src/operations/generation-attention.ts';
import { remembered } from '../../src/operations/remembered.ts';

const gemm: Gemm = {
  kind: 'gemm',
  name: 'qkv',
  count: 2,
  tokenSplit: 1,
  n: 8,
  k: 8,
  quant: 'fp8',
  rows: 'tokens',
  hasLowPrecisionInput: false,
};
const attention: GenerationAttention = {
  kind: 'generationAttention',
  name: 'attention',
  count: 1,
  mixes: 'attention',
  heads: 8,
  kvHeads: 1,
  headSize: 64,
  windowSize: 0,
  kvCache: 'fp8',
};

it('a time is taken once for operations of one shape, whatever their names and counts', () => {
  let taken = 0;
  const time = remembered(() => () => {
    taken += 1;
    return taken;
  });
  const point = { tokens: 5, batch: 5, sequenceLength: 1 };
  expect(time(gemm, point)).toBe(1);
  expect(time({ ...gemm, name: 'proj', count: 9 }, { ...point, sequenceLength: 7 })).toBe(1);
  expect(time({ ...gemm, n: 16 }, point)).toBe(2);
  expect(time(gemm, { ...point, tokens: 6 })).toBe(3);
});

it('attention is told apart by batch and length', () => {
  const time = remembered(
    () =>
      ({ batch, sequenceLength }) =>
        batch * 1000 + sequenceLength,
  );
  expect(time(attention, { tokens: 2, batch: 2, sequenceLength: 7 })).toBe(2007);
  expect(time(attention, { tokens: 2, batch: 2, sequenceLength: 8 })).toBe(2008);
  expect(time(attention, { tokens: 2, batch: 1, sequenceLength: 8 })).toBe(1008);
});

it('missing data stays missing without another look', () => {
  let looks = 0;
  const time = remembered(() => () => {
    looks += 1;
    throw new DataMissing('nothing measured');
  });
  const point = { tokens: 1, batch: 1, sequenceLength: 1 };
  expect(() => time(gemm, point)).toThrow(DataMissing);
  expect(() => time(gemm, point)).toThrow('nothing measured');
  expect(looks).toBe(1);
});

it('a step that fails leaves the times of others as they are', () => {
  const time = remembered(() => ({ batch, sequenceLength }) => {
    if (batch === 9) throw new TypeError('a defect');
    return batch * 1000 + sequenceLength;
  });
  const at = (batch: number, sequenceLength: number): number =>
    time(attention, { tokens: batch, batch, sequenceLength });
  expect(at(2, 7)).toBe(2007);
  expect(() => at(9, 7)).toThrow('a defect');
  expect([at(2, 7), at(2, 8)]).toEqual([2007, 2008]);
  expect(() => at(9, 8)).toThrow('a defect');
});
