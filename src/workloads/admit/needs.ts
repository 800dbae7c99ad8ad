import type { FeatureName, GraphService } from '../../dgd/lens/lens.ts';
import type { Path } from '../../dgd/problem.ts';
import { getIn, isObject, type JsonObject } from '../../json.ts';
import { isFilled, listIn, objectIn } from '../../json-reading.ts';
import type { Facts } from '../facts.ts';
import { takesFlags } from '../nodes/launch.ts';
import { filled, mainContainer } from '../pod/container.ts';
import { TABLES } from '../tables/tables.ts';
import type { Admitted } from './admitted.ts';

/** A field that only an operator can heed. */
interface Need {
  /** Where it is used; nowhere in most graphs. */
  readonly paths: (graph: Admitted) => readonly Path[];
  readonly why: string;
  readonly wayOut: string;
}

const NONE = 'remove it, or keep the graph and an operator';
const ROUTE = "remove it: the frontend's own router chooses workers by their KV caches with DYN_ROUTER_MODE=kv";
const SCALE =
  'fix the replicas, or scale on the metrics of frontend and workers with KEDA or a HorizontalPodAutoscaler (docs/workloads.md)';
const CONTAINER_DISCOVERY = 'nvidia.com/dynamo-kube-discovery-mode';

/** Everything that is refused, with what to do instead. */
const NEEDS: readonly Need[] = [
  {
    paths: ofType('planner'),
    why: 'a planner reads the graph and its status in the cluster, and writes replicas into it',
    wayOut: SCALE,
  },
  { paths: ofType('epp'), why: 'an endpoint picker needs a pool, and rules of a gateway', wayOut: ROUTE },
  { paths: ofMember('eppConfig'), why: 'it configures an endpoint picker', wayOut: ROUTE },
  { paths: ofMember('frontendSidecar'), why: 'it belongs to an endpoint picker', wayOut: ROUTE },
  { paths: ofFeature('checkpoint'), why: 'checkpoints need controllers and agents on the nodes', wayOut: NONE },
  {
    paths: ofFeature('gpuMemoryService'),
    why: 'the GPU memory service needs claims of devices and an admission webhook',
    wayOut: NONE,
  },
  { paths: ofFeature('failover'), why: 'failover needs the GPU memory service', wayOut: NONE },
  {
    paths: ({ components, view }) => [
      ...annotated(view.annotations, CONTAINER_DISCOVERY, 'container', ['metadata', 'annotations']),
      ...components.flatMap(({ component }) => {
        const isOwn = view.annotations[CONTAINER_DISCOVERY] === undefined;
        return isOwn ? annotated(component.annotations, CONTAINER_DISCOVERY, 'container', component.path) : [];
      }),
    ],
    why: 'containers that find each other one by one need an admission webhook',
    wayOut: 'remove the annotation: pods find each other',
  },
  {
    paths: ({ view: { spec } }) =>
      isObject(getIn(spec, 'experimental', 'kvTransferPolicy')) ? [['spec', 'experimental', 'kvTransferPolicy']] : [],
    why: 'a controller copies labels of nodes to the pods for it',
    wayOut: NONE,
  },
  {
    paths: ({ view: { spec, services } }) => [
      ...(isObject(spec.topologyConstraint) ? [['spec', 'topologyConstraint']] : []),
      ...services.flatMap(({ object, path }) => {
        return isObject(object.topologyConstraint) ? [[...path, 'topologyConstraint']] : [];
      }),
    ],
    why: 'it is for Grove, which places groups of pods',
    wayOut: "set an affinity in the pod's spec",
  },
  {
    paths: spanning(({ backend }) => backend === 'trtllm'),
    why: 'TensorRT-LLM over several nodes starts by mpirun over SSH, which was not tried without the operator',
    wayOut: 'keep the graph and an operator with Grove or LeaderWorkerSet, or use one node',
  },
  {
    paths: spanning(({ backend, graph }) => backend !== 'trtllm' && graph.options.multinode === 'refuse'),
    why: 'workloads.multinode refuses replicas that span nodes',
    wayOut: 'set workloads.multinode to leaderWorkerSet where the cluster has LeaderWorkerSet, or use one node',
  },
];

/** NEEDS_OPERATOR for every field that only an operator can heed, and WORKLOADS_IMPOSSIBLE for what it could not start either. */
export function checkNeeds(graph: Admitted): void {
  for (const { paths, why, wayOut } of NEEDS) {
    for (const path of paths(graph)) graph.report({ code: 'NEEDS_OPERATOR', path, message: why, hint: wayOut });
  }
  for (const facts of graph.components) checkStart(facts, graph);
  checkEtcd(graph);
}

/** An annotation asks for etcd, and nobody says where that is. */
function checkEtcd({ components, report }: Admitted): void {
  const lost = components.find(({ component, isDiscovered, graph: { options } }) => {
    const names = listIn(component.main, 'env').map((one) => getIn(one, 'name'));
    return !isDiscovered && options.discovery === 'kubernetes' && !names.includes('ETCD_ENDPOINTS');
  });
  if (lost === undefined) return;
  report({
    code: 'WORKLOADS_IMPOSSIBLE',
    path: lost.component.path,
    message: 'processes are to find each other by etcd, but no endpoints are known',
    hint: 'set workloads.discovery to {etcd: ENDPOINTS}, or ETCD_ENDPOINTS among the variables of the graph',
  });
}

function checkStart(facts: Facts, { report }: Admitted): void {
  const { component, backend, cachePath } = facts;
  const fail = (path: Path, message: string, hint: string): void => {
    report({ code: 'WORKLOADS_IMPOSSIBLE', path: [...component.path, ...path], message, hint });
  };
  if (component.cache !== undefined && cachePath === undefined) {
    fail([], 'the compilation cache has no path, and the engine has none of its own', 'give the path of the cache');
  }
  if (component.nodes < 2 || backend === 'trtllm') return;
  const main = filled(mainContainer(facts, TABLES));
  if (main.args === undefined) {
    fail([], 'a replica spans nodes, but its main container has no arguments', 'give command and args');
  } else if (backend !== undefined && !takesFlags(main, backend)) {
    fail(
      [],
      `no python call of dynamo.${backend} takes the flags for several nodes`,
      'start the engine with python3 -m',
    );
  }
}

function ofType(type: string): Need['paths'] {
  return ({ view: { services } }) => services.filter((one) => one.type === type).map(({ typePath }) => typePath);
}

function ofMember(key: string): Need['paths'] {
  return ({ view: { services } }) =>
    services.filter(({ object }) => isFilled(object[key])).map(({ path }) => [...path, key]);
}

/** Where a feature is on: switched on in v1alpha1, there and not switched off in v1beta1. */
function ofFeature(name: FeatureName): Need['paths'] {
  return ({ view: { lens, services } }) => {
    const settingsOf = ({ object }: GraphService) => getIn(objectIn(object, ...lens.featuresPath), name);
    const isOn = (settings: unknown): boolean => {
      if (!isObject(settings)) return false;
      return lens.version === 'v1alpha1' ? settings.enabled === true : settings.enabled !== false;
    };
    return services.filter((one) => isOn(settingsOf(one))).map(({ path }) => [...path, ...lens.featuresPath, name]);
  };
}

function spanning(isMeant: (facts: Facts) => boolean): Need['paths'] {
  return ({ components }) =>
    components
      .filter((facts) => facts.component.nodes > 1 && isMeant(facts))
      .map(({ component }) => [...component.path, 'multinode']);
}

function annotated(annotations: JsonObject, key: string, value: string, path: Path): Path[] {
  return annotations[key] === value ? [[...path, key]] : [];
}
