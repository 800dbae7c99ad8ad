import { describe, expect, it } from 'vitest';
import { pickOrder } from '../../src/pick/choose.ts';
import { pickDefault } from '../../src/pick/default.ts';
import { pickLoadMatch } from '../../src/pick/load-match.ts';
import { type BackendTable, mergeBackends } from '../../src/pick/merge.ts';
import type { RatedCandidate } from '../../src/pick/ranking.ts';
import { type Compat, mendsOf, OURS } from '../../src/request/mends.ts';
import { candidate, pair, type Sketch, sizeOf, TPOT_30 } from './support.ts';

const table = (backend: string, ...sketches: readonly Sketch[]): BackendTable => ({
  backend,
  ranked: pickDefault(sketches.map(pair), { totalGpus: 1, target: TPOT_30, mends: OURS }),
});
const orderOf = (isLoadMatch: boolean, compat?: Compat, target = TPOT_30) =>
  pickOrder({ isLoadMatch, target, mends: mendsOf(compat) });
const merge = (...tables: readonly BackendTable[]) => mergeBackends(tables, TPOT_30, orderOf(false));

/** Layout and backend of each candidate, in order. */
const named = (ranked: readonly RatedCandidate[]) => ranked.map((one) => [sizeOf(one), one.backend]);

describe('tables of several backends', () => {
  it('become one by throughput, every candidate with its backend, five at most', () => {
    const many = Array.from({ length: 5 }, (_, i) => ({ tp: i + 1, tokens: 10 * i }));
    const { top, bestThroughput } = merge(table('trtllm', ...many), table('vllm', { tp: 9, tokens: 25 }));
    expect(named(top)).toEqual([
      [5, 'trtllm'],
      [4, 'trtllm'],
      [9, 'vllm'],
      [3, 'trtllm'],
      [2, 'trtllm'],
    ]);
    expect(bestThroughput).toBe(40);
  });

  it('put what keeps the limit first, by default', () => {
    const tables = [
      table('trtllm', { tp: 1, tokens: 100, tpotMs: 40 }),
      table('vllm', { tp: 2, tokens: 10, tpotMs: 25 }),
    ];
    const first = (compat?: Compat) => mergeBackends(tables, TPOT_30, orderOf(false, compat)).top[0]?.backend;
    expect([first(), first('reference')]).toEqual(['vllm', 'trtllm']);
  });

  it('keep the order of backends among equals', () => {
    const tables = ['trtllm', 'sglang', 'vllm'].map((backend) => table(backend, {}));
    expect(merge(...tables).top.map(({ backend }) => backend)).toEqual(['trtllm', 'sglang', 'vllm']);
  });

  it('have the pareto front of their fronts', () => {
    const { pareto } = merge(
      table('trtllm', { tp: 1, tokens: 100, tpotMs: 20 }),
      table('vllm', { tp: 2, tokens: 90, tpotMs: 25 }, { tp: 3, tokens: 50, tpotMs: 10 }),
    );
    expect(named(pareto)).toEqual([
      [1, 'trtllm'],
      [3, 'vllm'],
    ]);
  });

  it('come to nothing where there are none', () => {
    expect(merge()).toEqual({ bestThroughput: 0, top: [], further: [], pareto: [] });
  });
});

describe('tables of a load match', () => {
  const loadTable = (backend: string, sketch: Sketch): BackendTable => ({
    backend,
    ranked: pickLoadMatch([candidate(sketch)], {
      load: { metric: 'requestsPerSec', amount: 5 },
      maxGpus: 8,
      holdsToBudget: true,
      target: TPOT_30,
      mends: OURS,
    }),
  });
  const tables = [
    loadTable('trtllm', { gpus: 8, rate: 2, tokens: 900 }),
    loadTable('sglang', { gpus: 4, rate: 5, tokens: 500 }),
    loadTable('vllm', { gpus: 2, rate: 5, tokens: 100 }),
  ];
  it.each([
    ['served load, then GPUs by default', 'ours', ['vllm', 'sglang', 'trtllm']],
    ['throughput by the rules of the reference', 'reference', ['trtllm', 'sglang', 'vllm']],
  ] as const)('are merged by %s', (_, compat, wanted) => {
    const { top } = mergeBackends(tables, TPOT_30, orderOf(true, compat));
    expect(top.map(({ backend }) => backend)).toEqual(wanted);
  });
});
