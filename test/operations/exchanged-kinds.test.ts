import { describe, expect, it } from 'vitest';
import type { AllToAll } from '../../src/operations/all-to-all.ts';
import { DataMissing } from '../../src/operations/data-missing.ts';
import type { ExpertCompute } from '../../src/operations/expert-compute.ts';
import { LOOKUPS_0_12 } from '../../src/operations/lookups.ts';
import { type Operation, weightBytes } from '../../src/operations/operations.ts';
import { operationTimer } from '../../src/operations/timer.ts';
import type { Backend } from '../../src/serving.ts';
import { fakeDatabase, system } from '../engine/support.ts';

type Slices = readonly (readonly [(string | number)[], readonly number[], readonly number[]])[];

const table = (slices: Slices, lanes: readonly string[] = []) => ({
  sliceColumns: [],
  lanes,
  slices: slices.map(([key, num_tokens, latency]) => ({ key, columns: { num_tokens, latency } })),
});

function timed(tables: Parameters<typeof fakeDatabase>[0], backend: Backend = 'vllm', smVersion = 90) {
  const database = fakeDatabase(tables, backend);
  const spec = { ...system('h200_sxm', { smVersion }) };
  const time = operationTimer({ database, system: spec, lookups: LOOKUPS_0_12 });
  return (op: Operation, tokens: number): number => time(op, { tokens, batch: 1, sequenceLength: tokens });
}

const exchange: AllToAll = {
  kind: 'allToAll',
  name: 'dispatch',
  count: 1,
  comm: 'deepep_ht',
  stage: 'dispatch',
  sent: 'default',
  hiddenSize: 4096,
  topk: 8,
  experts: 128,
  moeEp: 8,
  nodes: 1,
  sms: 20,
  attentionRanks: 1,
};

/** Key of a slice of exchanges. */
const at = (comm: string, stage: string, sent: string, ranks: number, nodes: number, sms: number) => {
  return [comm, stage, sent, ranks, nodes, 4096, 8, 128, sms];
};
const [TOKENS, MS] = [
  [10, 20],
  [1, 3],
];

describe('an exchange of tokens', () => {
  it('is measured by the tokens of a rank that are sent, and grows with them beyond', () => {
    const time = timed({ moe_a2a: table([[at('deepep_ht', 'dispatch', 'default', 8, 1, 20), TOKENS, MS]]) });
    expect([10, 15, 40].map((tokens) => time(exchange, tokens))).toEqual([1, 2, 6]);
    expect(time({ ...exchange, attentionRanks: 2 }, 31)).toBe(2);
    expect(() => time({ ...exchange, attentionRanks: 8 }, 7)).toThrow(DataMissing);
  });

  it.each([
    ['SGLang', 'sglang', 8],
    ['vLLM', 'vllm', 4],
  ] as const)('over nodes that were not measured is that of one node’s ranks (%s)', (_, backend, ranks) => {
    const slices: Slices = [[at('deepep_ll', 'dispatch', 'default', ranks, 1, 0), TOKENS, MS]];
    const database = fakeDatabase({ moe_a2a: table(slices) }, backend);
    const spec = system('h200_sxm', { numGpusPerNode: 4 });
    const time = operationTimer({ database, system: spec, lookups: LOOKUPS_0_12 });
    const wide: AllToAll = { ...exchange, comm: 'deepep_ll', sms: 0, moeEp: 16, nodes: 4 };
    expect(time(wide, { tokens: 10, batch: 1, sequenceLength: 10 })).toBe(1);
    const own: AllToAll = { ...wide, comm: 'deepep_v2_generation' };
    expect(() => time(own, { tokens: 10, batch: 1, sequenceLength: 10 })).toThrow(DataMissing);
  });

  it('sends blocks of fp8 as fp8, and whatever it is where rows do not tell', () => {
    const time = timed({
      moe_a2a: table([
        [at('nvlink_one_sided', 'dispatch', 'fp8', 8, 1, 0), TOKENS, MS],
        [at('deepep_ll', 'dispatch', 'default', 8, 1, 0), TOKENS, MS],
      ]),
    });
    expect(time({ ...exchange, comm: 'nvlink_one_sided', sms: 0, sent: 'fp8_block' }, 10)).toBe(1);
    expect(time({ ...exchange, comm: 'deepep_ll', sms: 0, sent: 'nvfp4' }, 10)).toBe(1);
    expect(() => time({ ...exchange, comm: 'nvlink_one_sided', sms: 0, sent: 'nvfp4' }, 10)).toThrow(DataMissing);
  });

  it('of high throughput over nodes shares what both ways take together', () => {
    const slices: Slices = [
      [at('deepep_ht', 'dispatch', 'default', 16, 2, 12), TOKENS, [1, 1]],
      [at('deepep_ht', 'dispatch', 'default', 16, 2, 24), TOKENS, [1, 1]],
      [at('deepep_ht', 'combine', 'default', 16, 2, 12), TOKENS, [3, 3]],
      [at('deepep_ht', 'combine', 'default', 16, 2, 24), TOKENS, [5, 5]],
    ];
    const time = timed({ moe_a2a: table(slices) });
    const wide: AllToAll = { ...exchange, moeEp: 16, nodes: 2 };
    // Two thirds of the way from 12 to 24 multiprocessors.
    const [own, other] = [1, 3 + 2 * (2 / 3)];
    expect(time(wide, 10)).toBeCloseTo((own * (own + other)) / (own + other), 12);
    expect(time({ ...wide, stage: 'combine' }, 10)).toBeCloseTo(other, 12);
  });
});

describe('the experts of one rank', () => {
  const op: ExpertCompute = {
    kind: 'expertCompute',
    name: 'moe',
    count: 1,
    phase: 'context',
    hiddenSize: 4096,
    interSize: 1536,
    experts: 128,
    topk: 8,
    moeEp: 8,
    dp: 2,
    quant: 'fp8',
    distribution: 'power_law_1.2',
  };
  const key = (kernel: string, distribution: string, phase = 'context') => {
    return [kernel, 'fp8', distribution, phase, 8, 128, 128, 4096, 1536, 1, 8];
  };

  it('have the weights of their share', () => {
    expect(weightBytes(op)).toBe((4096 * 1536 * 128 * 3) / 8);
  });

  it('are measured over the tokens of all data ranks', () => {
    const time = timed({ moe_expert_compute: table([[key('deepep_moe', 'power_law_1.2'), TOKENS, MS]]) }, 'sglang');
    expect([5, 10].map((tokens) => time(op, tokens))).toEqual([1, 3]);
    expect(() => time({ ...op, phase: 'generation' }, 5)).toThrow(DataMissing);
  });

  it('take the first kernel and the first distribution where theirs were not measured', () => {
    const slices: Slices = [
      [key('b', 'x'), TOKENS, [9, 9]],
      [key('a', 'y'), TOKENS, [8, 8]],
      [key('a', 'x'), TOKENS, [7, 7]],
    ];
    expect(timed({ moe_expert_compute: table(slices, ['y', 'x']) }, 'trtllm')(op, 5)).toBe(8);
    expect(timed({ moe_expert_compute: table(slices, ['x', 'y']) }, 'trtllm')(op, 5)).toBe(7);
  });

  it('are the ordinary ones where a rank’s own were not measured, but for SGLang', () => {
    const moe = {
      sliceColumns: [],
      slices: [
        {
          key: [0, 'fp8', 'power_law_1.2', 8, 128, 4096, 1536],
          columns: { moe_tp_size: [1], moe_ep_size: [8], num_tokens: [10], latency: [6] },
        },
      ],
    };
    expect((['vllm', 'trtllm'] as const).map((backend) => timed({ moe }, backend)(op, 5))).toEqual([6, 6]);
    expect(() => timed({ moe }, 'sglang')(op, 5)).toThrow(DataMissing);
  });
});
