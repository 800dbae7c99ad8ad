import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/json.ts';
import type { GraphVersion } from '../../src/releases.ts';
import { releaseFacts } from '../../src/releases.ts';
import { type Cell, formerWorkersOf, workersOf } from './cells.ts';
import { graphLabels, ownLabels } from './pod-parts.ts';
import { all, type Model, some, WORD } from './words.ts';

/** The part of a graph that a service plays, as far as its fields depend on it. */
export type Part = 'frontend' | 'worker' | 'planner';

/** What an override says about one service. */
export interface ServiceWords {
  readonly name: string;
  readonly words: JsonObject;
}

const STRANGER = 'Stranger';
/** Needed by a failover in one pod, and harmless. */
const DISCOVERY = { 'nvidia.com/dynamo-kube-discovery-mode': 'container' };
const MODES: Readonly<Record<GraphVersion, string>> = { v1alpha1: 'intraPod', v1beta1: 'IntraPod' };
const TOPOLOGY: Readonly<Record<GraphVersion, string>> = {
  v1alpha1: 'topologyProfile',
  v1beta1: 'clusterTopologyName',
};

/** Fields of `spec` of one name in both versions. */
export function graphFields(version: GraphVersion): Model {
  const preference = all({ enforcement: fc.constant('preferred'), preferredWeight: fc.constantFrom(0, 0.5, 1) });
  const requirement = some({ enforcement: fc.constant('required') });
  const resource = fc.oneof(all({ labelKey: fc.constant('example.com/~') }), all({ clusterTopologyName: WORD }));
  const kvTransferPolicy = fc
    .tuple(all({ domain: WORD }), fc.oneof(preference, requirement), resource)
    .map((parts): JsonObject => Object.assign({}, ...parts));
  return {
    annotations: ownLabels(),
    labels: ownLabels(),
    backendFramework: fc.constantFrom('vllm', 'sglang', 'trtllm'),
    priorityClassName: WORD,
    restart: fc.oneof(all({ id: WORD }), all({ id: WORD, strategy: all({ type: fc.constant('Parallel') }) })),
    topologyConstraint: all({ [TOPOLOGY[version]]: WORD, packDomain: WORD }),
    experimental: all({ kvTransferPolicy }),
  };
}

/** Fields of a service or component of one name in both versions. */
export function serviceFields(part: Part): Model {
  const modelRef = fc.oneof(all({ name: WORD }), all({ name: WORD, revision: WORD }));
  return {
    replicas: fc.integer({ min: 1, max: 5 }),
    minAvailable: fc.constant(1),
    globalDynamoNamespace: fc.boolean(),
    runtimeVersionOverride: fc.constantFrom('1.4.0', '1.5.2'),
    modelRef,
    ...(part === 'worker' && { multinode: some({ nodeCount: fc.integer({ min: 2, max: 4 }) }) }),
  };
}

/** Switchable features of a worker: GPU memory service, failover and checkpoint, alone or as they fit together. */
export function features(version: GraphVersion, cell: Cell): fc.Arbitrary<JsonObject> {
  const on = version === 'v1alpha1' ? { enabled: fc.constant(true) } : {};
  const mode = fc.constant(MODES[version]);
  const memory = some({ deviceClassName: WORD, extraClientContainers: fc.constantFrom<Json>([], ['~']) });
  const gpuMemoryService = fc.tuple(memory, all({ ...on, mode })).map(([more, must]) => ({ ...more, ...must }));
  const checkpoint = fc.oneof(
    all({ enabled: fc.boolean(), checkpointRef: WORD }),
    all({ enabled: fc.constant(true), mode: fc.constantFrom('Auto', 'Manual'), identity: identity() }),
  );
  const checkpointed = some({ checkpoint });
  if (cell.isMocker) return checkpointed;
  const failover = all({ ...on, mode, numShadows: fc.constant(1) });
  return fc.oneof(checkpointed, all({ gpuMemoryService }), all({ gpuMemoryService, failover }));
}

function identity(): fc.Arbitrary<JsonObject> {
  const backendFramework = fc.constantFrom('vllm', 'sglang');
  return all({
    model: WORD,
    backendFramework,
    maxModelLen: fc.constantFrom(1, 4096),
    extraParameters: all({ a: WORD }),
  });
}

/** Labels and annotations, and rarely what is no metadata of a graph, with the name that the graph is to have. */
export function metadata(): fc.Arbitrary<JsonObject> {
  const annotations = ownLabels().map((labels) => ({ ...labels, ...DISCOVERY }));
  const may = some({ name: fc.constantFrom('chat', 'q-2'), labels: graphLabels() });
  const ignored = fc.constantFrom<JsonObject>({}, {}, {}, { namespace: 'elsewhere', finalizers: ['~'] });
  return fc.tuple(may, all({ annotations }), ignored).map((parts) => Object.assign({}, ...parts));
}

/** Words for services that a cell's graph has, and now and then for one that it lacks, where that is only left out. */
export function services(
  cell: Cell,
  words: (part: Part) => fc.Arbitrary<JsonObject>,
): fc.Arbitrary<readonly ServiceWords[]> {
  const workers = workersOf(cell).map((name) => nameOf(cell, name));
  const known = [
    { name: fc.constant('Frontend'), words: words('frontend') },
    ...workers.map((name) => ({ name, words: words('worker') })),
    ...(cell.hasPlanner ? [{ name: fc.constant('Planner'), words: words('planner') }] : []),
  ];
  const strangers =
    releaseFacts(cell.target).unknownService === 'warning'
      ? [{ name: fc.constant(STRANGER), words: words('worker').map(withoutPicker) }]
      : [];
  const entries = [...known, ...strangers].map((entry) => fc.record(entry));
  return fc
    .tuple(...entries.map((entry) => fc.option(entry, { nil: undefined })))
    .map((chosen) => chosen.filter((entry) => entry !== undefined));
}

/** A service that the graph lacks is refused where it asks for an endpoint picker. */
function withoutPicker(service: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(service).filter(([field]) => field !== 'eppConfig'));
}

/** A worker's name, or the one that older releases had for it. */
function nameOf(cell: Cell, name: string): fc.Arbitrary<string> {
  const former = [...formerWorkersOf(cell)].filter(([, present]) => present === name).map(([old]) => old);
  return fc.constantFrom(name, ...former);
}

/** Whether a cell's graph is still v1alpha1, which says more than v1beta1. */
export function isAlphaGraph({ target }: Cell): boolean {
  return releaseFacts(target).graphVersion === 'v1alpha1';
}
