import { type JsonObject, updateIn } from '../../src/json.ts';
import { listIn } from '../../src/json-reading.ts';
import { WORKLOAD_DEFAULTS } from '../../src/request/workload-options.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { mapContainers, operatorCase } from '../support/operator.ts';

/** The recorded mocker graph, with further flags for its workers. */
function graph(...more: readonly string[]): JsonObject {
  const { graph: given } = operatorCase('mocker-disagg');
  return ['prefill', 'decode'].reduce<JsonObject>((one, service) => {
    const path = ['spec', 'services', service, 'extraPodSpec', 'mainContainer', 'args'];
    return updateIn(one, path, (args) => [...listIn({ args: args ?? [] }, 'args'), ...more]);
  }, given);
}

function objectsOf(given: JsonObject): readonly JsonObject[] {
  return toWorkloads(given, { ...WORKLOAD_DEFAULTS, namespace: 'serving' }).objects;
}

/** What is rendered. */
export const RENDERED = objectsOf(graph());

/** Workers of another generation, with another model card, under names of their own. */
export const NEXT_GENERATION: readonly JsonObject[] = toWorkloads(graph('--block-size', '32'), {
  ...WORKLOAD_DEFAULTS,
  namespace: 'serving',
  updates: 'blueGreen',
}).objects.filter(
  ({ kind, metadata }) => kind === 'Deployment' && !JSON.stringify(metadata).includes('"mock-frontend"'),
);

/** The same objects with something left out that the runtime needs. */
export const LESS = {
  'no Role': { objects: RENDERED.filter(({ kind }) => kind !== 'Role') },
  'no CRD': { objects: RENDERED, hasCrd: false },
  'no discovery label on the Services': {
    objects: RENDERED.map((object) => {
      if (object.kind !== 'Service') return object;
      return updateIn(object, ['metadata', 'labels'], (labels) =>
        omit(Object(labels), 'nvidia.com/dynamo-discovery-enabled'),
      );
    }),
  },
  'no endpoint health status': {
    objects: RENDERED.map((object) => withoutVariable(object, 'DYN_SYSTEM_USE_ENDPOINT_HEALTH_STATUS')),
  },
} as const satisfies Readonly<Record<string, { objects: readonly JsonObject[]; hasCrd?: boolean }>>;

function withoutVariable(object: JsonObject, name: string): JsonObject {
  return mapContainers(object, (container) => ({
    ...container,
    env: listIn(container, 'env').filter((one) => Object(one).name !== name),
  }));
}

function omit(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
