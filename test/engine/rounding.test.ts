import { describe, expect, it } from 'vitest';
import { floorDivide, round1, round3 } from '../../src/engine/rounding.ts';

describe('floorDivide', () => {
  it.each([
    [1, 0.1, 9],
    [6, 0.1, 59],
    [112, 1.12, 99],
    [7, 2, 3],
    [8, 2, 4],
    [3, 5, 0],
    [480, 4.8, 100],
  ])('%d // %d is %d, as in Python', (dividend, divisor, quotient) => {
    expect(floorDivide(dividend, divisor)).toBe(quotient);
  });
});

describe('round3', () => {
  it.each([
    [0.0005, 0],
    [0.0015, 0.002],
    [2.6745, 2.674],
    [1234.56789, 1234.568],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('%d becomes %d', (value, rounded) => {
    expect(round3(value)).toBe(rounded);
  });
});

describe('round1', () => {
  it.each([
    [6.25, 6.2],
    [6.75, 6.8],
    [99.96, 100],
    [33.333, 33.3],
  ])('%d becomes %d, ties of the tenfold to even', (value, rounded) => {
    expect(round1(value)).toBe(rounded);
  });
});
