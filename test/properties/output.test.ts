import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { graphServices } from '../../src/dgd/services.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { emitYaml } from '../../src/krm/emit-yaml.ts';
import { EDITS, edited } from './broken.ts';
import { TYPED_REQUESTS, VALID_REQUESTS } from './requests.ts';
import { hold } from './runs.ts';
import { render } from './street.ts';

const GRAPH_KEYS = ['apiVersion', 'kind', 'metadata', 'spec'];
const METADATA_KEYS = ['name', 'namespace', 'labels', 'annotations'];
/** What a YAML 1.1 reader, as Go has it, takes for something else than text where it stands without quotes. */
const READERS = ['1.1', '1.2'] as const;

test('a finished graph is canonical, whatever the override says', () => {
  hold(
    fc.property(
      fc.oneof(VALID_REQUESTS, TYPED_REQUESTS),
      EDITS,
      fc.boolean(),
      ({ cell, manifest }, edits, isEdited) => {
        const { graphs } = render(cell, isEdited ? edited(manifest, edits) : manifest);
        for (const { graph } of graphs) expectCanonical(graph);
        for (const document of graphs.flatMap(({ documents }) => documents)) expectReadBack(document);
      },
    ),
    100,
  );
});

function expectCanonical(graph: JsonObject): void {
  expect(Object.keys(graph)).toEqual(GRAPH_KEYS);
  const { metadata = {} } = graph;
  expect(Object.keys(metadata!)).toEqual(METADATA_KEYS.filter((key) => Object.hasOwn(Object(metadata), key)));
  expect(nullsIn(graph, 'graph')).toEqual([]);
  for (const { mainContainer } of graphServices(graph)) {
    expect([mainContainer.args ?? []].flat().filter((arg) => typeof arg !== 'string')).toEqual([]);
  }
}

function nullsIn(value: Json, path: string): string[] {
  if (value === null || value === undefined) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => nullsIn(member, `${path}.${key}`));
}

/** The text of a document says the same to every reader, and to be written again it would not change. */
function expectReadBack(document: JsonObject): void {
  const text = emitYaml(document);
  for (const version of READERS) {
    const [read, ...others] = parseAllDocuments(text, { version }).map((one): unknown => one.toJS());
    expect(others).toEqual([]);
    expect(read).toEqual(document);
    expect(isObject(read) && emitYaml(read)).toBe(text);
  }
}
