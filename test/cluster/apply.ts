import { setTimeout as sleep } from 'node:timers/promises';
import { getAt, type JsonObject } from '../../src/json.ts';
import { refOf } from '../../src/krm/identity.ts';
import type { ApiServer } from './api-server.ts';

const APPLY = 'application/apply-patch+yaml';
export const DEFINITION = 'CustomResourceDefinition';
/** Kinds that are applied, as paths have them. */
const PLURALS: Readonly<Record<string, string>> = {
  [DEFINITION]: 'customresourcedefinitions',
  ServiceAccount: 'serviceaccounts',
  Role: 'roles',
  RoleBinding: 'rolebindings',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  Service: 'services',
  Deployment: 'deployments',
  LeaderWorkerSet: 'leaderworkersets',
  Ingress: 'ingresses',
  EndpointSlice: 'endpointslices',
  ValidatingAdmissionPolicy: 'validatingadmissionpolicies',
  ValidatingAdmissionPolicyBinding: 'validatingadmissionpolicybindings',
};
/** Those of them that are in no namespace. */
const OF_THE_CLUSTER = [DEFINITION, 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'];

/** Where objects of a kind are. */
export function pathTo(apiVersion: string, kind: string, namespace: string | undefined): string {
  const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  return `${root}${OF_THE_CLUSTER.includes(kind) ? '' : `/namespaces/${namespace}`}/${PLURALS[kind]}`;
}

/** Applies an object server-side with strict validation: what a server says against it, or nothing. */
export async function applyTo(server: ApiServer, object: JsonObject): Promise<string | undefined> {
  const { apiVersion, kind, name, namespace } = refOf(object);
  const path = `${pathTo(apiVersion, kind, namespace)}/${name}?fieldManager=test&fieldValidation=Strict&force=true`;
  const { status, object: answer } = await server.call('PATCH', path, { type: APPLY, body: object });
  return status < 300 ? undefined : `${kind} ${name}: ${status} ${String(answer.message)}`;
}

/** Waits until the kind of a definition is served. */
export async function untilServed(server: ApiServer, definition: JsonObject): Promise<void> {
  const [group, version, plural] = [['group'], ['versions', '0', 'name'], ['names', 'plural']].map((path) =>
    getAt(definition, ['spec', ...path]),
  );
  const path = `/apis/${group}/${version}/${plural}`;
  while ((await server.call('GET', path)).status !== 200) await sleep(200);
}
