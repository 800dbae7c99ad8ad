import { expect, test } from 'vitest';
import { missingFlags } from '../../src/commands/doctor/hosts.ts';
import { folderWith, run } from './harness.ts';

test.each([
  [['here', 'there'], 'one folder was expected; flags follow --'],
  [['--host', 'helm'], '--host helm is not one of kustomize, kubectl, argocd, flux'],
  [['--timeout', '0'], '--timeout 0 is not a whole number above 0'],
  [['--', '--output=x'], 'the build has to print what it makes, without --output=x'],
  [['here', '--', '-o', 'x'], 'the build has to print what it makes, without -o'],
])('doctor %j is a wrong call', async (args, says) => {
  const { code, stdout, stderr } = await run(['doctor', ...args], { cwd: folderWith({}) });
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(says) });
});

test('without a program to build with, what can be seen is said all the same', async () => {
  const render = 'apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\nmetadata: {name: r}\n';
  const cwd = folderWith({ 'kustomization.yaml': 'transformers: [render.yaml]\n', 'render.yaml': render });
  const { code, stderr } = await run(['doctor'], { cwd, env: { PATH: cwd, HOME: cwd } });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error INPUT_NOT_FOUND: kustomize is not on the PATH\n/);
  expect(stderr).toContain('error FUNCTION_INVALID render.yaml:3 metadata.annotations: RenderDGDR r names no function');
});

test('a circle of kustomizations ends', async () => {
  const cwd = folderWith({
    'a/kustomization.yaml': 'resources: [../b]\ntransformers: [../a]\n',
    'b/kustomization.yaml': 'resources: [../a]\ntransformers: [../b, ../a]\n',
  });
  expect(await run(['doctor', 'a'], { cwd, env: { PATH: cwd } })).toMatchObject({ code: 1 });
});

test('the help says what a build may start', async () => {
  const { stdout } = await run(['doctor', '--help']);
  expect(stdout).toContain('A build starts the functions that the kustomization names, whoever wrote it');
});

const NEEDED = ['--enable-alpha-plugins', '--enable-exec'];
test.each([
  [[], NEEDED],
  [['--enable-exec', '--enable-alpha-plugins'], []],
  [['--enable-exec=true', '--enable-alpha-plugins=1'], []],
  [['--enable-exec', '--enable-exec=false', '--enable-alpha-plugins'], ['--enable-exec']],
  [['--enable-exec-not', '--enable-alpha-plugins'], ['--enable-exec']],
])('of the flags %j those missing are %j', (given, missing) => {
  expect(missingFlags(NEEDED, given)).toEqual(missing);
});
