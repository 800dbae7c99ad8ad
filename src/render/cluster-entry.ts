import { graphServices } from '../dgd/services.ts';
import { outlineOf } from '../dgd/topology.ts';
import { RenderError } from '../errors.ts';
import { getIn, isObject, type JsonObject } from '../json.ts';
import { annotationsOf } from '../krm/annotations.ts';
import { parseStream } from '../krm/parse-yaml.ts';
import type { LockInputs } from '../lock/find-entry.ts';
import type { LockEntry } from '../lock/lock-entry.ts';
import { isGraph } from '../outputs/graph.ts';
import { digestOf } from '../request/inputs.ts';
import type { Request } from '../request/request.ts';
import { BACKENDS, type Backend } from '../serving.ts';
import { VERSION } from '../version.ts';
import { objectChanges } from './compare/changes.ts';

/** Annotation of a request with the documents that the operator applies beside the graph; it takes ConfigMaps alone. */
const ADDITIONAL = 'dgdr.nvidia.com/additional-resources';
/** What a cluster fills in where a request says nothing (api.md 2.1). */
const FILLED_IN = ['image', 'backend', 'hardware', 'searchStrategy', 'autoApply'];
/** Differences that a message lists. */
const MOST_CHANGES = 4;

/**
 * The lock entry of what a cluster made of a request: `object` is the DynamoGraphDeploymentRequest there. Throws
 * CLUSTER_RESULT_MISSING where it has no finished graph, CLUSTER_REQUEST_DIFFERS where it says something else than the
 * request here.
 */
export function clusterEntry(object: JsonObject, spec: JsonObject, request: Request, inputs: LockInputs): LockEntry {
  requireSameSpec(object, spec, request);
  const graph = selectedGraph(object, request);
  const resources = additionalResources(object);
  const { name, namespace, hardware, pickingMode } = request;
  return {
    name,
    ...(namespace !== undefined && { namespace }),
    summary: '',
    engine: `dgdr-render ${VERSION}`,
    data: 'profiled in a cluster',
    digest: digestOf(inputs.cluster),
    inputs: inputs.cluster,
    graph: outlineOf(graph),
    profile: {
      ...{ system: hardware.system, backend: backendOf(graph, request), backendVersion: null, pickingMode },
      chosen: graphServices(graph).some(({ type }) => type === 'prefill') ? 'disagg' : 'agg',
      latencies: { ttft: 0, tpot: 0, request_latency: 0 },
      model: { isMoe: false, nextn: 0 },
    },
    cluster: { graph, ...(resources.length > 0 && { resources }) },
  };
}

function requireSameSpec(object: JsonObject, spec: JsonObject, request: Request): void {
  const there = isObject(object.spec) ? object.spec : {};
  const changes = objectChanges(spec, there).filter(({ path, text }) => {
    return !text.startsWith('+ ') || !FILLED_IN.some((field) => path === field || path.startsWith(`${field}.`));
  });
  if (changes.length === 0) return;
  const listed = changes.slice(0, MOST_CHANGES).map(({ path, text }) => `spec.${path} ${text}`);
  const more = changes.length > MOST_CHANGES ? `, and ${changes.length - MOST_CHANGES} more differences` : '';
  throw new RenderError('CLUSTER_REQUEST_DIFFERS', {
    message: `the request in the cluster is not this one (${listed.join(', ')}${more})`,
    path: `spec.${changes[0]?.path}`,
    hint: 'apply this request to the cluster and wait for its result, or change it here',
    origin: request.locate(`spec.${changes[0]?.path}`),
  });
}

function selectedGraph({ status }: JsonObject, request: Request): JsonObject {
  const graph = getIn(status, 'profilingResults', 'selectedConfig');
  if (isObject(graph) && isGraph(graph)) return withoutStatus(graph);
  const phase = getIn(status, 'phase');
  throw new RenderError('CLUSTER_RESULT_MISSING', {
    message: `the request in the cluster has no selectedConfig; its phase is ${typeof phase === 'string' ? phase : 'not set'}`,
    path: 'metadata.name',
    hint: 'wait until the phase is Ready or Deployed; kubectl describe dgdr says what is missing',
    origin: request.locate('metadata.name'),
  });
}

/** A result holds what the operator's types write: an empty status, too. */
function withoutStatus({ status: _, ...graph }: JsonObject): JsonObject {
  return graph;
}

function additionalResources(object: JsonObject): JsonObject[] {
  const documents = parseStream(annotationsOf(object)[ADDITIONAL] ?? '', { file: ADDITIONAL });
  const objects = documents.flatMap(({ resource }) => (resource ? [resource.object] : []));
  return objects.filter(({ kind }) => kind === 'ConfigMap');
}

/** The backend of the workers; what a mocker stands for only the request says. */
function backendOf(graph: JsonObject, { backend }: Request): Backend {
  const found = getIn(outlineOf(graph), 'spec', 'backendFramework');
  const known = [found, backend].find((one) => BACKENDS.some((name) => name === one));
  return (known as Backend | undefined) ?? BACKENDS[0];
}
