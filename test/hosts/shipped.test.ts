import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../..');
const REQUESTS = join(ROOT, 'fixtures/requests');
const work = mkdtempSync(join(tmpdir(), 'dgdr-shipped-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function call(bin: keyof typeof manifest.bin, args: readonly string[], options: { input?: string; cwd?: string } = {}) {
  const result = spawnSync(join(ROOT, manifest.bin[bin]), args, { cwd: REQUESTS, encoding: 'utf8', ...options });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

describe('the bundle as hosts start it', () => {
  test.each(Object.values(manifest.bin))('%s starts by itself', (bin) => {
    accessSync(join(ROOT, bin), constants.X_OK);
    expect(readFileSync(join(ROOT, bin), 'utf8').split('\n', 1)).toEqual(['#!/usr/bin/env node']);
  });

  test('every example request renders, from its folder and by name, to the same bytes each time', () => {
    const names = readdirSync(REQUESTS).sort();
    const folder = call('dgdr-render', ['render']);
    expect(folder.code).toBe(0);
    expect(parseAllDocuments(folder.stdout)).toHaveLength(names.length);
    expect(call('dgdr-render', ['render', ...names]).stdout).toBe(folder.stdout);
    expect(call('dgdr-render', ['render', '-', '--allow-empty'], { input: folder.stdout }).stdout).toBe(folder.stdout);
  });

  test('--output-dir writes what is printed', () => {
    const dir = join(work, 'out');
    expect(call('dgdr-render', ['render', '--output-dir', dir]).code).toBe(0);
    const files = readdirSync(dir)
      .sort()
      .map((name) => readFileSync(join(dir, name), 'utf8'));
    expect(files.join('---\n').split('---\n').sort()).toEqual(
      call('dgdr-render', ['render']).stdout.split('---\n').sort(),
    );
  });

  test('profile prints JSON that agrees with the graph', () => {
    const { code, stdout } = call('dgdr-render', ['profile', '--format', 'json', 'qwen3-32b-kv.dgdr.yaml']);
    expect(code).toBe(0);
    const verdict = { name: 'qwen3-32b-kv', namespace: 'inference', system: 'h200_sxm', deployment: { mode: 'agg' } };
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, requests: [{ verdict }] });
  });

  test('the function needs no arguments', () => {
    const item = parseAllDocuments(readFileSync(join(REQUESTS, 'qwen3-8b-l40s.dgdr.yaml'), 'utf8'))[0]?.toJS();
    const input = JSON.stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items: [item] });
    const { code, stdout } = call('dgdr-render-function', [], { input });
    expect(code).toBe(0);
    const kinds = parseAllDocuments(stdout)[0]
      ?.toJS()
      .items.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(['DynamoGraphDeploymentRequest', 'DynamoGraphDeployment']);
    expect(call('dgdr-render', ['function'], { input }).stdout).toBe(stdout);
  });

  test.each([
    { args: ['render', 'gone.yaml'], code: 1 },
    { args: ['render', '--nope'], code: 2 },
    { args: ['--version'], code: 0 },
    { args: ['perfdb', 'show', '--format', 'json'], code: 0 },
    { args: ['perfdb', 'import', join(ROOT, 'no-such.whl')], code: 1 },
  ])('$args ends with $code', ({ args, code }) => {
    expect(call('dgdr-render', args, { cwd: work })).toMatchObject({ code });
  });

  test('a reader that goes away when it has enough of a text that is written at once is no error', () => {
    const script = `${JSON.stringify(join(ROOT, manifest.bin['dgdr-render']))} perfdb show 0.10 | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    expect({ last: stdout.trim().split('\n').at(-1), stderr }).toEqual({ last: '0', stderr: '' });
  });
});
