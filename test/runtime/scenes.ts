import { type JsonObject, updateIn } from '../../src/json.ts';
import { listIn } from '../../src/json-reading.ts';
import { refOf } from '../../src/krm/identity.ts';
import { WORKLOAD_DEFAULTS, type WorkloadOptions } from '../../src/request/workload-options.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { mapContainers, operatorCase } from '../support/operator.ts';

type Objects = readonly JsonObject[];

/** The recorded mocker graph, with further flags for its workers. */
function graph(...more: readonly string[]): JsonObject {
  const { graph: given } = operatorCase('mocker-disagg');
  return ['prefill', 'decode'].reduce<JsonObject>((one, service) => {
    const path = ['spec', 'services', service, 'extraPodSpec', 'mainContainer', 'args'];
    return updateIn(one, path, (args) => [...listIn({ args: args ?? [] }, 'args'), ...more]);
  }, given);
}

function objectsOf(given: JsonObject, options: Partial<WorkloadOptions> = {}): Objects {
  return toWorkloads(given, { ...WORKLOAD_DEFAULTS, crd: true, ...options }).objects;
}

/** Deployments, by what their names contain. */
function deployments(objects: Objects, part: string): Objects {
  return objects.filter((object) => object.kind === 'Deployment' && refOf(object).name.includes(part));
}

function workers(objects: Objects): Objects {
  return ['prefill', 'decode'].flatMap((role) => deployments(objects, role));
}

function without(objects: Objects, left: Objects): Objects {
  return objects.filter((object) => !left.includes(object));
}

/** What is rendered. */
export const RENDERED = objectsOf(graph());

/** Another size of blocks, which is part of the model card; another speed, which is not. */
const OTHER_CARD = ['--block-size', '32'];
const SAME_CARD = ['--num-gpu-blocks-override', '512'];

/** Workers of another generation, with another model card, under names of their own. */
export const NEXT_GENERATION = workers(objectsOf(graph(...OTHER_CARD), { updates: 'blueGreen' }));

/** A prefill worker of one generation and a decode worker of the next, as an update comes by. */
function halfAndHalf(options: Partial<WorkloadOptions>, ...more: readonly string[]): Objects {
  const [old, next] = [objectsOf(graph(), options), objectsOf(graph(...more), options)];
  return [...without(old, deployments(old, 'decode')), ...deployments(next, 'decode')];
}

/** The workers of a graph whose name begins with that of another one, and nothing but the frontend of the other. */
function neighbour(): Objects {
  const other = objectsOf(updateIn(graph(), ['metadata', 'name'], () => 'mock-b'));
  return [...without(RENDERED, workers(RENDERED)), ...without(other, deployments(other, 'frontend'))];
}

/** What serves besides. */
export const SERVING = {
  'half of each generation where they share one name and the model card': halfAndHalf(
    { updates: 'shared' },
    ...SAME_CARD,
  ),
  'the workers of a graph of the namespace whose name begins with its own': neighbour(),
} as const satisfies Readonly<Record<string, Objects>>;

/** What starts and does not serve: something is left out that the runtime needs, or neither generation is whole. */
export const NOT_SERVING = {
  'no Role': RENDERED.filter(({ kind }) => kind !== 'Role'),
  'no CRD': RENDERED.filter(({ kind }) => kind !== 'CustomResourceDefinition'),
  'no discovery label on the Services': RENDERED.map((object) => {
    if (object.kind !== 'Service') return object;
    return updateIn(object, ['metadata', 'labels'], (labels) =>
      omit(Object(labels), 'nvidia.com/dynamo-discovery-enabled'),
    );
  }),
  'no endpoint health status': RENDERED.map((object) =>
    withoutVariable(object, 'DYN_SYSTEM_USE_ENDPOINT_HEALTH_STATUS'),
  ),
  'prefill of one generation and decode of the next': halfAndHalf({ updates: 'generation' }, ...SAME_CARD),
} as const satisfies Readonly<Record<string, Objects>>;

function withoutVariable(object: JsonObject, name: string): JsonObject {
  return mapContainers(object, (container) => ({
    ...container,
    env: listIn(container, 'env').filter((one) => Object(one).name !== name),
  }));
}

function omit(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
