import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REAL_PAGES } from '../scripts/docs/real-pages.ts';

const ROOT = join(import.meta.dirname, '..');

test.each(Object.entries(REAL_PAGES))('%s shows what is printed now', async (file, make) => {
  const page = readFileSync(join(ROOT, file), 'utf8');
  expect(page.length).toBeGreaterThan(1000);
  expect(await make(page, ROOT)).toBe(page);
});

test('the page of deciding shows real runs', () => {
  const page = readFileSync(join(ROOT, 'docs/deciding.md'), 'utf8');
  expect(page.match(/^\$ dgdr-render /gm)?.length).toBeGreaterThanOrEqual(4);
});
