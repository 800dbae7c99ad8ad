import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withCopy } from '../../../src/commands/git/copy-revision.ts';
import { type Revision, withRevision } from '../../../src/commands/git/revision.ts';
import { RenderError } from '../../../src/errors.ts';
import { commandLineRoot } from '../../../src/files/root.ts';
import { HANGS_MS } from '../../support/limits.ts';
import { gitIn, repositoryIn } from '../../support/repository.ts';
import { folderWith } from '../harness.ts';

const FILES = { 'serving/q.yaml': 'first\n', 'serving/deep/r.yaml': 'r\n', 'top.txt': 'no manifest\n' };
const scratch = () => repositoryIn(folderWith({}), FILES);

/** What a revision of the repository around a folder holds, as text by path; undefined where there is no commit. */
async function filesAt(
  name: string,
  cwd: string,
  env: Record<string, string | undefined> = { PATH: process.env.PATH },
): Promise<Record<string, string> | undefined> {
  return withRevision(name, { root: commandLineRoot(cwd), env }, async (revision) => revision && textsOf(revision));
}

function textsOf({ all, read }: Revision): Record<string, string> {
  const entries = all().filter(({ kind }) => kind !== 'submodule');
  const contents = read(entries);
  return Object.fromEntries(entries.map(({ path }, i) => [path, contents[i]!.toString('utf8')]));
}

/** The code of what is thrown. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing is thrown',
    (error) => (error instanceof RenderError ? error.code : String(error)),
  );
}

describe('a revision', () => {
  test('has what was committed, whatever the work tree has', async () => {
    const { folder, write, commit, git } = scratch();
    write({ 'serving/q.yaml': 'second\n' });
    expect(await filesAt('HEAD', folder)).toEqual(FILES);
    commit();
    expect(await filesAt('HEAD', folder)).toMatchObject({ 'serving/q.yaml': 'second\n' });
    git('tag', 'release', 'HEAD~1');
    for (const name of ['HEAD~1', 'release', 'main~1', git('rev-parse', 'HEAD~1').trim(), 'HEAD@{1}']) {
      expect(await filesAt(name, folder)).toEqual(FILES);
    }
  });

  test('knows the folder of the call, and what is right in a folder', async () => {
    const { folder } = scratch();
    const root = commandLineRoot(join(folder, 'serving'));
    const found = await withRevision('HEAD', { root, env: process.env }, async (revision) => ({
      prefix: revision?.prefix,
      names: ['', 'serving', 'serving/deep', 'nowhere', '../x'].map((name) => {
        return revision?.filesIn(name).map(({ path }) => path);
      }),
    }));
    expect(found).toEqual({
      prefix: 'serving/',
      names: [['top.txt'], ['serving/q.yaml'], ['serving/deep/r.yaml'], [], []],
    });
  });

  test('is undefined where HEAD has no commit yet', async () => {
    const folder = folderWith({});
    gitIn(folder)('init', '--quiet');
    expect(await filesAt('HEAD', folder)).toBeUndefined();
  });

  test('has names and bytes of every kind', async () => {
    const names = { 'ü "x"\n.yaml': 'a\n', ' sp ace\t.yaml': '', 'big.yaml': '\0'.repeat(100_000) };
    const { folder } = repositoryIn(folderWith({}), names);
    expect(await filesAt('HEAD', folder)).toEqual(names);
  });

  test('of a linked work tree, a submodule and a repository with digests of 64 digits is read alike', async () => {
    const { folder, git } = scratch();
    const linked = `${folder}-linked`;
    git('worktree', 'add', '--quiet', linked);
    const outer = repositoryIn(folderWith({}), { 'outer.yaml': 'o\n' });
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', folder, 'inner');
    const long = folderWith(FILES);
    gitIn(long)('init', '--quiet', '--object-format', 'sha256');
    gitIn(long)('add', '.');
    gitIn(long)('commit', '--quiet', '--message', 'x');
    try {
      for (const place of [linked, join(outer.folder, 'inner'), long]) {
        expect(await filesAt('HEAD', place)).toEqual(FILES);
      }
    } finally {
      rmSync(linked, { recursive: true });
    }
  });

  test('leaves nothing behind', async () => {
    const { folder } = scratch();
    const own = folderWith({});
    const before = process.env.TMPDIR;
    process.env.TMPDIR = own;
    try {
      await filesAt('HEAD', folder);
      await codeOf(filesAt('nope', folder));
      expect(readdirSync(own)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  });
});

describe('what cannot be read has a code', () => {
  test.each([
    ['REVISION_UNKNOWN', 'nope'],
    ['REVISION_UNKNOWN', 'main..main'],
    ['REVISION_UNKNOWN', 'HEAD:serving/q.yaml'],
    ['REVISION_INVALID', '--output=x'],
    ['REVISION_INVALID', '-n1'],
    ['REVISION_INVALID', ''],
    ['REVISION_INVALID', 'HEAD\nHEAD'],
  ])('%s for %j', async (code, name) => {
    expect(await codeOf(filesAt(name, scratch().folder))).toBe(code);
  });

  test('REVISION_SHALLOW in a clone that lacks it', async () => {
    const { folder, commit } = scratch();
    commit();
    const clone = folderWith({});
    gitIn(clone)('clone', '--quiet', '--depth', '1', `file://${folder}`, '.');
    expect(await codeOf(filesAt('HEAD~1', clone))).toBe('REVISION_SHALLOW');
    expect(await filesAt('HEAD', clone)).toEqual(FILES);
  });

  test('GIT_BARE in a repository without a work tree, also inside of one', async () => {
    const bare = folderWith({});
    gitIn(bare)('clone', '--quiet', '--bare', scratch().folder, '.');
    expect(await codeOf(filesAt('HEAD', bare))).toBe('GIT_BARE');
    expect(await codeOf(filesAt('HEAD', join(bare, 'refs')))).toBe('GIT_BARE');
  });

  test('GIT_NO_REPOSITORY outside of every repository', async () => {
    expect(await codeOf(filesAt('HEAD', folderWith({})))).toBe('GIT_NO_REPOSITORY');
  });

  test.each([['gitdir: /nowhere/at/all\n'], ['nonsense\n'], ['']])(
    'GIT_FOLDER_LOST where the file .git says %j',
    async (text) => {
      expect(await codeOf(filesAt('HEAD', folderWith({ '.git': text })))).toBe('GIT_FOLDER_LOST');
    },
  );

  test('GIT_MISSING without git', async () => {
    expect(await codeOf(filesAt('HEAD', scratch().folder, { PATH: folderWith({}) }))).toBe('GIT_MISSING');
  });

  test('GIT_REFUSED where HEAD is none', async () => {
    const { folder } = scratch();
    writeFileSync(join(folder, '.git/HEAD'), '\0');
    expect(await codeOf(filesAt('HEAD', folder))).toBe('GIT_REFUSED');
  });

  test('REVISION_DAMAGED where objects are missing', async () => {
    const { folder, git } = scratch();
    const gone = (name: string) => {
      const hash = git('rev-parse', name).trim();
      rmSync(join(folder, '.git/objects', hash.slice(0, 2), hash.slice(2)), { force: true });
    };
    gone('HEAD:serving/q.yaml');
    expect(await codeOf(filesAt('HEAD', folder))).toBe('REVISION_DAMAGED');
    gone('HEAD:serving');
    expect(await codeOf(filesAt('HEAD', folder))).toBe('REVISION_DAMAGED');
  });
});

/** A program that leaves a mark where it is started. */
function marker(folder: string): { readonly program: string; readonly wasStarted: () => boolean } {
  const mark = join(folder, 'started');
  const program = join(folder, 'program');
  writeFileSync(program, `#!/bin/sh\ntouch '${mark}'\nexit 1\n`, { mode: 0o755 });
  return { program, wasStarted: () => existsSync(mark) };
}

describe('nothing that a repository names is started', () => {
  /** A setting that names a program, and a call of git that starts it. */
  const rows: readonly (readonly [name: string, settings: (program: string) => string, call: readonly string[]])[] = [
    ['a file system monitor', (program) => `[core]\n\tfsmonitor = ${program}\n`, ['git', 'status']],
    ['a filter that cleans', (program) => `[filter "x"]\n\tclean = ${program}\n`, ['git', 'diff', 'HEAD']],
    [
      'a filter that smudges',
      (program) => `[filter "x"]\n\tsmudge = ${program}\n`,
      ['git', 'checkout', '-f', 'HEAD', '.'],
    ],
    ['a filter process', (program) => `[filter "x"]\n\tprocess = ${program}\n`, ['git', 'checkout', '-f', 'HEAD', '.']],
    ['an external diff', (program) => `[diff]\n\texternal = ${program}\n`, ['git', 'diff', 'HEAD']],
    ['a textconv', (program) => `[diff "x"]\n\ttextconv = ${program}\n`, ['git', 'diff', 'HEAD']],
    [
      'hooks',
      (program) => `[core]\n\thooksPath = ${join(program, '..', 'hooks')}\n`,
      ['git', 'checkout', '-f', '-b', 'b'],
    ],
    ['a pager', (program) => `[core]\n\tpager = ${program}\n`, ['script', '-qec', 'git log', '/dev/null']],
    ['an alias', (program) => `[alias]\n\tx = !${program}\n`, ['git', 'x']],
    ['ssh', (program) => `[core]\n\tsshCommand = ${program}\n`, ['git', 'ls-remote', 'ssh://example.com/x']],
    ['an included file', (program) => `[include]\n\tpath = ${program}.config\n`, ['git', 'status']],
  ];

  test.each(rows)('%s', async (_, settings, call) => {
    const { folder, write } = repositoryIn(folderWith({}), { ...FILES, '.gitattributes': '* filter=x diff=x\n' });
    const outside = folderWith({});
    const { program, wasStarted } = marker(outside);
    mkdirSync(join(outside, 'hooks'));
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change']) {
      symlinkSync(program, join(outside, 'hooks', hook));
    }
    writeFileSync(`${program}.config`, `[core]\n\tfsmonitor = ${program}\n`);
    const config = join(folder, '.git/config');
    writeFileSync(config, readFileSync(config, 'utf8') + settings(program));
    write({ 'serving/q.yaml': 'second\n' });
    const root = commandLineRoot(folder);
    await withRevision('HEAD', { root, env: process.env }, async (revision) => {
      expect(textsOf(revision!)).toMatchObject(FILES);
      await withCopy(revision!, async (copy) => {
        expect(readFileSync(join(copy, 'serving/q.yaml'), 'utf8')).toBe('first\n');
      });
    });
    expect(wasStarted()).toBe(false);
    // The setting is one that git does obey.
    const [command = '', ...args] = call;
    spawnSync(command, args, {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: outside },
      stdio: 'ignore',
      timeout: HANGS_MS,
    });
    expect(wasStarted()).toBe(true);
  });

  test('nor what the server of a partial clone is said to be', async () => {
    const { folder, git } = scratch();
    const { program, wasStarted } = marker(folderWith({}));
    const hash = git('rev-parse', 'HEAD:serving/q.yaml').trim();
    rmSync(join(folder, '.git/objects', hash.slice(0, 2), hash.slice(2)));
    for (const [name, value] of [
      ['core.repositoryformatversion', '1'],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.url', `ext::${program}`],
      ['remote.origin.promisor', 'true'],
      ['protocol.ext.allow', 'always'],
    ] as const) {
      git('config', name, value);
    }
    expect(await codeOf(filesAt('HEAD', folder))).toBe('REVISION_DAMAGED');
    expect(wasStarted()).toBe(false);
    spawnSync('git', ['cat-file', 'blob', hash], { cwd: folder, env: { PATH: process.env.PATH }, stdio: 'ignore' });
    expect(wasStarted()).toBe(true);
  });

  test('settings that wait, or lead elsewhere, are not read', async () => {
    const { folder } = scratch();
    const pipe = join(folderWith({}), 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    const config = join(folder, '.git/config');
    const lead = `[include]\n\tpath = ${pipe}\n[core]\n\tworktree = /etc\n\trepositoryformatversion = 99\n`;
    writeFileSync(config, readFileSync(config, 'utf8') + lead);
    expect(await filesAt('HEAD', folder)).toEqual(FILES);
  });

  test('variables of the surroundings set up nothing', async () => {
    const { folder } = scratch();
    const { program, wasStarted } = marker(folderWith({}));
    const traced = join(folderWith({}), 'trace');
    const env = {
      PATH: process.env.PATH,
      ...{ GIT_DIR: '/nowhere', GIT_WORK_TREE: '/', GIT_TRACE: traced, GIT_EXTERNAL_DIFF: program, GIT_PAGER: program },
      ...{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.fsmonitor', GIT_CONFIG_VALUE_0: program },
      ...{ GIT_OBJECT_DIRECTORY: '/nowhere', GIT_EXEC_PATH: folderWith({}) },
    };
    expect(await filesAt('HEAD', folder, env)).toEqual(FILES);
    expect([wasStarted(), existsSync(traced)]).toEqual([false, false]);
  });

  test('objects that a repository borrows from another one are read, and nothing is asked there', async () => {
    const { folder } = scratch();
    const clone = folderWith({});
    const { program, wasStarted } = marker(folderWith({}));
    gitIn(clone)('clone', '--quiet', '--shared', folder, '.');
    gitIn(clone)('config', 'core.alternateRefsCommand', program);
    expect(await filesAt('HEAD', clone)).toEqual(FILES);
    expect(wasStarted()).toBe(false);
    rmSync(join(folder, '.git/objects'), { recursive: true });
    expect(await codeOf(filesAt('HEAD', clone))).toBe('REVISION_DAMAGED');
  });
});

/** Everything below a folder, links not followed. */
function namesIn(folder: string, above = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${above}${entry.name}`;
    return entry.isDirectory() ? [name, ...namesIn(join(folder, entry.name), `${name}/`)] : [name];
  });
}

describe('the copy of a revision', () => {
  const copied = (folder: string, name = 'HEAD') =>
    withRevision(name, { root: commandLineRoot(folder), env: process.env }, async (revision) => {
      return withCopy(revision!, async (copy) => namesIn(copy));
    });

  test('has manifests and links, and nothing else', async () => {
    const { folder, commit } = repositoryIn(folderWith({}), { ...FILES, 'm/config.json': '{}', Kustomization: 'a: b' });
    symlinkSync('/etc/passwd', join(folder, 'out.yaml'));
    symlinkSync('serving', join(folder, 'again'));
    commit();
    expect((await copied(folder)).sort()).toEqual(
      ['Kustomization', 'again', 'm', 'm/config.json', 'out.yaml', 'serving']
        .concat(['serving/deep', 'serving/deep/r.yaml', 'serving/q.yaml'])
        .sort(),
    );
  });

  /** A commit of a tree that git itself would not make, by the lines of its trees. */
  const committed = (git: (...args: readonly string[]) => string, folder: string, lines: string): string => {
    const tree = spawnSync('git', ['mktree', '--missing'], { cwd: folder, input: lines, encoding: 'utf8' });
    expect(tree.stderr).toBe('');
    return git('commit-tree', '-m', 'x', tree.stdout.trim()).trim();
  };

  test.each(['..', '.', '.git', '.GIT'])('of a tree with the name %j is none', async (name) => {
    const { folder, git } = scratch();
    const inner = git('rev-parse', 'HEAD:serving').trim();
    const commit = committed(git, folder, `040000 tree ${inner}\t${name}\n`);
    expect(await codeOf(copied(folder, commit))).toBe('PATH_OUTSIDE_ROOT');
  });

  test('never writes through a link', async () => {
    const { folder, git } = scratch();
    const outside = folderWith({});
    const target = spawnSync('git', ['hash-object', '-w', '--stdin'], { cwd: folder, input: outside });
    const inner = git('rev-parse', 'HEAD:serving').trim();
    const lines = `120000 blob ${String(target.stdout).trim()}\tx\n040000 tree ${inner}\tx\n`;
    const commit = committed(git, folder, lines);
    expect(await codeOf(copied(folder, commit))).toBe('REVISION_DAMAGED');
    expect(readdirSync(outside)).toEqual([]);
  });
});
