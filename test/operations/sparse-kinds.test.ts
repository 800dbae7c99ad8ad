import { describe, expect, it } from 'vitest';
import { DataMissing } from '../../src/operations/data-missing.ts';
import type { ContextDsaModule, GenerationDsaModule } from '../../src/operations/dsa-block.ts';
import { LOOKUPS_0_10, LOOKUPS_0_12, type Lookups } from '../../src/operations/lookups.ts';
import type { ContextMsaModule } from '../../src/operations/msa-module.ts';
import { type Operation, weightBytes } from '../../src/operations/operations.ts';
import { operationTimer } from '../../src/operations/timer.ts';
import { fakeDatabase, system } from '../engine/support.ts';

type Key = (string | number)[];
type Columns = Readonly<Record<string, readonly number[]>>;

const table = (slices: readonly (readonly [Key, Columns])[]) => ({
  sliceColumns: [],
  slices: slices.map(([key, columns]) => ({ key, columns })),
});

function timed(tables: Parameters<typeof fakeDatabase>[0], lookups: Lookups) {
  const time = operationTimer({ database: fakeDatabase(tables), system: system('h200_sxm'), lookups });
  return (op: Operation, batch: number, length: number): number =>
    time(op, { tokens: batch * length, batch, sequenceLength: length });
}

const block = {
  count: 1,
  mixes: 'attention' as const,
  heads: 64,
  kvCache: 'fp8' as const,
  model: 'GlmMoeDsaForCausalLM' as const,
  gemm: 'bfloat16' as const,
  choosingShare: 1,
  projections: undefined,
};
const prefill: ContextDsaModule = { kind: 'contextDsaModule', name: 'p', ...block, fmha: 'bfloat16', cp: 1 };
const decode: GenerationDsaModule = { kind: 'generationDsaModule', name: 'd', ...block };

const LENGTHS = [1024, 2048, 4096, 8192];
/** Prefill rows of one sequence whose times are a multiple of these. */
const prefillRows = (scale: number): Columns => ({
  num_heads: LENGTHS.map(() => 64),
  step: LENGTHS.map(() => 0),
  isl: LENGTHS,
  batch_size: LENGTHS.map(() => 1),
  latency: [1, 2, 10, 20].map((ms) => ms * scale),
});
const decodeRows = (scale: number): Columns => ({
  num_heads: LENGTHS.map(() => 64),
  batch_size: LENGTHS.map(() => 1),
  isl: LENGTHS,
  latency: [1, 2, 3, 5].map((ms) => ms * scale),
});
const prefillKey = (skips: 0 | 1, kernels: string): Key => [skips, 'bfloat16', 'fp8', 'bfloat16', block.model, kernels];
const decodeKey = (skips: 0 | 1, kernels: string): Key => [skips, 'fp8', 'bfloat16', block.model, kernels];

describe('a block of sparse attention', () => {
  it('is that of TensorRT-LLM’s kernels where these were measured', () => {
    const rows = [
      [prefillKey(0, 'flashmla_kv'), prefillRows(1)],
      [prefillKey(0, 'trtllm'), prefillRows(3)],
    ] as const;
    expect(timed({ dsa_context_module: table(rows) }, LOOKUPS_0_12)(prefill, 1, 1536)).toBe(4.5);
    expect(timed({ dsa_context_module: table(rows.slice(0, 1)) }, LOOKUPS_0_12)(prefill, 1, 1536)).toBe(1.5);
    expect(() => timed({ dsa_context_module: table([]) }, LOOKUPS_0_12)(prefill, 1, 1536)).toThrow(DataMissing);
  });

  it('is an average where some layers take the choice of another one, if such layers were measured', () => {
    const full = [prefillKey(0, 'trtllm'), prefillRows(1)] as const;
    const shared = { ...prefill, choosingShare: 0.25 };
    const both = timed({ dsa_context_module: table([full, [prefillKey(1, 'trtllm'), prefillRows(5)]]) }, LOOKUPS_0_12);
    expect(both(shared, 1, 1024)).toBe(0.25 + 0.75 * 5);
    expect(both(prefill, 1, 1024)).toBe(1);
    expect(timed({ dsa_context_module: table([full]) }, LOOKUPS_0_12)(shared, 1, 1024)).toBe(1);
    const one = [decodeKey(0, 'trtllm'), decodeRows(1)] as const;
    const steps = table([one, [decodeKey(1, 'trtllm'), decodeRows(5)]]);
    expect(timed({ dsa_generation_module: steps }, LOOKUPS_0_12)({ ...decode, choosingShare: 0.25 }, 1, 1024)).toBe(4);
  });

  it('weighs what its projections are kept in, and nothing where they are not told', () => {
    const projections = { query: 'bfloat16', keyValue: 'bfloat16', output: 'bfloat16', indexer: 'bfloat16' } as const;
    expect(weightBytes(prefill)).toBe(0);
    const whole = weightBytes({ ...prefill, projections });
    const output = 64 * 256 * 6144;
    expect(whole - weightBytes({ ...prefill, projections: { ...projections, output: 'fp8' } })).toBe(output);
    expect(weightBytes({ ...prefill, heads: 32, projections })).toBeLessThan(whole);
  });
});

describe('ranks that share a sequence', () => {
  const kernels = (latency: readonly number[]): Columns => ({
    batch_size: [1, 1, 1],
    isl: [2048, 8192, 8192],
    step: [0, 0, 4096],
    latency,
  });
  const tables = {
    dsa_context_module: table([
      [prefillKey(0, 'flashmla_kv'), prefillRows(1)],
      [prefillKey(0, 'trtllm'), prefillRows(3)],
      [prefillKey(1, 'flashmla_kv'), prefillRows(0.5)],
    ]),
    glm5_mqa_logits_module: table([[[64], kernels([1, 16, 99])]]),
    glm5_topk_module: table([
      [['flat', 64], kernels([0.5, 3, 99])],
      [['top_last', 64], kernels([0.25, 2, 99])],
    ]),
    nccl: table([
      [['half', 'all_gather'], { num_gpus: [4, 4], message_size: [8192 * 128, 8192 * 576], latency: [0.1, 0.3] }],
    ]),
  };
  const time = timed(tables, LOOKUPS_0_12);
  const split = { ...prefill, cp: 4 };

  it('compare and choose among all of its tokens, and gather what the others have', () => {
    // Of 2,048 own tokens, with the indexer's share of 8,192, and the keys and the latent vectors of all.
    const wanted = 2 + (16 / 4 - 1 + (2 / 4 - 0.5)) + (0.1 + 0.3);
    expect(time(split, 1, 8192)).toBeCloseTo(wanted, 12);
    // The nearest number of sequences and length answer.
    expect(time(split, 1, 8100) - time(split, 1, 8101)).toBeLessThan(0);
    const withoutChoice = 1 + 0.3;
    expect(time({ ...split, choosingShare: 0 }, 1, 8192)).toBeCloseTo(withoutChoice, 12);
  });

  it('have no time beyond the lengths that the indexer was measured with, nor for models whose was not', () => {
    expect(() => time(split, 1, 8193)).toThrow(DataMissing);
    expect(() => time({ ...split, model: 'DeepseekV32ForCausalLM' }, 1, 8192)).toThrow(DataMissing);
    expect(() => timed(tables, LOOKUPS_0_10)(split, 1, 8192)).toThrow(DataMissing);
  });
});

describe('a block as the oldest engine reads it', () => {
  const rows = (
    heads: readonly number[],
    batch: readonly number[],
    isl: readonly number[],
    latency: readonly number[],
  ) => ({
    ...{ num_heads: heads, step: heads.map(() => 0), isl, batch_size: batch, latency },
  });
  const key = (...rest: Key): Key => [...rest, block.model, 'flashmla_kv'];

  it('is never drawn across the tokens that each one attends to at most', () => {
    const measured = rows(
      LENGTHS.map(() => 64),
      LENGTHS.map(() => 1),
      LENGTHS,
      [1, 2, 10, 20],
    );
    const time = timed({ dsa_context_module: table([[key('bfloat16', 'fp8', 'bfloat16'), measured]]) }, LOOKUPS_0_10);
    expect(time(prefill, 1, 1536)).toBe(1.5);
    // From the two points beyond, not from the one below.
    expect(time(prefill, 1, 3072)).toBe(7.5);
    expect(time(prefill, 1, 2048)).toBe(2);
  });

  it('of a batch that was not measured is between two of them, or as often one of a smaller batch', () => {
    const measured = rows(
      [64, 64, 64, 64, 64, 64],
      [1, 2, 1, 2, 1, 1],
      [1024, 1024, 2048, 2048, 4096, 8192],
      [1, 1.5, 2, 3, 4, 8],
    );
    const time = timed({ dsa_context_module: table([[key('bfloat16', 'fp8', 'bfloat16'), measured]]) }, LOOKUPS_0_10);
    expect(time(prefill, 2, 1024)).toBe(1.5);
    expect(time(prefill, 2, 6144)).toBe(12);
  });

  it('keeps the share of the roofline of the last length in decode', () => {
    const time = timed({ dsa_generation_module: table([[key('fp8', 'bfloat16'), decodeRows(1)]]) }, LOOKUPS_0_10);
    expect(time(decode, 1, 3072)).toBe(2.5);
    const beyond = time(decode, 1, 16_384);
    expect(beyond).toBeGreaterThan(5);
    // The weights are most of the work, so that twice the length takes much less than twice the time.
    expect(beyond).toBeLessThan(6);
  });
});

describe('a block of MiniMax-M3', () => {
  const op: ContextMsaModule = {
    ...{ kind: 'contextMsaModule', name: 'm', count: 1, mixes: 'attention', heads: 64, kvHeads: 4, headSize: 128 },
    ...{ hiddenSize: 6144, kvCache: 'bfloat16', fmha: 'bfloat16', gemm: 'bfloat16' },
  };
  const tables = {
    msa_context_module: table([
      [[0, 'bfloat16', 'bfloat16', 'bfloat16', 'MiniMaxM3ForCausalLM', 'trtllm'], prefillRows(1)],
    ]),
  };

  it('is timed by its own rows, which the oldest data does not have', () => {
    expect(timed(tables, LOOKUPS_0_12)(op, 1, 6144)).toBe(15);
    expect(() => timed(tables, LOOKUPS_0_10)(op, 1, 6144)).toThrow(DataMissing);
    expect(weightBytes(op)).toBe(0);
  });

  it('takes longer beyond the measured lengths, by what has to be computed', () => {
    const time = timed(tables, LOOKUPS_0_12);
    expect(time(op, 1, 16_384) / time(op, 1, 8192)).toBeCloseTo(2, 0);
  });
});
