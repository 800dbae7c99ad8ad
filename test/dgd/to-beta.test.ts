import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Converted, toBeta } from '../../src/dgd/beta/to-beta.ts';
import type { GraphProblem } from '../../src/dgd/problem.ts';
import { checkSchema } from '../../src/dgd/schema/check-schema.ts';
import { getIn, isObject, type Json, type JsonObject } from '../../src/json.ts';
import { deepFreeze } from '../support/documents.ts';
import { readGraph } from '../support/graphs.ts';
import { normalAlpha, SWITCHED, toAlpha } from './to-alpha.ts';
import { graphs } from './to-beta-graphs.ts';
import { ROWS } from './to-beta-rows.ts';

const RECORDED = new URL('../../fixtures/graph/', import.meta.url);
/** The reference writes arguments there that are no list, and a status. */
const ODD = ['overrides-odd-values', 'overrides-text-args'];
const FIXTURES = readdirSync(RECORDED).filter(
  (name) => existsSync(new URL(`${name}/dgd.yaml`, RECORDED)) && !ODD.includes(name),
);

function graphOf(spec: JsonObject, metadata: JsonObject = { name: 'qwen' }): JsonObject {
  return { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment', metadata, spec };
}

function convert(service: Json, spec: JsonObject = {}): Converted {
  return toBeta(deepFreeze(graphOf({ ...spec, services: { Worker: service } })));
}

/** Problems as `severity path`, paths counted from the service where they are below it. */
function said(problems: readonly GraphProblem[]): string[] {
  return problems.map(
    ({ severity, path }) => `${severity} ${path.join('.').replace(/^spec\.services\.Worker\.?/, '')}`,
  );
}

describe('a service', () => {
  test.each(ROWS)('$name', ({ service, wanted, problems = [] }) => {
    const converted = convert(service);
    expect(getIn(converted.graph, 'spec', 'components')).toEqual([{ name: 'Worker', ...wanted }]);
    expect(said(converted.problems)).toEqual(problems);
  });

  test('has a hint for the ingress that it asked for', () => {
    const [problem] = convert({ ingress: { enabled: true, host: 'h' } }).problems;
    expect(problem?.hint).toBe('write an Ingress of your own for the Service qwen-worker');
  });
});

describe('a graph', () => {
  test('keeps its components in the order of the services', () => {
    const names = ['Frontend', 'VllmDecodeWorker', 'AWorker', 'Planner'];
    const services = Object.fromEntries(names.map((name) => [name, { replicas: 1 }]));
    const { graph } = toBeta(graphOf({ services }));
    expect(getIn(graph, 'spec', 'components')).toEqual(names.map((name) => ({ name, replicas: 1 })));
  });

  test('keeps what both versions call the same, and renames the rest', () => {
    const same = {
      annotations: { a: 'b' },
      labels: { c: 'd' },
      priorityClassName: 'high',
      backendFramework: 'vllm',
      restart: { id: '1', strategy: { type: 'Parallel' } },
      experimental: { kvTransferPolicy: { labelKey: 'k', domain: 'rack' } },
    };
    const envs = [{ name: 'A', value: '1' }];
    const topologyConstraint = { topologyProfile: 'p', packDomain: 'rack' };
    const { graph, problems } = convert({}, { ...same, envs, topologyConstraint });
    expect(graph).toEqual({
      apiVersion: 'nvidia.com/v1beta1',
      kind: 'DynamoGraphDeployment',
      metadata: { name: 'qwen' },
      spec: {
        ...same,
        env: envs,
        topologyConstraint: { clusterTopologyName: 'p', packDomain: 'rack' },
        components: [{ name: 'Worker' }],
      },
    });
    expect(problems).toEqual([]);
  });

  test('refuses names that differ by case alone', () => {
    const { problems } = toBeta(graphOf({ services: { Frontend: {}, worker: {}, frontend: {} } }));
    expect(said(problems)).toEqual(['error spec.services.frontend']);
  });

  test('loses annotations of the conversion, and the status', () => {
    const annotations = { 'nvidia.com/dgd-spec': '{}', 'nvidia.com/dynamo-kube-discovery-mode': 'pod' };
    const given = { ...graphOf({ services: {} }, { name: 'q', annotations }), status: { state: 'successful' } };
    const { graph, problems } = toBeta(deepFreeze(given));
    expect(graph.metadata).toEqual({ name: 'q', annotations: { 'nvidia.com/dynamo-kube-discovery-mode': 'pod' } });
    expect(graph).not.toHaveProperty('status');
    expect(said(problems)).toEqual(['warning status', 'warning metadata.annotations.nvidia.com/dgd-spec']);
  });

  test('has no place for unknown fields', () => {
    const given = { ...graphOf({ services: {}, env: [] }), extra: 1 };
    expect(said(toBeta(given).problems)).toEqual(['error extra', 'error spec.env']);
  });
});

describe('claims', () => {
  const claim = { name: 'models', storageClass: 'nfs', size: '1Ti', volumeAccessMode: 'ReadWriteMany' };

  test('are created beside the graph', () => {
    const { graph, resources, problems } = convert(
      {},
      {
        pvcs: [
          { ...claim, create: true },
          { name: 'b', create: false },
        ],
      },
    );
    expect(resources).toEqual([
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'models' },
        spec: { storageClassName: 'nfs', accessModes: ['ReadWriteMany'], resources: { requests: { storage: '1Ti' } } },
      },
    ]);
    expect(graph.spec).not.toHaveProperty('pvcs');
    expect(problems).toEqual([]);
  });

  test.each(['name', 'storageClass', 'size', 'volumeAccessMode'])('cannot be created without %s', (key) => {
    const { [key]: _, ...rest } = { ...claim, create: true } as JsonObject;
    const { resources, problems } = convert({}, { pvcs: [rest] });
    expect(resources).toEqual([]);
    expect(said(problems)).toEqual([`error spec.pvcs.0.${key}`]);
  });

  test('that are found need nothing but a name', () => {
    expect(said(convert({}, { pvcs: [claim] }).problems)).toEqual(
      ['storageClass', 'size', 'volumeAccessMode'].map((key) => `warning spec.pvcs.0.${key}`),
    );
  });
});

describe('recorded graphs', () => {
  test.each(FIXTURES)('%s converts without a word, and back', (name) => {
    const graph = deepFreeze(readGraph(name));
    const converted = toBeta(graph);
    expect(converted.problems).toEqual([]);
    expect(checkSchema(converted.graph)).toEqual([]);
    expect(normalAlpha(toAlpha(converted.graph, converted.resources))).toEqual(normalAlpha(graph));
  });
});

describe('any graph', () => {
  test('comes back with all that has a home', () => {
    fc.assert(
      fc.property(graphs({ loose: false }), (graph) => {
        const { graph: beta, resources, problems } = toBeta(deepFreeze(graph));
        expect(problems).toEqual([]);
        expect([graph, beta].flatMap(checkSchema)).toEqual([]);
        expect(normalAlpha(toAlpha(beta, resources))).toEqual(normalAlpha(graph));
        expect(names(getIn(beta, 'spec', 'components'))).toEqual(Object.keys(getIn(graph, 'spec', 'services') ?? {}));
      }),
      { numRuns: 300 },
    );
  });

  test('loses no text without a problem that says so', () => {
    fc.assert(
      fc.property(graphs({ loose: true }), (graph) => {
        const { graph: beta, resources, problems } = toBeta(deepFreeze(graph));
        expect(checkSchema(graph)).toEqual([]);
        const kept = new Set(texts([beta, ...resources]).flatMap(({ path, text }) => [text, ...path]));
        const covered = (path: readonly string[]): boolean =>
          problems.some((problem) => problem.path.every((key, index) => String(key) === path[index]));
        const lost = texts(graph).filter(
          ({ path, text }) => !kept.has(text) && !covered(path) && !isExpected(graph, path),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

interface Text {
  readonly path: readonly string[];
  readonly text: string;
}

function texts(value: Json, path: readonly string[] = []): Text[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => texts(member, [...path, key]));
}

/** Whether a text changes or goes by rule: the version, words that v1beta1 spells otherwise, what is off, found claims. */
function isExpected(graph: JsonObject, path: readonly string[]): boolean {
  const [last, section, index] = [path.at(-1), path[1], Number(path[2])];
  if (last === 'apiVersion' || last === 'componentType' || last === 'mode') return true;
  if (section === 'pvcs') return last === 'name' && (graph.spec as { pvcs: JsonObject[] }).pvcs[index]?.create !== true;
  const feature = path[3];
  return SWITCHED.includes(String(feature)) && getIn(graph, ...path.slice(0, 4), 'enabled') !== true;
}

function names(list: Json | undefined): Json[] {
  return Array.isArray(list) ? list.map((entry) => (isObject(entry) ? entry.name! : null)) : [];
}
