import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../commands/harness.ts';
import { wantHost } from '../hosts/host.ts';
import { CLI, preload, runBundle, writeRepository } from './bundle.ts';

const python = wantHost('python3');
const COUNT = 120;
/** So that reading the requests alone takes longer than the time in which nothing is shown. */
const SLOWLY = preload('slow.mjs');

interface TerminalOptions {
  readonly columns?: number;
  /** A text after which Ctrl-C is pressed. */
  readonly interrupt?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What the shipped command sends to a terminal, and how it ends: a code, or minus the number of a signal. */
function onTerminal(cwd: string, args: readonly string[], options: TerminalOptions = {}) {
  const { columns = 100, interrupt = '', env = {} } = options;
  const script = join(import.meta.dirname, 'terminal.py');
  const { stdout } = spawnSync(
    python!,
    [script, String(columns), interrupt, process.execPath, ...SLOWLY, CLI, ...args],
    {
      cwd,
      env: { ...process.env, NO_COLOR: '1', TERM: 'xterm', SLOW: 'readFileSync', ...env },
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  const [, sent = '', ended] = /^([\s\S]*)\nended with (-?\d+)\n$/.exec(stdout) ?? [];
  return { sent, ended: Number(ended) };
}

const ESCAPE = '\u001B';
const ERASE = `${ESCAPE}[K`;
const TOKENS = new RegExp(`(${ESCAPE}\\[K|\r|\n)`);

/** The lines that a terminal shows in the end. */
function screenOf(sent: string): string {
  const lines = [''];
  let column = 0;
  for (const token of sent.split(TOKENS)) {
    const line = lines.at(-1)!;
    if (token === '\r') column = 0;
    else if (token === '\n') lines.push('');
    else if (token === ERASE) lines[lines.length - 1] = line.slice(0, column);
    else {
      lines[lines.length - 1] = line.slice(0, column) + token + line.slice(column + token.length);
      column += token.length;
    }
    if (token === '\n') column = 0;
  }
  return lines.join('\n');
}

const progressIn = (sent: string): string[] => sent.match(/(rendering|profiling) \d+ of \d+[^\r\n]*/g) ?? [];

function repository(): string {
  const cwd = folderWith({});
  writeRepository(cwd, COUNT);
  return cwd;
}

describe.runIf(python)('on a terminal', () => {
  test.each([
    { args: ['render', '--output-dir', 'out', '.'], doing: 'rendering' },
    { args: ['check', '--output-dir', 'none', '.'], doing: 'rendering' },
    { args: ['profile', '.'], doing: 'profiling' },
  ])('$args says how far it is, and what stays is what a pipe gets', ({ args, doing }) => {
    const cwd = repository();
    const { sent, ended } = onTerminal(cwd, args);
    const shown = progressIn(sent);
    expect(shown.length).toBeGreaterThan(0);
    for (const line of shown) expect(line).toMatch(new RegExp(`^${doing} \\d+ of ${COUNT} team-\\d/[\\w.-]+\\.yaml`));
    const screen = screenOf(sent);
    expect(progressIn(screen)).toEqual([]);
    const again = repository();
    const piped = runBundle(args, { cwd: again });
    expect(piped.status).toBe(ended);
    expect(progressIn(piped.stderr)).toEqual([]);
    expect(piped.stderr.includes('\r') || piped.stderr.includes(ESCAPE)).toBe(false);
    // A terminal gets both streams, so that only their lines can be compared.
    const linesOf = (text: string): string[] =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .sort();
    expect(linesOf(screen)).toEqual(linesOf(piped.stdout + piped.stderr));
  });

  test('a long name is cut, since a line that wraps cannot be erased', () => {
    const { sent } = onTerminal(repository(), ['profile', '.'], { columns: 24 });
    const lengths = sent
      .split(/\r|\n/)
      .filter((line) => line.includes('profiling'))
      .map((line) => line.replace(ERASE, '').length);
    expect(lengths.length).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThan(24);
  });

  test('a dumb one is shown none of it', () => {
    const { sent } = onTerminal(repository(), ['profile', '.'], { env: { TERM: 'dumb' } });
    expect(progressIn(sent)).toEqual([]);
  });

  test('a single request shows nothing', () => {
    const cwd = folderWith({});
    writeRepository(cwd, 1);
    const { sent, ended } = onTerminal(cwd, ['render', '--output-dir', 'out', '.']);
    expect(ended).toBe(0);
    expect(progressIn(sent)).toEqual([]);
  });

  test('a name with control characters cannot leave its line', () => {
    const cwd = repository();
    writeFileSync(join(cwd, 'team-0/\u001B[2J\u009B31m.yaml'), 'kind: DynamoGraphDeploymentRequest\n');
    const { sent } = onTerminal(cwd, ['profile', '.']);
    const rest = sent.replaceAll(ERASE, '');
    expect(rest.includes(ESCAPE) || rest.includes('\u009B')).toBe(false);
  });

  test('Ctrl-C ends it by the signal, with nothing written', () => {
    const cwd = repository();
    const { ended } = onTerminal(cwd, ['render', '--output-dir', 'out', '.'], { interrupt: 'rendering ' });
    expect(ended).toBe(-2);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});
