import { describe, expect, test } from 'vitest';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { profileResources, type RenderOptions, renderResources } from '../../src/render/render.ts';
import { FAKE_STREET, request } from '../commands/harness.ts';

function requests(...texts: readonly string[]): Resource[] {
  return parseStream(texts.join('---\n'), { file: 'q.yaml' }).flatMap(({ resource }) => resource ?? []);
}

const OPTIONS: RenderOptions = { street: FAKE_STREET, defaults: {}, isStrict: false };

describe('renderResources', () => {
  test('tries every request, emits nothing of those that fail, and lists every problem', () => {
    const all = requests(
      request('a'),
      request('b', 'failTwice: true'),
      request('c', 'warn: true'),
      request('d', 'fail: true'),
    );
    const { graphs, findings } = renderResources(all, OPTIONS);
    expect(graphs.map(({ request: { object } }) => object.metadata)).toEqual([{ name: 'a' }, { name: 'c' }]);
    expect(findings.map(({ code, origin }) => `${code} ${origin?.line}`)).toEqual([
      'REQUEST_INVALID 14',
      'MODEL_UNKNOWN 8',
      'FIELD_IGNORED 22',
      'REQUEST_INVALID 30',
    ]);
  });

  test('with isStrict a request with a warning fails', () => {
    const { graphs, findings } = renderResources(requests(request('a', 'warn: true')), { ...OPTIONS, isStrict: true });
    expect(graphs).toEqual([]);
    expect(findings).toMatchObject([{ severity: 'error', code: 'FIELD_IGNORED', path: 'spec.warn' }]);
  });

  test('the later of two requests for one graph is at fault, and the order of the input decides', () => {
    const { graphs, findings } = renderResources(requests(request('a'), request('a')), OPTIONS);
    expect(graphs).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'REQUEST_DUPLICATE', origin: { index: 1, line: 11 } }]);
  });

  test('two requests for one object beside their graphs are one too many', () => {
    const planner = 'planner: {content: x}';
    const { graphs, findings } = renderResources(requests(request('a', planner), request('b', planner)), OPTIONS);
    expect(graphs).toHaveLength(1);
    expect(findings).toMatchObject([
      { code: 'REQUEST_DUPLICATE', message: expect.stringContaining('the ConfigMap planner-config-x is already made') },
    ]);
  });

  test('the same name in another namespace is another graph', () => {
    const other = request('a').replace('  name: a', '  name: a\n  namespace: b');
    expect(renderResources(requests(request('a'), other), OPTIONS).findings).toEqual([]);
  });

  test('what is no expected failure is thrown on', () => {
    expect(() => renderResources(requests(request('a', 'crash: true')), OPTIONS)).toThrow(TypeError);
  });
});

test('profileResources gives a profile for every request that has one', () => {
  const { profiles, findings } = profileResources(requests(request('a', 'fail: true'), request('b')), OPTIONS);
  expect(profiles).toMatchObject([{ request: { name: 'b' }, profile: { chosen: 'agg' } }]);
  expect(findings).toMatchObject([{ code: 'REQUEST_INVALID' }]);
});
