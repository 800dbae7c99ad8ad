import { type JsonObject, updateIn } from '../../src/json.ts';

/** Dotted paths of lists to the keys of their entries. */
type Lists = Readonly<Record<string, readonly string[]>>;

const CONTAINER: Lists = {
  env: ['name'],
  ports: ['containerPort', 'protocol'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
};
const POD: Lists = {
  containers: ['name'],
  initContainers: ['name'],
  hostAliases: ['ip'],
  imagePullSecrets: ['name'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  volumes: ['name'],
};
const podAt = (path: string): Lists =>
  Object.fromEntries(Object.entries(POD).map(([list, keys]) => [`${path}.${list}`, keys]));

/** Lists outside `status` that kustomize v5.7.1 merges by itself (the schema of Kubernetes in kyaml v0.20.1). */
const KINDS: readonly (readonly [apiVersion: string, kind: string, lists: Lists])[] = [
  ['v1', 'Pod', podAt('spec')],
  ['v1', 'PodTemplate', podAt('template.spec')],
  ['v1', 'ReplicationController', podAt('spec.template.spec')],
  ['apps/v1', 'DaemonSet', podAt('spec.template.spec')],
  ['apps/v1', 'Deployment', podAt('spec.template.spec')],
  ['apps/v1', 'ReplicaSet', podAt('spec.template.spec')],
  ['apps/v1', 'StatefulSet', podAt('spec.template.spec')],
  ['batch/v1', 'CronJob', podAt('spec.jobTemplate.spec.template.spec')],
  ['batch/v1', 'Job', podAt('spec.template.spec')],
  ['v1', 'Service', { 'spec.ports': ['port', 'protocol'] }],
  ['v1', 'ServiceAccount', { secrets: ['name'] }],
  ['admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', { webhooks: ['name'] }],
  ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', { webhooks: ['name'] }],
  ['storage.k8s.io/v1', 'CSINode', { 'spec.drivers': ['name'] }],
];
const METADATA: Lists = { 'metadata.ownerReferences': ['uid'] };

/** What a list's entry has beside its keys: it is gone where the list was replaced by that of a patch. */
export const KEPT = 'kept';

/** One resource of each kind with two entries in every list, and a patch that changes the second and adds a third. */
export const MERGED_KINDS = KINDS.map(([apiVersion, kind, lists]) => {
  const header = { apiVersion, kind, metadata: { name: 'one' } };
  const all = { ...lists, ...METADATA };
  return { resource: withLists(header, all, ['first', 'second']), patch: withLists(header, all, ['second', 'third']) };
});

type Entries = readonly [string, string];

function withLists(object: JsonObject, lists: Lists, entries: Entries): JsonObject {
  return Object.entries(lists).reduce((current, [path, keys]) => {
    const list = entries.map((one) => {
      const entry = Object.fromEntries(keys.map((key) => [key, one]));
      const marked: JsonObject = one === 'first' ? { ...entry, note: KEPT } : entry;
      return /ontainers$/.test(path) ? withLists(marked, CONTAINER, entries) : marked;
    });
    return updateIn(current, path.split('.'), () => list);
  }, object);
}
