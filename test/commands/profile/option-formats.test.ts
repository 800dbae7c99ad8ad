import { expect, test } from 'vitest';
import { optionRows } from '../../../src/commands/cli/command.ts';
import { PROFILE } from '../../../src/commands/profile/profile-command.ts';
import { openEngines } from '../../../src/profile/engines.ts';
import { openStreet } from '../../../src/render/render.ts';
import { requestYaml } from '../../support/requests.ts';
import { folderWith, run } from '../harness.ts';

const FORMATS = ['text', 'json', 'csv', 'markdown', 'svg'];
/** Options about what is shown, with a value that shows something else than usual. */
const SHOWING: Readonly<Record<string, readonly string[]>> = {
  '--chart': [],
  '--top': ['1'],
  '--columns': ['rank,itl'],
  '--explain': [],
};
const CHAT = requestYaml({ spec: 'backend: vllm\nsla: {ttft: 2000, itl: 20}\nworkload: {isl: 4000, osl: 500}' });
const street = openStreet(openEngines(), {});
const profiled = (...argv: readonly string[]) =>
  run(['profile', 'chat.yaml', ...argv], { cwd: folderWith({ 'chat.yaml': CHAT }), street });

test('every option of profile alone is about what is shown, but for the format and threads', () => {
  const [own] = optionRows(PROFILE);
  const names = own?.rows.map(({ option }) => option.split(' ')[0]);
  expect(names).toEqual(['--format', ...Object.keys(SHOWING), '--jobs']);
  expect(PROFILE.options.format?.help).toContain(FORMATS.join(', '));
});

test.each(FORMATS)('an option changes what %s shows, or is a wrong call', async (format) => {
  const usual = await profiled('--format', format);
  expect([usual.code, usual.stdout]).toEqual([0, expect.stringMatching(/./)]);
  const changed: string[] = [];
  for (const [option, values] of Object.entries(SHOWING)) {
    const { code, stdout, stderr } = await profiled('--format', format, option, ...values);
    if (code === 0) changed.push(option);
    const isRefused = new RegExp(`^dgdr-render: ${option} is for --format [a-z, ]+ alone, not ${format}\n`);
    if (code === 0) expect(stdout, option).not.toBe(usual.stdout);
    else expect([code, stdout, stderr], option).toEqual([2, '', expect.stringMatching(isRefused)]);
  }
  expect({ [format]: changed }).toEqual({ [format]: SHOWN[format] });
});

const SHOWN: Readonly<Record<string, readonly string[]>> = {
  text: ['--chart', '--top', '--columns', '--explain'],
  json: ['--top'],
  csv: ['--top', '--columns'],
  markdown: ['--top', '--columns'],
  svg: [],
};
