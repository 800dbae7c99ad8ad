import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLE = readFileSync(join(ROOT, 'test/library/examples/profile.ts'), 'utf8');

const work = mkdtempSync(join(tmpdir(), 'dgdr-library-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Runs a program of Node in the package, which may call itself by its name. */
function node(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('the package can be imported by its name, and prints nothing by itself', () => {
  const { status, stdout, stderr } = node([
    '--input-type=module',
    '--eval',
    "import * as library from 'dgdr-render'; console.log(Object.keys(library).sort().join(' '));",
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe('RenderError RenderErrors check compare profile render verdictLines verdictTitle\n');
});

test('its types are whole: an example compiles against them alone, as strictly as there is', () => {
  const types = join(ROOT, 'dist/library.d.ts');
  expect(readFileSync(types, 'utf8')).not.toMatch(/^import /m);
  writeFileSync(join(work, 'library.d.mts'), readFileSync(types));
  writeFileSync(join(work, 'example.mts'), EXAMPLE.replace('../../../src/library/library.ts', './library.mjs'));
  writeFileSync(
    join(work, 'wrong.mts'),
    "import { profile } from './library.mjs';\nconst [one] = profile([]).answers;\none?.verdict.performance?.tpotMs;\n",
  );
  const options = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
  ];
  const compile = (file: string) =>
    node([join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, '--types', '', join(work, file)]);
  expect(compile('example.mts')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(compile('wrong.mts').stdout).toContain("Property 'tpotMs' does not exist");
});

test('what a render loads is no library that draws', () => {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const text = readFileSync(join(ROOT, 'dist', file), 'utf8');
    for (const [, other] of text.matchAll(/^(?:import|export)\b[^;]*?from "\.\/([^"]+)";|^import "\.\/([^"]+)";/gm))
      if (other !== undefined) load(other);
  };
  load('dgdr-render.mjs');
  expect(loaded.size).toBeGreaterThan(3);
  const draws = (file: string): boolean => readFileSync(join(ROOT, 'dist', file), 'utf8').includes('plot-background');
  const drawing = readdirSync(join(ROOT, 'dist')).filter((file) => file.endsWith('.mjs') && draws(file));
  expect(drawing).toHaveLength(1);
  expect(drawing.filter((file) => loaded.has(file))).toEqual([]);
});
