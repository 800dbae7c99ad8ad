import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFile } from '../../src/commands/files/replace-file.ts';
import { functionRoot, outputPath } from '../../src/files/root.ts';
import { folderWith } from '../commands/harness.ts';
import { CLI, preload, runBundle } from './bundle.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REQUEST = readFileSync(join(ROOT, 'fixtures/requests/qwen3-8b-l40s.dgdr.yaml'), 'utf8');
const FILES = { 'q.yaml': REQUEST };
const COMMAND = `'${process.execPath}' '${CLI}'`;

/** What a line of a shell comes to; its output is that of the command. */
function shell(line: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('a stream that cannot be written', () => {
  test.each(['render', 'profile q.yaml', 'argocd generate', '--version', '--help', 'perfdb show'])(
    'ends %s with a code and a line',
    (args) => {
      const { status, stderr } = shell(`${COMMAND} ${args} > /dev/full`, folderWith(FILES));
      expect({ status, said: stderr.match(/^error.*/gm) }).toEqual({
        status: 1,
        said: ['error OUTPUT_FAILED: stdout cannot be written: ENOSPC'],
      });
      expect(stderr).not.toMatch(/^ +at /m);
    },
  );

  test.each(['', '> /dev/full'])('ends with 1 where it is stderr and there is nowhere to say so (%s)', (stdout) => {
    expect(shell(`${COMMAND} check 2> /dev/full ${stdout}`, folderWith(FILES)).status).toBe(1);
    expect(shell(`${COMMAND} render --nonsense 2> /dev/full ${stdout}`, folderWith(FILES)).status).not.toBe(0);
  });

  test('ends with a code and a line where its reader is gone', () => {
    const line = `${COMMAND} render | true; exit "\${PIPESTATUS[0]}"`;
    expect(shell(line, folderWith(FILES))).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^info ENGINE_NEAR .*\ninfo CLUSTER_NEEDS .*\n {2}hint: .*\nerror OUTPUT_FAILED: stdout cannot be written: EPIPE, its reader is gone\n$/,
      ),
    });
  });

  test('is written to its end however little of it is taken at a time', () => {
    const cwd = folderWith(FILES);
    const whole = shell(`${COMMAND} render > out.yaml`, cwd);
    const node = `--import '${preload('short-writes.mjs')[1]}'`;
    const short = shell(`'${process.execPath}' ${node} '${CLI}' render > short.yaml`, cwd);
    expect([whole.status, short.status]).toEqual([0, 0]);
    const [text, other] = ['out.yaml', 'short.yaml'].map((name) => readFileSync(join(cwd, name), 'utf8'));
    expect(text).toContain('kind: DynamoGraphDeployment\n');
    expect(other).toBe(text);
  });
});

test.each(['render -', 'check', 'lock', 'argocd generate', 'function'])(
  '%s in a folder that is gone says so',
  (args) => {
    const line = `mkdir gone && cd gone && rmdir ../gone && ${COMMAND} ${args} < /dev/null`;
    expect(shell(line, folderWith({}))).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'error INPUT_NOT_FOUND: the working directory cannot be read: ENOENT\n  hint: change to a folder that exists\n',
    });
  },
);

test.each(['render', 'render --beside', 'check', 'lock', 'argocd generate', 'profile .'])(
  '%s ends with a code, or as ever, whatever the system refuses to read',
  (args) => {
    const cwd = folderWith({ ...FILES, 'kustomization.yml/x': '' });
    shell(`${COMMAND} render --beside; ${COMMAND} lock`, cwd);
    const count = join(folderWith({}), 'count');
    const read = (at: number) => {
      const env = { FAULT: 'EIO', FAULT_AT: String(at), FAULT_ROOT: cwd, FAULT_COUNT: count };
      return runBundle(args.split(' '), { cwd, env, node: preload('read-fault.mjs') });
    };
    expect(read(0).status).toBe(0);
    const reads = Number(readFileSync(count, 'utf8'));
    expect(reads).toBeGreaterThan(8);
    const graph = readFileSync(join(cwd, 'q.dgd.yaml'), 'utf8');
    const codes = Array.from({ length: Math.ceil(reads / EVERY) }, (_, i) => {
      const { status, stderr } = read(1 + i * EVERY);
      if (status !== 0) expect(stderr, `read ${1 + i * EVERY}`).toMatch(/^error [A-Z_]+\b/m);
      expect(stderr).not.toMatch(/^ +at |this is a bug/m);
      return status;
    });
    expect(codes.filter((status) => status !== 0 && status !== 1)).toEqual([]);
    expect(codes).toContain(1);
    expect(readFileSync(join(cwd, 'q.dgd.yaml'), 'utf8')).toBe(graph);
  },
);
/** Which reads are refused: this many apart, or READ_FAULTS_EVERY. */
const EVERY = Number(process.env.READ_FAULTS_EVERY ?? 7);

describe('a report', () => {
  test.each(['ENOSPC', 'EIO'])('stays as it was where the new one is not written for %s', (FAULT) => {
    const cwd = folderWith({ ...FILES, 'r.json': 'older' });
    const args = ['render', '--report', 'json', '--report-file', 'r.json', 'q.yaml'];
    for (const FAULT_AT of ['2', '3', '4']) {
      const env = { FAULT, FAULT_AT, FAULT_ROOT: cwd };
      const { status, stderr } = runBundle(args, { cwd, env, node: preload('fault.mjs') });
      expect({ FAULT_AT, status, report: readFileSync(join(cwd, 'r.json'), 'utf8') }).toEqual({
        FAULT_AT,
        status: 1,
        report: 'older',
      });
      expect(stderr).toContain(`error OUTPUT_FAILED: the report r.json was not written: ${FAULT}\n`);
    }
  });

  test('replaces what a run that was killed had staged, once that is old', () => {
    const cwd = folderWith({ '.dgdr-render-1': 'half', '.dgdr-render-2': 'half', 'r.json': 'older' });
    spawnSync('touch', ['-d', '2001-01-01', join(cwd, '.dgdr-render-1')]);
    replaceFile(outputPath('r.json', functionRoot(cwd)), 'new');
    expect(readFileSync(join(cwd, 'r.json'), 'utf8')).toBe('new');
    expect(['.dgdr-render-1', '.dgdr-render-2'].map((name) => existsSync(join(cwd, name)))).toEqual([false, true]);
  });

  test.skipIf(process.getuid?.() === 0)('is written where its folder is closed', () => {
    const cwd = folderWith({ 'r.json': 'older' });
    chmodSync(cwd, 0o555);
    replaceFile(outputPath('r.json', functionRoot(cwd)), 'new');
    expect(readFileSync(join(cwd, 'r.json'), 'utf8')).toBe('new');
    chmodSync(cwd, 0o755);
    writeFileSync(join(cwd, 'r.json'), '');
  });
});
