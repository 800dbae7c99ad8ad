import { describe, expect, test } from 'vitest';
import { DataMissing } from '../../../src/operations/data-missing.ts';
import { LOOKUPS_0_11, LOOKUPS_0_12, LOOKUPS_0_13, type Lookups } from '../../../src/operations/lookups.ts';
import type { Operation } from '../../../src/operations/operations.ts';
import { upToLargest, upToMeasured, withinNode } from '../../../src/operations/resolved/fan-out.ts';
import { operationTimer } from '../../../src/operations/timer.ts';
import { fakeDatabase, system } from '../../engine/support.ts';

test.each([
  ['a node', withinNode, [2, 4, 8, 16], 4, 4],
  ['a node', withinNode, [2, 4, 8, 16], 32, 8],
  ['a node', withinNode, [2, 4], 8, 8],
  ['the largest', upToLargest, [2, 4, 8, 16], 12, 12],
  ['the largest', upToLargest, [2, 4, 8, 16], 64, 16],
  ['the largest', upToLargest, [], 2, 0],
  ['the measured ones', upToMeasured, [2, 4, 8, 16], 3, 3],
  ['the measured ones', upToMeasured, [2, 4], 8, 4],
  ['the measured ones', upToMeasured, [2, 4, 8, 16], 24, 16],
  ['the measured ones', upToMeasured, [2, 4, 8, 16], 12, 8],
  ['the measured ones', upToMeasured, [32], 16, 8],
])('up to %s, of %o GPUs', (_, fanOut, measured, gpus, wanted) => {
  expect(fanOut({ gpus, measured, gpusPerNode: 8 })).toBe(wanted);
});

describe('a collective over two nodes', () => {
  const allReduce: Operation = { kind: 'customAllReduce', name: 'a', count: 1, tokenSplit: 1, elements: 1, gpus: 12 };
  const gather: Operation = {
    kind: 'collective',
    name: 'g',
    count: 1,
    collective: 'all_gather',
    elements: 1,
    gpus: 12,
  };
  const rows = { num_gpus: [2, 8, 16], message_size: [64, 64, 64], latency: [1, 3, 7] };
  const slices = (key: readonly string[]) => ({ sliceColumns: [], slices: [{ key: [...key], columns: rows }] });
  const tables = { custom_allreduce: slices([]), nccl: slices(['half', 'all_gather']) };

  const timed = (op: Operation, lookups: Lookups): number => {
    const spec = system('h200_sxm', { numGpusPerNode: 8 });
    const time = operationTimer({ database: fakeDatabase(tables, 'vllm'), system: spec, lookups });
    return time(op, { tokens: 64, batch: 1, sequenceLength: 64 });
  };
  const { intraNodeBwBytesPerSec: inside, interNodeBwBytesPerSec: between } = system('h200_sxm');
  const grown = 3 * ((11 / 12) * (8 / 7) * (inside / between));

  test.each<[name: string, op: Operation, lookups: Lookups]>([
    ['all-reduce of 0.11', allReduce, LOOKUPS_0_11],
    ['all-reduce of 0.13', allReduce, LOOKUPS_0_13],
    ['NCCL of 0.13', gather, LOOKUPS_0_13],
  ])('grows from a node by %s', (_, op, lookups) => {
    expect(timed(op, lookups)).toBeCloseTo(grown, 9);
  });

  test.each<[name: string, op: Operation, lookups: Lookups]>([
    ['all-reduce of 0.12', allReduce, LOOKUPS_0_12],
    ['NCCL of 0.12', gather, LOOKUPS_0_12],
    ['NCCL of 0.11', gather, LOOKUPS_0_11],
  ])('has no time by %s, since as many were not measured', (_, op, lookups) => {
    expect(() => timed(op, lookups)).toThrow(DataMissing);
    expect(timed({ ...op, gpus: 16 } as Operation, lookups)).toBeGreaterThan(3);
  });
});
