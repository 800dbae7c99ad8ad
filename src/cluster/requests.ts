import { RenderError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { GROUP, REQUEST_KIND } from '../kinds.ts';
import type { Cluster } from './api.ts';
import { refusal } from './refusal.ts';

/** Which request of a cluster is meant. */
export interface RequestName {
  readonly name: string;
  /** The namespace of the context where it is undefined. */
  readonly namespace: string | undefined;
}

const VERSION = 'v1beta1';
const RESOURCE = 'dynamographdeploymentrequests';
/** Names and namespaces of Kubernetes; everything else could reach another path. */
const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/**
 * A whole DynamoGraphDeploymentRequest, its status included. Throws NAME_INVALID, CLUSTER_NOT_FOUND, CLUSTER_REFUSED,
 * CLUSTER_UNREACHABLE.
 */
export async function readRequest(cluster: Cluster, request: RequestName): Promise<JsonObject> {
  const name = checkName(request.name, 'name');
  const namespace = checkName(request.namespace ?? cluster.namespace, 'namespace');
  const read = {
    path: `/apis/${GROUP}/${VERSION}/namespaces/${namespace}/${RESOURCE}/${name}`,
    right: { verb: 'get', resource: RESOURCE, group: GROUP, namespace },
  } as const;
  const reply = await cluster.get(read);
  if (reply.status === 404) throw notFound(cluster, { name, namespace }, reply.object.kind === 'Status');
  if (reply.status !== 200) throw refusal(cluster, read, reply);
  return reply.object;
}

function checkName(text: string, what: string): string {
  if (NAME.test(text)) return text;
  throw new RenderError('NAME_INVALID', {
    message: `the ${what} ${text} of the request is no name of Kubernetes`,
    hint: 'use lower-case letters, digits, hyphens and dots',
  });
}

/** A server without the kind answers in plain text, one without the object with a Status. */
function notFound({ context }: Cluster, { name, namespace }: Required<RequestName>, isKnownKind: boolean): RenderError {
  if (isKnownKind) {
    return new RenderError('CLUSTER_NOT_FOUND', {
      message: `there is no ${REQUEST_KIND} ${name} in the namespace ${namespace} of the context ${context}`,
      hint: `kubectl --context ${context} get dgdr --all-namespaces lists those that exist`,
    });
  }
  return new RenderError('CLUSTER_NOT_FOUND', {
    message: `the cluster of the context ${context} does not know ${GROUP}/${VERSION} ${REQUEST_KIND}`,
    hint: 'install Dynamo 1.0 or newer there, or use another context',
  });
}
