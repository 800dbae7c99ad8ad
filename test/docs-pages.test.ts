import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES } from '../scripts/docs/pages.ts';
import { CODES } from '../src/errors.ts';

const pages = Object.entries(PAGES);

test('there are pages that are made from tables', () => {
  expect(pages.map(([file]) => file)).toEqual(['docs/cli.md', 'docs/findings.md', 'docs/request.md']);
});

test.each(pages)('%s is what its tables make', (file, page) => {
  expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).toBe(page());
});

test('the page of findings has every code once', () => {
  const named = [...PAGES['docs/findings.md']!().matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(named.sort()).toEqual(Object.keys(CODES).sort());
});
