import { expect, it } from 'vitest';
import { familyModel, operationLists } from '../../src/models/model.ts';
import { MODELS_0_10, type ModelRevision } from '../../src/models/model-revision.ts';
import type { OperationLists } from '../../src/operations/operations.ts';
import { bundled } from '../engine/support.ts';

const MADE_UP: ModelRevision = {
  nextnAcceptRates: [0.5],
  expertSkew: { ...MODELS_0_10.expertSkew, MOE: 1.5, DEEPSEEK: 1.6, KIMIK25: 1.7, HYBRIDMOE: 1.8, GEMMA4MIX: 1.9 },
  hybridRouterFrom: 128,
  readsUnquantised: false,
  capsWindowedCache: true,
  latent: MODELS_0_10.latent,
  sparse: MODELS_0_10.sparse,
  deltaNets: 'close',
};

function lists(model: string, revision: ModelRevision): OperationLists {
  const architecture = bundled(model);
  const quant = { gemm: 'bfloat16', moe: 'bfloat16', kvCache: 'bfloat16', fmha: 'bfloat16', comm: 'half' } as const;
  const layout = { tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };
  return operationLists(familyModel(architecture), { architecture, layout, quant, backend: 'sglang', revision });
}

it.each([
  ['Qwen/Qwen3-30B-A3B', 'power_law_1.2', 'power_law_1.5'],
  ['deepseek-ai/DeepSeek-V3', 'power_law_1.01', 'power_law_1.6'],
  ['moonshotai/Kimi-K2.5', 'power_law_1.01', 'power_law_1.7'],
])('the experts of %s were measured under the skew of the revision', (model, today, madeUp) => {
  const skews = [MODELS_0_10, MADE_UP].map((revision) =>
    lists(model, revision).context.flatMap((op) => (op.kind === 'experts' ? [op.distribution] : [])),
  );
  expect(skews).toEqual([[today], [madeUp]]);
});

it.each([
  [1, [0.85, 0.8, 0.6], ((1 / 1.85) * 62) / 61],
  [2, [0.85, 0.8, 0.6], ((1 / (1 + 0.85 + 0.85 * 0.8)) * 63) / 61],
  [3, [0.85, 0.8, 0.6], ((1 / (1 + 0.85 + 0.85 * 0.8 + 0.85 * 0.8 * 0.6)) * 64) / 61],
  [4, [0.85, 0.8, 0.6], ((1 / (1 + 0.85 + 0.85 * 0.8 + 0.85 * 0.8 * 0.6)) * 65) / 61],
  [1, [0.5], ((1 / 1.5) * 62) / 61],
  [0, [0.5], 1],
])('%i predicted tokens are accepted at the rates %j', (nextn, rates, wanted) => {
  const architecture = bundled('deepseek-ai/DeepSeek-V3', { nextn });
  const quant = { gemm: 'bfloat16', moe: 'bfloat16', kvCache: 'bfloat16', fmha: 'bfloat16', comm: 'half' } as const;
  const layout = { tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };
  const revision = { ...MODELS_0_10, nextnAcceptRates: rates };
  const plan = { architecture, layout, quant, backend: 'sglang', revision } as const;
  expect(operationLists(familyModel(architecture), plan).generation[0]?.count).toBe(wanted);
});

it('the rates of today are those of the reference', () => {
  expect(MODELS_0_10.nextnAcceptRates).toEqual([0.85, 0.8, 0.6, 0, 0]);
});
