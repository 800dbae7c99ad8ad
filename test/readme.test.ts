import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CODES } from '../src/errors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly dependencies?: unknown;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};

interface Block {
  readonly language: string;
  readonly text: string;
}

const blocks: Block[] = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language: language!,
  text: text!,
}));

/** The commands of the README that run the tool, each with the output shown after it, if any. */
const commands = blocks.flatMap(({ language, text }, i) => {
  const command = text.trim().replace(/^npm ci && /, '');
  if (language !== 'sh' || !/^(node dist\/|dgdr-render )/.test(command)) return [];
  const next = blocks[i + 1];
  return [{ command, shown: next?.language === 'text' ? next.text : undefined }];
});

describe('the README', () => {
  it.each(Object.keys(CODES))('says what %s means', (code) => {
    expect(readme).toMatch(new RegExp(`^\\|.*\`${code}\`.*\\|`, 'm'));
  });

  it('names no code that does not exist', () => {
    const rows = readme.split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line));
    const named = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code));
    expect(named.sort()).toEqual(Object.keys(CODES).sort());
  });

  it.each(commands)('runs $command', ({ command, shown }) => {
    const args = command.replace(/^(node dist\/dgdr-render\.mjs|dgdr-render) /, '').split(/\s+/);
    const { stdout, status } = spawnSync(process.execPath, ['dist/dgdr-render.mjs', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(100);
    if (shown !== undefined) expect(stdout).toBe(shown);
  });

  it('shows commands that run', () => {
    expect(commands.length).toBeGreaterThanOrEqual(2);
  });

  it('points to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path]) => path!);
    expect(links.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });
});

describe('docs/deviations.md', () => {
  it('names tests that exist', () => {
    const text = readFileSync(`${root}docs/deviations.md`, 'utf8');
    const tests = [...text.matchAll(/`(test\/[^`]+\.ts)`/g)].map(([, path]) => path!);
    expect(tests.length).toBeGreaterThan(20);
    expect(tests.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });
});

describe('the package', () => {
  it('needs nothing but Node at run time, and pins what it is built with', () => {
    expect(manifest.dependencies).toBeUndefined();
    const versions = Object.values(manifest.devDependencies);
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('has no script that npm would run on installing from Git', () => {
    const scripts = Object.keys(manifest.scripts);
    expect(scripts.filter((name) => /^(pre|post)?(install|prepare|prepack|build|publish)/.test(name))).toEqual([]);
  });
});
