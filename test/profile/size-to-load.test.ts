import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serviceArgs } from '../../src/dgd/services.ts';
import { flagValue, hasFlag } from '../../src/graph/args.ts';
import type { JsonObject } from '../../src/json.ts';
import { withModels } from '../../src/profile/models.ts';
import { errorOf } from '../support/errors.ts';
import { finish } from '../support/graphs.ts';
import { engine, profileOf, refusalOf, type Wish, wishedRequest } from '../support/profiles.ts';
import { ignoreWarnings } from '../support/warnings.ts';

function sizing(wish: Wish) {
  const { naive } = profileOf(wish).profile;
  return naive!;
}

const R1 = 'deepseek-ai/DeepSeek-R1';
const LLAMA_70B = 'meta-llama/Meta-Llama-3.1-70B';

describe('what no engine could load is not written', () => {
  it('splits over a number of GPUs that divides the heads', () => {
    expect(sizing({ model: LLAMA_70B, gpuSku: 'h100_pcie', totalGpus: 3 })).toMatchObject({ tp: 2, replicas: 1 });
  });

  it('says that little room is left where the weights are all that fits', () => {
    const { warnings } = profileOf({ model: LLAMA_70B, gpuSku: 'h100_pcie', totalGpus: 3 });
    expect(warnings[0]?.message).toMatch(
      /; little room is left for the cache, 3 GPUs would hold the weights 1.5 times$/,
    );
  });

  it.each([
    [{ model: LLAMA_70B, gpuSku: 'a30', totalGpus: 6 }, 'set totalGpus to 8 or more, choose a GPU with more memory'],
    [
      { model: LLAMA_70B, gpuSku: 'a30', totalGpus: 6, numGpusPerNode: 4 },
      'set totalGpus to 8 or more, for a worker over several nodes, ',
    ],
    [{ model: R1, totalGpus: 8 }, 'set totalGpus to 16 or more, for a worker over several nodes, '],
    [{ model: R1, gpuSku: 'l4', totalGpus: 8, numGpusPerNode: 3 }, 'choose a GPU with more memory or a quantised'],
  ] as const)('%j is refused with the figures, and what would do: %s', (wish, hint) => {
    const error = refusalOf(wish);
    expect(error.code).toBe('NO_FEASIBLE_CONFIG');
    expect(error.hint).toContain(hint);
    expect(error.message).toMatch(/does not fit the memory: [\d.]+ GiB of \S+ weights and .* hold [\d.]+ GiB$/);
  });

  it('spans nodes where one cannot hold the model, and only there', () => {
    const h100 = { model: R1, totalGpus: 32 };
    expect(sizing(h100)).toMatchObject({ moeTp: 16, gpusPerWorker: 16, replicas: 2, precision: 'fp8_block' });
    const h200: Wish = { ...h100, gpuSku: 'h100_pcie', vramMb: 144_384 };
    expect(sizing(h200)).toMatchObject({ gpusPerWorker: 8, replicas: 4 });
  });

  it('puts as many workers on a node as it has GPUs for', () => {
    const wish: Wish = { model: 'Qwen/Qwen3-32B', gpuSku: 'h100_pcie', totalGpus: 8, numGpusPerNode: 3 };
    expect(sizing(wish)).toMatchObject({ gpusPerWorker: 2, replicas: 3 });
  });

  it('counts the cache of one request', () => {
    const wish: Wish = { model: 'Qwen/Qwen3-8B', gpuSku: 'l4', totalGpus: 1 };
    expect(sizing(wish).gpusPerWorker).toBe(1);
    const error = refusalOf({ ...wish, more: '  workload: {isl: 60000, osl: 1000}' });
    expect([error.code, error.hint]).toEqual([
      'NO_FEASIBLE_CONFIG',
      expect.stringMatching(/^set totalGpus to 2 or more,/),
    ]);
  });
});

describe('experts', () => {
  const wish: Wish = { model: 'Qwen/Qwen3-30B-A3B-FP8', gpuSku: 'l4', totalGpus: 4, numGpusPerNode: 4 };

  it('are sliced where blocks stay whole', () => {
    expect(sizing(wish)).toMatchObject({ moeTp: 2, replicas: 2 });
    expect(sizing(wish).moeEp).toBeUndefined();
  });

  const WHOLE: Wish = { ...wish, vramMb: 12_000 };
  it('stay whole where they do not: 768 columns over 4 GPUs are no multiple of 128', () => {
    expect(sizing(WHOLE)).toMatchObject({ moeTp: 1, moeEp: 4, gpusPerWorker: 4, replicas: 1 });
  });

  it.each([
    ['vllm', '--enable-expert-parallel', undefined],
    ['sglang', '--expert-parallel-size', '4'],
    ['trtllm', '--expert-parallel-size', '4'],
  ] as const)('are written whole for %s', (backend, flag, value) => {
    const own = { ...WHOLE, backend };
    const { graph } = finish(wishedRequest(own), profileOf(own).profile, ignoreWarnings);
    const args = workerArgs(graph);
    expect(flagValue(args, '--tensor-parallel-size')).toBe('4');
    expect(hasFlag(args, flag)).toBe(true);
    if (value !== undefined) expect(flagValue(args, flag)).toBe(value);
  });
});

function workerArgs(graph: JsonObject): readonly string[] {
  const { services } = graph.spec as { services: JsonObject };
  const worker = Object.keys(services).find((name) => name !== 'Frontend');
  return serviceArgs(graph, worker!);
}

/** A format of checkpoints: bits a weight, the block that stays together, and how a configuration says it. */
interface Format {
  readonly bits: 4 | 8 | 16;
  readonly block: number;
  readonly quantisation?: JsonObject;
}

const FORMATS: readonly Format[] = [
  { bits: 16, block: 1 },
  { bits: 8, block: 128, quantisation: { quant_method: 'fp8', weight_block_size: [128, 128] } },
  { bits: 8, block: 1, quantisation: { quant_method: 'fp8', activation_scheme: 'static' } },
  { bits: 4, block: 16, quantisation: { quant_algo: 'NVFP4', quant_method: 'modelopt' } },
  { bits: 4, block: 128, quantisation: compressed(4, 'int', 128) },
];

function compressed(bits: number, type: string, group: number): JsonObject {
  const weights = { num_bits: bits, type, strategy: 'group', group_size: group };
  return { quant_method: 'compressed-tensors', config_groups: { group_0: { targets: ['Linear'], weights } } };
}

const MODELS = fc.record({
  name: fc.constantFrom('LlamaForCausalLM', 'NewForCausalLM', 'MistralForCausalLM'),
  format: fc.constantFrom(...FORMATS),
  layers: fc.integer({ min: 1, max: 100 }),
  kvHeads: fc.constantFrom(1, 2, 4, 8, 10),
  groups: fc.constantFrom(1, 3, 4, 7, 8),
  headSize: fc.constantFrom(64, 128, 256),
  width: fc.integer({ min: 1, max: 300 }).map((blocks) => 64 * blocks),
  experts: fc.constantFrom(0, 0, 8, 60, 128),
  vocab: fc.integer({ min: 1000, max: 250_000 }),
});
const CLUSTERS = fc.record({
  totalGpus: fc.integer({ min: 1, max: 72 }),
  numGpusPerNode: fc.constantFrom(1, 2, 3, 4, 6, 8, 16),
  vramMb: fc.integer({ min: 4000, max: 200_000 }),
  backend: fc.constantFrom('vllm', 'sglang', 'trtllm', 'auto'),
});

type Model = typeof MODELS extends fc.Arbitrary<infer M> ? M : never;

function configOf({ name, format, layers, kvHeads, groups, headSize, width, experts, vocab }: Model): JsonObject {
  const heads = kvHeads * groups;
  return {
    architectures: [experts > 0 ? 'NewMoeForCausalLM' : name],
    ...{ hidden_size: heads * headSize, num_hidden_layers: layers, num_attention_heads: heads, head_dim: headSize },
    ...{ num_key_value_heads: kvHeads, intermediate_size: width, vocab_size: vocab, max_position_embeddings: 8192 },
    ...(experts > 0 && { num_experts: experts, num_experts_per_tok: 1, moe_intermediate_size: width }),
    ...(format.quantisation && { quantization_config: format.quantisation }),
  };
}

/** Whether an engine loads a model on so many GPUs, told without the code that is tried. */
function loads({ kvHeads, groups, headSize, width, experts, format: { block } }: Model, gpus: number): boolean {
  if (gpus === 1) return true;
  const heads = kvHeads * groups;
  const isWhole = (size: number): boolean => size % (gpus * block) === 0;
  const isSquare = block === 128;
  const keys = Math.max(1, kvHeads / gpus) * headSize;
  return (
    heads % gpus === 0 &&
    (kvHeads % gpus === 0 || gpus % kvHeads === 0) &&
    isWhole(heads * headSize) &&
    (!isSquare || keys % block === 0) &&
    (isWhole(width) || (experts > 0 && experts % gpus === 0))
  );
}

/** Bytes of the matrices at their bits, and of embeddings and head in 16. */
function leastBytes({ kvHeads, groups, headSize, width, experts, layers, vocab, format: { bits } }: Model): number {
  const [heads, h] = [kvHeads * groups, kvHeads * groups * headSize];
  const layer = h * headSize * 2 * (heads + kvHeads) + 3 * h * width * Math.max(1, experts);
  return (layers * layer * bits) / 8 + 4 * vocab * h;
}

describe('any model on any card in any budget', () => {
  it('gets workers that load it, or a coded error where none does', () => {
    const seen = { sized: 0, refused: 0, whole: 0, spanning: 0 };
    fc.assert(
      fc.property(MODELS, CLUSTERS, (model, cluster) => {
        const { totalGpus, numGpusPerNode, vramMb } = cluster;
        const own = withModels(engine, { 'team/own': { config: configOf(model) } });
        const wish: Wish = { model: 'team/own', gpuSku: 't4', more: '  workload: {isl: 100, osl: 100}', ...cluster };
        const bytes = leastBytes(model);
        const sizes = Array.from({ length: totalGpus }, (_, index) => index + 1).filter(
          (gpus) => (gpus <= numGpusPerNode || gpus % numGpusPerNode === 0) && loads(model, gpus),
        );
        // Scales and one request come on top, so that sizes near the border may go either way.
        const roomy = sizes.filter((gpus) => 1.2 * bytes <= 0.85 * gpus * vramMb * 2 ** 20);
        let naive: ReturnType<typeof sizing>;
        try {
          naive = profileOf(wish, own).profile.naive!;
        } catch {
          const error = errorOf(() => profileOf(wish, own));
          expect([error.code, roomy]).toEqual(['NO_FEASIBLE_CONFIG', []]);
          expect(error.message).toMatch(/[\d.]+ GiB of .* hold [\d.]+ GiB$/);
          seen.refused += 1;
          return;
        }
        const { gpusPerWorker: gpus, replicas, tp, moeTp, moeEp = 1 } = naive;
        expect(sizes).toContain(gpus);
        expect(tp * moeTp * moeEp).toBe(gpus);
        expect(gpus * replicas).toBeLessThanOrEqual(totalGpus);
        expect(replicas).toBeGreaterThanOrEqual(1);
        expect(bytes).toBeLessThanOrEqual(gpus * vramMb * 2 ** 20);
        if (moeEp > 1)
          expect([model.experts % moeEp, model.width % (gpus * model.format.block) > 0]).toEqual([0, true]);
        if (gpus > numGpusPerNode) expect(roomy.filter((size) => size <= numGpusPerNode)).toEqual([]);
        seen.sized += 1;
        seen.whole += Number(moeEp > 1);
        seen.spanning += Number(gpus > numGpusPerNode);
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(5);
  });
});
