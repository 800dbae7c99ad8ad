/** Keys that tell the entries of a list apart, by the list's member. */
type ListKeys = Readonly<Record<string, readonly string[]>>;

const CONTAINER: ListKeys = {
  env: ['name'],
  ports: ['containerPort', 'protocol'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
};

/**
 * Lists of the types that a pod is made of whose entries have keys, by the type: they merge entry by entry, and no two
 * entries may have the same keys. All other lists are atomic (Kubernetes 1.34, listType and listMapKey of core/v1).
 */
export const LIST_KEYS = {
  V1PodSpec: {
    containers: ['name'],
    initContainers: ['name'],
    ephemeralContainers: ['name'],
    volumes: ['name'],
    imagePullSecrets: ['name'],
    schedulingGates: ['name'],
    resourceClaims: ['name'],
    hostAliases: ['ip'],
    topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  },
  V1Container: CONTAINER,
  V1EphemeralContainer: CONTAINER,
  V1ResourceRequirements: { claims: ['name'] },
} as const satisfies Readonly<Record<string, ListKeys>>;

/** What a key counts as where an entry leaves it out. */
export const KEY_DEFAULTS: Readonly<Record<string, string>> = { protocol: 'TCP', name: '' };
