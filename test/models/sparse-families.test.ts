import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import { familyModel, operationLists } from '../../src/models/model.ts';
import { MODELS_0_10, MODELS_0_12 } from '../../src/models/model-revision.ts';
import type { GenerationDsaModule } from '../../src/operations/dsa-block.ts';
import { openCatalog } from '../../src/perfdb/catalog.ts';
import type { Backend } from '../../src/serving.ts';

const { models } = openCatalog()('0.12').models();
const QUANT = { gemm: 'nvfp4', moe: 'nvfp4', kvCache: 'fp8', fmha: 'bfloat16', comm: 'half' } as const;
const ALONE = { tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };

interface Wish {
  readonly changes?: JsonObject;
  readonly backend?: Backend;
  readonly layout?: Partial<typeof ALONE>;
  readonly revision?: typeof MODELS_0_12;
}

function listsOf(id: string, { changes, backend = 'sglang', layout, revision = MODELS_0_12 }: Wish = {}) {
  const { config, hfQuantConfig } = models[id]!;
  const architecture = parseArchitecture(id, { config: { ...config, ...changes }, hfQuantConfig });
  const plan = { architecture, layout: { ...ALONE, ...layout }, quant: QUANT, backend, revision };
  return operationLists(familyModel(architecture), plan);
}

function blockOf(id: string, wish: Wish = {}): GenerationDsaModule {
  return listsOf(id, wish).generation.find((op) => op.kind === 'generationDsaModule') as GenerationDsaModule;
}

const V32 = 'nvidia/DeepSeek-V3.2-NVFP4';
const GLM = 'nvidia/GLM-5.2-NVFP4';

describe('layers that choose tokens themselves', () => {
  it.each<[string, JsonObject, number]>([
    ['all of them where nothing is said', {}, 8],
    ['every fourth from an offset on, and all before it', { index_topk_freq: 4, index_skip_topk_offset: 3 }, 4],
    ['every second from the third one on, without an offset', { index_topk_freq: 2 }, 5],
    ['those that a pattern does not skip', { index_topk_pattern: 'FSSF' }, 6],
  ])('are %s', (_, facts, count) => {
    const changes = { num_hidden_layers: 8, index_topk_freq: 1, index_skip_topk_offset: null, ...facts };
    expect(blockOf(GLM, { changes: { index_topk_pattern: null, ...changes } }).choosingShare).toBe(count / 8);
  });

  it('are told apart on SGLang alone', () => {
    expect(blockOf(GLM).choosingShare).toBe(21 / 78);
    expect(blockOf(GLM, { backend: 'vllm' }).choosingShare).toBe(1);
  });
});

describe('a block of a checkpoint that keeps some projections', () => {
  it('is named by its largest one, and weighs each by its own mode', () => {
    const [query, keyValue, output, indexer] = ['bfloat16', 'bfloat16', 'nvfp4', 'bfloat16'];
    expect(blockOf(V32)).toMatchObject({ gemm: 'nvfp4', projections: { query, keyValue, output, indexer } });
    expect(blockOf(GLM)).toMatchObject({ gemm: 'bfloat16', projections: { output: 'bfloat16' } });
  });

  it('is a whole one for the oldest engine, which looks at GLM alone and weighs none', () => {
    expect(blockOf(V32, { revision: MODELS_0_10 })).toMatchObject({ gemm: 'nvfp4', projections: undefined });
    expect(blockOf(GLM, { revision: MODELS_0_10 })).toMatchObject({ gemm: 'bfloat16', projections: undefined });
  });
});

it('ranks that share sequences deal their tokens to the norms alone', () => {
  const split = (name: string): unknown => {
    const op = listsOf(GLM, { layout: { cp: 4, moeEp: 4 } }).context.find((one) => one.name === `context_${name}`);
    const { tokenSplit, dealtRanks } = { tokenSplit: 1, dealtRanks: 1, ...op };
    return [tokenSplit, dealtRanks];
  };
  expect(['add_norm_1', 'add_norm_2'].map(split)).toEqual([
    [1, 4],
    [1, 4],
  ]);
  expect(['embedding', 'shared_gate_up_gemm', 'router_gemm', 'logits_gemm'].map(split)).toEqual(Array(4).fill([1, 1]));
});
