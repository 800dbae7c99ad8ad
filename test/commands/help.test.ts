import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli.ts';
import { folderWith, run } from './harness.ts';

describe('help', () => {
  test('is found by every usual word', async () => {
    const { stdout } = await run(['--help']);
    expect(stdout).toMatch(/^usage: dgdr-render COMMAND/);
    for (const argv of [['-h'], ['help']]) expect(await run(argv)).toEqual({ code: 0, stdout, stderr: '' });
    const version = await run(['--version']);
    expect(await run(['-v'])).toEqual(version);
  });

  test.each(COMMANDS.map(({ name }) => name))('help %s is what %s --help says', async (name) => {
    const words = name.split(' ');
    const asked = await run([...words, '--help']);
    expect(asked).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(`^usage: dgdr-render ${name}`) });
    expect(await run(['help', ...words])).toEqual(asked);
    expect(await run([...words, '-h'])).toEqual(asked);
  });

  test.each(['argocd', 'perfdb', 'models', 'config'])('%s --help lists what begins so', async (group) => {
    const { code, stdout } = await run([group, '--help']);
    expect(code).toBe(0);
    const names = [...stdout.matchAll(/^ {2}(\w+ \w+)/gm)].map(([, name]) => name);
    expect(names).toEqual(COMMANDS.map(({ name }) => name).filter((name) => name.startsWith(`${group} `)));
    expect(await run(['help', group])).toMatchObject({ code: 0, stdout });
  });

  test('shows a command that only picks no options of what is put out, which it takes all the same', async () => {
    const { stdout } = await run(['profile', '--help']);
    expect(stdout).toContain('What requests leave out:\n');
    expect(stdout).not.toMatch(/--emit|--fs-group|Plain workloads/);
    expect(await run(['profile', '--emit', 'graph', '-'])).not.toMatchObject({ code: 2 });
  });
});

test.each([
  [['rendr'], 'there is no command rendr; did you mean render?'],
  [['model', 'list'], 'there is no command model list; did you mean models list?'],
  [['help', 'chek'], 'there is no command chek; did you mean check?'],
  [['zzzz'], 'there is no command zzzz\n'],
  [['perfdb'], 'there is no command perfdb, but perfdb show, perfdb diff, perfdb import'],
  [['render', '--gpu-skus', 'x'], "unknown option '--gpu-skus'; did you mean --gpu-sku?"],
  [['render', '--beside=3'], 'option --beside takes no value'],
  [['render', '--output-dir'], 'option --output-dir wants a value: --output-dir DIR\n'],
  [['render', '--output-dir', '--beside'], 'one that begins with - is written --output-dir=--beside'],
  [['render', '--color', 'red'], '--color red is not one of auto, always, never'],
  [['perfdb', 'show', '--system', 'h200'], '--system h200 is not one of a100_sxm, '],
  [['perfdb', 'show', '--backend', 'tgi'], '--backend tgi is not one of nccl, sglang, trtllm, vllm'],
  [['render', '--price', 'h200_sxm=3USD', '--price', 'h200_sxm=4USD'], '--price: h200_sxm has a price already'],
  [
    ['render', '--model-config', 'a/b=x', '--model-config', 'a/b=y'],
    '--model-config a/b=y: the model is named already',
  ],
  [
    ['render', '--model-config', 'a/b=x', '--model-like', 'a/b=c/d'],
    '--model-like a/b=c/d has no effect beside --model-config for that model: leave one of them out',
  ],
  [['codes', 'DRIFTT'], 'there is no code DRIFTT; did you mean DRIFT?'],
  [['completion', 'csh'], 'one of bash, zsh, fish was expected'],
])('%j is a wrong call', async (argv, words) => {
  const { code, stdout, stderr } = await run(argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
});

const WARNING =
  'apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequest\nmetadata: {name: q}\nspec: {warn: true}\n';

describe('what is said', () => {
  test('is errors alone where that is asked for', async () => {
    const cwd = folderWith({ 'q.yaml': WARNING });
    expect((await run(['render', '--beside'], { cwd })).stderr).toContain('warning FIELD_IGNORED');
    expect(await run(['render', '--beside', '-q'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const strict = await run(['render', '--quiet', '--strict'], { cwd });
    expect(strict).toMatchObject({ code: 1, stderr: expect.stringMatching(/^error FIELD_IGNORED/) });
  });

  test('is coloured where that is asked for', async () => {
    const cwd = folderWith({ 'q.yaml': WARNING });
    expect((await run(['render', '--color', 'always'], { cwd })).stderr).toContain('\u001B[33mwarning');
    expect((await run(['render', '--color', 'never'], { cwd })).stderr).not.toContain('\u001B');
  });

  test('codes says of each finding what it means and what to do', async () => {
    const { stdout } = await run(['codes', 'drift']);
    expect(stdout).toMatch(/^DRIFT \(error\): .*\n\nSaid where: .*\.\nWhat to do: .*\.\n$/);
    const all = await run(['codes']);
    expect(all.stdout.split('\n').length).toBeGreaterThan(120);
  });
});

test.each(['bash', 'zsh', 'fish'])('%s is told every command and option', async (shell) => {
  const { code, stdout } = await run(['completion', shell]);
  expect(code).toBe(0);
  const last = COMMANDS.map(({ name }) => name.split(' ').at(-1) ?? '');
  expect(last.filter((word) => !stdout.includes(word))).toEqual([]);
  for (const option of ['against', 'gpu-sku', 'node-selector']) expect(stdout).toContain(option);
});
