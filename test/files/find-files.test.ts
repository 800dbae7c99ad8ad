import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RenderError } from '../../src/errors.ts';
import { findFiles, findOne } from '../../src/files/find-files.ts';
import { commandLineRoot, functionRoot } from '../../src/files/root.ts';
import { folderWith } from '../commands/harness.ts';

const NAME_OF_200 = 'a'.repeat(200);

function filesOf(cwd: string, ...patterns: string[]): string[] {
  return findFiles(patterns, commandLineRoot(cwd, patterns), { warn: () => {} }).map(({ file }) => file);
}

/** A folder with a request, links that lead nowhere, in circles and out of it, and what is no file. */
async function strangeFolder(): Promise<string> {
  const cwd = folderWith({ 'in/q.yaml': 'kind: A\n', 'outside.yaml': 'kind: B\n', [`in/${NAME_OF_200}.txt`]: '' });
  const inside = join(cwd, 'in');
  symlinkSync('a.yaml', join(inside, 'b.yaml'));
  symlinkSync('b.yaml', join(inside, 'a.yaml'));
  symlinkSync('gone.yaml', join(inside, 'dangling.yaml'));
  symlinkSync('/etc/hostname', join(inside, 'out.yaml'));
  symlinkSync('/dev/zero', join(inside, 'zero.yaml'));
  symlinkSync('.', join(inside, 'loop'));
  expect(spawnSync('mkfifo', [join(inside, 'pipe.yaml')]).status).toBe(0);
  const server = createServer();
  await new Promise<void>((done) => server.listen(join(inside, 'socket.yaml'), done));
  server.unref();
  return cwd;
}

describe('a folder with strange things in it', () => {
  test('gives the files that are inside it', async () => {
    const cwd = await strangeFolder();
    expect(filesOf(cwd, 'in')).toEqual(['in/q.yaml']);
    expect(filesOf(cwd, 'in/*.yaml', 'in/{q,p}.y{a,}ml')).toEqual(['in/q.yaml']);
  });

  test.each([
    { title: 'a link in a circle', path: 'in/a.yaml', code: 'INPUT_NOT_FOUND', says: /in\/a\.yaml: ELOOP$/ },
    { title: 'a link to nothing', path: 'in/dangling.yaml', code: 'INPUT_NOT_FOUND', says: /dangling\.yaml$/ },
    { title: 'a pipe', path: 'in/pipe.yaml', code: 'INPUT_NOT_FOUND', says: /neither a file nor a folder$/ },
    { title: 'a socket', path: 'in/socket.yaml', code: 'INPUT_NOT_FOUND', says: /neither a file nor a folder$/ },
    {
      title: 'a link to a device',
      path: 'in/zero.yaml',
      code: 'PATH_OUTSIDE_ROOT',
      says: /^in\/zero\.yaml leads out of/,
    },
    { title: 'a device', path: '/dev/zero', code: 'INPUT_NOT_FOUND', says: /neither a file nor a folder$/ },
    { title: 'a file as a folder', path: 'in/q.yaml/x', code: 'INPUT_NOT_FOUND', says: /there is no file or folder/ },
    { title: 'a name that is too long', path: 'x'.repeat(5000), code: 'INPUT_NOT_FOUND', says: /x: ENAMETOOLONG$/ },
    { title: 'a name with a zero byte', path: 'a\0b', code: 'INPUT_NOT_FOUND', says: /ERR_INVALID_ARG_VALUE$/ },
    { title: 'a glob with a zero byte', path: '*\0', code: 'INPUT_NOT_FOUND', says: /ERR_INVALID_ARG_VALUE$/ },
    { title: 'a bracket that stays open', path: 'in/[', code: 'INPUT_NOT_FOUND', says: /there is no file or folder/ },
    {
      title: 'a range that is huge',
      path: 'in/{1..100000000}*',
      code: 'INPUT_NOT_FOUND',
      says: /cannot be looked for/,
    },
    { title: 'two ranges', path: 'in/{1..900}{1..900}*', code: 'INPUT_TOO_LARGE', says: /more than 1000 patterns$/ },
    {
      title: 'a million patterns in braces',
      path: `in/${'{a,b}'.repeat(20)}`,
      code: 'INPUT_TOO_LARGE',
      says: /more than 1000 patterns$/,
    },
    {
      title: 'a million patterns in nested braces',
      path: `in/${'{{a,c},b}'.repeat(20)}`,
      code: 'INPUT_TOO_LARGE',
      says: /more than 1000 patterns$/,
    },
    {
      title: 'stars that a long name takes forever to fit',
      path: `in/${'*a'.repeat(8)}b`,
      code: 'INPUT_TOO_LARGE',
      says: /more than 3 stars in one name$/,
    },
    {
      title: 'repeated groups that take forever',
      path: 'in/+(a|aa)+(a|aa)b',
      code: 'INPUT_NOT_FOUND',
      says: /no file/,
    },
  ])('$title is $code', async ({ path, code, says }) => {
    const cwd = await strangeFolder();
    const expected = expect.objectContaining({ code, message: expect.stringMatching(says) });
    expect(() => filesOf(cwd, path)).toThrow(expected);
  });

  test('a path for a model is a file or a folder too', async () => {
    const cwd = await strangeFolder();
    expect(findOne('in', functionRoot(cwd)).path).toBe(join(cwd, 'in'));
    for (const path of ['in/pipe.yaml', 'in/a.yaml', '/dev/zero']) {
      expect(() => findOne(path, commandLineRoot(cwd)), path).toThrow(
        expect.objectContaining({ code: 'INPUT_NOT_FOUND' }),
      );
    }
  });
});

test.each([
  { title: 'a path upwards', pattern: '../outside.yaml' },
  { title: 'an absolute path', pattern: '/etc/hostname' },
  { title: 'a link out of it', pattern: 'out.yaml' },
  { title: 'a glob upwards', pattern: '*/../../*.yaml' },
  { title: 'a path upwards and down again', pattern: 'x/../../in/../outside.yaml' },
])('a confined pattern does not leave its folder: $title', async ({ pattern }) => {
  const cwd = join(await strangeFolder(), 'in');
  expect(() => findFiles([pattern], functionRoot(cwd))).toThrow(expect.objectContaining({ code: 'PATH_OUTSIDE_ROOT' }));
});

test('with a place for errors every pattern is tried', () => {
  const cwd = folderWith({ 'q.yaml': '' });
  const errors: RenderError[] = [];
  const found = findFiles(['gone', 'q.yaml', 'gone/*.yaml'], commandLineRoot(cwd), {
    fail: (error) => void errors.push(error),
  });
  expect(found.map(({ file, isNamed }) => [file, isNamed])).toEqual([['q.yaml', true]]);
  expect(errors.map(({ code }) => code)).toEqual(['INPUT_NOT_FOUND', 'INPUT_NOT_FOUND']);
});

test('of two patterns for one file the one that names it counts', () => {
  const cwd = folderWith({ 'q.yaml': '' });
  writeFileSync(join(cwd, 'p.yaml'), '');
  const found = findFiles(['.', 'q.yaml'], commandLineRoot(cwd));
  expect(found.map(({ file, isNamed }) => [file, isNamed])).toEqual([
    ['p.yaml', false],
    ['q.yaml', true],
  ]);
});
