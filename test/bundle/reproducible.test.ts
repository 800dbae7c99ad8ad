import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** What the bundle is made of. */
const SOURCES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.library.json',
  'scripts',
  'src',
  'perfdb',
] as const;

const work = mkdtempSync(join(tmpdir(), 'dgdr-reproducible-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
}

function contentsOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test('a copy elsewhere, with packages fresh from the lock file, bundles to the same bytes', () => {
  const copy = join(work, 'elsewhere', 'of another name');
  for (const name of SOURCES) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  run('npm', ['ci', '--ignore-scripts', '--prefer-offline'], copy);
  run(process.execPath, ['scripts/bundle.mjs'], copy);
  run(process.execPath, ['scripts/bundle.mjs', join(work, 'here')], ROOT);
  const here = contentsOf(join(work, 'here'));
  expect(contentsOf(join(copy, 'dist'))).toEqual(here);
  expect(Object.keys(here).length).toBeGreaterThan(5);
});
