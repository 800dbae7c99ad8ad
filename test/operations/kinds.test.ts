import { describe, expect, it } from 'vitest';
import type { LookupConstants } from '../../src/operations/constants.ts';
import { DataMissing } from '../../src/operations/data-missing.ts';
import { type Gemm, gemm } from '../../src/operations/gemm.ts';
import type { GenerationAttention } from '../../src/operations/generation-attention.ts';
import type { OperationKind, StepPoint } from '../../src/operations/kind.ts';
import { LOOKUPS_0_10, type Lookups } from '../../src/operations/lookups.ts';
import { DISPATCH_PLANS } from '../../src/operations/moe-dispatch.ts';
import {
  type Fallback,
  type Operation,
  type Overlap,
  seesLength,
  sourceOf,
  weightBytes,
} from '../../src/operations/operations.ts';
import { operationTimer } from '../../src/operations/timer.ts';
import type { PerfDatabase } from '../../src/perfdb/perfdb.ts';
import { data, fakeDatabase, system } from '../engine/support.ts';

const product: Gemm = {
  kind: 'gemm',
  name: 'qkv_gemm',
  count: 2,
  tokenSplit: 1,
  n: 64,
  k: 32,
  quant: 'bfloat16',
  rows: 'tokens',
  hasLowPrecisionInput: false,
};
const embedding: Operation = { kind: 'embedding', name: 'embedding', count: 1, tokenSplit: 1, rows: 10, columns: 4 };
const attention: GenerationAttention = {
  kind: 'generationAttention',
  name: 'generation_attention',
  count: 1,
  mixes: 'attention',
  heads: 8,
  kvHeads: 8,
  headSize: 128,
  windowSize: 0,
  kvCache: 'bfloat16',
};
const prefill: Operation = { ...attention, kind: 'contextAttention', fmha: 'bfloat16', usesQkNorm: false, cp: 1 };
const latent: Operation = {
  kind: 'contextMla',
  name: 'context_attention',
  count: 1,
  mixes: 'everything',
  heads: 16,
  fmha: 'bfloat16',
  kvCache: 'bfloat16',
  cp: 1,
};
const fallback = (primary: Operation, ...parts: Operation[]): Fallback => ({
  kind: 'fallback',
  name: 'block',
  count: 1,
  mixes: 'everything',
  primary,
  parts,
});
const overlap = (left: Operation[], right: Operation[]): Overlap => ({
  kind: 'overlap',
  name: 'overlap',
  count: 1,
  branches: [left, right],
});

/** Every kind that was measured takes as many ms as it is wide. */
const made: Lookups = {
  ...LOOKUPS_0_10,
  times: {
    gemm: () => (op) => op.n,
    generationAttention: () => () => {
      throw new DataMissing('nothing measured');
    },
  },
};
const timed = (op: Operation, lookups = made): number =>
  operationTimer({ database: fakeDatabase({}), system: system('h200_sxm'), lookups })(op, {
    tokens: 12,
    batch: 3,
    sequenceLength: 4,
  });

describe('a row of the table of kinds', () => {
  it('does not compile where something is missing', () => {
    const row = (kind: OperationKind<Gemm>): unknown => kind;
    const { sees, isRemembered, weightBytes: weighs, source, time } = gemm;
    expect([
      row({ sees, isRemembered, weightBytes: weighs, source, time }),
      // @ts-expect-error without what of a step it sees, its length would be left out
      row({ isRemembered, weightBytes: weighs, source, time }),
      // @ts-expect-error without weights it would fit every GPU
      row({ sees, isRemembered, source, time }),
      // @ts-expect-error without a source an explanation has nothing to say
      row({ sees, isRemembered, weightBytes: weighs, time }),
      // @ts-expect-error without a time it would take none
      row({ sees, isRemembered, weightBytes: weighs, source }),
      // @ts-expect-error whether it is remembered decides how fast a sweep is
      row({ sees, weightBytes: weighs, source, time }),
    ]).toHaveLength(6);
  });

  it('makes a shape of that kind an operation, and nothing else', () => {
    const operations: Operation[] = [
      product,
      // @ts-expect-error no row has this kind
      { kind: 'mamba2', name: 'context_mamba2', count: 1 },
      // @ts-expect-error a product says what its rows are
      { kind: 'gemm', name: 'a', count: 1, tokenSplit: 1, n: 1, k: 1, quant: 'bfloat16', hasLowPrecisionInput: false },
    ];
    expect(operations).toHaveLength(3);
  });

  it('needs a plan for each backend where experts are dispatched to', () => {
    const { vllm: _, ...others } = DISPATCH_PLANS;
    // @ts-expect-error a backend without a plan
    const plans: typeof DISPATCH_PLANS = others;
    expect(Object.keys(plans)).toHaveLength(2);
  });
});

describe('operations that hold others', () => {
  it('weigh what they fall back to, and both of what runs at once', () => {
    expect(weightBytes(product)).toBe(64 * 32 * 2 * 2);
    expect(weightBytes(fallback(attention, product, embedding))).toBe(64 * 32 * 4 + 80);
    expect(weightBytes(fallback(product))).toBe(0);
    expect(weightBytes(overlap([product], [embedding, embedding]))).toBe(64 * 32 * 4 + 160);
  });

  it('see the length of sequences where anything inside does', () => {
    expect([product, attention].map(seesLength)).toEqual([false, true]);
    expect(seesLength(fallback(product, embedding))).toBe(false);
    expect(seesLength(fallback(product, attention))).toBe(true);
    expect(seesLength(overlap([product], [fallback(attention)]))).toBe(true);
  });

  it('take the time of what was measured, else of all parts', () => {
    expect(timed(fallback(product, { ...product, n: 1 }))).toBe(128);
    expect(timed(fallback(attention, product, { ...product, n: 1 }))).toBe(128 + 2);
  });

  it('that run at once take as long as the longer one', () => {
    expect(timed(overlap([product], [product, product]))).toBe(256);
  });

  it('say where their time comes from', () => {
    expect(sourceOf(overlap([], []))).toBe('the longer of two branches that run at once');
    expect(sourceOf(fallback(product))).toBe('measured as one block, or as the sum of its parts');
    expect(sourceOf({ ...product, quant: 'fp8_static' })).toContain('less computescale');
  });
});

describe('a timer', () => {
  it('takes a kind by the lookups that it is made with', () => {
    const double: Lookups = { ...made, times: { gemm: () => (op) => 2 * op.n } };
    expect(timed(product, double)).toBe(2 * timed(product));
  });

  const { gemm: products, attention: grouped } = LOOKUPS_0_10.constants;
  it.each<[string, Operation, Partial<LookupConstants>, Partial<StepPoint>]>([
    ['gemm.sizes', { ...product, k: 200_000 }, { gemm: { ...products, sizes: [] } }, {}],
    ['attention.heads', { ...attention, heads: 128, kvHeads: 128 }, { attention: { ...grouped, heads: [] } }, {}],
    [
      'attention.contextLengths',
      prefill,
      { attention: { ...grouped, contextLengths: [] } },
      { sequenceLength: 500_000 },
    ],
    ['attention.contextBatches', prefill, { attention: { ...grouped, contextBatches: [] } }, { batch: 1500 }],
    ['attention.generationBatches', attention, { attention: { ...grouped, generationBatches: [] } }, { batch: 5000 }],
    [
      'attention.generationLengths',
      attention,
      { attention: { ...grouped, generationLengths: [] } },
      { sequenceLength: 3_000_000 },
    ],
    ['attention.surroundFactor', prefill, { attention: { ...grouped, surroundFactor: 2 } }, {}],
    ['attention.lengthSamples', attention, { attention: { ...grouped, lengthSamples: 2 } }, { sequenceLength: 8192 }],
    ['attention.lengthSpread', attention, { attention: { ...grouped, lengthSpread: [0.5, 2] } }, {}],
    ['latentAttention.contextBatches', latent, { latentAttention: { contextBatches: [] } }, { batch: 1500 }],
  ])('reads %s from its lookups', (_, op, changes, point) => {
    const step = { tokens: 64, batch: 8, sequenceLength: 3000, ...point };
    const other: Lookups = { times: {}, constants: { ...LOOKUPS_0_10.constants, ...changes } };
    const [today, changed] = [LOOKUPS_0_10, other].map((lookups) => outcome(op, step, lookups));
    expect(today).toBeGreaterThan(0);
    expect(changed).not.toBe(today);
  });

  it('fills products up to the tokens of its lookups, never below what a GPU can do', () => {
    const slice = { m: [1, 1, 1, 1, 2, 2, 2, 2], n: [64, 64, 128, 128, 64, 64, 128, 128] };
    const columns = { ...slice, k: [32, 64, 32, 64, 32, 64, 32, 64], latency: Array(8).fill(0.001) };
    const database = fakeDatabase({ gemm: { sliceColumns: ['gemm_dtype'], slices: [{ key: ['bfloat16'], columns }] } });
    const timeAt = (tokens: readonly number[]): number => {
      const constants = { ...LOOKUPS_0_10.constants, gemm: { ...products, tokens } };
      const timer = operationTimer({ database, system: system('h200_sxm'), lookups: { constants, times: {} } });
      return timer({ ...product, count: 1 }, { tokens: 10_000_000, batch: 1, sequenceLength: 1 });
    };
    expect(timeAt([])).toBe(0.001);
    expect(timeAt(products.tokens)).toBeGreaterThan(0.1);
  });

  it('asks for the logits of a step once a sequence', () => {
    const timer = operationTimer({ ...measured(), lookups: LOOKUPS_0_10 });
    const logits: Gemm = { ...product, rows: 'sequences', n: 4096, k: 4096 };
    const long = { tokens: 40_000, batch: 4, sequenceLength: 10_000 };
    const short = { tokens: 4, batch: 4, sequenceLength: 1 };
    expect(timer(logits, long)).toBe(timer({ ...logits, rows: 'tokens' }, short));
    expect(timer(logits, { ...long, batch: 2000 })).toBeGreaterThan(timer(logits, long));
  });

  it('shares what it opens with every other timer over the same database and lookups', () => {
    let opened = 0;
    const counting: Lookups = {
      ...LOOKUPS_0_10,
      times: {
        gemm: () => {
          opened += 1;
          return () => 1;
        },
      },
    };
    const { database, system: spec } = measured();
    for (const lookups of [counting, counting, { ...counting }])
      operationTimer({ database, system: spec, lookups })(product, { tokens: 1, batch: 1, sequenceLength: 1 });
    expect(opened).toBe(2);
  });
});

/** A time by real measurements, or that there is none. */
function outcome(op: Operation, step: StepPoint, lookups: Lookups): number | string {
  const database = data.database('b200_sxm', 'trtllm')!;
  try {
    return operationTimer({ database, system: system('b200_sxm'), lookups })(op, step);
  } catch (error) {
    if (error instanceof DataMissing) return 'missing';
    throw error;
  }
}

function measured(): { readonly database: PerfDatabase; readonly system: ReturnType<typeof system> } {
  return { database: data.database('h200_sxm', 'vllm')!, system: system('h200_sxm') };
}
