import { describe, expect, test } from 'vitest';
import type { GraphService } from '../../src/dgd/lens/lens.ts';
import { checkRules } from '../../src/dgd/rules/check-rules.ts';
import { checkSchema } from '../../src/dgd/schema/check-schema.ts';
import { findService, graphServices, serviceArgs } from '../../src/dgd/services.ts';
import { flagValue } from '../../src/graph/args.ts';
import { getIn, type Json, type JsonObject } from '../../src/json.ts';
import { emitYaml } from '../../src/krm/emit-yaml.ts';
import { CELLS, type Cell, renderCell, TOTAL_GPUS, workersOf } from './cells.ts';

/** The first and last release with v1alpha1 graphs, and those with v1beta1 ones. */
const TARGETS = ['1.0', '1.3', '1.4', '1.5', '1.6'] as const;
const EVENT_FLAGS = /^--(kv-events-config|publish-kv-events|publish-events-and-metrics)$/;

const named = CELLS.map((cell) => [`${cell.backend} ${cell.mode} ${cell.variant}`, cell] as const);

describe.each(TARGETS)('for %s', (target) => {
  test.each(named)('%s keeps its rules', (_name, cell) => {
    const { graph, request } = renderCell(cell, target);
    const workers = workersOf(cell, target);
    expect(checkSchema(graph)).toEqual([]);
    expect(checkRules(graph, request.target)).toEqual([]);
    if (cell.variant === 'mocker') return expectMocker(graph);
    expect(gpusOf(graph)).toBeGreaterThan(0);
    expect(gpusOf(graph)).toBeLessThanOrEqual(TOTAL_GPUS);
    expectRoles(graph, cell, workers);
    expect(publishers(graph)).toEqual(cell.variant === 'kv-exact' ? [workers[0]] : []);
    expectVariant[cell.variant](graph, workers);
  });
});

/**
 * Goldens of our own output, which nothing foreign vouches for: they were read when they were written, and so is every
 * difference before `--update` rewrites them, which CI refuses (test/support/no-update-in-ci.ts).
 */
describe('the reviewed manifests', () => {
  test.each(named)('%s', async (_name, cell) => {
    const documents = (['1.3', '1.5'] as const).flatMap((target) => {
      const { resources, graph } = renderCell(cell, target);
      return [...resources, graph].map(emitYaml);
    });
    const file = `../../fixtures/matrix/${cell.backend}-${cell.mode}-${cell.variant}.yaml`;
    await expect(documents.join('---\n')).toMatchFileSnapshot(file);
  });
});

test.each(['1.3', '1.4', '1.5', '1.6'])('no cell has a warning for %s', (target) => {
  const codes = named.flatMap(([name, cell]) => renderCell(cell, target).codes.map((code) => `${name}: ${code}`));
  expect(codes).toEqual([]);
});

/** Checks of one variant; a mocker, which has no GPUs, is apart. */
const expectVariant: Readonly<
  Record<Exclude<Cell['variant'], 'mocker'>, (graph: JsonObject, workers: readonly string[]) => void>
> = {
  plain: (graph) => expect(variables(graph, 'Frontend')).toEqual({}),
  'kv-exact': (graph) => expect(variables(graph, 'Frontend')).toEqual({ DYN_ROUTER_MODE: 'kv' }),
  'kv-approximate': (graph) =>
    expect(variables(graph, 'Frontend')).toEqual({ DYN_ROUTER_MODE: 'kv', DYN_ROUTER_USE_KV_EVENTS: 'false' }),
  pvc: expectClaim,
  planner: expectPlanner,
  multinode: (graph, workers) => {
    for (const name of workers) {
      const service = serviceOf(graph, name);
      expect(Number(getIn(service.object, 'multinode', 'nodeCount')) * gpuLimit(service)).toBe(4);
      expect(gpuLimit(service)).toBe(2);
    }
  },
  overrides: expectOverrides,
};

/** Every worker of a disaggregated graph knows its role, once; an aggregated one has none. */
function expectRoles(graph: JsonObject, { mode }: Cell, workers: readonly string[]): void {
  const roles = workers.map((name) => {
    const args = serviceArgs(graph, name);
    return args.flatMap((arg, index) => (arg === '--disaggregation-mode' ? [args[index + 1]] : []));
  });
  expect(roles).toEqual(mode === 'agg' ? [[]] : [['prefill'], ['decode']]);
  expect(workers.map((name) => serviceOf(graph, name).type)).toEqual(
    mode === 'agg' ? [expect.stringMatching(/worker|decode/)] : ['prefill', 'decode'],
  );
}

function expectClaim(graph: JsonObject, workers: readonly string[]): void {
  for (const service of graphServices(graph)) {
    const mounts = [service.object.volumeMounts, service.mainContainer.volumeMounts].flatMap((list) => list ?? []);
    const place = getIn(mounts[0], 'mountPoint') ?? getIn(mounts[0], 'mountPath');
    expect(mounts).toHaveLength(1);
    expect([getIn(mounts[0], 'name'), place]).toEqual(['models', '/models']);
  }
  for (const name of workers) {
    const args = serviceArgs(graph, name);
    expect(flagValue(args, '--model') ?? flagValue(args, '--model-path')).toBe('/models/weights/q');
  }
}

function expectPlanner(graph: JsonObject, workers: readonly string[]): void {
  const planner = serviceOf(graph, 'Planner');
  const volume = getIn(Object(planner.podSpec.volumes)[0], 'configMap', 'name');
  expect(volume).toMatch(/^planner-config-[0-9a-f]{8}$/);
  expect(planner.mainContainer.volumeMounts).toMatchObject([{ name: volume, readOnly: true }]);
  for (const name of workers) expect(serviceOf(graph, name).object).toHaveProperty('scalingAdapter');
}

function expectMocker(graph: JsonObject): void {
  expect(gpusOf(graph)).toBe(0);
  expect(graphServices(graph).map(({ name }) => name)).toEqual(['Frontend', 'decode', 'prefill']);
}

/** Each word of the user stands in the graph, once. */
function expectOverrides(graph: JsonObject, [worker = '']: readonly string[]): void {
  const text = JSON.stringify(graph);
  for (const word of ['--own-flag', 'own value', 'own-token', '80Gi', '"OWN"', '"/health"']) {
    expect(text.split(word)).toHaveLength(2);
  }
  expect(graph.metadata).toMatchObject({ name: 'chat', labels: { team: 'search' }, annotations: { note: 'x' } });
  expect(serviceArgs(graph, worker).slice(-2)).toEqual(['--own-flag', 'own value']);
  expect(serviceOf(graph, worker).podSpec).toMatchObject({ nodeSelector: { pool: 'gold' } });
  const tolerations = graphServices(graph).map(({ podSpec }) => podSpec.tolerations);
  expect(new Set(tolerations.map((list) => JSON.stringify(list))).size).toBe(1);
}

function serviceOf(graph: JsonObject, name: string): GraphService {
  const service = findService(graph, name);
  if (service === undefined) throw new Error(`no service ${name}`);
  return service;
}

/** The variables of the main container that are set by value. */
function variables(graph: JsonObject, name: string): Readonly<Record<string, Json>> {
  const { object, mainContainer } = serviceOf(graph, name);
  const lists = [object.envs, mainContainer.env].flatMap((list) => (Array.isArray(list) ? list : []));
  return Object.fromEntries(lists.map((entry) => [String(getIn(entry, 'name')), getIn(entry, 'value') ?? null]));
}

/** Services that publish KV events, as often as they are told to. */
function publishers(graph: JsonObject): string[] {
  return graphServices(graph).flatMap(({ name }) =>
    serviceArgs(graph, name)
      .filter((arg) => EVENT_FLAGS.test(arg))
      .map(() => name),
  );
}

function gpuLimit({ object, mainContainer }: GraphService): number {
  const limit =
    getIn(object, 'resources', 'limits', 'gpu') ?? getIn(mainContainer, 'resources', 'limits', 'nvidia.com/gpu');
  return Number(limit ?? 0);
}

/** GPUs of all pods. */
function gpusOf(graph: JsonObject): number {
  return graphServices(graph).reduce((sum, service) => {
    const nodes = Number(getIn(service.object, 'multinode', 'nodeCount') ?? 1);
    return sum + gpuLimit(service) * nodes * Number(service.object.replicas ?? 1);
  }, 0);
}
