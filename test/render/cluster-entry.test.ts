import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { toBeta } from '../../src/dgd/beta/to-beta.ts';
import { serviceArgs, serviceEnv } from '../../src/dgd/services.ts';
import { RenderError } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import { parseStream, STREAM_LIMITS } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { emitLock, type Lock, parseLock } from '../../src/lock/lock-file.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { clusterEntry } from '../../src/render/cluster-entry.ts';
import { inputsFor, openStreet, type RenderReport, renderResources, type Street } from '../../src/render/render.ts';
import type { RequestDefaults } from '../../src/request/settings.ts';

const GOLDENS = join(import.meta.dirname, '../../fixtures/goldens');
const real = openStreet(openEngines(), {});
/** A graph from a cluster needs neither the profiler nor a graph of ours. */
const street: Street = { ...real, profile: unwanted, graph: unwanted };

function unwanted(): never {
  throw new Error('the whole street was walked');
}

/** A recorded request as a cluster would hold it, with the recorded graph as its result. */
function recorded(name: string, change: (spec: JsonObject) => void = () => {}) {
  const request = parse(readFileSync(join(GOLDENS, name, 'dgdr.yaml'), 'utf8')) as JsonObject & { spec: JsonObject };
  change(request.spec);
  const documents = parseAllDocuments(readFileSync(join(GOLDENS, name, 'dgd.yaml'), 'utf8')).map((one) => one.toJS());
  const graph: JsonObject = documents.find(({ kind }) => kind === 'DynamoGraphDeployment');
  return { request, graph, others: documents.filter((one) => one !== graph) as JsonObject[] };
}

/** As an API server stores an object. */
function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, one) => (one === null ? undefined : one)));
}

function asResource(object: JsonObject, file: string): Resource {
  return parseStream(stringify(object), { file, limits: STREAM_LIMITS })[0]!.resource!;
}

/** What the API server would answer. */
function inCluster(request: JsonObject, graph: JsonObject, annotations: JsonObject = {}): JsonObject {
  const metadata = { ...(request.metadata as JsonObject), uid: 'f3', annotations };
  return { ...request, metadata, status: { phase: 'Deployed', profilingResults: { selectedConfig: graph } } };
}

/** The lock that holds what a cluster has of a request, written and read again. */
function lockOf(request: JsonObject, object: JsonObject, defaults: RequestDefaults = {}): Lock {
  const resource = asResource(request, 'q.yaml');
  const parsed = real.parse(resource, { ...defaults, acceptsThorough: true }, () => {});
  const inputs = inputsFor(resource, real.inputs(parsed));
  const entry = clusterEntry(object, request.spec as JsonObject, parsed, inputs);
  return parseLock(parseStream(emitLock([entry]), { file: 'dgdr.lock.yaml', limits: STREAM_LIMITS })[0]!.resource!);
}

function render(request: JsonObject, lock: Lock, defaults: RequestDefaults = {}): RenderReport {
  const options = {
    street,
    defaults,
    isStrict: false,
    lock: { locks: [lock], whenUnlocked: 'fail', isLocking: false },
  } as const;
  return renderResources([asResource(request, 'q.yaml')], options);
}

const errorsOf = ({ findings }: RenderReport): string[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path, message }) => `${code} ${path}: ${message}`);

describe('a graph that a cluster made', () => {
  test('is rendered for a thorough request, with the identity of a rendered one', () => {
    const { request, graph } = recorded('qwen3-8b-l40s', (spec) => Object.assign(spec, { searchStrategy: 'thorough' }));
    const report = render(request, lockOf(request, inCluster(request, graph)));
    expect(errorsOf(report)).toEqual([]);
    const [rendered] = report.graphs;
    expect(rendered?.graph.spec).toEqual(withoutNulls(graph.spec));
    expect(rendered?.graph.metadata).toMatchObject({
      name: 'qwen3-8b-l40s-dgd',
      labels: { 'dgdr.nvidia.com/name': 'qwen3-8b-l40s' },
      annotations: {
        'dgdr-render.dev/profile': expect.stringMatching(/^agg \d+x VllmDecodeWorker tp1, profiled in a cluster$/),
      },
    });
  });

  test('has its overrides already: they are not merged again', () => {
    const { request, graph } = recorded('qwen3-32b-kv');
    const [rendered] = render(request, lockOf(request, inCluster(request, graph))).graphs;
    expect(serviceArgs(rendered?.graph, 'VllmDecodeWorker')).toEqual(serviceArgs(graph, 'VllmDecodeWorker'));
    expect(rendered?.graph.spec).toEqual(withoutNulls(graph.spec));
  });

  test.each(['v1alpha1', 'v1beta1'])('of %s gets the routing that is wished for here, once', (version) => {
    const target = version === 'v1beta1' ? '1.5' : '1.3';
    const { request, graph } = recorded('qwen3-8b-l40s');
    const made = version === 'v1beta1' ? toBeta(graph).graph : graph;
    const defaults: RequestDefaults = { target, routing: { mode: 'kv' } };
    const lock = lockOf(request, inCluster(request, made), defaults);
    const [first] = render(request, lock, defaults).graphs;
    const again = lockOf(request, inCluster(request, first!.graph), defaults);
    for (const { graph: one } of [first!, render(request, again, defaults).graphs[0]!]) {
      expect(one.apiVersion).toBe(`nvidia.com/${version}`);
      expect(serviceEnv(one, 'Frontend').flat()).toContainEqual({ name: 'DYN_ROUTER_MODE', value: 'kv' });
      expect(serviceEnv(one, 'Frontend').flat()).toHaveLength(serviceEnv(first!.graph, 'Frontend').flat().length);
      expect(serviceArgs(one, 'VllmDecodeWorker').filter((arg) => arg === '--kv-events-config')).toHaveLength(1);
    }
  });

  test('is converted to the version of the target, where that is the newer one', () => {
    const { request, graph } = recorded('qwen3-8b-l40s');
    const newer = render(request, lockOf(request, inCluster(request, graph), { target: '1.5' }), { target: '1.5' });
    expect(newer.graphs[0]?.graph.apiVersion).toBe('nvidia.com/v1beta1');
    const beta = inCluster(request, toBeta(graph).graph);
    expect(errorsOf(render(request, lockOf(request, beta, { target: '1.3' }), { target: '1.3' }))).toEqual([
      'CONVERSION_IMPOSSIBLE spec.image: the graph from the cluster is v1beta1, but graphs for Dynamo 1.3 are v1alpha1',
    ]);
  });

  test('brings the ConfigMap of its planner, which the operator keeps in an annotation, and nothing else', () => {
    const { request, graph, others } = recorded('planner-rapid');
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'other' } };
    const annotation = [...others, secret].map((one) => stringify(one)).join('\n---\n');
    const object = inCluster(request, graph, { 'dgdr.nvidia.com/additional-resources': annotation });
    const report = render(request, lockOf(request, object));
    expect(errorsOf(report)).toEqual([]);
    const resources = report.graphs[0]!.documents.slice(0, -1);
    expect(resources.map(({ kind, data }) => ({ kind, data }))).toEqual(
      others.map(({ kind, data }) => ({ kind, data })),
    );
    expect(resources[0]).toMatchObject({ metadata: { labels: { 'dgdr.nvidia.com/name': 'planner-rapid' } } });
  });

  test('holds for the whole spec: another override is another request', () => {
    const { request, graph } = recorded('qwen3-8b-l40s');
    const lock = lockOf(request, inCluster(request, graph));
    const dgd = { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment', spec: { envs: [] } };
    const changed = { ...request, spec: { ...request.spec, overrides: { dgd } } };
    expect(errorsOf(render(changed, lock))).toEqual([
      'LOCK_FROZEN metadata.name: the lock holds for other inputs (another spec), and none may be made',
    ]);
  });
});

describe('a request in a cluster', () => {
  const { request, graph } = recorded('qwen3-8b-l40s');
  const there = (spec: JsonObject): JsonObject => ({
    ...inCluster(request, graph),
    spec: { ...request.spec, ...spec },
  });
  const attempt = (object: JsonObject): string => {
    try {
      lockOf(request, object);
      return 'fine';
    } catch (error) {
      if (error instanceof RenderError) return `${error.code} ${error.path}: ${error.message}`;
      throw error;
    }
  };

  test.each([
    ['fills in what the request leaves out', there({ autoApply: true, searchStrategy: 'rapid' }), 'fine'],
    [
      'asks for something else',
      there({ workload: { isl: 1000, osl: 900 } }),
      'CLUSTER_REQUEST_DIFFERS spec.workload.osl: the request in the cluster is not this one (spec.workload.osl 200 -> 900)',
    ],
    [
      'has an override of its own',
      there({ overrides: { trustRemoteCode: true } }),
      'CLUSTER_REQUEST_DIFFERS spec.overrides: the request in the cluster is not this one (spec.overrides + {"trustRemoteCode":true})',
    ],
    [
      'is still profiled',
      { ...request, status: { phase: 'Profiling' } },
      'CLUSTER_RESULT_MISSING metadata.name: the request in the cluster has no selectedConfig; its phase is Profiling',
    ],
    [
      'has no status',
      request,
      'CLUSTER_RESULT_MISSING metadata.name: the request in the cluster has no selectedConfig; its phase is not set',
    ],
  ])('%s', (_, object, said) => {
    expect(attempt(object)).toBe(said);
  });
});
