import { expect, test } from 'vitest';
import { nearest } from '../../src/request/nearest.ts';

test.each([
  ['H200-SXM', ['h100_sxm', 'h200_sxm'], 'h200_sxm'],
  ['tttf', ['itl', 'ttft'], 'ttft'],
  ['Frontent', ['Frontend', 'VllmDecodeWorker'], 'Frontend'],
  ['h100', ['h200_sxm', 'h100_sxm'], 'h100_sxm'],
  ['l4', ['l40s', 'l40', 'l4'], 'l4'],
  ['radeon', ['h200_sxm'], undefined],
  ['', ['a'], undefined],
  ['a'.repeat(65), ['a'.repeat(65)], undefined],
  ['a', [], undefined],
])('%j among %j means %j', (word, words, expected) => {
  expect(nearest(word, words)).toBe(expected);
});
