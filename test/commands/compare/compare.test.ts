import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../../src/commands/cli/context.ts';
import { openEngines } from '../../../src/profile/engines.ts';
import { openStreet } from '../../../src/render/render.ts';
import { requestYaml } from '../../support/requests.ts';
import { makeThreadEntry } from '../../support/thread-entry.ts';
import { folderWith, type RunOptions, run } from '../harness.ts';

const engines = openEngines();
const open: Context['openStreet'] = (models) => openStreet(engines, models);
const SPEC = 'backend: vllm\nsla: {ttft: 2000, itl: 20}\nworkload: {isl: 4000, osl: 500}';
const CHAT = requestYaml({ spec: SPEC });
const PROJECT = `apiVersion: dgdr-render.dev/v1alpha1
kind: RenderDGDR
spec:
  prices:
    h200_sxm: {perGpuHour: 3.5, currency: USD}
`;

function compared(
  args: readonly string[],
  files: Readonly<Record<string, string>> = { 'chat.yaml': CHAT },
  options: RunOptions = {},
) {
  const cwd = folderWith(files);
  return run(['compare', ...args], { cwd, openStreet: open, ...options });
}

describe('compare', () => {
  test('answers in its first line, and says what it is asked for as text', async () => {
    const { code, stdout, stderr } = await compared(['chat.yaml', '--set', 'workload.requestRate=25', '--by', 'gpus']);
    expect([code, stdout.split('\n')[0]]).toEqual([
      0,
      'chat: workload.requestRate=25: requestRate 25 takes 24 h200_sxm (6 x 4, disagg with vllm); the budget of 8 serves 9.068',
    ]);
    expect(stderr).toMatch(/^info ENGINE_NEAR /);
  });

  test('says costs by the prices of the project file, or of the call', async () => {
    const files = { 'chat.yaml': CHAT, 'dgdr-render.yaml': PROJECT };
    const costs = async (...args: readonly string[]) => {
      const { stdout } = await compared(['chat.yaml', '--format', 'json', ...args], files);
      const { figures } = JSON.parse(stdout).comparisons[0].asWritten;
      return [figures.costPerHour, figures.currency];
    };
    expect(await costs()).toEqual([28, 'USD']);
    expect(await costs('--price', 'h200_sxm=4EUR')).toEqual([32, 'EUR']);
    expect(await costs('--price', 'h100_sxm=4EUR')).toEqual([null, null]);
  });

  test('is the same table in every format', async () => {
    const sets = ['--set', 'sla.itl=10,20', '--set', 'hardware.gpuSku=h100_sxm,h200_sxm'];
    const json = await compared(['chat.yaml', ...sets, '--format', 'json']);
    const csv = await compared(['chat.yaml', ...sets, '--format', 'csv']);
    const markdown = await compared(['chat.yaml', ...sets, '--format', 'markdown']);
    const { combinations } = JSON.parse(json.stdout).comparisons[0];
    expect(combinations).toHaveLength(4);
    for (const { figures } of combinations) {
      expect(csv.stdout).toContain(`,${figures.tokensPerSecPerGpu},`);
      expect(markdown.stdout).toContain(`| ${figures.tokensPerSecPerGpu} |`);
    }
  });

  test('looks at several requests, also of stdin', async () => {
    const stdin = `${CHAT}---\n${CHAT.replace('name: chat', 'name: other')}`;
    const { stdout } = await compared(['-', '--set', 'sla.itl=10,20', '--format', 'json'], {}, { stdin });
    expect(JSON.parse(stdout).comparisons.map(({ name }: { name: string }) => name)).toEqual(['chat', 'other']);
  });

  test('succeeds where some are refused, and fails where all are', async () => {
    const some = await compared(['chat.yaml', '--set', 'sla.itl=0,20']);
    expect([some.code, some.stdout]).toEqual([0, expect.stringContaining('SLA_INVALID itl is 0 ms')]);
    const all = await compared(['chat.yaml', '--set', 'sla.itl=20'], {
      'chat.yaml': requestYaml({ spec: 'model: acme/none' }),
    });
    expect([all.code, all.stderr]).toEqual([1, expect.stringContaining('error MODEL_UNKNOWN')]);
  });

  test('counts warnings as refusals where that is asked for', async () => {
    const { stdout, code } = await compared(['chat.yaml', '--set', 'sla.itl=3,20', '--strict', '--format', 'json']);
    const { combinations } = JSON.parse(stdout).comparisons[0];
    expect([code, combinations.map(({ figures }: { figures: unknown }) => figures !== null)]).toEqual([
      0,
      [false, true],
    ]);
    expect(combinations[0].refusals.map(({ code: one }: { code: string }) => one)).toEqual(['SLA_NOT_MET']);
  });

  test.each([
    [['chat.yaml', '--set', 'sla.itl'], 2, 'error CONFIG_INVALID: --set: sla.itl does not set a field'],
    [
      ['chat.yaml', '--set', `sla.itl=${Array.from({ length: 1001 }, (_, i) => i + 1).join(',')}`],
      1,
      'error LIMIT_EXCEEDED: 1001 combinations',
    ],
    [
      ['chat.yaml', '--set', 'sla.itl=10', '--by', 'cost'],
      1,
      'error COSTS_INCOMPARABLE: there is no price for h200_sxm',
    ],
    [['none.yaml', '--set', 'sla.itl=10'], 1, 'error INPUT_NOT_FOUND'],
  ])('%j is an error with a code', async (args, code, words) => {
    const { stderr, ...result } = await compared(args);
    expect([result.code, stderr]).toEqual([code, expect.stringContaining(words)]);
  });

  test.each([
    [[], 'a file, a folder, a glob or - was expected'],
    [['chat.yaml', '--by', 'speed'], '--by speed is not one of throughput, cost, gpus, ttft, itl'],
    [['chat.yaml', '--format', 'svg'], '--format svg is not one of text, json, csv, markdown'],
    [['chat.yaml', '--price', 'h200=3USD'], '--price: there is no GPU h200, did you mean'],
    [['chat.yaml', '--price', 'h200_sxm=3'], '--price: h200_sxm=3 is not SKU=PRICE such as h200_sxm=3.5USD'],
  ])('%j is a wrong call', async (args, words) => {
    const { code, stderr } = await compared(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('in several threads', () => {
  let built: Awaited<ReturnType<typeof makeThreadEntry>>;
  beforeAll(async () => {
    built = await makeThreadEntry();
  });
  afterAll(() => built.remove());

  test('it says the same', async () => {
    const sets = [
      '--set',
      'sla.itl=10,20',
      '--set',
      'hardware.gpuSku=h100_sxm,h200_sxm,x',
      '--set',
      'servingMode=agg,disagg',
    ];
    const threads = { entry: built.entry, processors: 2 };
    const [one, two] = [
      await compared(['chat.yaml', ...sets, '--jobs', '1']),
      await compared(['chat.yaml', ...sets, '--jobs', '2'], undefined, { threads }),
    ];
    expect(two).toEqual(one);
    expect(one.code).toBe(0);
  });
});
