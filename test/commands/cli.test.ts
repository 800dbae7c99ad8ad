import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { run } from './harness.ts';

test.each([
  { argv: ['--version'], code: 0, says: `${manifest.version}\n` },
  { argv: ['--help'], code: 0, says: 'usage: dgdr-render COMMAND' },
  { argv: ['help'], code: 0, says: 'exit codes: 0 fine, 1 ' },
  { argv: ['render', '--help'], code: 0, says: 'usage: dgdr-render render [PATH...]\n' },
  { argv: ['profile', '--help'], code: 0, says: '--format NAME' },
  { argv: ['function', '--help'], code: 0, says: 'usage: dgdr-render function [CONFIG]\n' },
  { argv: ['perfdb', 'show', '--help'], code: 0, says: 'usage: dgdr-render perfdb show [RELEASE...]\n' },
  { argv: ['perfdb', 'diff', '--help'], code: 0, says: 'usage: dgdr-render perfdb diff A B [REQUEST...]\n' },
  { argv: ['perfdb', 'import', '--help'], code: 0, says: 'usage: dgdr-render perfdb import WHEEL|FOLDER\n' },
])('$argv answers on stdout', async ({ argv, code, says }) => {
  const result = await run(argv);
  expect(result).toMatchObject({ code, stderr: '' });
  expect(result.stdout).toContain(says);
});

test.each([
  { argv: [], says: 'a command was expected' },
  { argv: ['rendr'], says: 'there is no command rendr' },
  { argv: ['perfdb'], says: 'there is no command perfdb' },
  {
    argv: ['perfdb', 'import'],
    says: 'one wheel or folder was expected\n  hint: see dgdr-render perfdb import --help',
  },
  { argv: ['perfdb', 'show', 'x'], says: 'x is not one of 0.12, 0.10' },
  { argv: ['perfdb', 'diff', '0.10'], says: 'two releases were expected' },
  { argv: ['perfdb', 'show', '--format', 'xml'], says: '--format xml is not one of json, text' },
])('$argv is a usage error: exit code 2', async ({ argv, says }) => {
  const result = await run(argv);
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain(says);
});

test('hidden options are not in the help', async () => {
  expect((await run(['render', '--help'])).stdout).not.toContain('compat');
});
