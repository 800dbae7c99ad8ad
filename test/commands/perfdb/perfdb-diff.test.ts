import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../../src/commands/cli/context.ts';
import { importRelease } from '../../../src/perfdb/import/import-release.ts';
import { openEngines } from '../../../src/profile/engines.ts';
import { openStreet } from '../../../src/render/render.ts';
import { folderWith, type Run, run } from '../harness.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const engines = openEngines();
const open: Context['openStreet'] = (models) => openStreet(engines, models);

const requestOf = (name: string, model = 'Qwen/Qwen3-0.6B', more = ''): string =>
  `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: ${name}}
spec:
  model: ${model}
  backend: vllm
  image: registry.example.com/dynamo-planner:1.5.0
  hardware: {gpuSku: h200_sxm, totalGpus: 2, numGpusPerNode: 8}
  workload: {isl: 512, osl: 32}
  sla: {ttft: 2000, itl: 30}
${more}`;

const call = (cwd: string, ...args: readonly string[]): Promise<Run> =>
  run(['perfdb', 'diff', ...args], { cwd, openStreet: open });

interface Pick {
  readonly engine: string;
  readonly words: string;
  readonly gpus: number;
  readonly figures: Readonly<Record<string, number>> | null;
}

interface Side {
  readonly pick: Pick | null;
  readonly findings: readonly { readonly severity: string; readonly code: string }[];
}

interface Difference {
  readonly summary: Readonly<Record<string, unknown>>;
  readonly requests: readonly {
    readonly name: string;
    readonly samePick: boolean;
    readonly from: Side;
    readonly to: Side;
    readonly changes: Readonly<Record<string, number>> | null;
  }[];
}

const jsonOf = async (cwd: string, ...args: readonly string[]): Promise<Difference> =>
  JSON.parse((await call(cwd, ...args, '--format', 'json')).stdout) as Difference;

describe('perfdb diff with requests', () => {
  const files = { 'a.yaml': requestOf('a'), 'b.yaml': requestOf('b', 'Qwen/Qwen3-1.7B') };

  test('gives what both engines pick, as each does where it is the target’s own', async () => {
    const cwd = folderWith(files);
    const { requests, summary } = await jsonOf(cwd, '0.10', '0.12', '.');
    expect(requests.map(({ name }) => name)).toEqual(['a', 'b']);
    for (const { name, from, to, changes } of requests) {
      for (const [side, target] of [
        [from, '1.3'],
        [to, '1.5'],
      ] as const) {
        const one = folderWith({
          'q.yaml': files[`${name}.yaml` as keyof typeof files].replace('1.5.0', `${target}.0`),
        });
        const { stdout } = await run(['profile', '--format', 'json', 'q.yaml'], { cwd: one, openStreet: open });
        const answer = JSON.parse(stdout) as { requests: { picked: Readonly<Record<string, number>>[] }[] };
        const [row] = answer.requests[0]!.picked;
        const { figures } = side.pick!;
        expect(figures).toEqual(Object.fromEntries(Object.keys(figures!).map((column) => [column, row![column]])));
      }
      expect(changes!.ttft).toBe(to.pick!.figures!.ttft! / from.pick!.figures!.ttft! - 1);
      expect([from.pick!.engine, to.pick!.engine]).toEqual(['0.10', '0.12']);
    }
    expect(summary).toMatchObject({ requests: 2, unanswered: 0 });
  });

  test('says the same pick where both engines are one, with no change at all', async () => {
    const cwd = folderWith(files);
    const { requests, summary } = await jsonOf(cwd, '0.12', '0.12', '.');
    expect(requests.map(({ samePick, changes }) => [samePick, ...Object.values(changes!)])).toEqual([
      [true, 0, 0, 0, 0, 0, 0],
      [true, 0, 0, 0, 0, 0, 0],
    ]);
    expect(summary).toEqual({
      ...{ requests: 2, samePicks: 2, unanswered: 0 },
      'tokens/s/gpu': { least: 0, median: 0, most: 0 },
    });
    const { stdout, stderr, code } = await call(cwd, '0.12', '0.12', '.');
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(
      /^a \(a\.yaml\): the same pick\n {2}engine +pick +GPUs +tokens\/s\/GPU +ttft ms +itl ms +concurrency\n {2}0\.12 +\d x vllm /,
    );
    expect(stdout).toMatch(/\n {2}change .*\+0\.0 %/);
    expect(stdout).toMatch(
      /\n2 requests, 0\.12 -> 0\.12; 2 with the same pick; tokens\/s\/GPU \+0\.0 % to \+0\.0 %, median \+0\.0 %\n$/,
    );
  });

  test('an engine without data of its own reads those of its neighbour', async () => {
    const cwd = folderWith({ 'a.yaml': files['a.yaml'] });
    const [one] = (await jsonOf(cwd, '0.12', '0.13', 'a.yaml')).requests;
    expect([one!.from.pick!.engine, one!.to.pick!.engine]).toEqual(['0.12', '0.13']);
    expect(one!.to.pick!.figures!.tpot).toBeGreaterThan(one!.from.pick!.figures!.tpot! * 0.9);
  });

  test('what one engine finds alone stands beside its pick, and what both find is a finding', async () => {
    const tight = requestOf('tight').replace('itl: 30', 'itl: 0.01');
    const cwd = folderWith({
      'nobody.yaml': requestOf('nobody', 'a/nobody-knows-it'),
      'tight.yaml': tight,
    });
    const { code, stderr } = await call(cwd, '0.10', '0.12', '.');
    expect(code).toBe(1);
    expect(stderr.match(/^(error|warning|info) .*/gm)).toEqual([
      expect.stringMatching(/^error MODEL_UNKNOWN nobody\.yaml/),
    ]);
    const { requests } = await jsonOf(cwd, '0.10', '0.12', '.');
    expect(requests.map(({ name }) => name)).toEqual(['tight']);
    const [missed] = requests;
    expect([missed!.from, missed!.to].map(({ findings }) => findings.map((one) => one.code))).toEqual([
      ['SLA_NOT_MET'],
      ['SLA_NOT_MET'],
    ]);
  });

  test.each<[args: string[], says: string]>([
    [['0.10'], 'two releases were expected'],
    [['0.10', '0.12', '--jobs', 'many', '.'], '--jobs many is not a number'],
  ])('%o is a wrong call', async (args, says) => {
    const { code, stderr } = await call(folderWith(files), ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });

  test('a folder without requests, or one that holds no data, says so', async () => {
    expect((await call(folderWith({}), '0.10', '0.12', '.')).stderr).toContain('NO_REQUEST');
    const { stderr, code } = await call(folderWith(files), '0.10', 'nowhere', '.');
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('INPUT_NOT_FOUND') });
  });
});

describe('a folder of data', () => {
  let folder: string;
  beforeAll(async () => {
    folder = folderWith({});
    await importRelease(join(ROOT, 'fixtures/perfdb/release'), () => folder, { quality: 1 });
  });

  test('that no engine reads is a wrong call with requests, and a release like another without', async () => {
    const cwd = folderWith({ 'a.yaml': requestOf('a') });
    const { code, stderr } = await call(cwd, folder, '0.12', 'a.yaml');
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('no engine reads data of') });
  });

  test('of a release that an engine reads is read by that one', async () => {
    const cwd = folderWith({ 'a.yaml': requestOf('a') });
    const { requests } = await jsonOf(cwd, join(ROOT, 'perfdb/0.10'), '0.10', 'a.yaml');
    expect(requests).toMatchObject([{ samePick: true, from: { pick: { engine: '0.10' } } }]);
  });
});
