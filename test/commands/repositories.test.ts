import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';
import { folderWith, MARKING_STREET, request, run } from './harness.ts';

const NEAR =
  'apiVersion: dynamo.nvidia.com/v1alpha1\nkind: DynamoGraphDeploymentRequest\nmetadata: {name: q}\nspec: {graph: x}\n';

describe('a document that is nearly a request is never passed over in silence', () => {
  test.each([
    ['another group', NEAR, '1 apiVersion', 'of the group dynamo.nvidia.com, wanted nvidia.com/v1beta1'],
    ['no group', NEAR.replace('dynamo.nvidia.com/', ''), '1 apiVersion', 'of the version "v1alpha1"'],
    [
      'another letter',
      NEAR.replace('dynamo.', '').replace('Request', 'request'),
      '2 kind',
      'wanted DynamoGraphDeploymentRequest',
    ],
    ['the short name', NEAR.replace('dynamo.', '').replace(/kind: .*/, 'kind: DGDR'), '2 kind', 'the kind "DGDR"'],
    ['more than one', NEAR.replace('dynamo.', '').replace('Request', 'Requests'), '2 kind', 'nearly a request'],
  ])('%s', async (_, text, place, words) => {
    const cwd = folderWith({ 'q.yaml': text });
    for (const argv of [['render'], ['render', 'q.yaml'], ['check'], ['argocd', 'generate']]) {
      const { code, stderr } = await run(argv, { cwd });
      expect({ argv, code }).toEqual({ argv, code: 1 });
      expect(stderr).toContain(`warning REQUEST_NEAR_MISS q.yaml:${place}: `);
      expect(stderr).toContain(words);
      expect(stderr).toContain('error NO_REQUESTS');
    }
    const piped = await run(['render', '--allow-empty', '-'], { cwd, stdin: text });
    expect(piped).toMatchObject({ code: 0, stdout: text });
    expect(await run(['render', '--allow-empty', '--strict', '-'], { cwd, stdin: text })).toMatchObject({ code: 1 });
  });

  test('also among the items of a function and in what a build prints', async () => {
    const list = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- ${NEAR.trim().replaceAll('\n', '\n  ')}\n`;
    const answer = await run(['function'], { stdin: list });
    expect(answer).toMatchObject({ code: 0, stderr: expect.stringContaining('warning REQUEST_NEAR_MISS') });
    const checked = await run(['check', '-'], { stdin: NEAR });
    expect(checked).toMatchObject({ code: 1, stderr: expect.stringContaining('warning REQUEST_NEAR_MISS stdin:1') });
  });

  test.each([
    ['a graph', 'kind: DynamoGraphDeployment'],
    ['another kind of the operator', 'kind: DynamoGraphDeploymentScalingAdapter'],
    ['a kind of somebody else', 'kind: DynamoRequirement'],
  ])('but for %s', async (_, kind) => {
    const cwd = folderWith({ 'q.yaml': `apiVersion: nvidia.com/v1alpha1\n${kind}\nmetadata: {name: q}\n` });
    const { stderr } = await run(['render', '.'], { cwd });
    expect(stderr).not.toContain('REQUEST_NEAR_MISS');
  });
});

const REAL_STREET = openStreet(openEngines(), {});
const REQUEST =
  'apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequest\nmetadata:\n  name: NAME\nspec:\n  model: a/b\n';

describe('text that another program should have replaced is the one thing that is said', () => {
  /** As a shell writes it. */
  const unset = (name: string): string => `\${${name}}`;
  const unfilled = (spec: string): string => `${REQUEST.replace('NAME', 'q')}${spec}`;
  test.each([
    [
      'a shell',
      unfilled(`  hardware: {gpuSku: "${unset('SKU')}", totalGpus: "${unset('N')}"}\n`),
      '7 spec.hardware.gpuSku',
      `"${unset('SKU')}" was never filled in, and so in spec.hardware.totalGpus`,
    ],
    ['a name', REQUEST.replace('NAME', unset('APP')), '4 metadata.name', 'was never filled in'],
    ['a template in quotes', unfilled('  backend: "{{ .Values.backend }}"\n'), '7 spec.backend', 'was never filled in'],
    ['a template', REQUEST.replace('NAME', '{{ .Release.Name }}'), '4', '{{ }} that a template engine such as Helm'],
  ])('%s', async (_, text, place, words) => {
    const cwd = folderWith({ 'q.yaml': text });
    const { code, stderr } = await run(['render'], { cwd, street: REAL_STREET });
    expect(code).toBe(1);
    expect(stderr.match(/^error .*/gm)).toEqual([expect.stringContaining(`error PLACEHOLDER_LEFT q.yaml:${place}: `)]);
    expect(stderr).toContain(words);
  });
});

describe('--against', () => {
  /** A repository whose committed graph has one service, and whose request now asks for another one. */
  const repository = () => {
    const wish = (service: string) =>
      request('q', `overrides: {dgd: {spec: {services: {${service}: {componentType: worker}}}}}`);
    const cwd = folderWith({ 'serving/q.yaml': wish('decode') });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'pipe' });
    git('init', '--quiet');
    const change = (service: string) => writeFileSync(join(cwd, 'serving/q.yaml'), wish(service));
    return { cwd, git, change };
  };
  const street = { street: MARKING_STREET };

  test('a change that the operator refuses fails before it is written, and as often as it is tried', async () => {
    const { cwd, git, change } = repository();
    const hook = ['render', '--prune', '--exit-code', '--against', 'HEAD'];
    // There is no commit yet.
    expect(await run(hook, { cwd, ...street })).toMatchObject({ code: 1, stderr: expect.stringContaining('git add') });
    git('add', '.');
    git('commit', '--quiet', '--message', 'x');
    expect(await run(hook, { cwd, ...street })).toMatchObject({ code: 0 });
    change('prefill');
    for (const _ of [1, 2]) {
      const { code, stderr } = await run(hook, { cwd, ...street });
      expect(code).toBe(1);
      expect(stderr).toContain(
        'error TOPOLOGY_CHANGED serving/q.yaml:4 metadata.name: the operator refuses this update of the graph q-dgd (HEAD:serving/q.dgd.yaml:1): ',
      );
      expect(stderr).toContain('nothing was rendered');
    }
  });

  test('what was written all the same is seen by check, from any folder', async () => {
    const { cwd, git, change } = repository();
    await run(['render', '--beside'], { cwd, ...street });
    git('add', '.');
    git('commit', '--quiet', '--message', 'x');
    git('tag', 'release');
    change('prefill');
    expect(await run(['render', '--beside'], { cwd, ...street })).toMatchObject({ code: 0 });
    expect(await run(['check'], { cwd, ...street })).toMatchObject({ code: 0 });
    const checked = await run(['check', '--against', 'release'], { cwd: join(cwd, 'serving'), ...street });
    expect(checked.stderr).toContain('error TOPOLOGY_CHANGED q.yaml:4 ');
    git('add', '.');
    git('commit', '--quiet', '--message', 'y');
    expect(await run(['check', '--against', 'HEAD'], { cwd, ...street })).toMatchObject({ code: 0 });
    expect(await run(['check', '--against', 'HEAD~1'], { cwd, ...street })).toMatchObject({ code: 1 });
  });

  test.each([
    [['render', '--against', 'nope'], 'there is no revision "nope" in this repository'],
    [['check', '--against', '--output=x'], 'option --against wants a value'],
  ])('%j is refused', async (argv, words) => {
    const { cwd } = repository();
    const { code, stderr } = await run(argv, { cwd, ...street });
    expect(code).not.toBe(0);
    expect(stderr).toContain(words);
  });

  test('needs a repository, and files', async () => {
    const cwd = folderWith({ 'q.yaml': request('q') });
    const outside = await run(['render', '--against', 'HEAD'], { cwd });
    expect(outside).toMatchObject({ code: 1, stderr: expect.stringContaining('error GIT_NO_REPOSITORY: ') });
    const piped = await run(['render', '--against', 'HEAD', '-'], { cwd, stdin: request('q') });
    expect(piped).toMatchObject({ code: 2, stderr: expect.stringContaining('--against cannot be combined with -') });
  });

  test('a hook says in numbers what changes', async () => {
    const { cwd, change } = repository();
    await run(['render', '--beside'], { cwd, ...street });
    change('prefill');
    const { stderr } = await run(['render', '--exit-code'], { cwd, ...street });
    expect(stderr).toMatch(/^default\/q-dgd: services\.prefill: \+ /m);
    expect(stderr).toMatch(/^default\/q-dgd: why: .*\n1 graph beside the requests, 1 changed\n/m);
  });
});
