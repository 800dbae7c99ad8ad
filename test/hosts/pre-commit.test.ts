import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wantHost } from './host.ts';
import { type Repository, Workshop } from './pre-commit.ts';

const ROOT = join(import.meta.dirname, '../..');
const REQUEST = readFileSync(join(ROOT, 'fixtures/requests/qwen3-8b-l40s.dgdr.yaml'), 'utf8');
const BROKEN = REQUEST.replace(/ttft: .*/, 'ttft: -1');

const preCommit = wantHost('pre-commit');
const npm10 = wantHost('npm-10');
const npm = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'npm'))
  .find(existsSync);

/** One a npm, since the first commit in each installs the hooks. */
const workshops = new Map<string, Workshop>();
const workshopWith = (npm: string | undefined): Workshop => {
  const program = realpathSync(npm ?? '');
  const workshop = workshops.get(program) ?? new Workshop(preCommit ?? '', program);
  workshops.set(program, workshop);
  return workshop;
};
afterAll(() => {
  for (const workshop of workshops.values()) workshop.remove();
});

const NPMS = [
  { which: 'npm 10', npm: npm10, version: /^10\./ },
  { which: 'the npm of this machine', npm, version: /^\d+\./ },
];

describe.skipIf(preCommit === undefined).each(NPMS)('pre-commit 4.7.0 with $which', ({ npm, version }) => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = workshopWith(npm);
  });

  test('installs the hooks from the clone alone: nothing is built, and there is nothing else to install', () => {
    expect(workshop.npmVersion()).toMatch(version);
    const repository = workshop.repository([{ id: 'dgdr-render' }, { id: 'dgdr-check' }]);
    expect(workshop.preCommit(repository.dir, 'install-hooks')).toMatchObject({ code: 0 });
    const folder = workshop.installed();
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['dgdr-render']);
    expect(readdirSync(join(folder, 'dgdr-render'))).not.toContain('node_modules');
    const dist = (dir: string) =>
      readdirSync(join(dir, 'dist')).map((name) => [name, readFileSync(join(dir, 'dist', name), 'utf8')]);
    expect(dist(join(folder, 'dgdr-render'))).toEqual(dist(ROOT));
  });

  test('a new request fails the commit, and the ones after it, until its graph is added', () => {
    const repository = workshop.repository([{ id: 'dgdr-render' }, { id: 'dgdr-check' }], {
      'serving/q.yaml': REQUEST,
    });
    const first = repository.commit('serving/q.yaml');
    expect(first.code).toBe(1);
    expect(first.said).toContain(
      'error DRIFT serving/q.dgd.yaml: the file was not what the requests render to, and has been written\n' +
        '  hint: git add serving/q.dgd.yaml\n1 graph beside the requests, 1 changed\n',
    );
    const second = repository.commit();
    expect(second.code).toBe(1);
    expect(second.said).toContain('git does not track it\n  hint: git add serving/q.dgd.yaml\n');
    expect(repository.committed()).toEqual([]);
    expect(repository.commit('serving/q.dgd.yaml')).toMatchObject({ code: 0 });
    expect(repository.committed()).toEqual(['serving/q.dgd.yaml', 'serving/q.yaml']);
  });
});

describe.skipIf(preCommit === undefined)('the hooks', () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = workshopWith(npm);
  });

  /** A repository with a request and its graph committed. */
  const rendered = (...args: string[]): Repository => {
    const repository = workshop.repository(
      [
        { id: 'dgdr-render', args },
        { id: 'dgdr-check', args },
      ],
      {
        'q.yaml': REQUEST,
      },
    );
    repository.commit('q.yaml');
    expect(repository.commit('.')).toMatchObject({ code: 0 });
    return repository;
  };

  test('a changed request changes its graph, once', () => {
    const repository = rendered();
    repository.write({ 'q.yaml': REQUEST.replace('totalGpus: 4', 'totalGpus: 8') });
    const { code, said } = repository.commit();
    expect(code).toBe(1);
    expect(said).toContain('hint: git add q.dgd.yaml\n');
    expect(said).toContain('files were modified by this hook');
    expect(repository.commit()).toMatchObject({ code: 0 });
    expect(repository.git('status', '--porcelain').said).toBe('');
    expect(repository.git('show', 'HEAD:q.dgd.yaml').said).toContain('replicas: 8\n');
  });

  test('a graph that was edited by hand is rendered again', () => {
    const repository = rendered();
    const graph = readFileSync(join(repository.dir, 'q.dgd.yaml'), 'utf8');
    repository.write({ 'q.dgd.yaml': graph.replace('replicas: 4', 'replicas: 5') });
    expect(repository.commit().code).toBe(1);
    expect(readFileSync(join(repository.dir, 'q.dgd.yaml'), 'utf8')).toBe(graph);
  });

  test('a deleted request takes its graph along, also where the commit has no other file', () => {
    const repository = rendered();
    repository.git('rm', '--quiet', 'q.yaml');
    const { code, said } = repository.git('commit', '--message', 'delete');
    expect(code).toBe(1);
    expect(said).toContain(
      'has been removed\n  hint: git rm q.dgd.yaml\n0 graphs beside the requests, 0 changed, 1 removed\n',
    );
    expect(repository.git('rm', 'q.dgd.yaml').code).toBe(0);
    expect(repository.commit()).toMatchObject({ code: 0 });
    expect(repository.committed()).toEqual([]);
  });

  test('a broken request fails the commit and leaves every file as it is', () => {
    const repository = rendered();
    repository.write({ 'a.yaml': REQUEST.replace('name: ', 'name: other-'), 'q.yaml': BROKEN });
    const before = readFileSync(join(repository.dir, 'q.dgd.yaml'), 'utf8');
    const { code, said } = repository.commit('a.yaml');
    expect(code).toBe(1);
    expect(said).toMatch(
      /error \w+ q\.yaml:\d+ spec\.sla\.ttft: .*\n {2}hint: .*\n(?:info ENGINE_NEAR .*\ninfo CLUSTER_NEEDS .*\n {2}hint: .*\n)?nothing was rendered: 1 of 2 requests failed\n/,
    );
    expect(readFileSync(join(repository.dir, 'q.dgd.yaml'), 'utf8')).toBe(before);
    expect(existsSync(join(repository.dir, 'a.dgd.yaml'))).toBe(false);
  });

  test('a repository without requests commits, whatever YAML it has', () => {
    const repository = workshop.repository([{ id: 'dgdr-render' }, { id: 'dgdr-check' }], {
      'chart/templates/graph.dgd.yaml': 'kind: DynamoGraphDeployment\nmetadata: {{ .Values.x }}\n\ty',
      '.github/workflows/ci.yaml': 'on: push\n',
      'README.md': '# x\n',
    });
    expect(repository.commit('.')).toMatchObject({ code: 0 });
    expect(repository.committed()).toEqual(['README.md', 'chart/templates/graph.dgd.yaml']);
  });

  test('args name folders, a target and where graphs go', () => {
    const args = ['--target', '1.4', '--output-dir', 'deploy', 'requests'];
    const repository = workshop.repository(
      [
        { id: 'dgdr-render', args },
        { id: 'dgdr-check', args },
      ],
      {
        'requests/q.yaml': REQUEST,
        'examples/broken.yaml': BROKEN,
      },
    );
    const graph = 'deploy/default-qwen3-8b-l40s-dgd.yaml';
    expect(repository.commit('requests', 'examples').said).toContain(
      `hint: git add ${graph}\n1 graph in deploy, 1 changed\n`,
    );
    expect(repository.commit(graph)).toMatchObject({ code: 0 });
    expect(readFileSync(join(repository.dir, graph), 'utf8')).toContain('apiVersion: nvidia.com/v1beta1\n');
    repository.write({ 'requests/q.yaml': REQUEST.replace('name: qwen3-8b-l40s', 'name: chat') });
    expect(repository.commit().said).toMatch(
      /git add deploy\/default-chat-dgd.yaml\n[\s\S]*git rm deploy\/default-qwen3-8b-l40s-dgd.yaml\n/,
    );
    expect(repository.commit('deploy')).toMatchObject({ code: 0 });
    expect(repository.committed()).toEqual(['deploy/default-chat-dgd.yaml', 'examples/broken.yaml', 'requests/q.yaml']);
  });

  test('dgdr-check says what differs and writes nothing', () => {
    const repository = workshop.repository([{ id: 'dgdr-check' }], { 'q.yaml': REQUEST });
    const { code, said } = repository.commit('q.yaml');
    expect(code).toBe(1);
    expect(said).toContain('default/qwen3-8b-l40s-dgd: missing in q.dgd.yaml\n');
    expect(existsSync(join(repository.dir, 'q.dgd.yaml'))).toBe(false);
  });

  test('of all files, as CI runs it, a clean checkout passes and one without the graph does not', () => {
    const repository = rendered();
    expect(workshop.preCommit(repository.dir, 'run', '--all-files')).toMatchObject({ code: 0 });
    rmSync(join(repository.dir, 'q.dgd.yaml'));
    expect(workshop.preCommit(repository.dir, 'run', '--all-files', 'dgdr-check').code).toBe(1);
  });
});
