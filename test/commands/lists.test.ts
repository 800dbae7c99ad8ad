import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, graph, request, run } from './harness.ts';

const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: m\n';

/** Objects as `kubectl get -o yaml` prints several of them. */
function listOf(objects: readonly string[], kind = 'apiVersion: v1\nkind: List'): string {
  const items = objects.map((text) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`).join('');
  return `${kind}\nitems:\n${items}`;
}

const OWN_KIND = 'apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequestList';

describe('requests inside of a list are requests', () => {
  test.each([
    ['of kind List', listOf([request('p'), MAP, request('q')])],
    ['of their own kind', listOf([request('p'), request('q')], OWN_KIND)],
    ['in another list', listOf([listOf([request('p')]), request('q')])],
    ['as JSON', JSON.stringify(parse(listOf([request('p'), request('q')])))],
  ])('%s', async (_, text) => {
    const cwd = folderWith({ 'l.yaml': text });
    const both = `${graph('p')}---\n${graph('q')}`;
    for (const path of ['l.yaml', '.']) {
      expect(await run(['render', path], { cwd })).toEqual({ code: 0, stdout: both, stderr: '' });
    }
    await run(['render', '--prune', '--exit-code'], { cwd });
    expect(readFileSync(join(cwd, 'l.dgd.yaml'), 'utf8')).toBe(both);
    expect(await run(['check'], { cwd })).toMatchObject({ code: 0, stderr: '2 graphs are as rendered\n' });
    expect((await run(['lock'], { cwd })).stderr).toContain('2 requests are locked');
    expect((await run(['argocd', 'discover'], { cwd })).stdout).toBe('l.yaml\n');
    const own = folderWith({ 'l.yaml': text });
    const { code, stdout } = await run(['argocd', 'generate'], { cwd: own });
    expect({ code, graphs: stdout.match(/name: .-dgd/g) }).toEqual({ code: 0, graphs: ['name: p-dgd', 'name: q-dgd'] });
    expect(stdout.includes('kind: ConfigMap')).toBe(text.includes('kind: ConfigMap'));
    expect(stdout).not.toContain('DynamoGraphDeploymentRequest');
  });

  test('each with the lines of its item', async () => {
    const cwd = folderWith({ 'l.yaml': `a: 1\n---\n${listOf([request('p'), request('q', 'fail: true')])}` });
    const { stderr } = await run(['render', 'l.yaml'], { cwd });
    expect(stderr).toMatch(/^error REQUEST_INVALID l\.yaml:18 spec\.fail: q fails\n/);
    expect(readFileSync(join(cwd, 'l.yaml'), 'utf8').split('\n')[17]).toContain('fail: true');
  });

  test('and a list of anything else, or of no version that has one, is none', async () => {
    const others = [MAP, listOf([request('q')], 'apiVersion: v2\nkind: List'), listOf([request('q')], 'kind: Other')];
    const { stderr } = await run(['render', 'l.yaml'], { cwd: folderWith({ 'l.yaml': others.join('---\n') }) });
    expect(stderr).toMatch(/^error NO_REQUESTS: /);
  });
});

describe('on stdin', () => {
  const render = (stdin: string, ...options: readonly string[]) => run(['render', ...options, '-'], { stdin });

  test('a list with a request comes out as its items, graphs in the places of requests', async () => {
    const { code, stdout } = await render(`${request('one')}---\n${listOf([MAP, request('two'), MAP])}`);
    expect({ code, stdout }).toEqual({ code: 0, stdout: [graph('one'), MAP, graph('two'), MAP].join('---\n') });
    const kept = await render(listOf([request('two')]), '--keep-requests');
    expect(kept.stdout).toBe(`${request('two')}---\n${graph('two')}`);
    expect((await render(kept.stdout, '--keep-requests')).stdout).toBe(kept.stdout);
  });

  test('an older graph of a list is replaced', async () => {
    const { stdout } = await render(listOf([request('two'), MAP, graph('two', 'old')]));
    expect(stdout).toBe(`${MAP}---\n${graph('two')}`);
  });

  test('a list without a request keeps its bytes', async () => {
    const list = listOf([MAP.replace('name: m', 'name:   "m" # DynamoGraphDeployment'), graph('x')]);
    expect((await render(`${request('q')}---\n${list}`)).stdout).toBe(`${graph('q')}---\n${list}`);
  });

  test('check sees requests of both kinds of lists', async () => {
    for (const list of [listOf([request('q')]), listOf([request('q')], OWN_KIND)]) {
      expect((await run(['check', '-'], { stdin: list })).stderr).toMatch(/^error REQUEST_LEFT stdin:5 /);
    }
  });
});

describe('a list among the items of a function', () => {
  const functionOf = (list: string) =>
    `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- ${list.trimEnd().replaceAll('\n', '\n  ')}\n`;
  const itemsOf = (text: string) => (parse(text) as { items: { kind: string; metadata: object }[] }).items;

  test('comes back as its items, with the graphs', async () => {
    const { code, stdout } = await run(['function'], { stdin: functionOf(listOf([MAP, request('q')])) });
    expect(code).toBe(0);
    expect(itemsOf(stdout).map(({ kind }) => kind)).toEqual([
      'ConfigMap',
      'DynamoGraphDeploymentRequest',
      'DynamoGraphDeployment',
    ]);
  });

  test('of a file that the host names comes back as documents of it', async () => {
    const head = 'apiVersion: v1\nkind: List\nmetadata:\n  annotations:\n    config.kubernetes.io/path: a/l.yaml';
    const { stdout } = await run(['function'], { stdin: functionOf(listOf([MAP, request('q')], head)) });
    const places = itemsOf(stdout).map(({ metadata }) => {
      const { annotations } = metadata as { annotations: Record<string, string> };
      return `${annotations['config.kubernetes.io/path']} ${annotations['internal.config.kubernetes.io/index']}`;
    });
    expect(places).toEqual(['a/l.yaml 0', 'a/l.yaml 1', 'a/l.dgd.yaml 0']);
  });

  test('and goes back as it came where a request fails, or there is none', async () => {
    for (const list of [listOf([MAP, request('q', 'fail: true')]), listOf([MAP])]) {
      const { stdout } = await run(['function'], { stdin: functionOf(list) });
      expect(itemsOf(stdout).map(({ kind }) => kind)).toEqual(['List']);
    }
  });
});
