import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, request, run } from './harness.ts';

/** What a page holds of its requests, by their positions. */
function requestsIn(
  file: string,
): readonly { name: string; file: string; state: string; isLocked: boolean; findings: { code: string }[] }[] {
  const texts = readFileSync(file, 'utf8').matchAll(/id="request-r\d+">(.*)<\/script>/g);
  return [...texts].map(([, json = '']) => JSON.parse(json));
}

describe('page', () => {
  test('writes one file about every request, and says so', async () => {
    const cwd = folderWith({ 'a/q.yaml': request('chat'), 'b/q.yaml': request('chat'), 'c.yaml': request('search') });
    const { code, stdout, stderr } = await run(['page', '--output', 'out.html'], { cwd });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^out\.html: 3 requests, \d+ kB\n$/);
    expect(requestsIn(join(cwd, 'out.html')).map(({ name, file, state }) => [name, file, state])).toEqual([
      ['chat', 'a/q.yaml', 'ready'],
      ['chat', 'b/q.yaml', 'ready'],
      ['search', 'c.yaml', 'ready'],
    ]);
    expect(readdirSync(cwd).sort()).toEqual(['a', 'b', 'c.yaml', 'out.html']);
  });

  test('shows a request that fails with what is wrong, and fails', async () => {
    const cwd = folderWith({ 'q.yaml': `${request('good', 'warn: true')}---\n${request('bad', 'fail: true')}` });
    const { code, stderr } = await run(['page', 'q.yaml', '--output', 'out.html'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('REQUEST_INVALID');
    expect(
      requestsIn(join(cwd, 'out.html')).map(({ name, state, findings }) => [
        name,
        state,
        findings.map((one) => one.code),
      ]),
    ).toEqual([
      ['good', 'warned', ['FIELD_IGNORED']],
      ['bad', 'refused', ['REQUEST_INVALID']],
    ]);
  });

  test('reads stdin', async () => {
    const cwd = folderWith({});
    const { code } = await run(['page', '-', '--output', 'out.html'], { cwd, stdin: request('chat') });
    expect(code).toBe(0);
    expect(requestsIn(join(cwd, 'out.html')).map(({ file }) => file)).toEqual(['stdin']);
  });

  test('is the same bytes each time, and takes the place of an older one', async () => {
    const cwd = folderWith({ 'q.yaml': request('chat'), 'out.html': 'older' });
    await run(['page', '--output', 'out.html'], { cwd });
    const first = readFileSync(join(cwd, 'out.html'), 'utf8');
    await run(['page', '--output', 'out.html'], { cwd });
    expect(readFileSync(join(cwd, 'out.html'), 'utf8')).toBe(first);
    expect(first).toMatch(/^<!doctype html>/);
  });

  test.each([
    ['without a file', [], 'dgdr-render: --output FILE.html was expected'],
    ['with a file that is no page', ['--output', 'q.yaml'], 'dgdr-render: --output q.yaml does not end with .html'],
  ])('is a wrong call %s', async (_, args, message) => {
    const cwd = folderWith({ 'q.yaml': request('chat') });
    const { code, stderr } = await run(['page', ...args], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(readFileSync(join(cwd, 'q.yaml'), 'utf8')).toBe(request('chat'));
  });

  test('finds no request and writes nothing', async () => {
    const cwd = folderWith({ 'a.yaml': 'a: 1\n' });
    const { code, stderr } = await run(['page', '--output', 'out.html'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('NO_REQUESTS');
    expect(existsSync(join(cwd, 'out.html'))).toBe(false);
  });
});

describe('a page is not written', () => {
  test('into a folder that is not there', async () => {
    const cwd = folderWith({ 'q.yaml': request('chat') });
    const { code, stderr } = await run(['page', '--output', 'none/out.html'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('OUTPUT_FAILED: the page none/out.html was not written: ENOENT');
    expect(readdirSync(cwd)).toEqual(['q.yaml']);
  });

  test('through a link that leads out, be it the folder or the file', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'dgdr-render-outside-'));
    try {
      const cwd = folderWith({ 'q.yaml': request('chat') });
      writeFileSync(join(outside, 'other.html'), 'theirs');
      mkdirSync(join(cwd, 'docs'));
      symlinkSync(outside, join(cwd, 'docs/out'));
      symlinkSync(join(outside, 'other.html'), join(cwd, 'docs/file.html'));
      for (const output of ['docs/out/page.html', 'docs/file.html']) {
        const { code, stderr } = await run(['page', 'q.yaml', '--output', output], { cwd });
        expect(code).toBe(1);
        expect(stderr).toContain('PATH_OUTSIDE_ROOT');
      }
      expect(readdirSync(outside)).toEqual(['other.html']);
      expect(readFileSync(join(outside, 'other.html'), 'utf8')).toBe('theirs');
    } finally {
      rmSync(outside, { recursive: true });
    }
  });
});

test('a page says which picks are those of a lock', async () => {
  const cwd = folderWith({ 'a/q.yaml': request('chat'), 'b/q.yaml': request('chat') });
  expect((await run(['lock', 'a'], { cwd })).code).toBe(0);
  expect((await run(['page', '--output', 'out.html'], { cwd })).code).toBe(0);
  expect(requestsIn(join(cwd, 'out.html')).map(({ file, isLocked }) => [file, isLocked])).toEqual([
    ['a/q.yaml', true],
    ['b/q.yaml', false],
  ]);
});
