import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DATA_RELEASES, openCatalog } from '../../src/perfdb/catalog.ts';
import { folderWith, run } from './harness.ts';

describe('models list', () => {
  it.each(['1.5', '1.3'])('is what docs/models.md has for target %s', async (target) => {
    const options = `--target ${target} --format markdown`;
    const { code, stdout } = await run(['models', 'list', ...options.split(' ')]);
    expect(code).toBe(0);
    const [, after = ''] = readFileSync('docs/models.md', 'utf8').split(
      `<!-- dgdr-render models list ${options} -->\n`,
    );
    // After a change of it: npm run models-doc
    expect(after.split('<!-- end -->')[0]?.trim()).toBe(stdout.trim());
  });

  it('has each model of every release of measured data, and each that is described', async () => {
    const { stdout } = await run(['models', 'list', '--gpu', 'l40s', '--backend', 'vllm', '--format', 'json']);
    const listed = (JSON.parse(stdout).models as { id: string }[]).map(({ id }) => id);
    const bundled = DATA_RELEASES.flatMap((release) => Object.keys(openCatalog()(release).models().models));
    expect(new Set(bundled).size).toBe(89);
    expect(bundled.filter((id) => !listed.includes(id))).toEqual([]);
    expect(listed.length).toBe(233);
  });

  it('says of one place what comes of each model there', async () => {
    const { stdout } = await run(['models', 'list', '--gpu', 'h100_sxm', '--backend', 'vllm']);
    const rowOf = (id: string): string | undefined => stdout.split('\n').find((line) => line.startsWith(`${id} `));
    expect(rowOf('model')).toMatch(/^model +family +parameters +weights +precision +context +vllm$/);
    expect(rowOf('Qwen/Qwen3-8B')).toMatch(/ LLAMA +8\.19 B +15\.3 GiB +bfloat16 +40960 +measured$/);
    expect(rowOf('moonshotai/Kimi-K2.5')).toMatch(/ KIMIK25 +1\.03 T /);
    expect(rowOf('google/gemma-3-27b-it')).toMatch(/ sized$/);
    expect(rowOf('nvidia/Llama-3.1-70B-Instruct-FP8')).toMatch(/ refused$/);
  });

  it('is JSON for programs', async () => {
    const { stdout } = await run(['models', 'list', '--gpu', 'gb200_sxm', '--backend', 'trtllm', '--format', 'json']);
    const { schemaVersion, models } = JSON.parse(stdout);
    expect({ schemaVersion, count: models.length }).toEqual({ schemaVersion: 1, count: 233 });
    expect(models.find(({ id }: { id: string }) => id === 'MiniMaxAI/MiniMax-M1-40k')).toMatchObject({
      architecture: 'MiniMaxM1ForCausalLM',
      family: null,
      like: null,
      parameters: 456_089_655_296,
      places: [{ gpuSku: 'gb200_sxm', backend: 'trtllm', status: 'sized' }],
    });
  });

  it.each([
    [['a'], 'no argument was expected'],
    [['--gpu', 'h20'], '--gpu h20 is not one of '],
    [['--gpu', 'l4'], 'nothing was measured on l4; there is data for a100_sxm, '],
    [['--backend', 'tgi'], '--backend tgi is not one of '],
    [['--format', 'csv'], '--format csv is not one of text, json, markdown'],
  ])('refuses %j', async (args, says) => {
    const { code, stdout, stderr } = await run(['models', 'list', ...args]);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(says) });
  });
});

describe('models show', () => {
  const ONE = ['--gpu', 'h200_sxm', '--backend', 'sglang'];

  it('says what is known of a model, and its other names', async () => {
    const { code, stdout } = await run(['models', 'show', 'Qwen/Qwen3-14B', ...ONE]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^family +LLAMA$/m);
    expect(stdout).toMatch(/^parameters +14\.8 B$/m);
    expect(stdout).toMatch(/^context +40960 tokens$/m);
    expect(stdout).toMatch(/^configuration +bundled$/m);
    expect(stdout).toMatch(/^sglang +measured +h200_sxm$/m);
    expect(stdout).toMatch(/^other names: .*Qwen\/Qwen3-14B-AWQ/m);
  });

  it('says of another name which model it is like, and how its weights are kept', async () => {
    const { stdout } = await run(['models', 'show', 'Qwen/Qwen3-8B-AWQ', ...ONE, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      id: 'Qwen/Qwen3-8B-AWQ',
      like: 'Qwen/Qwen3-8B',
      from: 'the shape of Qwen/Qwen3-8B',
      precision: 'int4_wo',
      names: [],
      places: [{ status: 'sized' }],
    });
  });

  it('knows a configuration that was fetched', async () => {
    const config = { hidden_size: 64, num_hidden_layers: 2, num_attention_heads: 4, vocab_size: 100 };
    const own = { architectures: ['OwnForCausalLM'], intermediate_size: 128, ...config };
    const cwd = folderWith({ 'dgdr-models/a/b/config.json': JSON.stringify(own) });
    const { code, stdout } = await run(['models', 'show', 'a/b', ...ONE, '--format', 'markdown'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('| architecture | OwnForCausalLM |');
    expect(stdout).toContain('| family | none that is modelled |');
    expect(stdout).toContain('| context | not said |');
    expect(stdout).toContain('| configuration | dgdr-models/a/b |');
    expect(stdout).toContain('| sglang | sized | h200_sxm |');
  });

  it.each([
    ['moonshotai/Kimi-K2.5', '1.03 T'],
    ['deepseek-ai/DeepSeek-V4-Flash', '284 B'],
    ['Qwen/Qwen3-0.6B', '0.60 B'],
  ])('counts parameters in numbers that one reads: %s has %s', async (id, words) => {
    const { stdout } = await run(['models', 'show', id, ...ONE]);
    expect(stdout).toContain(`\nparameters     ${words}\n`);
  });

  it('refuses what is not known, with another spelling', async () => {
    const { code, stderr } = await run(['models', 'show', 'qwen/qwen3-14b']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('did you mean Qwen/Qwen3-14B?') });
  });

  it.each([[[]], [['a', 'b']]])('wants one id, not %j', async (args) => {
    const { code, stderr } = await run(['models', 'show', ...args]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('one model id was expected') });
  });
});
