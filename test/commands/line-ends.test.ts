import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, MARKING_STREET, type Run, request, run } from './harness.ts';

const call = (cwd: string, ...argv: string[]): Promise<Run> =>
  run(argv, { cwd, street: MARKING_STREET, env: { PATH: process.env.PATH ?? '', HOME: cwd } });

test('a file that differs in its ends of lines alone is left alone, as check has it', async () => {
  const cwd = folderWith({ 'p.yaml': request('p') });
  await call(cwd, 'render', '--beside', '.');
  const graph = join(cwd, 'p.dgd.yaml');
  const checkedOut = readFileSync(graph, 'utf8').replaceAll('\n', '\r\n');
  writeFileSync(graph, checkedOut);
  expect((await call(cwd, 'check', '.')).code).toBe(0);
  expect((await call(cwd, 'render', '--beside', '--exit-code', '.')).code).toBe(0);
  expect(readFileSync(graph, 'utf8')).toBe(checkedOut);
});
