import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const HASH = `sha512-${'A'.repeat(86)}==`;
const SOUND = { version: '1.2.3', integrity: HASH, dev: true };

const work = mkdtempSync(join(tmpdir(), 'dgdr-package-lock-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function check(folder: string): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, 'scripts/check-lock.mjs'), folder], { encoding: 'utf8' });
}

/** What is said of a project that depends on `a`, whose entry is `a`, among others. */
function checkOf(a: object, others: object = {}, asked = '1.2.3') {
  const devDependencies = { a: asked };
  const packages = { '': { devDependencies: { a: '1.2.3' } }, 'node_modules/a': a, ...others };
  writeFileSync(join(work, 'package.json'), JSON.stringify({ devDependencies }));
  writeFileSync(join(work, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  return check(work);
}

describe('the check of package-lock.json', () => {
  test('finds nothing in the one that is here', () => {
    expect(check(ROOT)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8').match(/"integrity"/g)!.length).toBeGreaterThan(300);
  });

  test('takes a package with its hash, and the builds of every platform', () => {
    const optional = { ...SOUND, optionalDependencies: { 'a-darwin': '1.2.3', 'a-linux': '1.2.3' } };
    const builds = { 'node_modules/a-darwin': SOUND, 'node_modules/a/node_modules/a-linux': SOUND };
    expect(checkOf(optional, builds)).toMatchObject({ status: 0, stderr: '' });
  });

  test.each<[what: string, a: object, asked: string, said: RegExp]>([
    ['no integrity', { version: '1.2.3', optional: true }, '1.2.3', /node_modules\/a has no integrity/],
    [
      'a weak hash',
      { ...SOUND, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' },
      '1.2.3',
      /has no integrity of SHA-512/,
    ],
    ['two hashes', { ...SOUND, integrity: `sha1-x= ${HASH}` }, '1.2.3', /has no integrity of SHA-512/],
    ['a link', { ...SOUND, link: true }, '1.2.3', /is a link/],
    ['a bundled package', { ...SOUND, inBundle: true }, '1.2.3', /inside another package/],
    ['a git source', { ...SOUND, resolved: 'git+ssh://git@example.com/a.git#0' }, '1.2.3', /comes from git\+ssh/],
    ['plain http', { ...SOUND, resolved: 'http://example.com/a-1.2.3.tgz' }, '1.2.3', /comes from http:/],
    ['a range', SOUND, '^1.2.3', /asks for a \^1\.2\.3/],
    ['another version', SOUND, '1.2.4', /differ about a/],
    ['a platform left out', { ...SOUND, optionalDependencies: { b: '1.0.0' } }, '1.2.3', /may install b/],
  ])('refuses %s', (_what, a, asked, said) => {
    const { status, stderr } = checkOf(a, {}, asked);
    expect(status).toBe(1);
    expect(stderr).toMatch(said);
  });

  test('refuses an empty lock', () => {
    writeFileSync(join(work, 'package.json'), '{}');
    writeFileSync(join(work, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages: { '': {} } }));
    expect(check(work).status).toBe(1);
  });
});
