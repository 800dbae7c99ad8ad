import { describe, expect, it } from 'vitest';
import { type Finding, RenderError } from '../../src/errors.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import { openPerfData } from '../../src/perfdb/perfdb.ts';
import { type Profile, profileRequest } from '../../src/profile.ts';
import { parseRequest } from '../../src/request/parse-request.ts';

const data = openPerfData();

interface Wish {
  readonly model?: string;
  readonly backend?: string;
  readonly gpuSku?: string;
  readonly totalGpus?: number;
  readonly more?: string;
}

function profileOf(wish: Wish): { profile: Profile; warnings: Finding[] } {
  const { model = 'Qwen/Qwen3-8B', backend = 'vllm', gpuSku = 'h100_sxm', totalGpus = 2, more = '' } = wish;
  const text = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: wish}
spec:
  model: ${model}
  backend: ${backend}
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.2.1
  hardware: {gpuSku: ${gpuSku}, totalGpus: ${totalGpus}, numGpusPerNode: 8}
${more}`;
  const warnings: Finding[] = [];
  const request = parseRequest(parseStream(text, { file: 'wish.yaml' })[0]!.resource!, {}, () => {});
  const profile = profileRequest(request, data, (code, details) =>
    warnings.push({ severity: 'warning', code, ...details }),
  );
  return { profile, warnings };
}

function errorOf(wish: Wish): RenderError {
  try {
    profileOf(wish);
  } catch (error) {
    if (error instanceof RenderError) return error;
    throw error;
  }
  throw new Error('no error');
}

describe('what is not modelled ends in a code that names it', () => {
  it.each([
    ['a model that is not bundled', { model: 'Qwen/Qwen2.5-0.5B' }, 'MODEL_UNKNOWN', 'spec.model', 5],
    ['a wrongly cased model', { model: 'qwen/qwen3-8b' }, 'MODEL_UNKNOWN', 'spec.model', 5],
    ['another family', { model: 'Qwen/Qwen3.5-27B' }, 'FAMILY_UNSUPPORTED', 'spec.model', undefined],
    ['a card without data', { gpuSku: 'h100_pcie' }, 'NOT_MEASURED', 'spec.hardware.gpuSku', 8],
    [
      'quantisation without data',
      { model: 'nvidia/Llama-3.1-70B-Instruct-FP8', totalGpus: 16 },
      'NOT_MEASURED',
      'spec.model',
      5,
    ],
    ['a mocker', { more: '  features: {mocker: {enabled: true}}' }, 'FEATURE_UNSUPPORTED', 'spec.features.mocker', 9],
    [
      'a model too large',
      { model: 'Qwen/Qwen3-32B', totalGpus: 1, more: '  workload: {isl: 100000}' },
      'NO_FEASIBLE_CONFIG',
      'spec.hardware.totalGpus',
      8,
    ],
    ['an impossible first token', { more: '  sla: {ttft: 3, itl: 20}' }, 'NO_FEASIBLE_CONFIG', 'spec.sla.ttft', 9],
  ] as const)('%s', (_, wish, code, path, line) => {
    const error = errorOf(wish);
    expect(error.code).toBe(code);
    expect(error.path).toBe(path);
    expect(error.origin?.line).toBe(line);
    expect(error.hint).toBeTruthy();
  });

  it('suggests the bundled id that was meant', () => {
    expect(errorOf({ model: 'qwen/qwen3-8b' }).hint).toContain('Qwen/Qwen3-8B');
  });

  it('names a first-token time that works', () => {
    const { hint } = errorOf({ more: '  sla: {ttft: 3, itl: 20}' });
    const ttft = Number(/at least (\d+)/.exec(hint!)?.[1]);
    expect(profileOf({ more: `  sla: {ttft: ${ttft}, itl: 20}` }).profile.picked.length).toBeGreaterThan(0);
  });
});

describe('a profile', () => {
  it('warns when the token time cannot be met, and names the shortest one', () => {
    const { profile, warnings } = profileOf({ more: '  sla: {ttft: 2000, itl: 0.5}' });
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([['SLA_NOT_MET', 'spec.sla.itl']]);
    const rows = Object.values(profile.experiments).flatMap(({ pareto }) => pareto);
    const shortest = Math.min(...rows.map((row) => Number(row.tpot)));
    expect(warnings[0]?.hint).toContain(`${shortest} ms`);
    expect(profile.latencies.tpot).toBeGreaterThan(0.5);
  });

  it('has no disaggregated experiment for one GPU', () => {
    expect(Object.keys(profileOf({ totalGpus: 1 }).profile.experiments)).toEqual(['agg']);
  });

  it('is the same twice', () => {
    expect(JSON.stringify(profileOf({}).profile)).toBe(JSON.stringify(profileOf({}).profile));
  });
});
