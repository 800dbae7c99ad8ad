import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WORK_FOLDER } from '../../src/commands/files/folder-lock.ts';
import { settleFolders } from '../../src/commands/files/take-folders.ts';
import { folderWith } from '../commands/harness.ts';
import { runBundle, startBundle } from './bundle.ts';

/** How many runs are killed; KILLS asks for more. */
const KILLS = Number(process.env.KILLS ?? 6);
const REQUESTS = 200;
const FOLDERS = 4;
const NAMES = Array.from({ length: REQUESTS }, (_, i) => `r${i % FOLDERS}/q${i}.dgdr.yaml`);

/** A request whose graph and lock say which version of it they are of. */
const request = (name: string, version: number): string =>
  `apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequest\nmetadata: {name: ${name}}\nspec:\n` +
  '  model: Qwen/Qwen3-8B\n  backend: vllm\n  image: r/dynamo-planner:1.3.0\n' +
  '  hardware: {gpuSku: h100_pcie, totalGpus: 8, numGpusPerNode: 8, vramMb: 80000}\n' +
  `  sla: {ttft: ${1000 + version}, itl: 50}\n` +
  '  overrides: {dgd: {apiVersion: nvidia.com/v1alpha1, kind: DynamoGraphDeployment, ' +
  `metadata: {annotations: {version: v${1000 + version}}}}}\n`;

function writeRequests(cwd: string, version: number): void {
  for (const [i, name] of NAMES.entries()) writeFileSync(join(cwd, name), request(`q${i}`, version));
}

const WAYS = [
  { title: 'into one folder', args: ['render', '--output-dir', 'out', '.'], files: REQUESTS },
  { title: 'beside requests in four folders', args: ['render', '--beside', '.'], files: REQUESTS },
  { title: 'locks in four folders', args: ['lock', '.'], files: FOLDERS },
] as const;

/** The versions of all files that were written; one, where they are of one run. */
function versionsIn(cwd: string, files: number): string[] {
  const names = readdirSync(cwd, { recursive: true }).map(String);
  const written = names.filter((name) => /\.yaml$/.test(name) && !/\.dgdr\.yaml$|\.dgdr-render/.test(name));
  expect(written).toHaveLength(files);
  const texts = written.map((name) => readFileSync(join(cwd, name), 'utf8'));
  return [...new Set(texts.flatMap((text) => text.match(/(?<=version: v|ttftMs: )1\d\d\d$/gm) ?? ['none']))];
}

const untilSafe = <T>(work: (signal: AbortSignal) => Promise<T>) => work(new AbortController().signal);

test.each(WAYS)(
  'runs that write $title and are killed at random leave all files or none to who looks next',
  async ({ args, files }) => {
    const cwd = folderWith(Object.fromEntries(NAMES.map((name, i) => [name, request(`q${i}`, 0)])));
    expect(runBundle(args, { cwd }).status).toBe(0);
    const works = ['out', ...new Set(NAMES.map((name) => dirname(name)))].map((folder) =>
      join(cwd, folder, WORK_FOLDER),
    );
    let mixes = 0;
    let killed = 0;
    for (let version = 1; version <= KILLS; version += 1) {
      writeRequests(cwd, version);
      const { child, done } = startBundle(args, { cwd });
      const isOver = done.then(() => true);
      // From the moment on at which it may rename.
      const seen = version % 3 === 0 ? '0' : 'journal';
      while (!works.some((work) => existsSync(join(work, seen)))) {
        if (await Promise.race([isOver, sleep(1, false)])) break;
      }
      await sleep((version * 3) % 8);
      child.kill('SIGKILL');
      if ((await done).signal === 'SIGKILL') killed += 1;
      if (versionsIn(cwd, files).length > 1) mixes += 1;
      await settleFolders(NAMES, ['out'], { cwd, untilSafe });
      expect(versionsIn(cwd, files), `kill ${version}`).toHaveLength(1);
      if (version % 5 > 0) continue;
      expect(runBundle(args, { cwd }).status).toBe(0);
      expect(versionsIn(cwd, files)).toEqual([String(1000 + version)]);
      expect(works.filter((work) => existsSync(work))).toEqual([]);
    }
    console.log(`${killed} of ${KILLS} runs were killed, ${mixes} left a mix`);
    expect(killed).toBeGreaterThan(0);
  },
);
