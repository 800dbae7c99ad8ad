import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { COMMANDS } from '../src/cli.ts';
import { announceParameters } from '../src/commands/argocd/parameters.ts';
import { REPORT_OPTIONS } from '../src/commands/cli/outcome.ts';
import { parseArguments } from '../src/commands/cli/parse-arguments.ts';
import { FAMILIES } from '../src/models/families.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly dependencies?: unknown;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly version: string;
};

/** Every page for users, by its name from the top. */
const PAGES: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
  ...readdirSync(join(root, 'plugin'), { recursive: true, encoding: 'utf8' }).map((name) => `plugin/${name}`),
].filter((name) => name.endsWith('.md'));

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const blocksOf = (page: string): Block[] =>
  [...read(page).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
    ...{ page, language: language!, text: text! },
  }));
const blocks = PAGES.flatMap(blocksOf);
const readme = blocksOf('README.md');

/** The commands of the README that run the tool, each with the output shown after it, if any. */
const commands = readme.flatMap(({ language, text }, i) => {
  const next = readme[i + 1];
  if (language !== 'sh' || !text.startsWith('node dist/')) return [];
  return [{ command: text.trim(), shown: next?.language === 'text' ? next.text : undefined }];
});

describe('the README', () => {
  it('fits a person who looks at it once', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(200);
  });

  it.each(commands)('runs $command', ({ command, shown }) => {
    const [, ...args] = command.split(/\s+/);
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(100);
    // What stands between lines of three dots follows one another in the output.
    const parts = (shown ?? '').split(/^\.\.\.\n/m);
    const ends = parts.reduce((from, part) => (from < 0 ? from : stdout.indexOf(part, from)), 0);
    expect({ isShown: ends >= 0, output: ends >= 0 ? '' : stdout }).toEqual({ isShown: true, output: '' });
  });

  it('shows three commands that run, and a request as it is in the repository', () => {
    expect(commands).toHaveLength(3);
    const request = readme.find(({ language, text }) => language === 'yaml' && text.includes('kind: DynamoGraph'));
    expect(request?.text).toBe(read('fixtures/requests/qwen3-8b-l40s.dgdr.yaml'));
  });
});

describe('the pages', () => {
  it.each(PAGES)('%s links to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].map(([, target]) => target!);
    const broken = links.filter((target) => {
      const [path = '', heading] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(root, file))) return true;
      return heading !== undefined && !headings(file).includes(heading);
    });
    expect(broken).toEqual([]);
  });

  it('have no block of a language that no test knows', () => {
    // Those of a console are run by docs-real.test.ts, those in TypeScript by the tests of the library and of what they are about.
    const known = ['text', 'yaml', 'json', 'sh', 'ts', 'console'];
    expect(blocks.filter(({ language }) => !known.includes(language)).map(({ page }) => page)).toEqual([]);
    const run = blocks.filter(({ language }) => language === 'sh').map(({ page }) => page);
    expect(new Set(run)).toEqual(new Set(['README.md', 'CONTRIBUTING.md']));
  });

  const data = blocks.filter(({ language }) => language === 'yaml' || language === 'json');
  it.each(data.map((block, i) => ({ ...block, i })))('$page has YAML that is read ($i)', ({ text }) => {
    expect(parseAllDocuments(text).flatMap((document) => ('errors' in document ? document.errors : []))).toEqual([]);
  });

  const calls = blocks.flatMap(({ page, text }) => {
    const lines = text.replaceAll('\\\n', ' ').split('\n');
    return lines.flatMap((line) => {
      const call = /^(?:\$ )?(?:[\w./-]+ .*\| )?(?:node dist\/dgdr-render\.mjs|dgdr-render) ([a-z].*)$/.exec(line)?.[1];
      return call === undefined ? [] : [{ page, call: call.replace(/\s+#.*| [|>] ?.*|;.*$/g, '') }];
    });
  });
  it.each(calls.filter(({ page }) => page !== 'docs/cli.md'))('$page: dgdr-render $call is a call', ({ call }) => {
    const words = (call.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^["']|["']$/g, ''));
    if (words[0] === 'help' || words[0] === 'COMMAND') return;
    const command = COMMANDS.find(({ name }) => name.split(' ').every((word, i) => words[i] === word));
    expect({ call, command: command?.name }).toMatchObject({ command: expect.any(String) });
    const end = words.indexOf('--');
    const common = { color: { type: 'string', help: '' }, quiet: { type: 'boolean', help: '' } } as const;
    const own = { ...common, help: { type: 'boolean', help: '' }, ...command?.options } as const;
    parseArguments(words.slice(command?.name.split(' ').length, end < 0 ? undefined : end), own);
  });

  it('show calls', () => {
    expect(calls.length).toBeGreaterThan(20);
  });
});

describe('pages that list what a table of the program has', () => {
  const lists: readonly (readonly [page: string, what: string, names: readonly string[]])[] = [
    [
      'plugin/schemas/README.md',
      'schema',
      readdirSync(join(root, 'plugin/schemas')).filter((name) => /\.json$/.test(name)),
    ],
    ['plugin/argocd/README.md', 'parameter', announceParameters().map(({ name }) => name)],
    ['docs/guide.md', 'report', /as (.*?);/.exec(REPORT_OPTIONS.report.help)![1]!.split(', ')],
    ['docs/engine.md', 'family', Object.keys(FAMILIES)],
  ];
  it.each(lists)('%s names every %s', (page, _what, names) => {
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !read(page).includes(`\`${name}\``))).toEqual([]);
  });
});

/** Names by which headings of a page are linked to. */
function headings(file: string): string[] {
  const titles = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, title]) => title!);
  return titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  );
}

describe('docs/deviations.md', () => {
  it('names tests that exist', () => {
    const tests = [...read('docs/deviations.md').matchAll(/`(test\/[^`]+\.ts)`/g)].map(([, path]) => path!);
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

  it('carries its pages, and says of its release what changed', () => {
    expect(manifest.files).toEqual(expect.arrayContaining(['docs', 'CHANGELOG.md', 'SECURITY.md']));
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[${manifest.version.replaceAll('.', '\\.')}\\]`, 'm'));
  });
});
