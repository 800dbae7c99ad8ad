import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RenderError } from '../../src/errors.ts';
import { readFile } from '../../src/files/read-file.ts';
import {
  argocdRoot,
  buildRoot,
  commandLineRoot,
  fileOfSource,
  findBeside,
  functionRoot,
  lookAt,
  outputPath,
  outputThrough,
  type Root,
  sourceOf,
} from '../../src/files/root.ts';
import { folderWith } from '../commands/harness.ts';

/** A repository with two folders, and a folder beside it that nobody named; links lead from `app` to everywhere. */
function tree(): string {
  const outer = folderWith({
    'repository/.git/HEAD': '',
    'repository/app/own.yaml': 'own',
    'repository/app/deep/own.yaml': 'deep',
    'repository/shared/chat.yaml': 'shared',
    'outside/secret.yaml': 'secret',
  });
  const app = join(outer, 'repository/app');
  symlinkSync('deep/own.yaml', join(app, 'inside.yaml'));
  symlinkSync('../shared/chat.yaml', join(app, 'across.yaml'));
  symlinkSync('../../outside/secret.yaml', join(app, 'out.yaml'));
  symlinkSync('../../outside', join(app, 'outward'));
  symlinkSync('gone.yaml', join(app, 'dangling.yaml'));
  symlinkSync('out.yaml', join(app, 'twice.yaml'));
  return outer;
}

const ROOTS = {
  'command line': (cwd: string) => commandLineRoot(cwd),
  function: functionRoot,
  'argo cd': (cwd: string) => argocdRoot(cwd, 'app'),
} satisfies Readonly<Record<string, (cwd: string) => Root>>;
type Host = keyof typeof ROOTS;

/** What comes of a look: the file's text, `nothing`, or the code of the refusal. */
function attempt(look: () => ReturnType<typeof lookAt> | undefined): string {
  try {
    const found = look();
    return found?.path === undefined ? 'nothing' : `${readFile(found.path, 100)?.bytes}`;
  } catch (error) {
    return (error as RenderError).code;
  }
}

describe('a path is followed where it may be read, and nowhere else', () => {
  const OUT = 'PATH_OUTSIDE_ROOT';
  test.each([
    { path: 'own.yaml', request: 'own', other: 'own' },
    { path: 'inside.yaml', request: 'deep', other: 'deep' },
    { path: 'across.yaml', request: { 'command line': 'shared' }, other: OUT },
    { path: 'out.yaml', request: OUT, other: OUT },
    { path: 'twice.yaml', request: OUT, other: OUT },
    { path: 'outward/secret.yaml', request: OUT, other: OUT },
    { path: 'dangling.yaml', request: 'nothing', other: 'nothing' },
    { path: 'gone.yaml', request: 'nothing', other: 'nothing' },
    { path: '../shared/chat.yaml', request: { 'command line': 'shared' }, other: { 'command line': 'shared' } },
    { path: '../../outside/secret.yaml', request: { 'command line': 'secret' }, other: { 'command line': 'secret' } },
  ])('$path', ({ path, ...wanted }) => {
    const cwd = join(tree(), 'repository/app');
    for (const host of Object.keys(ROOTS) as Host[]) {
      for (const use of ['request', 'other'] as const) {
        const want: string | Partial<Record<Host, string>> = wanted[use];
        const expected = typeof want === 'string' ? want : (want[host] ?? OUT);
        expect(
          attempt(() => lookAt(path, ROOTS[host](cwd), use)),
          `${host}, ${use}`,
        ).toBe(expected);
      }
    }
  });

  test.each([
    { file: 'own.yaml', found: 'own' },
    { file: 'inside.yaml', found: 'deep' },
    { file: 'gone.yaml', found: 'nothing' },
    { file: 'dangling.yaml', found: 'INPUT_NOT_FOUND' },
    { file: 'across.yaml', found: OUT },
    { file: 'out.yaml', found: OUT },
    { file: 'outward/secret.yaml', found: OUT },
  ])('beside a request: $file', ({ file, found }) => {
    const cwd = join(tree(), 'repository/app');
    for (const host of Object.keys(ROOTS) as Host[]) {
      expect(
        attempt(() => findBeside(file, ROOTS[host](cwd))),
        host,
      ).toBe(found);
    }
  });

  test('what is beside a file that only its host named outside is not read', () => {
    const cwd = join(tree(), 'repository/app');
    for (const host of ['function', 'argo cd'] as const) {
      expect(attempt(() => findBeside('../shared/chat.yaml', ROOTS[host](cwd)))).toBe(OUT);
      expect(attempt(() => findBeside('../shared/gone.yaml', ROOTS[host](cwd)))).toBe('nothing');
    }
    expect(attempt(() => findBeside('../shared/chat.yaml', commandLineRoot(cwd)))).toBe('shared');
  });

  test('what is named beside the working directory has a place of its own', () => {
    const outer = tree();
    const cwd = join(outer, 'outside');
    for (const named of ['../repository/app', '../repository/app/own.yaml', '../repository/app/*.yaml']) {
      const root = commandLineRoot(cwd, [named]);
      expect(attempt(() => findBeside('../repository/app/inside.yaml', root))).toBe('deep');
      expect(attempt(() => findBeside('../repository/app/across.yaml', root))).toBe(OUT);
    }
  });

  test('a build reads its whole work tree, and without one the working directory and its folder', () => {
    const outer = tree();
    const app = join(outer, 'repository/app');
    expect(attempt(() => lookAt(join(app, '../shared/chat.yaml'), buildRoot(outer, app)))).toBe('shared');
    expect(attempt(() => lookAt(join(outer, 'outside/secret.yaml'), buildRoot(outer, app)))).toBe(OUT);
    const plain = folderWith({ 'a/x': 'x', 'b/x': 'y' });
    const root = buildRoot(join(plain, 'a'), join(plain, 'b'));
    expect(['a/x', 'b/x'].map((name) => attempt(() => lookAt(join(plain, name), root)))).toEqual(['x', 'y']);
    expect(attempt(() => lookAt(plain, root))).toBe(OUT);
  });
});

describe('the top of the root', () => {
  test.each([
    { title: 'of a work tree', files: { '.git/HEAD': '', 'a/b/x': '' }, source: 'a/b/x' },
    { title: 'of a linked work tree', files: { '.git': 'gitdir: /x\n', 'a/b/x': '' }, source: 'a/b/x' },
    { title: 'of the inner one of two', files: { '.git/HEAD': '', 'a/.git/HEAD': '', 'a/b/x': '' }, source: 'b/x' },
    { title: 'without a work tree', files: { 'a/b/x': '' }, source: 'x' },
  ])('$title', ({ files, source }) => {
    const root = commandLineRoot(join(folderWith(files as unknown as Record<string, string>), 'a/b'));
    expect(sourceOf('x', root)).toBe(source);
    expect(fileOfSource(source, root)).toBe('x');
  });

  test.each([
    { path: 'serving/chat', source: 'serving/chat/q.yaml' },
    { path: './serving/chat/', source: 'serving/chat/q.yaml' },
    { path: 'chat', source: 'chat/q.yaml' },
    { path: '.', source: 'q.yaml' },
    { path: '', source: 'q.yaml' },
    { path: 'hat', source: 'q.yaml' },
    { path: '../chat', source: 'q.yaml' },
    { path: undefined, source: 'q.yaml' },
  ])('of an application in $path', ({ path, source }) => {
    expect(sourceOf('q.yaml', argocdRoot('/copy/serving/chat', path))).toBe(source);
  });
});

describe('a file is written where it is named', () => {
  const place = (write: typeof outputPath, name: string): string => {
    const outer = tree();
    try {
      return relative(outer, write(name, commandLineRoot(join(outer, 'repository/app'))));
    } catch (error) {
      return (error as RenderError).code;
    }
  };

  test.each([
    { name: 'new.yaml', itself: 'repository/app/new.yaml', through: 'repository/app/new.yaml' },
    { name: 'made/new.yaml', itself: 'repository/app/made/new.yaml', through: 'repository/app/made/new.yaml' },
    { name: 'inside.yaml', itself: 'repository/app/inside.yaml', through: 'repository/app/deep/own.yaml' },
    { name: 'dangling.yaml', itself: 'repository/app/dangling.yaml', through: 'repository/app/dangling.yaml' },
    { name: 'out.yaml', itself: 'repository/app/out.yaml', through: 'PATH_OUTSIDE_ROOT' },
    { name: 'outward/new.yaml', itself: 'PATH_OUTSIDE_ROOT', through: 'PATH_OUTSIDE_ROOT' },
    { name: 'outward/made/new.yaml', itself: 'PATH_OUTSIDE_ROOT', through: 'PATH_OUTSIDE_ROOT' },
    { name: '../../outside/new.yaml', itself: 'outside/new.yaml', through: 'outside/new.yaml' },
  ])('$name', ({ name, itself, through }) => {
    expect([place(outputPath, name), place(outputThrough, name)]).toEqual([itself, through]);
  });
});

test('a file that became a link since it was resolved is not followed', () => {
  const outer = tree();
  const app = join(outer, 'repository/app');
  const { path } = lookAt('own.yaml', functionRoot(app));
  if (path === undefined) throw new Error('own.yaml is there');
  expect(readFile(path, 1)).toEqual({ bytes: undefined, size: 3 });
  rmSync(path);
  symlinkSync('../../outside/secret.yaml', path);
  expect(() => readFile(path, 100)).toThrow('ELOOP');
});

/** Modules that open what no repository names: the measured data, a kubeconfig, programs, streams, and the work of the writers. */
const OPENERS = [
  'cluster/kubeconfig.ts',
  'commands/cli/find-on-path.ts',
  'commands/cli/process-context.ts',
  'commands/cli/streams.ts',
  'commands/doctor/functions.ts',
  'commands/doctor/start.ts',
  'commands/files/folder-lock.ts',
  'commands/files/journal.ts',
  'commands/files/replace-file.ts',
  'commands/files/run-owner.ts',
  'commands/files/take-folders.ts',
  'commands/files/write-files.ts',
  'commands/git/copy-revision.ts',
  'commands/git/repository-view.ts',
  'files/find-files.ts',
  'files/paths.ts',
  'files/read-file.ts',
  'files/root.ts',
  'perfdb/import/import-release.ts',
  'perfdb/import/tree.ts',
  'perfdb/known-models.ts',
  'perfdb/pack.ts',
  'perfdb/package-folder.ts',
  'perfdb/perfdb.ts',
];

test('no other module of src/ opens a path', () => {
  const src = join(import.meta.dirname, '../../src');
  const names = readdirSync(src, { recursive: true }).map(String);
  const opening = names.filter((name) => {
    return name.endsWith('.ts') && /['"](node:)?fs(\/promises)?['"]/.test(readFileSync(join(src, name), 'utf8'));
  });
  expect(opening.sort()).toEqual(OPENERS);
});

test('a path that was not resolved cannot be opened', () => {
  // @ts-expect-error: a text is no path that was resolved
  expect(() => readFile('/nowhere', 1)).toThrow('ENOENT');
  // @ts-expect-error: nor is a path to write to
  expect(() => readFile(outputPath('nowhere', functionRoot('/')), 1)).toThrow('ENOENT');
});
