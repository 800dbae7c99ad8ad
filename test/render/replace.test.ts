import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, graph, request, run } from '../commands/harness.ts';

const planned = (name: string, content: string): string => request(name, `planner: {content: ${content}}`);
const map = (name: string, content: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: planner-config-${content}\n  labels:\n    dgdr.nvidia.com/name: ${name}\n`;
const FOREIGN = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: planner-config-0000\n  labels:\n    app: x\n';

describe('render prints what a request came to, the ConfigMap before the graph', () => {
  const render = async (stdin: string, ...argv: string[]) => (await run(['render', '-', ...argv], { stdin })).stdout;

  test('in the place of the request', async () => {
    expect(await render(`${FOREIGN}---\n${planned('q', 'aaaa')}---\n${FOREIGN}`)).toBe(
      [FOREIGN, map('q', 'aaaa'), graph('q'), FOREIGN].join('---\n'),
    );
  });

  test('in the place of older ones, also of a ConfigMap with another hash', async () => {
    const first = await render(planned('q', 'aaaa'), '--keep-requests');
    const changed = first.replace('content: aaaa', 'content: bbbb');
    const second = await render(`${FOREIGN}---\n${changed}`, '--keep-requests');
    expect(second).toBe([FOREIGN, planned('q', 'bbbb'), map('q', 'bbbb'), graph('q')].join('---\n'));
    expect(await render(second, '--keep-requests')).toBe(second);
  });

  test('an older ConfigMap goes where the planner is gone, and there is never more than one', async () => {
    const older = [map('q', 'aaaa'), map('q', 'cccc'), map('other', 'dddd'), graph('q')].join('---\n');
    expect(await render(`${older}---\n${request('q')}`)).toBe(`---\n${map('other', 'dddd')}---\n${graph('q')}`);
    expect(await render(`${older}---\n${planned('q', 'bbbb')}`)).toBe(
      [map('q', 'bbbb'), map('other', 'dddd'), graph('q')].join('---\n'),
    );
  });

  test('a new ConfigMap stands before an older graph', async () => {
    expect(await render(`${graph('q')}---\n${planned('q', 'aaaa')}`)).toBe(
      [map('q', 'aaaa'), graph('q')].join('---\n'),
    );
  });

  test('what only looks like a ConfigMap of a request passes through', async () => {
    const template = 'kind: [\nlabels: {dgdr.nvidia.com/name: q}\n';
    const named = map('q', 'aaaa').replace('planner-config-aaaa', 'mine');
    expect(await render([template, named, request('q')].join('---\n'))).toBe(
      [template, named, graph('q')].join('---\n'),
    );
  });
});

test('a file of --output-dir holds both', async () => {
  const cwd = folderWith({ 'q.yaml': planned('q', 'aaaa'), 'p.yaml': request('p') });
  expect((await run(['render', '--output-dir', 'out', '.'], { cwd })).code).toBe(0);
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['default-p-dgd.yaml', 'default-q-dgd.yaml']);
  expect(readFileSync(join(cwd, 'out/default-q-dgd.yaml'), 'utf8')).toBe(`${map('q', 'aaaa')}---\n${graph('q')}`);
});

describe('the function', () => {
  const list = (...items: object[]): string =>
    JSON.stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items });
  const at = (item: string, path: string, index: number) => {
    const object = parse(item);
    const annotations = { 'config.kubernetes.io/path': path, 'config.kubernetes.io/index': String(index) };
    return { ...object, metadata: { ...object.metadata, annotations } };
  };
  const call = async (stdin: string) => parse((await run(['function'], { stdin })).stdout);
  const summary = (answer: { items: { metadata: { name: string; annotations: Record<string, string> } }[] }) =>
    answer.items.map(({ metadata: { name, annotations = {} } }) => {
      return `${name} ${annotations['config.kubernetes.io/path']} ${annotations['config.kubernetes.io/index']}`;
    });

  test('gives both a place beside the request, and keeps it when the ConfigMap changes', async () => {
    const first = await call(list(at(planned('q', 'aaaa'), 'q.yaml', 0)));
    expect(summary(first)).toEqual(['q q.yaml 0', 'planner-config-aaaa q.dgd.yaml 0', 'q-dgd q.dgd.yaml 1']);
    const [item, ...rest] = first.items;
    const changed = { ...item, spec: { ...item.spec, planner: { content: 'bbbb' } } };
    const second = await call(list(changed, ...rest));
    expect(summary(second)).toEqual(['q q.yaml 0', 'planner-config-bbbb q.dgd.yaml 0', 'q-dgd q.dgd.yaml 1']);
    expect(await call(list(...second.items))).toEqual(second);
    const without = { ...item, spec: { model: 'a/b' } };
    expect(summary(await call(list(without, ...rest)))).toEqual(['q q.yaml 0', 'q-dgd q.dgd.yaml 1']);
  });

  test('marks both for review only', async () => {
    const { items } = await call(list(parse(request('q', 'planner: {content: aaaa}', 'autoApply: false'))));
    for (const { metadata } of items) {
      expect(metadata.annotations).toMatchObject({ 'config.kubernetes.io/local-config': 'true' });
    }
    expect(items).toHaveLength(3);
  });
});
