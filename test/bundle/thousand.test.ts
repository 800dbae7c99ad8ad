import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../commands/harness.ts';
import { preload, runBundle, writeRepository } from './bundle.ts';

const COUNT = 1000;
/** MiB for everything that lives. Half of it is enough, so that 40 KiB more for each request are too much. */
const HEAP = 72;

/** A repository with a thousand requests, ten folders and foreign YAML. */
function repository(): string {
  const cwd = folderWith({});
  writeRepository(cwd, COUNT);
  return cwd;
}

/** What a call that succeeds says, and how often it read each file of the repository, by its name. */
function run(cwd: string, ...args: string[]) {
  const file = join(folderWith({}), 'counts.json');
  const node = [`--max-old-space-size=${HEAP}`, ...preload('count-reads.mjs')];
  const { status, stdout, stderr } = runBundle(args, { cwd, node, env: { COUNT_FILE: file } });
  expect(status, stderr.slice(-2000)).toBe(0);
  const counts = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>);
  const inside = counts.filter(([path]) => path.startsWith(`${cwd}/`));
  return { stdout, stderr, reads: inside.map(([path, count]) => ({ name: path.slice(cwd.length + 1), count })) };
}

const namesBelow = (folder: string): string[] => {
  const names = readdirSync(folder, { recursive: true }).map(String);
  return names.filter((name) => name.endsWith('.yaml')).sort();
};
const graphsIn = (stream: string): number => stream.match(/^kind: DynamoGraphDeployment$/gm)?.length ?? 0;

test('a thousand requests are rendered to stdout and profiled, and every file is read once', () => {
  const cwd = repository();
  const names = namesBelow(cwd);
  for (const command of ['render', 'profile']) {
    const { stdout, reads } = run(cwd, command, '.');
    expect(reads.map(({ name }) => name).sort()).toEqual(names);
    expect(reads.filter(({ count }) => count !== 1)).toEqual([]);
    expect(command === 'render' ? graphsIn(stdout) : stdout.match(/^ {2}pick /gm)?.length).toBe(COUNT);
  }
});

test.each([
  { where: 'into a folder', render: ['--output-dir', 'out'], check: ['--output-dir', 'out'], files: COUNT },
  { where: 'beside the requests', render: ['--beside'], check: [], files: 800 },
])(
  'a thousand requests are rendered $where, again without a change, and checked',
  ({ where, render, check, files }) => {
    const cwd = repository();
    const requests = namesBelow(cwd);
    expect(run(cwd, 'render', ...render, '.').stderr).toMatch(new RegExp(`^1000 graphs .*, ${files} changed$`, 'm'));
    const written = namesBelow(cwd).filter((name) => !requests.includes(name));
    expect(written).toHaveLength(files);
    const graphs = written.map((name) => graphsIn(readFileSync(join(cwd, name), 'utf8')));
    expect(
      graphs.reduce((sum, one) => sum + one, 0),
      where,
    ).toBe(COUNT);
    expect(run(cwd, 'render', ...render, '--previous', '.', '.').stderr).toMatch(/^1000 graphs .*, 0 changed$/m);
    const { stderr, reads } = run(cwd, 'check', ...check, '.');
    expect(stderr).toMatch(/^1000 graphs are as rendered$/m);
    // Graphs below the folder of the requests are looked into for requests, then compared.
    const most = reads.filter(({ name, count }) => count > (requests.includes(name) ? 1 : 2));
    expect(most).toEqual([]);
  },
);
