import { describe, expect, it } from 'vitest';
import { R0_12 } from '../../src/engine/revisions/r0-12.ts';
import { roundedDecimal3 } from '../../src/engine/rounding.ts';
import type { Layout } from '../../src/models/layout.ts';
import type { Backend, Role } from '../../src/serving.ts';
import { layoutOf } from './made-engine.ts';

interface Budgeted {
  readonly backend: Backend;
  readonly role?: Role;
  readonly layout?: Partial<Layout>;
  readonly version?: string;
  readonly capacityGib?: number;
  readonly otherGib?: number;
}

function budgetGib({
  backend,
  role = 'agg',
  layout = {},
  version = '0.24.0',
  capacityGib = 100,
  otherGib = 0,
}: Budgeted) {
  const place = { role, layout: layoutOf(layout), backendVersion: version };
  return R0_12.backends[backend].kvCacheLimitGib({ ...place, capacityGib, otherGib });
}

/** Share of the memory that SGLang takes at its start, without the tolerance. */
const startShare = (capacityGib: number, layout: Partial<Layout> = {}): number =>
  budgetGib({ backend: 'sglang', role: 'decode', layout, capacityGib }) / capacityGib / 0.98;

describe('the KV cache may have', () => {
  it('with TensorRT-LLM nine tenths of what is left, less its reserve and the tolerance, in every role', () => {
    const budgets = (['agg', 'prefill', 'decode'] as const).map((role) =>
      budgetGib({ backend: 'trtllm', role, otherGib: 20 }),
    );
    expect(new Set(budgets)).toEqual(new Set([80 * 0.9 * ((1 - 0.015) * (1 - 0.02))]));
  });

  it.each([
    ['0.14.0', 0.9],
    ['0.19.0', 0.9],
    ['0.22.0', 0.92],
    ['0.24.0', 0.92],
    ['0.30.1', 0.92],
  ])('with vLLM %s a share of %d of the whole, less all else', (version, share) => {
    expect(budgetGib({ backend: 'vllm', version, otherGib: 20 })).toBe(100 * share * (1 - 0.02) - 20);
  });

  it('with SGLang 88 % in aggregated serving', () => {
    expect(budgetGib({ backend: 'sglang', otherGib: 20 })).toBe(100 * 0.88 * (1 - 0.02) - 20);
  });

  it.each([
    ['a small card', 16, {}, 1 - (512 + 1.5 * 2048 + 128 + 16) / 16384],
    ['a card of 24 GiB', 24, {}, 1 - (512 + 1.5 * 2048 + 128 + 48) / 24576],
    ['a card of 24 GiB, tp 4', 24, { tp: 4 }, 1 - (512 + 1.5 * 2048 + 512 + 160) / 24576],
    ['a card of 48 GiB, tp 4', 48, { tp: 4 }, 1 - (512 + 1.5 * 4096 + 512 + 320) / 49152],
    ['a card of 80 GiB', 80, {}, 1 - 13440 / 81920],
    ['a card of 80 GiB, dp 2', 80, { dp: 2 }, 1 - (13440 + 3 * 256 * 2) / 81920],
    ['a card of 80 GiB, tp 4, dp 2', 80, { tp: 4, dp: 2 }, 1 - (12800 + 512 + 1024 + 4.5 * 512 * 2) / 81920],
    ['a card of 192 GiB', 192, {}, 1 - (512 + 1.5 * 16384 + 128 + 1024) / 196608],
  ])('with SGLang’s own reserve on %s', (_, capacityGib, layout, wanted) => {
    expect(startShare(capacityGib, layout)).toBeCloseTo(Math.round(wanted * 1000) / 1000, 9);
  });
});

it.each([
  [0.8125, 0.812],
  [0.9375, 0.938],
  [0.8374999, 0.837],
  [0.8375, 0.838],
  [0.9, 0.9],
])('%d has the three decimals of its exact value, ties to even: %d', (value, wanted) => {
  expect(roundedDecimal3(value)).toBe(wanted);
});
