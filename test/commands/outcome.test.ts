import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, graph, request, run } from './harness.ts';

const failing = (): string => folderWith({ 'q.yaml': request('q', 'fail: true') });

describe('--report', () => {
  test.each(['render', 'profile', 'check'])('of %s is text by default', async (command) => {
    const cwd = failing();
    const plain = await run([command, 'q.yaml'], { cwd });
    expect(plain.stderr).toMatch(/^error REQUEST_INVALID q\.yaml:7 spec\.fail: q fails\n {2}hint: stop it\n/);
    expect(await run([command, '--report', 'text', 'q.yaml'], { cwd })).toEqual(plain);
  });

  test.each(['render', 'profile', 'check'])(
    'of %s is whole as JSON and SARIF, and stdout stays as it is',
    async (command) => {
      const cwd = failing();
      const { stdout } = await run([command, 'q.yaml'], { cwd });
      const json = await run([command, '--report', 'json', 'q.yaml'], { cwd });
      expect(JSON.parse(json.stderr)).toMatchObject([{ code: 'REQUEST_INVALID', file: 'q.yaml', line: 7 }]);
      const sarif = await run([command, '--report', 'sarif', 'q.yaml'], { cwd });
      expect(JSON.parse(sarif.stderr).runs[0].results).toHaveLength(1);
      expect([json, sarif]).toMatchObject([
        { code: 1, stdout },
        { code: 1, stdout },
      ]);
    },
  );

  test('as annotations stands beside the lines for people', async () => {
    expect((await run(['render', '--report', 'github', 'q.yaml'], { cwd: failing() })).stderr).toBe(
      '::error file=q.yaml,line=7,title=REQUEST_INVALID::spec.fail: q fails%0Ahint: stop it\n' +
        'nothing was rendered: 1 of 1 requests failed\n',
    );
  });

  test('holds what no request is to blame for, too', async () => {
    const cwd = folderWith({ 'q.yaml': request('q') });
    const argv = ['render', '--report', 'json', '--model-config', 'a/b=gone', 'q.yaml'];
    const { code, stderr } = await run(argv, { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject([{ code: 'INPUT_NOT_FOUND' }]);
  });

  test('of an unknown format is a wrong call', async () => {
    const result = await run(['check', '--report', 'xml', '.']);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('--report xml is not one of text, json, sarif, github');
  });
});

describe('--report-file', () => {
  test('gets the report, and people still read text', async () => {
    const cwd = failing();
    const result = await run(['render', '--report', 'json', '--report-file', 'r.json', 'q.yaml'], { cwd });
    expect(result).toEqual({ ...(await run(['render', 'q.yaml'], { cwd })), code: 1 });
    expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))).toHaveLength(1);
  });

  test('is written where there is nothing to report, and text in it has no colours', async () => {
    const cwd = folderWith({ 'q.yaml': request('q') });
    const result = await run(['render', '--report', 'json', '--report-file', 'r.json', 'q.yaml'], { cwd });
    expect(result).toEqual({ code: 0, stdout: graph('q'), stderr: '' });
    expect(readFileSync(join(cwd, 'r.json'), 'utf8')).toBe('[]\n');
  });

  test('takes the place of an older one at once, behind a link too, and leaves nothing beside it', async () => {
    const cwd = folderWith({ 'q.yaml': request('q'), 'reports/r.json': 'old' });
    symlinkSync('reports/r.json', join(cwd, 'r.json'));
    const held = openSync(join(cwd, 'reports/r.json'), 'r');
    await run(['render', '--report', 'json', '--report-file', 'r.json', 'q.yaml'], { cwd });
    expect(readFileSync(held, 'utf8')).toBe('old');
    closeSync(held);
    expect(readFileSync(join(cwd, 'reports/r.json'), 'utf8')).toBe('[]\n');
    expect(lstatSync(join(cwd, 'r.json')).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(cwd, 'reports'))).toEqual(['r.json']);
  });

  test('that is no file is written to', async () => {
    const cwd = folderWith({ 'q.yaml': request('q') });
    const result = await run(['render', '--report', 'json', '--report-file', '/dev/null', 'q.yaml'], { cwd });
    expect(result).toMatchObject({ code: 0 });
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('that cannot be written is an error', async () => {
    const cwd = folderWith({ 'q.yaml': request('q') });
    mkdirSync(join(cwd, 'folder'));
    for (const [file, reason] of [
      ['gone/r.json', 'ENOENT'],
      ['folder', 'EISDIR'],
    ] as const) {
      const { code, stderr } = await run(['render', '--report-file', file, 'q.yaml'], { cwd });
      expect(code).toBe(1);
      expect(stderr).toContain(`error OUTPUT_FAILED: the report ${file} was not written: ${reason}\n`);
    }
    expect(existsSync(join(cwd, 'gone'))).toBe(false);
  });
});
