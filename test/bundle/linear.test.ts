import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../commands/harness.ts';
import { runBundle, writeRepository } from './bundle.ts';

/** How often every piece of the bundle's code ran, by its place. */
type Counts = ReadonlyMap<string, number>;

interface Case {
  readonly title: string;
  readonly args: readonly string[];
  readonly code: number;
  /** What every request comes to, where that is an error. */
  readonly says?: string;
  readonly prepare?: (folder: string) => void;
  readonly input?: (count: number) => string;
}

const COUNT = 80;
/** Twice the requests may run a piece twice as often, and a little more where something is sorted. */
const MOST_GROWTH = 2.6;
/** Pieces that ran less often say nothing. */
const FEW = 3000;

const render = (folder: string, ...args: string[]): void => {
  expect(runBundle(['render', ...args, '.'], { cwd: folder }).status).toBe(0);
};
/** Changes something in every file below the folder whose name ends so. */
const edit = (folder: string, ending: string, change: (text: string) => string): void => {
  const names = readdirSync(folder, { recursive: true }).map(String);
  for (const name of names.filter((one) => one.endsWith(ending) && !one.endsWith('crd.yaml'))) {
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
  }
};
const OUT = ['--output-dir', 'out'] as const;

const CASES: readonly Case[] = [
  { title: 'render to stdout', args: ['render', '.'], code: 0 },
  { title: 'render into a folder', args: ['render', ...OUT, '.'], code: 0 },
  { title: 'render beside the requests', args: ['render', '--beside', '.'], code: 0 },
  { title: 'a report for programs', args: ['render', '--report', 'sarif', '.'], code: 0 },
  { title: 'profile', args: ['profile', '.'], code: 0 },
  {
    title: 'render with what was rendered before',
    args: ['render', ...OUT, '--previous', 'out', '.'],
    code: 0,
    prepare: (folder) => render(folder, ...OUT),
  },
  {
    title: 'requests that are all there twice',
    args: ['render', '.'],
    code: 1,
    says: 'REQUEST_DUPLICATE',
    prepare: (folder) =>
      edit(folder, '.dgdr.yaml', (text) => `${text}---\n${text}`.replaceAll('name: q', 'name: again')),
  },
  {
    title: 'changes that the operator refuses, all of them',
    args: ['render', '--previous', 'out', '.'],
    code: 1,
    says: 'TOPOLOGY_CHANGED',
    prepare: (folder) => {
      render(folder, ...OUT);
      edit(join(folder, 'out'), '.yaml', (text) => text.replace('Frontend:', 'Other:').replace('Frontend', 'Other'));
    },
  },
  {
    title: 'check of a folder where everything differs',
    args: ['check', ...OUT, '.'],
    code: 1,
    says: 'DRIFT',
    prepare: (folder) => {
      render(folder, ...OUT);
      edit(join(folder, 'out'), '.yaml', (text) => text.replaceAll('replicas: ', 'replicas: 1'));
    },
  },
  {
    title: 'check of files whose requests are all gone',
    args: ['check', '--allow-empty', '.'],
    code: 1,
    says: 'DRIFT',
    prepare: (folder) => {
      render(folder, '--beside');
      edit(folder, '.yaml', (text) => text.replace(/^kind: DynamoGraphDeploymentRequest$/gm, 'kind: Other'));
    },
  },
  {
    title: 'a list of requests that are all of one file',
    args: ['function'],
    code: 0,
    input: (count) => resourceList(count),
  },
  { title: 'an application of Argo CD', args: ['argocd', 'generate'], code: 0 },
];

test.each(CASES)('twice the requests are twice the work: $title', ({ args, code, says, prepare, input }) => {
  const [once, twice] = [COUNT, 2 * COUNT].map((count) => {
    const folder = folderWith({});
    writeRepository(folder, count);
    prepare?.(folder);
    const { counts, stderr } = countRuns(args, { cwd: folder, code, input: input?.(count) ?? '' });
    if (says !== undefined) expect(stderr.split(`error ${says} `).length).toBeGreaterThan(count / 2);
    return counts;
  });
  const grown = [...twice!].filter(([place, runs]) => runs > FEW && runs > MOST_GROWTH * (once!.get(place) ?? 0));
  expect(grown.map(([place, runs]) => `${place}: ${once!.get(place)} -> ${runs}`)).toEqual([]);
  expect(twice!.size).toBeGreaterThan(1000);
});

interface CountOptions {
  readonly cwd: string;
  readonly code: number;
  readonly input: string;
}

function countRuns(args: readonly string[], { cwd, code, input }: CountOptions) {
  const reports = folderWith({});
  const { status, stderr } = runBundle(args, { cwd, input, env: { NODE_V8_COVERAGE: reports } });
  expect(status, stderr).toBe(code);
  const places = readdirSync(reports).flatMap((name) => toCounts(readFileSync(join(reports, name), 'utf8')));
  return { counts: new Map(places) as Counts, stderr };
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
    }[];
  }[];
}

function toCounts(text: string): [string, number][] {
  const { result } = JSON.parse(text) as Coverage;
  return result
    .filter(({ url }) => url.startsWith('file:'))
    .flatMap(({ functions }) => functions)
    .flatMap(({ functionName, ranges }) =>
      ranges.map(({ startOffset, endOffset, count }): [string, number] => [
        `${functionName} ${startOffset}-${endOffset}`,
        count,
      ]),
    );
}

function resourceList(count: number): string {
  const items = Array.from({ length: count }, (_, i) => {
    const place = `config.kubernetes.io/path: q.yaml, config.kubernetes.io/index: "${i}"`;
    const hardware = '{gpuSku: h100_pcie, totalGpus: 8, numGpusPerNode: 8, vramMb: 80000}';
    return (
      `- apiVersion: nvidia.com/v1beta1\n  kind: DynamoGraphDeploymentRequest\n  metadata:\n    name: q${i}\n` +
      `    annotations: {${place}}\n  spec:\n    model: Qwen/Qwen3-8B\n    image: r/dynamo-planner:1.3.1\n    hardware: ${hardware}\n`
    );
  });
  return `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items.join('')}`;
}
