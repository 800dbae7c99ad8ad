import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/commands/cli/context.ts';
import type { JsonObject } from '../../src/json.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';
import { refuse, serveHub, TOKEN } from '../hub/hub-server.ts';
import { folderWith, type Run, run } from './harness.ts';

const read = <T>(name: string): T => JSON.parse(readFileSync(join('fixtures/models', name), 'utf8')) as T;
const EVERYDAY = read<readonly string[]>('everyday.json');
const MISSPELT = read<readonly string[]>('misspelt.json');
const NOWHERE = read<Readonly<Record<string, MadeUp>>>('nowhere.json');

/** A model that no publisher has. */
interface MadeUp {
  readonly config: JsonObject;
  readonly hfQuantConfig?: JsonObject;
  readonly gated?: true;
}

const engine = openEngines()('0.10');
const street: Context['openStreet'] = (models) => openStreet(() => engine, models);

/** A call of the tool with its real engine, in a folder. */
function call(argv: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return run(argv, { cwd, env, openStreet: street });
}

function requestFor(model: string): string {
  return `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: q}
spec:
  model: ${model}
  backend: vllm
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1
  hardware: {gpuSku: h200_sxm, totalGpus: 32, numGpusPerNode: 8}
  workload: {isl: 2000, osl: 200}
`;
}

/** What a rendering came to, and what was done on the way, each as its hint says. */
interface Outcome extends Run {
  readonly steps: readonly string[];
}

/** Renders a request for a model, and does what hints say until there is a graph, or nothing more that can be done. */
async function follow(model: string, env: Readonly<Record<string, string>>): Promise<Outcome> {
  const cwd = folderWith({ '.git/x': '' });
  const steps: string[] = [];
  let text = requestFor(model);
  let argv: readonly string[] = ['render', 'q.yaml'];
  for (;;) {
    writeFileSync(join(cwd, 'q.yaml'), text);
    const result = await call(argv, cwd, env);
    const next = result.code === 0 ? undefined : nextStep(result.stderr, text, steps);
    if (next === undefined) return { ...result, steps };
    steps.push(next.words);
    text = next.text ?? text;
    argv = [...argv, ...(next.options ?? [])];
    if (next.command !== undefined) await call(next.command, cwd, env);
  }
}

/** Something that a hint says to do. */
interface Step {
  readonly words: string;
  readonly text?: string;
  readonly options?: readonly string[];
  readonly command?: readonly string[];
}

/** What a hint says to do first, of what was not done yet. */
function nextStep(stderr: string, text: string, done: readonly string[]): Step | undefined {
  const find = (pattern: RegExp): string | undefined => pattern.exec(stderr)?.[1];
  const meant = find(/did you mean (\S+)\?/);
  const like = find(/`(--model-like \S+)`/);
  const command = find(/`dgdr-render (models add [^`]+)`/);
  const backend = find(/set spec\.backend to (\w+)/);
  const card = find(/there is data for it on (\w+)/);
  const steps: readonly (Step | undefined)[] = [
    meant === undefined ? undefined : { words: `write ${meant}`, text: requestFor(meant) },
    like === undefined ? undefined : { words: like, options: like.split(' ') },
    command === undefined ? undefined : { words: command, command: command.split(' ') },
    backend === undefined
      ? undefined
      : { words: `write ${backend}`, text: text.replace('backend: vllm', `backend: ${backend}`) },
    card === undefined ? undefined : { words: `write ${card}`, text: text.replace('h200_sxm', card) },
  ];
  return steps.find((step): step is Step => step !== undefined && !done.includes(step.words));
}

describe('120 everyday models are rendered, or a hint leads there', () => {
  it('are that many', () => {
    expect(new Set(EVERYDAY).size).toBe(120);
  });

  it.each(EVERYDAY)('%s', async (model) => {
    const { code, stdout, stderr, steps } = await follow(model, { HF_ENDPOINT: 'http://127.0.0.1:1' });
    expect({ code, stderr, steps }).toEqual({ code: 0, stderr: expect.anything(), steps: expect.anything() });
    expect(stdout).toContain('kind: DynamoGraphDeployment\n');
    expect(steps.length).toBeLessThanOrEqual(1);
  });
});

describe('30 models that are nowhere are rendered where the hint leads', () => {
  it('are that many', () => {
    expect(Object.keys(NOWHERE).length + MISSPELT.length).toBe(30);
  });

  it.each(Object.keys(NOWHERE))('%s', async (model) => {
    const { config, hfQuantConfig, gated } = NOWHERE[model]!;
    const files = {
      'config.json': JSON.stringify(config),
      ...(hfQuantConfig && { 'hf_quant_config.json': JSON.stringify(hfQuantConfig) }),
    };
    const hub = await serveHub({ [model]: files }, ({ headers }, answer) => {
      const isRefused = gated === true && headers.authorization !== `Bearer ${TOKEN}`;
      if (isRefused) refuse(answer, 401, 'GatedRepo');
      return isRefused;
    });
    const { code, stdout, stderr, steps } = await follow(model, { HF_ENDPOINT: hub.url, HF_TOKEN: TOKEN });
    expect({ code, stderr, steps }).toEqual({
      code: 0,
      stderr: expect.anything(),
      steps: expect.arrayContaining([`models add ${model}`]),
    });
    expect(stdout).toContain('kind: DynamoGraphDeployment\n');
  });

  it.each(MISSPELT)('%s', async (model) => {
    const { code, stdout, stderr, steps } = await follow(model, { HF_ENDPOINT: 'http://127.0.0.1:1' });
    expect({ code, stderr, steps }).toEqual({ code: 0, stderr: expect.anything(), steps: expect.anything() });
    expect(steps[0]).toMatch(/^write /);
    expect(stdout).toContain('kind: DynamoGraphDeployment\n');
  });
});
