import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModelConfigs } from '../../src/commands/read/model-configs.ts';
import { type RenderError, RenderErrors } from '../../src/errors.ts';
import { commandLineRoot, functionRoot } from '../../src/files/root.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';
import { folderWith, request, run } from './harness.ts';

const CONFIG = '{"architectures": ["Qwen3ForCausalLM"], "rope_scale": -Infinity, "losses": [NaN, 1]}';

const codesOf = (read: () => unknown): string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof RenderErrors) return error.errors.map(({ code }: RenderError) => code);
    throw error;
  }
  return [];
};

describe('configurations of models that are not bundled', () => {
  it('come from a file or a folder, with what stands beside it, and bare infinities as nothing', () => {
    const cwd = folderWith({
      'a/config.json': CONFIG,
      'a/hf_quant_config.json': '{"quantization": {}}',
      'b.json': CONFIG,
    });
    const sources = [
      { id: 'acme/a', config: 'a' },
      { id: 'acme/b', config: 'b.json' },
    ];
    expect(readModelConfigs(sources, functionRoot(cwd))).toEqual({
      'acme/a': {
        config: { architectures: ['Qwen3ForCausalLM'], rope_scale: null, losses: [null, 1] },
        hfQuantConfig: { quantization: {} },
      },
      'acme/b': {
        config: { architectures: ['Qwen3ForCausalLM'], rope_scale: null, losses: [null, 1] },
        hfQuantConfig: undefined,
      },
    });
  });

  it('are all tried, and each failure has its code', () => {
    const cwd = folderWith({ 'list.json': '[]', 'broken.json': '{', 'large.json': `"${'x'.repeat(2 ** 20)}"` });
    const sources = ['list.json', 'broken.json', 'none.json', 'large.json'].map((config) => ({ id: 'a', config }));
    const codes = codesOf(() => readModelConfigs(sources, commandLineRoot(cwd)));
    expect(codes).toEqual(['MODEL_INVALID', 'MODEL_INVALID', 'INPUT_NOT_FOUND', 'INPUT_TOO_LARGE']);
  });

  it('stay below the working directory for the function, links resolved', () => {
    const outside = folderWith({ 'config.json': CONFIG });
    const cwd = folderWith({ 'a/config.json': CONFIG });
    symlinkSync(outside, join(cwd, 'link'));
    symlinkSync(join(outside, 'config.json'), join(cwd, 'a/hf_quant_config.json'));
    const sources = [outside, 'link', 'a', '../x'].map((config) => ({ id: 'a', config }));
    const codes = codesOf(() => readModelConfigs(sources, functionRoot(cwd)));
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'PATH_OUTSIDE_ROOT'));
  });

  it.each(['', 'a', '=b', 'a='])('cannot be the option %j', async (option) => {
    const { code, stderr } = await run(['render', '-', '--model-config', option], { stdin: request('q') });
    expect(code).toBe(2);
    expect(stderr).toContain(`dgdr-render: --model-config ${option} is not ID=PATH\n`);
  });

  it('profile like the bundled model of the same shape', () => {
    const engines = openEngines();
    const { config } = engines('0.10').data.models().models['Qwen/Qwen3-8B']!;
    const cwd = folderWith({ 'chat/config.json': JSON.stringify(config) });
    const models = readModelConfigs([{ id: 'acme/chat', config: 'chat' }], functionRoot(cwd));
    const street = openStreet(engines, models);
    const pick = (model: string): unknown => {
      const text = `{apiVersion: nvidia.com/v1beta1, kind: DynamoGraphDeploymentRequest, metadata: {name: chat}, spec: {model: ${model},
        backend: vllm, image: "planner:1.3.1", hardware: {gpuSku: h100_sxm, totalGpus: 2, numGpusPerNode: 8}}}`;
      const request = street.parse(parseStream(text, { file: 'chat.yaml' })[0]!.resource!, {}, () => {});
      return { ...street.profile(request, () => {}).picked[0]!.candidate, model: '' };
    };
    expect(pick('acme/chat')).toEqual(pick('Qwen/Qwen3-8B'));
  });
});
