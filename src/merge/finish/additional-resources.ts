import { plannerConfigMap } from '../../graph/planner.ts';
import { isObject, type JsonObject } from '../../json.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Request } from '../../request/request.ts';
import { requestLabels } from './graph-identity.ts';

/**
 * What a graph needs beside itself, to be applied before it: the planner's ConfigMap, with the namespace and labels that
 * the controller gives it. Throws like `buildGraph`, which also says its warnings.
 */
export function additionalResources(request: Request, profile: Profile): JsonObject[] {
  const content = plannerConfigMap(request, profile, () => {});
  if (content === undefined) return [];
  const { name, data } = content;
  return [ownedResource(request, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { ...data } })];
}

/** An object beside the graph with the namespace and labels of its request. */
export function ownedResource(
  request: Request,
  { apiVersion = '', kind = '', metadata, ...rest }: JsonObject,
): JsonObject {
  const namespace = request.namespace === undefined ? {} : { namespace: request.namespace };
  const own = { ...(isObject(metadata) ? metadata : {}), ...namespace, labels: requestLabels(request) };
  return { apiVersion, kind, metadata: own, ...rest };
}
