import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toBeta } from '../../src/dgd/beta/to-beta.ts';
import { graphServices, mapServices, updateMainContainer } from '../../src/dgd/services.ts';
import { CODES } from '../../src/errors.ts';
import { getIn, isObject, type Json, type JsonObject, updateIn } from '../../src/json.ts';
import { listIn, objectIn } from '../../src/json-reading.ts';
import { emitYaml } from '../../src/krm/emit-yaml.ts';
import { refOf } from '../../src/krm/identity.ts';
import { isGraph } from '../../src/outputs/graph.ts';
import { UPDATE_WAYS, WORKLOAD_DEFAULTS, type WorkloadOptions } from '../../src/request/workload-options.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { hold } from '../properties/runs.ts';
import { deepFreeze, parseDocuments } from '../support/documents.ts';
import { hashOf, RENDERED_CASES, TEMPLATES } from '../support/operator.ts';
import { AUTHORED_GRAPHS } from '../support/random-graphs.ts';

const OPTIONS: WorkloadOptions = { ...WORKLOAD_DEFAULTS, namespace: 'serving' };
const MATRIX = readdirSync('fixtures/matrix')
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => parseDocuments(readFileSync(`fixtures/matrix/${file}`, 'utf8')).filter(isGraph));
const GRAPHS = [...MATRIX, ...RENDERED_CASES.map(({ graph }) => graph)].filter(isRendered);
const KINDS = [
  ...['ServiceAccount', 'Role', 'RoleBinding', 'PersistentVolumeClaim', 'ConfigMap', 'Service', 'Deployment'],
  ...['LeaderWorkerSet', 'Ingress', 'VirtualService', 'PodMonitor'],
];

function isRendered(graph: JsonObject): boolean {
  return toWorkloads(graph, OPTIONS).problems.every(({ code }) => CODES[code].severity !== 'error');
}

function objectsOf(graph: JsonObject, options = OPTIONS): readonly JsonObject[] {
  return toWorkloads(graph, options).objects;
}

function templatesOf(object: JsonObject): JsonObject[] {
  return TEMPLATES.map((path) => getIn(object, ...path)).filter(isObject);
}

function workerOf(graph: JsonObject): string {
  return graphServices(graph).find(({ type = '' }) => ['worker', 'prefill', 'decode'].includes(type))!.name;
}

test('there are graphs of both versions, of every backend, over one node and several', () => {
  expect(GRAPHS.length).toBeGreaterThan(40);
  expect(new Set(GRAPHS.map(({ apiVersion }) => apiVersion)).size).toBe(2);
  const kinds = GRAPHS.flatMap((graph) => objectsOf(graph).map(({ kind }) => kind));
  expect(KINDS.filter((kind) => !kinds.includes(kind))).toEqual(['ConfigMap', 'VirtualService', 'PodMonitor']);
});

test.each(UPDATE_WAYS)('with updates %s the same graph gives the same bytes, and is not changed', (updates) => {
  for (const graph of GRAPHS) {
    const [first, second] = [0, 1].map(() =>
      objectsOf(deepFreeze(graph), { ...OPTIONS, updates })
        .map(emitYaml)
        .join(),
    );
    expect(first).toBe(second);
  }
});

test('a graph gives the same objects in both versions', () => {
  const older = GRAPHS.filter(({ apiVersion }) => apiVersion === 'nvidia.com/v1alpha1');
  const pairs = older.flatMap((graph) => {
    const { graph: newer, problems, resources } = toBeta(graph);
    return problems.some(({ severity }) => severity === 'error') ? [] : [{ graph, newer, resources }];
  });
  expect(pairs.length).toBeGreaterThan(20);
  for (const { graph, newer, resources } of pairs) {
    const claims = (object: JsonObject) => object.kind !== 'PersistentVolumeClaim';
    expect(objectsOf(newer), refOf(graph).name).toEqual(
      objectsOf(graph).filter((one) => resources.length === 0 || claims(one)),
    );
  }
});

/** A graph without what v1beta1 has no place for in its components. */
function portable(graph: JsonObject): JsonObject {
  const kept = (object: JsonObject) => Object.entries(object).filter(([key]) => !ALPHA_ALONE.includes(key));
  return mapServices(graph, ({ object }) => Object.fromEntries(kept(object)));
}
const ALPHA_ALONE = ['annotations', 'labels', 'ingress'];

test('a graph gives the same objects in both versions, whatever its author wrote', () => {
  let compared = 0;
  hold(
    fc.property(AUTHORED_GRAPHS.map(portable), (graph) => {
      const { graph: newer, problems } = toBeta(graph);
      if (problems.some(({ severity }) => severity === 'error')) return;
      const older = objectsOf(graph).filter(({ kind }) => kind !== 'PersistentVolumeClaim');
      expect(objectsOf(newer)).toEqual(older);
      compared += 1;
    }),
    120,
  );
  expect(compared).toBeGreaterThan(40);
});

test('what an author wrote is read back as it is, by readers of either YAML', () => {
  hold(
    fc.property(AUTHORED_GRAPHS, (graph) => {
      for (const object of objectsOf(graph))
        for (const version of ['1.1', '1.2'] as const) expect(parse(emitYaml(object), { version })).toEqual(object);
    }),
    60,
  );
});

test('the number of replicas does not change the hash of the workers', () => {
  for (const graph of GRAPHS) {
    const more = mapServices(graph, ({ object }) => ({ ...object, replicas: 7 }));
    expect(hashOf(objectsOf(more))).toBe(hashOf(objectsOf(graph)));
    expect(hashOf(objectsOf(graph))).toMatch(/^[0-9a-f]{8}$/);
  }
});

const CHANGES: Readonly<Record<string, (container: JsonObject) => JsonObject>> = {
  image: (container) => ({ ...container, image: 'example.com/other:1' }),
  variable: (container) => ({ ...container, env: [{ name: 'SOMETHING', value: 'new' }] }),
  resources: (container) => ({ ...container, resources: { limits: { cpu: '3' } } }),
  probe: (container) => ({ ...container, startupProbe: { exec: { command: ['true'] } } }),
  workingDir: (container) => ({ ...container, workingDir: '/elsewhere' }),
};

test.each(Object.entries(CHANGES))('another %s of a worker is another generation', (_name, change) => {
  for (const graph of GRAPHS) {
    const changed = updateMainContainer(graph, workerOf(graph), change);
    expect(hashOf(objectsOf(changed)), refOf(graph).name).not.toBe(hashOf(objectsOf(graph)));
  }
});

test('with shared updates nothing tells generations apart', () => {
  for (const graph of GRAPHS) {
    const text = objectsOf(graph, { ...OPTIONS, updates: 'shared' })
      .map(emitYaml)
      .join();
    expect(text).not.toMatch(/worker-hash|WORKER_SUFFIX/);
  }
});

test('with blue and green the workers have the hash in their names, and go last', () => {
  for (const graph of GRAPHS) {
    const objects = objectsOf(graph, { ...OPTIONS, updates: 'blueGreen' });
    const hash = hashOf(objects);
    const named = objects.filter((object) => refOf(object).name.includes(hash));
    expect(named.length).toBeGreaterThan(0);
    for (const { metadata } of named) {
      expect(getIn(metadata, 'annotations', 'argocd.argoproj.io/sync-options')).toBe('PruneLast=true');
    }
    const others = objects.filter((object) => !refOf(object).name.includes(hash));
    expect(emitYaml(others as unknown as JsonObject)).not.toContain('PruneLast');
  }
});

test('objects stand in the order in which they are applied', () => {
  for (const graph of GRAPHS) {
    const places = objectsOf(graph, { ...OPTIONS, podMonitors: true }).map(({ kind }) => {
      return KINDS.indexOf(kind === 'LeaderWorkerSet' ? 'Deployment' : String(kind));
    });
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  }
});

test('what a reader of YAML 1.1 takes for something else than a text is quoted', () => {
  for (const graph of GRAPHS) {
    for (const object of objectsOf(graph)) expect(parse(emitYaml(object), { version: '1.1' })).toEqual(object);
  }
});

const NAME = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,11}$/);
const RESERVED = ['nvidia.com/selector', 'nvidia.com/dynamo-component', 'nvidia.com/dynamo-namespace', 'role', 'team'];
const LABELS = fc.dictionary(fc.constantFrom(...RESERVED), NAME, { maxKeys: 3 });
const SERVICE = fc.record({
  componentType: fc.constantFrom('frontend', 'worker', 'prefill', 'decode', 'custom'),
  replicas: fc.nat({ max: 9 }),
  labels: LABELS,
  nodes: fc.constantFrom(1, 1, 2, 4),
  gpus: fc.constantFrom('1', '8'),
  size: fc.constantFrom('1', '2', '16', '32'),
  engine: fc.constantFrom('vllm', 'sglang'),
  env: fc.array(fc.constantFrom('DYN_NAMESPACE', 'DYN_EVENT_PLANE', 'POD_NAME', 'OTHER'), { maxLength: 2 }),
});
const RANDOM_GRAPHS = fc
  .record({
    name: fc.stringMatching(/^[a-z][a-z0-9.]{0,8}[a-z0-9]$/),
    services: fc.dictionary(NAME, SERVICE, { minKeys: 1, maxKeys: 5 }),
  })
  .map(
    ({ name, services }): JsonObject => ({
      apiVersion: 'nvidia.com/v1alpha1',
      kind: 'DynamoGraphDeployment',
      metadata: { name, namespace: 'serving' },
      spec: { services: Object.fromEntries(Object.entries(services).map(([key, one]) => [key, toService(one)])) },
    }),
  );

function toService({ componentType, replicas, labels, nodes, gpus, size, engine, env }: Given): JsonObject {
  const command = ['python3', '-m', `dynamo.${engine}`];
  const args = ['--model', 'Qwen/Qwen3-8B', '--tensor-parallel-size', size];
  const isOver = nodes > 1 && componentType !== 'frontend' && componentType !== 'custom';
  return {
    ...{ componentType, replicas, labels, resources: { limits: { gpu: gpus } } },
    ...(isOver && { multinode: { nodeCount: nodes } }),
    extraPodSpec: {
      mainContainer: {
        image: 'example.com/runtime:1',
        command,
        args,
        env: [...new Set(env)].map((name) => ({ name, value: 'mine' })),
      },
    },
  };
}
type Given = typeof SERVICE extends fc.Arbitrary<infer T> ? T : never;

test('every Service and every Deployment chooses exactly the pods of its component', () => {
  hold(
    fc.property(RANDOM_GRAPHS, fc.constantFrom(...UPDATE_WAYS), (graph, updates) => {
      const { objects, problems } = toWorkloads(graph, { ...OPTIONS, updates });
      if (problems.some(({ code }) => CODES[code].severity === 'error')) return;
      const workloads = objects.filter((object) => templatesOf(object).length > 0);
      for (const service of objects.filter(({ kind }) => kind === 'Service')) {
        const own = workloads.filter((one) => componentOf(one) === componentOf(service));
        expect(own).toHaveLength(1);
        const chosen = workloads.filter((one) =>
          templatesOf(one).some((pod) => chooses(getIn(service, 'spec', 'selector'), pod)),
        );
        expect(chosen).toEqual(own);
        expect(templatesOf(own[0]!).every((pod) => chooses(getIn(service, 'spec', 'selector'), pod))).toBe(true);
      }
      for (const one of workloads.filter(({ kind }) => kind === 'Deployment')) {
        const selector = getIn(one, 'spec', 'selector', 'matchLabels');
        expect(workloads.filter((other) => templatesOf(other).some((pod) => chooses(selector, pod)))).toEqual([one]);
      }
    }),
    150,
  );
});

test('names of variables, mounts and volumes are there once, and every mount has its volume', () => {
  hold(
    fc.property(RANDOM_GRAPHS, (graph) => {
      for (const object of objectsOf(graph).flatMap(templatesOf)) {
        const volumes = listIn(object, 'spec', 'volumes').map((one) => getIn(one, 'name'));
        expect(new Set(volumes).size).toBe(volumes.length);
        for (const container of listIn(object, 'spec', 'containers')) {
          const names = listIn(container, 'env').map((one) => getIn(one, 'name'));
          expect(new Set(names).size).toBe(names.length);
          const mounts = listIn(container, 'volumeMounts').map((one) => getIn(one, 'name'));
          expect(mounts.filter((name) => !volumes.includes(name))).toEqual([]);
        }
      }
    }),
    100,
  );
});

function componentOf(object: JsonObject): Json | undefined {
  return getIn(object, 'metadata', 'labels', 'nvidia.com/dynamo-component');
}

function chooses(selector: Json | undefined, pod: JsonObject): boolean {
  const labels = objectIn(pod, 'metadata', 'labels');
  return Object.entries(Object(selector)).every(([key, value]) => labels[key] === value);
}

test('a label that selects cannot be set by the user', () => {
  const labels = Object.fromEntries(RESERVED.map((key) => [key, 'mine']));
  for (const graph of GRAPHS.filter(({ apiVersion }) => apiVersion === 'nvidia.com/v1alpha1')) {
    const labelled = mapServices(graph, ({ object }) => updateIn(object, ['labels'], () => labels));
    const pods = objectsOf(labelled).flatMap(templatesOf);
    const mine = pods.flatMap((pod) => RESERVED.filter((key) => getIn(pod, 'metadata', 'labels', key) === 'mine'));
    expect(new Set(mine.filter((key) => key !== 'role'))).toEqual(new Set(['team']));
  }
});
