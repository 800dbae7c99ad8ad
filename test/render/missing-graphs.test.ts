import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { missingGraphs } from '../../src/render/built/missing-graphs.ts';
import { request } from '../commands/harness.ts';

const requests = (...names: readonly string[]): Resource[] =>
  names.flatMap((name) => parseStream(request(name), { file: `${name}.yaml` }).map(({ resource }) => resource!));
const emitted = (name: string): JsonObject => requests(name)[0]!.object;
const labelled = (label: string, name: string) => ({ name, labels: { 'dgdr.nvidia.com/name': label } });
function graph(label: string, name = `${label}-dgd`): JsonObject {
  return { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment', metadata: labelled(label, name) };
}

const told = (objects: readonly JsonObject[], sources: readonly Resource[] = []): string[] =>
  missingGraphs(sources, objects).map(({ code, message }) => `${code} ${message}`);

describe('what a build printed', () => {
  test.each<[string, JsonObject[], Resource[]]>([
    ['one graph a request', [graph('a'), graph('b')], requests('a', 'b')],
    ['graphs of prefixed requests', [graph('x-a'), graph('x-b')], requests('a', 'b')],
    ['graphs that were prefixed themselves', [graph('a', 'x-a-dgd')], requests('a')],
    [
      'graphs of requests whose names contain another',
      [graph('a'), graph('a-b'), graph('b')],
      requests('b', 'a', 'a-b'),
    ],
    ['a request that came out as it went in, of which others speak', [emitted('x-a')], requests('a')],
    ['a graph that nothing here asked for', [graph('z'), graph('a')], requests('a')],
  ])('%s is fine', (_, objects, sources) => {
    expect(told(objects, sources)).toEqual([]);
  });

  test.each<[string, JsonObject[], Resource[], string[]]>([
    ['nothing', [], requests('a'), ['GRAPH_MISSING no graph of the request a comes out of the build']],
    [
      'one graph of two, whose names contain each other',
      [graph('chat')],
      requests('chat-big', 'chat'),
      ['GRAPH_MISSING no graph of the request chat-big comes out of the build'],
    ],
  ])('%s is not', (_, objects, sources, expected) => {
    expect(told(objects, sources)).toEqual(expected);
  });
});
