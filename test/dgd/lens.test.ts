import { expect, test } from 'vitest';
import type { GraphLens } from '../../src/dgd/lens/lens.ts';
import type { Path } from '../../src/dgd/problem.ts';
import {
  addEnv,
  findService,
  graphServices,
  graphVersion,
  LENSES,
  mapServices,
  podContainers,
  serviceArgs,
  serviceEnv,
  updateMainContainer,
  viewGraph,
} from '../../src/dgd/services.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { GRAPH_VERSIONS, type GraphVersion, v1 } from '../../src/releases.ts';
import { RICH_GRAPHS } from './rich-graphs.ts';

const MAIN = { image: 'a:1.3.1', args: ['--tp', '2'], env: [{ name: 'OWN', value: '1' }] };
const SIDECAR = { name: 'logs', image: 'logs:1' };
const FRONTEND = { image: 'f:1.3.1' };

/** The same graph in every version. */
const GRAPHS: Readonly<Record<GraphVersion, JsonObject>> = {
  v1alpha1: {
    apiVersion: 'nvidia.com/v1alpha1',
    metadata: { name: 'demo', annotations: { a: 'b' } },
    spec: {
      envs: [{ name: 'ALL', value: '0' }],
      topologyConstraint: { topologyProfile: 'racks' },
      services: {
        Frontend: { componentType: 'frontend', extraPodSpec: { mainContainer: FRONTEND } },
        decode: {
          componentType: 'worker',
          subComponentType: 'decode',
          resources: { requests: { gpu: '1' }, limits: { gpu: '2' } },
          sharedMemory: { size: '8Gi' },
          checkpoint: { enabled: true },
          extraPodSpec: {
            mainContainer: { ...MAIN, resources: { limits: { 'nvidia.com/gpu': 4, cpu: 8 } } },
            containers: [SIDECAR],
          },
        },
      },
    },
  },
  v1beta1: {
    apiVersion: 'nvidia.com/v1beta1',
    metadata: { name: 'demo', annotations: { a: 'b' } },
    spec: {
      env: [{ name: 'ALL', value: '0' }],
      topologyConstraint: { clusterTopologyName: 'racks' },
      components: [
        { name: 'Frontend', type: 'frontend', podTemplate: { spec: { containers: [{ name: 'main', ...FRONTEND }] } } },
        {
          name: 'decode',
          type: 'decode',
          sharedMemorySize: '8Gi',
          compilationCache: { pvcName: 'kernels' },
          experimental: { checkpoint: { enabled: true } },
          podTemplate: {
            spec: {
              containers: [
                SIDECAR,
                {
                  name: 'main',
                  ...MAIN,
                  resources: { limits: { 'nvidia.com/gpu': 4, cpu: 8 }, requests: { 'nvidia.com/mig-1g.10gb': 1 } },
                },
              ],
            },
          },
        },
      ],
    },
  },
};

/** Where a version keeps the decode worker of the graph, and what only that version has. */
const OWN = {
  v1alpha1: {
    at: ['spec', 'services', 'decode'],
    gpus: [4, '2', '1'],
    claims: [],
    image: ['spec', 'services', 'decode', 'extraPodSpec', 'mainContainer', 'image'],
  },
  v1beta1: {
    at: ['spec', 'components', 1],
    gpus: [4, 1],
    claims: ['kernels'],
    image: ['spec', 'components', 1, 'podTemplate', 'spec', 'containers', 1, 'image'],
  },
} as const satisfies Record<GraphVersion, unknown>;

function at(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((current, key) => {
    if (Array.isArray(current)) return current[Number(key)];
    return isObject(current) ? current[key] : undefined;
  }, value);
}

test('there is a graph for every version', () => {
  expect(Object.keys(LENSES)).toEqual(GRAPH_VERSIONS);
});

test.each(GRAPH_VERSIONS)('a graph of %s reads as the same graph', (version) => {
  const graph = GRAPHS[version];
  const { lens, annotations, spec, services } = viewGraph(graph);
  expect([graphVersion(graph), lens.version, annotations]).toEqual([version, version, { a: 'b' }]);
  expect(services.map(({ name, type }) => [name, type])).toEqual([
    ['Frontend', 'frontend'],
    ['decode', 'decode'],
  ]);
  expect(serviceArgs(graph, 'decode')).toEqual(['--tp', '2']);
  expect(serviceEnv(graph, 'decode')).toEqual([MAIN.env, [{ name: 'ALL', value: '0' }]]);
  expect(isObject(spec.topologyConstraint) && spec.topologyConstraint[lens.topologyKey]).toBe('racks');
  const decode = findService(graph, 'decode')!;
  expect(lens.sharedMemory(decode).map(({ value }) => value)).toEqual(['8Gi']);
  expect(at(decode.object, [...lens.featuresPath, 'checkpoint'])).toEqual({ enabled: true });
  expect(podContainers(decode, 'containers').filter(({ isMain }) => !isMain)).toMatchObject([{ container: SIDECAR }]);
});

test.each(GRAPH_VERSIONS)('what only %s has is read by its row', (version) => {
  const decode = findService(GRAPHS[version], 'decode')!;
  const { gpus, claims, images } = LENSES[version];
  expect(decode.path).toEqual(OWN[version].at);
  expect(decode.imagePath).toEqual(OWN[version].image);
  expect(gpus(decode).filter((amount) => amount !== undefined)).toEqual(OWN[version].gpus);
  expect(claims(decode).flatMap(({ value }) => value ?? [])).toEqual(OWN[version].claims);
  const image = OWN[version].image.slice(OWN[version].at.length).map((key) => (typeof key === 'number' ? '*' : key));
  expect(images).toContain(image.join('.'));
});

const ALL = [...Object.values(GRAPHS), ...Object.values(RICH_GRAPHS)].map((graph) => ({
  version: graphVersion(graph),
  graph,
}));

test.each(ALL)('paths of a $version graph lead to what they are about', ({ graph, version }) => {
  const services = graphServices(graph);
  expect(services.length).toBeGreaterThan(0);
  const { sharedMemory, claims, servicesKey } = LENSES[version];
  for (const service of services) {
    expect(service.path.slice(0, 2)).toEqual(['spec', servicesKey]);
    expect(at(graph, service.path)).toBe(service.object);
    expect(at(graph, service.namePath)).toBe(version === 'v1alpha1' ? service.object : service.name);
    expect(at(graph, service.imagePath)).toEqual(service.mainContainer.image);
    expect(at(graph, service.podSpecPath) ?? {}).toEqual(service.podSpec);
    for (const { path, value } of [...sharedMemory(service), ...claims(service)]) expect(at(graph, path)).toBe(value);
    for (const { path, container } of podContainers(service, 'containers')) expect(at(graph, path)).toBe(container);
  }
});

test.each(ALL)('writing back what was read of a $version graph changes nothing', ({ graph }) => {
  const before = structuredClone(graph);
  expect(mapServices(graph, ({ object }) => object)).toEqual(before);
  const { entries, holding, named, servicesKey } = viewGraph(graph).lens;
  const kept = entries(graph)!.map(({ name, value }) => ({
    name,
    value: isObject(value) ? named(name, value) : value,
  }));
  expect(holding(kept)).toEqual(at(before, ['spec', servicesKey]));
});

test('a component that is named anew keeps its name where it was written', () => {
  const renamed = LENSES.v1beta1.named('decode', { type: 'worker', name: 'VllmWorker', replicas: 2 });
  expect(Object.entries(renamed)).toEqual([
    ['type', 'worker'],
    ['name', 'decode'],
    ['replicas', 2],
  ]);
});

test.each(GRAPH_VERSIONS)('a change of the main container of %s is that alone', (version) => {
  const graph = GRAPHS[version];
  const before = structuredClone(graph);
  const changed = updateMainContainer(graph, 'decode', (container) => ({ ...container, args: ['--tp', '4'] }));
  expect(graph).toEqual(before);
  expect(serviceArgs(changed, 'decode')).toEqual(['--tp', '4']);
  const back = updateMainContainer(changed, 'decode', (container) => ({ ...container, args: MAIN.args }));
  expect(graphServices(back).map(({ mainContainer }) => mainContainer)).toEqual(
    graphServices(before).map(({ mainContainer }) => mainContainer),
  );
  expect(podContainers(findService(changed, 'decode')!, 'containers').map(({ container }) => container.name)).toEqual(
    version === 'v1alpha1' ? ['logs'] : ['main', 'logs'],
  );
});

test.each([
  { version: 'v1alpha1', lists: [[{ name: 'NEW' }], MAIN.env, [{ name: 'ALL', value: '0' }]] },
  { version: 'v1beta1', lists: [[...MAIN.env, { name: 'NEW' }], [{ name: 'ALL', value: '0' }]] },
] as const)('variables are added to the list of $version that is the strongest', ({ version, lists }) => {
  const added = addEnv(GRAPHS[version], 'decode', [{ name: 'NEW' }]);
  expect(serviceEnv(added, 'decode')).toEqual(lists);
  expect(serviceEnv(added, 'Frontend')).toEqual(serviceEnv(GRAPHS[version], 'Frontend'));
  expect(addEnv(GRAPHS[version], 'absent', [{ name: 'NEW' }])).toEqual(GRAPHS[version]);
});

test.each([
  { version: 'v1alpha1', minor: 2, switched: ['gpuMemoryService', 'failover', 'checkpoint'] },
  { version: 'v1alpha1', minor: 3, switched: ['gpuMemoryService', 'failover', 'checkpoint'] },
  { version: 'v1beta1', minor: 2, switched: [] },
  { version: 'v1beta1', minor: 3, switched: ['checkpoint'] },
] as const)('features of $version that have a switch in 1.$minor: $switched', ({ version, minor, switched }) => {
  const features = (['gpuMemoryService', 'failover', 'checkpoint'] as const).filter((feature) =>
    LENSES[version].hasSwitch(feature, v1(minor)),
  );
  expect(features).toEqual(switched);
});

test.each([
  { says: 'a name', graph: { apiVersion: 'nvidia.com/v1beta1', spec: { services: {} } }, version: 'v1beta1' },
  { says: 'nothing but components', graph: { spec: { components: [] } }, version: 'v1beta1' },
  { says: 'a name with components', graph: { apiVersion: 'nvidia.com/v1alpha1', spec: { components: [] } } },
  { says: 'nothing', graph: {} },
  { says: 'an unknown name', graph: { apiVersion: 'nvidia.com/v1', spec: { components: [] } } },
])('$says makes a graph $version', ({ graph, version = 'v1alpha1' }) => {
  expect(graphVersion(graph)).toBe(version);
});

test('a version without a row, and a row without a member, do not compile', () => {
  const { v1alpha1, v1beta1 } = LENSES;
  // @ts-expect-error v1beta1 has no row
  const rows: Readonly<Record<GraphVersion, GraphLens>> = { v1alpha1 };
  const { gpus: _, ...rest } = v1beta1;
  // @ts-expect-error the row does not say where GPUs are
  const row: GraphLens = rest;
  expect([Object.keys(rows), 'gpus' in row]).toEqual([['v1alpha1'], false]);
});
