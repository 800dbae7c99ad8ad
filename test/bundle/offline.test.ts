import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseStream } from '../../src/krm/parse-yaml.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/dgdr-render.mjs');
const GUARD = join(import.meta.dirname, 'preload/no-network.mjs');
const REQUEST = readFileSync(join(ROOT, 'fixtures/requests/qwen3-8b-l40s.dgdr.yaml'), 'utf8');
/** A namespace without an interface that is up, not even the loopback. */
const ALONE = ['unshare', '--net', '--map-root-user'] as const;

const work = mkdtempSync(join(tmpdir(), 'dgdr-offline-'));
writeFileSync(join(work, 'q.yaml'), REQUEST);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const canUnshare = spawnSync(ALONE[0], [...ALONE.slice(1), 'true']).status === 0;
if (!canUnshare) console.log('skipped: unshare');

const item = parseStream(REQUEST, { file: 'q.yaml' })[0]?.resource?.object;
const LIST = stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items: [item] });

/** Every command that renders or looks at what was rendered, in the order in which one needs another. */
const CALLS = [
  { args: ['render', '--beside'], input: '', prints: /^$/ },
  { args: ['check'], input: '', prints: /^$/ },
  { args: ['lock'], input: '', prints: /locked: agg/ },
  { args: ['render', '--frozen'], input: '', prints: /kind: DynamoGraphDeployment\n/ },
  { args: ['profile', 'q.yaml'], input: '', prints: /tokens\/s\/GPU/ },
  { args: ['function'], input: LIST, prints: /kind: ResourceList\n/ },
  { args: ['argocd', 'generate'], input: '', prints: /kind: DynamoGraphDeployment\n/ },
  { args: ['render', '-'], input: REQUEST, prints: /kind: DynamoGraphDeployment\n/ },
] as const;

describe.skipIf(!canUnshare && process.env.CI !== 'true')('without a network', () => {
  test('there is no interface but a loopback that is down', () => {
    const { stdout } = spawnSync(ALONE[0], [...ALONE.slice(1), 'cat', '/proc/net/dev', '/proc/net/route'], {
      encoding: 'utf8',
    });
    expect(stdout.match(/^ *\w+:/gm)?.map((name) => name.trim())).toEqual(['lo:']);
  });

  test.each(CALLS)('$args works, and opens no connection', ({ args, input, prints }) => {
    const [program, ...options] = ALONE;
    const call = [...options, process.execPath, '--import', GUARD, CLI, ...args];
    const { status, stdout, stderr } = spawnSync(program, call, { cwd: work, input, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('network') });
    expect(stdout).toMatch(prints);
  });

  test('a connection would have been seen', () => {
    const script = "require('node:net').connect(80, '127.0.0.1')";
    const { status, stderr } = spawnSync(process.execPath, ['--import', GUARD, '--eval', script], { encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toContain('the network was used: net.connect');
  });
});
