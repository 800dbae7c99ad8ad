import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');

/** What a program in a repository came to, with stdout and stderr as a person sees them. */
export interface Call {
  readonly code: number | null;
  readonly said: string;
}

/** A hook of the configuration: its id and what a user may set on it. */
export type Hook = { readonly id: string } & Readonly<Record<string, unknown>>;

/**
 * This project as a Git repository, and repositories that use its hooks with a given npm. Nothing of the machine's
 * configuration is seen, and npm can reach nothing: what it does not find in the clone fails.
 */
export class Workshop {
  readonly dir = realpathSync(mkdtempSync(join(tmpdir(), 'dgdr-pre-commit-')));
  readonly #env: NodeJS.ProcessEnv;
  readonly #preCommit: string;
  readonly #revision: string;

  constructor(preCommit: string, npm: string) {
    const bin = join(this.dir, 'bin');
    this.#preCommit = preCommit;
    for (const folder of ['bin', 'home', 'tool']) mkdirSync(join(this.dir, folder));
    symlinkSync(process.execPath, join(bin, 'node'));
    symlinkSync(npm, join(bin, 'npm'));
    this.#env = {
      PATH: [bin, '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
      HOME: join(this.dir, 'home'),
      PRE_COMMIT_HOME: join(this.dir, 'pre-commit'),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      ...Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((who) => [
          [`GIT_${who}_NAME`, 'Test'],
          [`GIT_${who}_EMAIL`, 'test@example.com'],
        ]),
      ),
      npm_config_offline: 'true',
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(this.dir, 'npm'),
      npm_config_update_notifier: 'false',
    };
    this.#revision = this.#commitTool(join(this.dir, 'tool'));
  }

  /** What git tracks here, or would, with the bundle that is there, in one commit; its hash. */
  #commitTool(tool: string): string {
    const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      cwd: ROOT,
      encoding: 'utf8',
    }).stdout.split('\0');
    const files = listed.filter((file) => file !== '' && !file.startsWith('dist/') && existsSync(join(ROOT, file)));
    for (const file of [...files, 'dist']) {
      mkdirSync(dirname(join(tool, file)), { recursive: true });
      cpSync(join(ROOT, file), join(tool, file), { recursive: true });
    }
    this.#must(tool, 'git', 'init', '--quiet');
    this.#must(tool, 'git', 'add', '--all');
    this.#must(tool, 'git', 'commit', '--quiet', '--message', 'tool');
    return this.#must(tool, 'git', 'rev-parse', 'HEAD').trim();
  }

  /** A repository whose commits run the hooks. */
  repository(hooks: readonly Hook[], files: Readonly<Record<string, string>> = {}): Repository {
    const cwd = mkdtempSync(join(this.dir, 'repository-'));
    const repos = [{ repo: join(this.dir, 'tool'), rev: this.#revision, hooks }];
    const repository = new Repository(cwd, (program, args) => this.#call(cwd, program, args));
    repository.write({ '.pre-commit-config.yaml': stringify({ repos }), ...files });
    this.#must(cwd, 'git', 'init', '--quiet');
    this.#must(cwd, this.#preCommit, 'install');
    return repository;
  }

  preCommit(cwd: string, ...args: string[]): Call {
    return this.#call(cwd, this.#preCommit, args);
  }

  /** Where pre-commit had npm install the hooks. */
  installed(): string {
    const home = join(this.dir, 'pre-commit');
    const clone = readdirSync(home).find((name) => name.startsWith('repo')) ?? '';
    return join(home, clone, 'node_env-system/lib/node_modules');
  }

  npmVersion(): string {
    return this.#must(this.dir, 'npm', '--version').trim();
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  #call(cwd: string, program: string, args: readonly string[]): Call {
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env: this.#env, encoding: 'utf8' });
    if (error !== undefined) throw error;
    return { code: status, said: stdout + stderr };
  }

  #must(cwd: string, program: string, ...args: string[]): string {
    const { code, said } = this.#call(cwd, program, args);
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${said}`);
    return said;
  }
}

/** A Git repository with the hooks installed. */
export class Repository {
  readonly dir: string;
  readonly #call: (program: string, args: readonly string[]) => Call;

  constructor(dir: string, call: (program: string, args: readonly string[]) => Call) {
    this.dir = dir;
    this.#call = call;
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.dir, name)), { recursive: true });
      writeFileSync(join(this.dir, name), text);
    }
  }

  git(...args: string[]): Call {
    return this.#call('git', args);
  }

  /** Stages everything that git tracks and what is named, and commits. */
  commit(...added: string[]): Call {
    if (added.length > 0) this.git('add', ...added);
    return this.git('commit', '--quiet', '--all', '--message', 'change');
  }

  /** Files of the last commit, without the configuration. */
  committed(): string[] {
    const { code, said } = this.git('ls-tree', '-r', '--name-only', 'HEAD');
    return code === 0 ? said.split('\n').filter((name) => name !== '' && !name.startsWith('.')) : [];
  }
}
