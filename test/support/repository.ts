import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A Git repository of a test, in a folder that is there. */
export interface Scratch {
  readonly folder: string;
  /** Runs git there as a user without settings, and gives what it prints. */
  readonly git: (...args: readonly string[]) => string;
  /** Writes files, or removes them where the text is undefined. */
  readonly write: (files: Readonly<Record<string, string | undefined>>) => void;
  /** Commits everything that is there. */
  readonly commit: (message?: string) => void;
}

/** A fixed clock, so that the same commits have the same ids. */
const TIME = '2026-01-01T00:00:00Z';
const ENV = {
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', PATH: process.env.PATH },
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_AUTHOR_DATE: TIME },
  ...{ GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com', GIT_COMMITTER_DATE: TIME },
};

/** Git in a folder as a user without settings. */
export function gitIn(folder: string): Scratch['git'] {
  return (...args) => execFileSync('git', args, { cwd: folder, env: ENV, stdio: 'pipe', encoding: 'utf8' });
}

/** A repository in a folder, with files in its first commit. */
export function repositoryIn(folder: string, files: Readonly<Record<string, string>>): Scratch {
  const git = gitIn(folder);
  const write: Scratch['write'] = (changed) => {
    for (const [name, text] of Object.entries(changed)) {
      const place = join(folder, name);
      mkdirSync(dirname(place), { recursive: true });
      if (text === undefined) rmSync(place, { recursive: true });
      else writeFileSync(place, text);
    }
  };
  const commit: Scratch['commit'] = (message = 'x') => {
    git('add', '--all', '.');
    git('commit', '--quiet', '--allow-empty', '--message', message);
  };
  git('init', '--quiet', '--initial-branch', 'main');
  write(files);
  commit();
  return { folder, git, write, commit };
}
