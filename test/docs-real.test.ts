import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REAL_PAGES } from '../scripts/docs/real-pages.ts';
import { SCENES } from '../scripts/docs/scenes.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

test.each(Object.entries(REAL_PAGES))('%s shows what is printed now', async (file, make) => {
  const page = read(file);
  expect(page.length).toBeGreaterThan(1000);
  expect(await make(page, ROOT)).toBe(page);
});

test('a page with other blocks than it has scenes is not made', async () => {
  const page = read('docs/review.md');
  const further = `${page}\n\`\`\`console\n$ dgdr-render models list\n\`\`\`\n`;
  await expect(REAL_PAGES['docs/review.md']?.(further, ROOT)).rejects.toThrow('3 blocks of a console');
});

/** Pages whose outputs a test of their own holds, since they need what is not here. */
const HELD_ELSEWHERE: Readonly<Record<string, string>> = {
  'docs/cluster.md': 'test/cluster: answers of a real API server',
};
const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

/** Blocks of a page in a language. */
function blocksOf(page: string, language: 'text' | 'console'): readonly string[] {
  const blocks = read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'));
  return [...blocks].map(([, text = '']) => text);
}

/** Whether a block is a finding, or a call of the program with what it prints. */
const SHOWS_OUTPUT = /^(?:error|warning|info) [A-Z_]+|^\$ dgdr-render (?:.*\\\n)*.*\n[^$\s]/m;

test.each(PAGES.filter((page) => !(page in HELD_ELSEWHERE)))('%s shows no output that nothing holds', (page) => {
  expect(blocksOf(page, 'text').filter((block) => SHOWS_OUTPUT.test(block))).toEqual([]);
  if (!(page in SCENES)) expect(blocksOf(page, 'console')).toEqual([]);
});

test('outputs are found', () => {
  const found = Object.keys(HELD_ELSEWHERE).flatMap((page) => blocksOf(page, 'text'));
  expect(found.filter((block) => SHOWS_OUTPUT.test(block))).toHaveLength(2);
});

test.each(['dgdr-render.yaml', 'serving/chat.yaml'])('docs/project-file.md shows the %s of its runs', (name) => {
  expect(read('docs/project-file.md')).toContain(`\`\`\`yaml\n${read(`fixtures/pages/project/${name}`)}\`\`\`\n`);
});
