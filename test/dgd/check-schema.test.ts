import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSchema } from '../../src/dgd/schema/check-schema.ts';
import V1ALPHA1 from '../../src/dgd/schema/dgd-v1alpha1.schema.json' with { type: 'json' };
import V1BETA1 from '../../src/dgd/schema/dgd-v1beta1.schema.json' with { type: 'json' };
import { podSchema } from '../../src/dgd/schema/pod-schema.ts';
import POD_TYPES from '../../src/dgd/schema/pod-types.json' with { type: 'json' };
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { comparable, deepFreeze, parseDocuments } from '../support/documents.ts';
import { readGraph } from '../support/graphs.ts';
import { RICH_GRAPHS } from './rich-graphs.ts';
import { anyGraph, BASE, edit, expand, VERSIONS } from './rules-support.ts';
import { WRONG_VALUES } from './schema-rows.ts';

const GRAPHS = new URL('../../fixtures/graph/', import.meta.url);
const MATRIX = new URL('../../fixtures/matrix/', import.meta.url);

const LONG = 'x'.repeat(200);

/** The fixtures of the reference whose graph no API server takes: its override has numbers and a text for arguments. */
const REFUSED = ['overrides-odd-values', 'overrides-text-args'];
/** The other ones that hold a graph. */
const RECORDED = readdirSync(GRAPHS).filter(
  (name) => readdirSync(new URL(name, GRAPHS)).includes('dgd.yaml') && !REFUSED.includes(name),
);

/** The names of JSON Schema that a schema uses, those of fields and definitions aside. */
function keywords(schema: Json): readonly string[] {
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const below = ['properties', '$defs'].includes(keyword) && isObject(value) ? Object.values(value) : [value];
    return [keyword, ...below.flatMap(keywords)];
  });
}

test.each(REFUSED)('the reference writes what would be refused: %s', (name) => {
  expect(checkSchema(readGraph(name))).toContainEqual(
    expect.objectContaining({ severity: 'error', path: expect.arrayContaining(['args']) }),
  );
});

describe('graphs that are fine', () => {
  test.each(RECORDED)('%s as the reference wrote it, nulls and all', (name) => {
    expect(checkSchema(readGraph(name))).toEqual([]);
  });

  test.each(RECORDED)('%s without what is empty', (name) => {
    const graph = comparable(readGraph(name));
    expect(checkSchema({ ...(isObject(graph) ? graph : {}), metadata: {} })).toEqual([]);
  });

  test.each(readdirSync(MATRIX).filter((name) => name.endsWith('.yaml')))('of the matrix: %s', (name) => {
    const documents = parseDocuments(readFileSync(new URL(name, MATRIX), 'utf8'));
    const graphs = documents.filter(({ kind }) => kind === 'DynamoGraphDeployment');
    expect(graphs.flatMap(checkSchema)).toEqual([]);
  });

  test.each(Object.entries(RICH_GRAPHS))('written by hand: %s', (_name, graph) => {
    expect(checkSchema(graph)).toEqual([]);
  });
});

const CASES = WRONG_VALUES.flatMap((row) =>
  (row.versions ?? VERSIONS).map((version) => {
    const graph = edit(BASE[version], version, [[row.keys, row.value]]);
    return { ...row, version, graph, path: expand([...row.keys, ...(row.below ?? [])], version) };
  }),
);

describe('graphs that are wrong have exactly one problem', () => {
  test.each(CASES)('$version: $message', ({ graph, severity, path, message, hint }) => {
    const found = checkSchema(graph);
    expect(found.map((one) => ({ ...one, hint: undefined }))).toEqual([{ severity, path, message }]);
    if (hint !== undefined) expect(found[0]?.hint).toBe(hint);
  });

  test('there are many of either version', () => {
    for (const version of VERSIONS) {
      expect(CASES.filter((one) => one.version === version).length, version).toBeGreaterThan(30);
    }
  });

  test('without a version, or of another one, nothing else is said', () => {
    for (const apiVersion of [null, 1, 'v1', 'nvidia.com/v1']) {
      const found = checkSchema({ ...BASE.v1beta1, apiVersion, spec: { services: 3 } });
      expect(found.map(({ path }) => path)).toEqual([['apiVersion']]);
    }
  });
});

test('problems come in the order of the document, what is missing first', () => {
  const graph = { ...BASE.v1alpha1, spec: { envs: [{ value: 1 }], replica: 1, services: { a: { replicas: 'x' } } } };
  expect(checkSchema(graph).map(({ path }) => path.join('.'))).toEqual([
    'spec.envs.0.name',
    'spec.envs.0.value',
    'spec.replica',
    'spec.services.a.replicas',
  ]);
});

test('a field that every object inherits is unknown all the same', () => {
  for (const name of ['constructor', '__proto__']) {
    const spec = JSON.parse(`{"${name}": {}}`);
    expect(checkSchema({ ...BASE.v1alpha1, spec })).toMatchObject([{ severity: 'warning', path: ['spec', name] }]);
  }
});

test('a name with odd characters is quoted, and cut where it is long', () => {
  const requests = { 'a\nb': true, [LONG]: [] };
  const graph = edit(BASE.v1beta1, 'v1beta1', [[['$main', 'resources', 'requests'], requests]]);
  expect(checkSchema(graph).map(({ message }) => message)).toEqual([
    '"a\\nb" is true, wanted an integer or a text',
    `"${LONG.slice(0, 60)}..." is a list, wanted an integer or a text`,
  ]);
  const stray = checkSchema({ ...BASE.v1beta1, 'a\u202eb': 1 });
  expect(stray).toMatchObject([{ message: 'there is no field "a\\u{202e}b"; the API server drops it' }]);
});

test('a null in an object counts as absent, one in a list does not', () => {
  const change = (container: JsonObject) => edit(BASE.v1beta1, 'v1beta1', [[['$main'], container]]);
  expect(checkSchema(change({ name: 'main', args: null, resources: { limits: { cpu: null } } }))).toEqual([]);
  expect(checkSchema(change({ name: null }))).toMatchObject([{ message: 'name is missing' }]);
  expect(checkSchema(change({ name: 'main', args: [null] }))).toMatchObject([
    { message: 'args[0] is null, wanted a text' },
  ]);
});

describe('any graph', () => {
  test('is answered, not changed and answered alike twice', () => {
    fc.assert(
      fc.property(anyGraph(), (graph) => {
        deepFreeze(graph);
        expect(checkSchema(graph)).toEqual(checkSchema(graph));
      }),
    );
  });

  test('with any JSON below its spec is answered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VERSIONS), fc.jsonValue(), (version, spec) => {
        expect(checkSchema({ ...BASE[version], spec: spec as Json })).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('the tables', () => {
  const known =
    `$schema $id $defs $ref title description type const enum minLength maxLength pattern minimum maximum items
    maxItems uniqueItems properties required additionalProperties propertyNames maxProperties`.split(/\s+/);

  test.each([V1ALPHA1, V1BETA1])('$title uses no keyword that is not looked at', (schema) => {
    expect(keywords(schema as Json).filter((keyword) => !known.includes(keyword))).toEqual([]);
  });

  test('pod-types.json is what the package says', () => {
    const script = fileURLToPath(new URL('../../scripts/pod-types.mjs', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('every type of a pod is there', () => {
    for (const [name, members] of Object.entries(POD_TYPES)) {
      expect(podSchema(name), name).toBeDefined();
      for (const notation of Object.values(members).filter((one) => /V\d/.test(one))) {
        expect(podSchema(notation.replace(/\W+$/, '')), notation).toBeDefined();
      }
    }
  });
});
