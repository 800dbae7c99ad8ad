import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WORK_FOLDER } from '../../src/commands/files/folder-lock.ts';
import { folderWith } from '../commands/harness.ts';
import { type BundleRun, preload, runBundle, startBundle } from './bundle.ts';

const SLOWLY = { node: preload('slow.mjs'), env: { SLOW: 'linkSync,renameSync' } };
const FILES = 30;
const PAIRS = 6;
const images = ['r/dynamo-planner:1.3.0', 'r/dynamo-planner:1.3.1', 'r/dynamo-planner:1.2.1'];

const request = (name: string): string =>
  `apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequest\nmetadata: {name: ${name}}\nspec:\n` +
  '  model: Qwen/Qwen3-8B\n  backend: vllm\n' +
  '  hardware: {gpuSku: h100_pcie, totalGpus: 8, numGpusPerNode: 8, vramMb: 80000}\n';

/** Requests in three folders below `apps`. */
const REQUESTS = Object.fromEntries(
  Array.from({ length: FILES }, (_, i) => [`apps/team-${i % 3}/q${i}.dgdr.yaml`, request(`q${i}`)]),
);

/** The releases of all graphs below a folder; one, where the files are of one run. */
function releasesIn(cwd: string): string[] {
  const names = readdirSync(cwd, { recursive: true }).map(String);
  const graphs = names.filter((name) => name.endsWith('.yaml') && !name.endsWith('.dgdr.yaml'));
  expect(graphs).toHaveLength(FILES);
  const texts = graphs.map((name) => readFileSync(join(cwd, name), 'utf8'));
  return [...new Set(texts.flatMap((text) => text.match(/runtime:1\.\d\.\d/g) ?? ['none']))];
}

const leftIn = (cwd: string): string[] => {
  return readdirSync(cwd, { recursive: true })
    .map(String)
    .filter((name) => name.includes(WORK_FOLDER));
};

describe.each([
  { title: 'into one folder', args: ['--output-dir', 'out', 'apps'], other: ['--output-dir', 'out', 'apps'] },
  { title: 'beside the same requests', args: ['--beside', 'apps'], other: ['--beside', '.'] },
])('two runs at once $title', ({ args, other }) => {
  test('leave the files of one of them, whole', async () => {
    const cwd = folderWith(REQUESTS);
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const runs = [args, other].map((own, i) =>
        startBundle(['render', ...own, '--image', images[(pair + i) % 3]!], { cwd, ...SLOWLY }),
      );
      const ended = await Promise.all(runs.map(({ done }) => done));
      expect(ended.map(({ status, stderr }) => [status, stderr.match(/^error.*/gm)])).toEqual([
        [0, null],
        [0, null],
      ]);
      expect(releasesIn(cwd)).toHaveLength(1);
      expect(leftIn(cwd)).toEqual([]);
    }
  });
});

test('runs from several folders write into the same ones', async () => {
  const cwd = folderWith(REQUESTS);
  const starts = [
    { args: ['--beside', '.'], from: cwd },
    { args: ['--beside', 'team-0', 'team-1', 'team-2'], from: join(cwd, 'apps') },
    { args: ['--beside', '../team-2', '../team-1', '.'], from: join(cwd, 'apps/team-0') },
  ];
  for (let round = 0; round < PAIRS / 2; round += 1) {
    const runs = starts.map(({ args, from }, i) =>
      startBundle(['render', ...args, '--image', images[i]!], { cwd: from, ...SLOWLY }),
    );
    expect((await Promise.all(runs.map(({ done }) => done))).map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(releasesIn(cwd)).toHaveLength(1);
  }
});

test('check beside a run that renders sees whole files: all is well, or differs', async () => {
  const cwd = folderWith(REQUESTS);
  const out = ['--output-dir', 'out', 'apps'];
  expect(runBundle(['render', ...out, '--image', images[0]!], { cwd }).status).toBe(0);
  const ended: BundleRun[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const image = images[pair % 2]!;
    const check = startBundle(['check', ...out, '--image', images[0]!], { cwd });
    const render = startBundle(['render', ...out, '--image', image], { cwd, ...SLOWLY });
    expect((await render.done).status).toBe(0);
    ended.push(await check.done);
  }
  const said = ended.flatMap(({ stderr }) => stderr.match(/^error \w+/gm) ?? []);
  expect([...new Set(said)].filter((code) => code !== 'error DRIFT')).toEqual([]);
  expect(ended.flatMap(({ stdout }) => stdout.match(/missing in|extra in|left over/g) ?? [])).toEqual([]);
  expect(ended.filter(({ status }) => status !== 0 && status !== 1)).toEqual([]);
});
