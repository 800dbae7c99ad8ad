import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGED_FIELDS, checkFieldAge } from '../../src/dgd/schema/field-since.ts';
import { printRelease } from '../../src/releases.ts';
import { readGraph } from '../support/graphs.ts';
import { anyGraph, BASE, edit, expand, MINORS, VERSIONS, v1 } from './rules-support.ts';

const CASES = VERSIONS.flatMap((version) => {
  const { ofSpec, ofService } = AGED_FIELDS[version];
  return [
    ...ofSpec.map((field) => ({ version, ...field, at: ['spec', ...field.keys] })),
    ...ofService.map((field) => ({ version, ...field, at: ['$worker', ...field.keys] })),
  ].map((one) => ({ ...one, graph: edit(BASE[version], version, [[one.at, 'x']]), path: expand(one.at, version) }));
});

describe('a field that is younger than the target', () => {
  test.each(CASES)('is a warning before its release, in $version: $at', ({ graph, since, path, keys }) => {
    const target = v1(since.minor - 1);
    const problem = checkFieldAge(graph, target).find((one) => JSON.stringify(one.path) === JSON.stringify(path));
    expect(problem).toEqual({
      severity: 'warning',
      path,
      message: `${keys.join('.')} came with Dynamo ${printRelease(since)}: the API server of ${printRelease(target)} drops it`,
      hint: `remove ${keys.join('.')}, or target ${printRelease(since)} or later`,
    });
  });

  test.each(CASES)('is fine from its release on, in $version: $at', ({ graph, since }) => {
    expect(checkFieldAge(graph, since)).toEqual([]);
  });

  test('is named at every service', () => {
    const graph = edit(BASE.v1alpha1, 'v1alpha1', [
      [['$worker', 'minAvailable'], 1],
      [['$other', 'minAvailable'], 1],
    ]);
    expect(checkFieldAge(graph, v1(2)).map(({ path }) => path[2])).toEqual(['Frontend', 'worker']);
  });

  test('hides the fields inside it', () => {
    const graph = edit(BASE.v1alpha1, 'v1alpha1', [[['$memory'], { enabled: true, extraClientContainers: ['a'] }]]);
    expect(checkFieldAge(graph, v1(0)).map(({ path }) => path.at(-1))).toEqual(['gpuMemoryService']);
    expect(checkFieldAge(graph, v1(1)).map(({ path }) => path.at(-1))).toEqual(['extraClientContainers']);
  });

  test('does not count when it is null', () => {
    const graph = edit(BASE.v1beta1, 'v1beta1', [[['$worker', 'minAvailable'], null]]);
    expect(checkFieldAge(graph, v1(2))).toEqual([]);
  });
});

describe('the graphs that the reference rendered', () => {
  const root = new URL('../../fixtures/graph/', import.meta.url);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('dgd.yaml'))
    .map((path) => path.split('/')[0] ?? '');

  test.each(names)('hold no field younger than 1.0: %s', (name) => {
    expect(checkFieldAge(readGraph(name), v1(0))).toEqual([]);
  });
});

test('whatever stands below the spec, a list of problems comes out', () => {
  fc.assert(
    fc.property(anyGraph(), fc.constantFrom(...MINORS), (graph, minor) => {
      expect(checkFieldAge(graph, v1(minor)).every(({ severity }) => severity === 'warning')).toBe(true);
    }),
    { numRuns: 500 },
  );
});
