import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { isGraph } from '../../src/outputs/graph.ts';
import { isRendered, sourceFile } from '../../src/outputs/mark.ts';
import type { Output } from '../../src/outputs/output.ts';
import { fileBeside, fileInFolder, OUTPUTS, ownGraphOf, stemBeside, stemOf } from '../../src/outputs/outputs.ts';
import type { OutputForm } from '../../src/request/workload-options.ts';

const MARK = { 'dgdr-render.dev/engine': 'dgdr-render 0.2.0' };
const GRAPH = { apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeployment' };
const FORMS = Object.keys(OUTPUTS) as OutputForm[];

function marked(object: JsonObject, metadata: JsonObject = { name: 'q-dgd' }): JsonObject {
  return { ...object, metadata: { ...metadata, annotations: MARK } };
}

test.each([
  { says: 'a graph with our mark', object: marked(GRAPH), graph: { name: 'q-dgd' } },
  {
    says: 'one in a namespace',
    object: marked(GRAPH, { name: 'q', namespace: 'team' }),
    graph: { name: 'q', namespace: 'team' },
  },
  {
    says: 'one of the older version',
    object: marked({ ...GRAPH, apiVersion: 'nvidia.com/v1alpha1' }),
    graph: { name: 'q-dgd' },
  },
  { says: 'a graph of others', object: { ...GRAPH, metadata: { name: 'q-dgd' } }, graph: undefined },
  { says: 'a marked object of no form', object: marked({ apiVersion: 'v1', kind: 'ConfigMap' }), graph: undefined },
  { says: 'nothing', object: {}, graph: undefined },
])('$says is ours where some form knows it: $graph', ({ object, graph }) => {
  const found = ownGraphOf(object);
  expect(found && { name: found.name, ...(found.namespace !== undefined && { namespace: found.namespace }) }).toEqual(
    graph,
  );
});

test.each([
  { object: { ...GRAPH, apiVersion: 'nvidia.com/v1alpha1' }, expected: true },
  { object: GRAPH, expected: true },
  { object: { ...GRAPH, kind: 'DynamoGraphDeploymentRequest' }, expected: false },
  { object: { ...GRAPH, apiVersion: 'example.com/v1' }, expected: false },
  { object: { kind: 'DynamoGraphDeployment' }, expected: false },
])('isGraph of $object.apiVersion $object.kind is $expected', ({ object, expected }) => {
  expect(isGraph(object)).toBe(expected);
});

test.each([
  { request: 'serving/qwen.yaml', file: 'serving/qwen.dgd.yaml' },
  { request: 'serving/qwen.dgdr.yaml', file: 'serving/qwen.dgd.yaml' },
  { request: './qwen.yml', file: 'qwen.dgd.yaml' },
  { request: 'qwen.json', file: 'qwen.dgd.yaml' },
  { request: 'qwen', file: 'qwen.dgd.yaml' },
])('the graph of $request stands in $file', ({ request, file }) => {
  expect(fileBeside('graph', request)).toBe(file);
});

test.each(FORMS)('files of the form %s are known by their name', (form) => {
  const request = 'serving/qwen.dgdr.yaml';
  expect(stemBeside(fileBeside(form, request))).toBe(stemOf(request));
});

test('other names are of no form', () => {
  expect(['q.yaml', 'q.dgd.yml', 'dgd.yaml', 'q.dgdr.yaml'].map(stemBeside)).toEqual(Array(4).fill(undefined));
});

test('a file in a folder has the name of its graph', () => {
  expect(fileInFolder({ name: 'q-dgd' })).toBe('default-q-dgd.yaml');
  expect(fileInFolder({ name: 'q', namespace: 'team' })).toBe('team-q.yaml');
});

test('no two forms share an ending', () => {
  const endings = Object.values(OUTPUTS).map(({ ending }) => ending);
  expect(endings).toContain('.dgd.yaml');
  expect(new Set(endings).size).toBe(endings.length);
});

test('a mark says what rendered an object, and from which file', () => {
  const from = (source: string): JsonObject => ({
    metadata: { annotations: { ...MARK, 'dgdr-render.dev/source': source } },
  });
  expect([isRendered({}), isRendered(marked({}))]).toEqual([false, true]);
  // The file is what stands before the last number sign.
  expect([sourceFile(from('serving/q#1.yaml#0')), sourceFile(from('x')), sourceFile({})]).toEqual([
    'serving/q#1.yaml',
    undefined,
    undefined,
  ]);
});

test('a form without a row, and a row without a member, do not compile', () => {
  // @ts-expect-error the graph has no row
  const rows: Readonly<Record<OutputForm, Output>> = {};
  const { ending: _, ...rest } = OUTPUTS.graph;
  // @ts-expect-error the row does not say how its files end
  const row: Output = rest;
  expect([Object.keys(rows), 'ending' in row]).toEqual([[], false]);
});
