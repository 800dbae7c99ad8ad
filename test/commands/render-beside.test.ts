import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, graph, request, run } from './harness.ts';

const beside = (cwd: string, ...argv: string[]) => run(['render', '--beside', ...argv], { cwd });
const planned = (name: string): string => request(name, 'planner: {content: aaaa}');
const map = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: planner-config-aaaa\n  labels:\n    dgdr.nvidia.com/name: ${name}\n`;

describe('render --beside', () => {
  test('writes a file for each request file, in its folder, and says so', async () => {
    const cwd = folderWith({ 'a/p.dgdr.yaml': request('p'), 'b/c/q.yml': request('q'), 'r.yaml': request('r') });
    expect(await beside(cwd)).toEqual({
      code: 0,
      stdout: '',
      stderr: '3 graphs beside the requests, 3 changed\n  a/p.dgd.yaml\n  b/c/q.dgd.yaml\n  r.dgd.yaml\n',
    });
    expect(readFileSync(join(cwd, 'a/p.dgd.yaml'), 'utf8')).toBe(graph('p'));
    expect(readdirSync(cwd, { recursive: true }).map(String).sort()).toEqual(
      ['a', 'a/p.dgd.yaml', 'a/p.dgdr.yaml', 'b', 'b/c', 'b/c/q.dgd.yaml', 'b/c/q.yml', 'r.dgd.yaml', 'r.yaml'].sort(),
    );
  });

  test('puts the requests of a file into one file, in order, each after what it needs', async () => {
    const cwd = folderWith({ 'q.yaml': `${request('z')}---\n${planned('a')}` });
    expect((await beside(cwd, 'q.yaml')).stderr).toBe('2 graphs beside the requests, 1 changed\n  q.dgd.yaml\n');
    expect(readFileSync(join(cwd, 'q.dgd.yaml'), 'utf8')).toBe([graph('z'), map('a'), graph('a')].join('---\n'));
  });

  test('changes nothing the second time', async () => {
    const cwd = folderWith({ 'q.yaml': request('q') });
    await beside(cwd);
    expect((await beside(cwd)).stderr).toBe('1 graph beside the requests, 0 changed\n');
  });

  test('takes the files of all folders back when one cannot be put in its place', async () => {
    const cwd = folderWith({ 'a/p.yaml': request('p'), 'a/p.dgd.yaml': 'mine: 1', 'b/q.yaml': request('q') });
    mkdirSync(join(cwd, 'b/q.dgd.yaml'));
    expect(await beside(cwd)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error OUTPUT_FAILED: nothing was written: b/q.dgd.yaml is a folder\n',
    });
    expect(readFileSync(join(cwd, 'a/p.dgd.yaml'), 'utf8')).toBe('mine: 1');
    expect([readdirSync(join(cwd, 'a')), readdirSync(join(cwd, 'b'))]).toEqual([
      ['p.dgd.yaml', 'p.yaml'],
      ['q.dgd.yaml', 'q.yaml'],
    ]);
  });

  test('writes none when a request is bad', async () => {
    const cwd = folderWith({ 'a/p.yaml': request('p'), 'b/q.yaml': request('q', 'fail: true') });
    expect((await beside(cwd)).stderr).toContain('nothing was rendered: 1 of 2 requests failed\n');
    expect(readdirSync(join(cwd, 'a'))).toEqual(['p.yaml']);
  });

  test.each([
    { title: 'two request files', files: { 'q.dgdr.yaml': request('p'), 'q.yaml': request('q') } },
    { title: 'a request file itself', files: { 'q.dgd.yaml': request('p'), 'q.yaml': request('q') } },
  ])('refuses to give a file to $title', async ({ files }) => {
    const { code, stderr } = await beside(folderWith(files as Record<string, string>));
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error OUTPUT_CONFLICT q\.yaml: q\.dgd\.yaml cannot hold the graphs of q\.yaml, it belongs to /,
    );
  });

  test.each([
    { argv: ['-'], says: '--beside cannot be combined with - (stdin)' },
    { argv: ['--output-dir', 'out', 'q.yaml'], says: '--beside cannot be combined with --output-dir' },
  ])('is a wrong call with $argv', async ({ argv, says }) => {
    const result = await beside(folderWith({ 'q.yaml': request('q') }), ...argv);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(says);
  });
});
