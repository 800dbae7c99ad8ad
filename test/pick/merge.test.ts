import { describe, expect, it } from 'vitest';
import { pickDefault } from '../../src/pick/default.ts';
import { pickLoadMatch } from '../../src/pick/load-match.ts';
import { type BackendTable, mergeBackends } from '../../src/pick/merge.ts';
import { outline, row, type Sketch, TPOT_30 } from './support.ts';

const table = (backend: string, ...sketches: readonly Sketch[]): BackendTable => ({
  backend,
  ranked: pickDefault('disagg', sketches.map(row), 1, TPOT_30),
});
const merge = (...tables: readonly BackendTable[]) => mergeBackends('disagg', tables, TPOT_30, 'throughput');

describe('tables of several backends', () => {
  it('become one by throughput, every row with its backend, five at most', () => {
    const many = Array.from({ length: 5 }, (_, i) => ({ layout: `tp${i}`, tokens: 10 * i }));
    const { top, bestThroughput } = merge(table('trtllm', ...many), table('vllm', { layout: 'tp9', tokens: 25 }));
    expect(outline(top, 'backend')).toEqual([
      ['tp4', 'trtllm'],
      ['tp3', 'trtllm'],
      ['tp9', 'vllm'],
      ['tp2', 'trtllm'],
      ['tp1', 'trtllm'],
    ]);
    expect(bestThroughput).toBe(40);
  });

  it('keep the order of backends among equals', () => {
    const tables = ['trtllm', 'sglang', 'vllm'].map((backend) => table(backend, {}));
    expect(outline(merge(...tables).top, 'backend').map(([, backend]) => backend)).toEqual([
      'trtllm',
      'sglang',
      'vllm',
    ]);
  });

  it('have the pareto front of their fronts', () => {
    const { pareto } = merge(
      table('trtllm', { layout: 'a', tokens: 100, tpot: 20 }),
      table('vllm', { layout: 'b', tokens: 90, tpot: 25 }, { layout: 'c', tokens: 50, tpot: 10 }),
    );
    expect(outline(pareto, 'backend')).toEqual([
      ['a', 'trtllm'],
      ['c', 'vllm'],
    ]);
  });

  it('come to nothing where there are none', () => {
    expect(merge()).toEqual({ bestThroughput: 0, top: [], pareto: [] });
  });
});

describe('tables of a load match', () => {
  const loadTable = (backend: string, sketch: Sketch): BackendTable => ({
    backend,
    ranked: pickLoadMatch('agg', [row(sketch)], {
      load: { column: 'seq/s', amount: 5 },
      maxGpus: 8,
      target: TPOT_30,
      rules: 'ours',
    }),
  });
  const tables = [
    loadTable('trtllm', { gpus: 8, rate: 2, tokens: 900 }),
    loadTable('sglang', { gpus: 4, rate: 5, tokens: 500 }),
    loadTable('vllm', { gpus: 2, rate: 5, tokens: 100 }),
  ];
  it.each([
    ['served load, then GPUs by default', 'load', ['vllm', 'sglang', 'trtllm']],
    ['throughput by the rules of the reference', 'throughput', ['trtllm', 'sglang', 'vllm']],
  ] as const)('are merged by %s', (_, criterion, wanted) => {
    const { top } = mergeBackends('agg', tables, TPOT_30, criterion);
    expect(top.map(({ backend }) => backend)).toEqual(wanted);
  });
});
