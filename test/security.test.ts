import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');

/** The rows of the table in a section, each a list of cells. */
function rowsOf(section: string): string[][] {
  const [, body = ''] = text.split(`\n## ${section}\n`);
  const lines = body.split('\n## ')[0]!.split('\n');
  const [, , ...rows] = lines.filter((line) => line.startsWith('|'));
  return rows.map((row) => row.split('|').slice(1, -1));
}

const named = [...text.matchAll(/`((?:test|src|scripts|fixtures)\/[^`\s]+)`/g)].map(([, path]) => path!);
const promises = rowsOf('Promises, and what holds each');

describe('SECURITY.md', () => {
  test.each([...new Set(named)])('names %s, which is there', (path) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
  });

  test.each(promises.map(([promise = '', tests = '']) => ({ promise: promise.trim(), tests })))(
    'names a test for: $promise',
    ({ tests }) => {
      const files = tests.split(',').map((one) => one.trim());
      for (const file of files) expect(file).toMatch(/^`test\/[a-z/-]+\.test\.ts`$/);
    },
  );

  test('has a promise in each row once, and many of them', () => {
    const said = promises.map(([promise]) => promise);
    expect(new Set(said).size).toBe(said.length);
    expect(said.length).toBeGreaterThanOrEqual(20);
  });

  test.each(['prompt', 'pre-commit', 'CI', 'exec', 'container', 'kpt', 'Argo CD', 'Helm', 'cluster'])(
    'says of %s who writes, who runs and what is shared',
    (host) => {
      const rows = rowsOf('Who writes, who runs, what is shared').filter(([name = '']) => name.includes(host));
      expect(rows.length).toBeGreaterThan(0);
      for (const cells of rows) expect(cells.every((cell) => cell.trim() !== '')).toBe(true);
    },
  );
});
