import { readdirSync, readFileSync } from 'node:fs';
import { getIn, isObject, type Json, type JsonObject, updateIn } from '../../src/json.ts';
import { listIn, objectIn } from '../../src/json-reading.ts';
import { refOf } from '../../src/krm/identity.ts';
import { isGraph } from '../../src/outputs/graph.ts';
import { WORKLOAD_DEFAULTS, type WorkloadOptions } from '../../src/request/workload-options.ts';
import { parseDocuments } from './documents.ts';

const ROOT = 'fixtures/operator';

/** A graph, and every object that the operator made of it. */
export interface OperatorCase {
  readonly name: string;
  readonly graph: JsonObject;
  readonly recorded: readonly JsonObject[];
  readonly options: WorkloadOptions;
}

/** How the operator was set up where a case was recorded otherwise than with its defaults. */
const SETUPS: Readonly<Record<string, Partial<WorkloadOptions>>> = {
  platform: {
    discovery: { etcd: 'dynamo-platform-etcd.dynamo-system.svc.cluster.local:2379' },
    eventPlane: { nats: 'nats://dynamo-platform-nats.dynamo-system.svc.cluster.local:4222' },
  },
};

/** Cases that plain workloads refuse, with the field at fault. */
export const REFUSED: Readonly<Record<string, string>> = {
  planner: 'spec.services.Planner.componentType',
  'trtllm-multinode': 'spec.services.TRTLLMWorker.multinode',
};

export const OPERATOR_CASES: readonly OperatorCase[] = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    graph: read(name, 'dgd.yaml').find(isGraph)!,
    recorded: read(name, 'objects.yaml'),
    options: { ...WORKLOAD_DEFAULTS, namespace: 'default', ...SETUPS[name] },
  }));

export const RENDERED_CASES = OPERATOR_CASES.filter(({ name }) => !Object.hasOwn(REFUSED, name));

export function operatorCase(name: string): OperatorCase {
  return OPERATOR_CASES.find((one) => one.name === name)!;
}

function read(name: string, file: string): readonly JsonObject[] {
  return parseDocuments(readFileSync(`${ROOT}/${name}/${file}`, 'utf8'));
}

/** One way in which plain workloads are meant to differ from the operator's objects. */
interface Difference {
  readonly what: string;
  readonly why: string;
  /** What the operator made as it has to look here; undefined for an object that is left out. */
  readonly apply: (object: JsonObject, given: OperatorCase) => JsonObject | undefined;
}

const MAIN = 'main';
const WORKLOADS = ['Deployment', 'LeaderWorkerSet'];
const HASH_LABEL = 'nvidia.com/dynamo-worker-hash';
/** What stands for the hash of the workers on both sides. */
const HASH = 'hash';

/** Every one of them; what is not listed has to be equal. */
export const DIFFERENCES: readonly Difference[] = [
  {
    what: 'workers have no hash in their names',
    why: 'an update is one of a Deployment, nothing is left to be pruned',
    apply: (object, { recorded }) => mapTexts(object, (text) => text.replaceAll(`-${hashOf(recorded)}`, '')),
  },
  {
    what: 'the hash is another one',
    why: "it is over our own objects; the operator's changes with its release",
    apply: (object, { recorded }) => mapTexts(object, (text) => text.replaceAll(hashOf(recorded), HASH)),
  },
  {
    what: 'the event plane is always said',
    why: 'runtimes of 1.2 look for a NATS without it',
    apply: (object, { options }) => {
      const value = options.eventPlane === 'zmq' ? 'zmq' : 'nats';
      return mapMain(object, (main) => {
        const env = listIn(main, 'env');
        const isSaid = env.some((one) => getIn(one, 'name') === 'DYN_EVENT_PLANE');
        return isSaid ? main : { ...main, env: [...env, { name: 'DYN_EVENT_PLANE', value }] };
      });
    },
  },
  {
    what: 'the role grants less',
    why: 'no runtime asks for pods and endpoints, nor for updates',
    apply: (object) => {
      if (object.kind !== 'Role') return object;
      const rules = listIn(object, 'rules').filter((rule) => !listIn(rule, 'resources').includes('pods'));
      return {
        ...object,
        rules: rules.map((rule) => updateIn(Object(rule), ['verbs'], (verbs) => without(verbs, 'update'))),
      };
    },
  },
  {
    what: 'managed by dgdr-render',
    why: 'it is',
    apply: (object) => mapTexts(object, (text) => (text === 'dynamo-operator' ? 'dgdr-render' : text)),
  },
  {
    what: 'no account of the planner, no adapters, no Service of the model, no script to wait for a leader',
    why: 'only the planner and controllers of the operator use them',
    apply: (object) => {
      const { kind, name } = refOf(object);
      const isLeftOut =
        name.startsWith('planner-serviceaccount') ||
        kind === 'DynamoGraphDeploymentScalingAdapter' ||
        name.startsWith('dynamo-model-') ||
        name.endsWith('-wait-leader-script');
      return isLeftOut ? undefined : object;
    },
  },
  {
    what: 'a Service chooses every pod of a group',
    why: 'followers with an endpoint of their own would be in no slice',
    apply: (object) =>
      object.kind === 'Service' ? updateIn(object, ['spec', 'selector'], (all) => omit(Object(all), 'role')) : object,
  },
  {
    what: 'no empty rollout strategy, no empty resources',
    why: 'a server refuses the first, the second says nothing',
    apply: (object) => {
      const tidy = mapContainers(object, (one) => {
        return Object.keys(objectIn(one, 'resources')).length === 0 ? omit(one, 'resources') : one;
      });
      return tidy.kind === 'LeaderWorkerSet'
        ? updateIn(tidy, ['spec'], (spec) => omit(Object(spec), 'rolloutStrategy'))
        : tidy;
    },
  },
  {
    what: 'workloads say what rendered them',
    why: 'so that they are known again',
    apply: (object, { graph }) => {
      const all = Object.entries(objectIn(graph, 'metadata', 'annotations'));
      const ours = Object.fromEntries(all.filter(([key]) => key.startsWith('dgdr-render.dev/')));
      if (!WORKLOADS.includes(String(object.kind)) || Object.keys(ours).length === 0) return object;
      return updateIn(object, ['metadata', 'annotations'], (annotations) => ({ ...Object(annotations), ...ours }));
    },
  },
  {
    what: 'the first rank of a node is worked out by the shell alone',
    why: 'the kubelet does not look inside $((...)), and a shell takes $(...) there for a command (docs/deviations.md)',
    apply: (object) => mapTexts(object, (text) => text.replace('* $(LWS_WORKER_INDEX) ))', '* LWS_WORKER_INDEX ))')),
  },
];

/** What has to be rendered for a case: what the operator made, after every difference, by kind and name. */
export function expectedObjects(given: OperatorCase): ReadonlyMap<string, Json> {
  const kept = given.recorded.flatMap((object) => {
    const changed = DIFFERENCES.reduce<JsonObject | undefined>(
      (current, { apply }) => current && apply(current, given),
      object,
    );
    return changed === undefined ? [] : [changed];
  });
  return byName(kept);
}

/** Rendered objects in the form in which they are compared: variables as a map, one word for the hash. */
export function comparableObjects(objects: readonly JsonObject[]): ReadonlyMap<string, Json> {
  const hash = hashOf(objects);
  return byName(
    objects.map((object) => mapTexts(object, (text) => (hash === '' ? text : text.replaceAll(hash, HASH)))),
  );
}

function byName(objects: readonly JsonObject[]): ReadonlyMap<string, Json> {
  const pairs = objects.map((object) => {
    const { kind, name } = refOf(object);
    return [`${kind} ${name}`, mapContainers(object, withEnvMap)] as const;
  });
  return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withEnvMap(container: JsonObject): JsonObject {
  if (container.env === undefined) return container;
  return { ...container, env: Object.fromEntries(listIn(container, 'env').map((one) => [getIn(one, 'name'), one])) };
}

/** The hash of the workers among objects; empty where there is none. */
export function hashOf(objects: readonly JsonObject[]): string {
  const labels = objects.map((object) => getIn(object, 'metadata', 'labels', HASH_LABEL));
  return String(labels.find((value) => value !== undefined) ?? '');
}

/** The templates of the pods of an object, by their paths. */
export const TEMPLATES: readonly (readonly string[])[] = [
  ['spec', 'template'],
  ['spec', 'leaderWorkerTemplate', 'leaderTemplate'],
  ['spec', 'leaderWorkerTemplate', 'workerTemplate'],
];

/** A copy with every container of its pods passed through `change`. */
export function mapContainers(object: JsonObject, change: (container: JsonObject) => JsonObject): JsonObject {
  return TEMPLATES.reduce((current, path) => {
    return ['containers', 'initContainers'].reduce((one, key) => {
      const at = [...path, 'spec', key];
      const list = getIn(one, ...at);
      return Array.isArray(list) ? updateIn(one, at, () => list.map((each) => change(Object(each)))) : one;
    }, current);
  }, object);
}

function mapMain(object: JsonObject, change: (container: JsonObject) => JsonObject): JsonObject {
  return mapContainers(object, (container) => (container.name === MAIN ? change(container) : container));
}

function mapTexts<T extends Json>(value: T, change: (text: string) => string): T {
  const walk = (one: Json): Json => {
    if (typeof one === 'string') return change(one);
    if (Array.isArray(one)) return one.map(walk);
    return isObject(one) ? Object.fromEntries(Object.entries(one).map(([key, each]) => [key, walk(each)])) : one;
  };
  return walk(value) as T;
}

function without(list: Json | undefined, item: string): Json {
  return (Array.isArray(list) ? list : []).filter((one) => one !== item);
}

function omit(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
