import { LIST_KEYS } from '../../dgd/schema/list-keys.ts';
import type { Mends } from '../../request/mends.ts';
import { matchesPath, type PathPattern } from '../override-paths.ts';

/**
 * What lists are merged by: up to Dynamo 1.3, where the profiler merges, its own rules or the mended ones; those of the
 * CRD's schema from 1.4, where the operator's merge took over.
 */
export type ListRules = 'profiler' | 'mended' | 'operator';

/**
 * What happens to a list that both sides have: the override's follows (`append`), takes its place (`replace`), drops the
 * entries of the same name and follows (`byName`), or is merged entry by entry where the keys are equal.
 */
export type ListRule = 'append' | 'replace' | 'byName' | KeyedRule;

export interface KeyedRule {
  readonly keys: readonly string[];
  /** Entries hold one of several members (a value or where it comes from), so another member takes the place of the old. */
  readonly isUnion?: boolean;
}

type RuleRow = Readonly<{ path: PathPattern } & Partial<Record<ListRules, ListRule>>>;

const BY_NAME: KeyedRule = { keys: ['name'] };
const UNION_BY_NAME: KeyedRule = { keys: ['name'], isUnion: true };

/** Lists whose entries hold one of several members. */
const UNIONS: readonly string[] = ['volumes', 'resourceClaims', 'env'];

const PODS = ['spec.services.*.extraPodSpec', 'spec.components.*.podTemplate.spec'];
const CONTAINERS = [
  'spec.services.*.extraPodSpec.mainContainer',
  ...PODS.flatMap((pod) => ['containers', 'initContainers', 'ephemeralContainers'].map((list) => `${pod}.${list}.*`)),
];

/**
 * Lists that are not simply replaced. Up to 1.3 the reference appends worker arguments alone (ai-dynamo 1.3.1,
 * config_modifiers/protocol.py); by the mended rules, entries that the renderer generated survive unless the user names the same
 * entry, and so they do from 1.4 where the CRD takes a v1alpha1 list as a whole (`envs`, `volumeMounts`, `pvcs`).
 */
const LIST_RULES: readonly RuleRow[] = [
  {
    path: 'spec.services.<worker>.extraPodSpec.mainContainer.args',
    profiler: 'append',
    mended: 'append',
    operator: 'append',
  },
  { path: 'spec.pvcs', mended: 'byName', operator: BY_NAME },
  { path: 'spec.services.*.envs', mended: 'byName', operator: UNION_BY_NAME },
  { path: 'spec.services.*.volumeMounts', mended: 'byName', operator: BY_NAME },
  { path: 'spec.services.*.extraPodSpec.volumes', mended: 'byName', operator: UNION_BY_NAME },
  { path: 'spec.services.*.extraPodSpec.mainContainer.env', mended: 'byName', operator: UNION_BY_NAME },
  {
    path: 'spec.services.*.extraPodSpec.mainContainer.volumeMounts',
    mended: 'byName',
    operator: { keys: ['mountPath'] },
  },
  { path: 'spec.components', operator: BY_NAME },
  ...PODS.flatMap((pod) => rowsBelow(pod, LIST_KEYS.V1PodSpec)),
  ...CONTAINERS.flatMap((container) => rowsBelow(container, LIST_KEYS.V1Container)),
  ...[...PODS, ...CONTAINERS].flatMap((owner) => rowsBelow(`${owner}.resources`, LIST_KEYS.V1ResourceRequirements)),
];

/** What the API merges by key in a pod; all other lists are atomic. */
function rowsBelow(parent: PathPattern, lists: Readonly<Record<string, readonly string[]>>): RuleRow[] {
  return Object.entries(lists).map(([list, keys]) => ({
    path: `${parent}.${list}`,
    operator: { keys, isUnion: UNIONS.includes(list) },
  }));
}

const REFERENCES = ['configMapKeyRef', 'fieldRef', 'fileKeyRef', 'resourceFieldRef', 'secretKeyRef'];
const SECRET_VOLUMES = ['cephfs', 'cinder', 'flexVolume', 'iscsi', 'rbd', 'scaleIO', 'storageos'];
/** Mappings of a pod that the API merges as one value, those inside atomic lists aside (mapType and structType of core/v1). */
const ATOMIC_MAPS: readonly PathPattern[] = [
  ...PODS.flatMap((pod) =>
    [
      'nodeSelector',
      'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution',
      'topologySpreadConstraints.*.labelSelector',
      'volumes.*.configMap',
      'volumes.*.csi.nodePublishSecretRef',
      'volumes.*.ephemeral.volumeClaimTemplate.spec.dataSource',
      'volumes.*.ephemeral.volumeClaimTemplate.spec.selector',
      ...SECRET_VOLUMES.map((volume) => `volumes.*.${volume}.secretRef`),
    ].map((path) => `${pod}.${path}`),
  ),
  ...CONTAINERS.flatMap((container) => REFERENCES.map((reference) => `${container}.env.*.valueFrom.${reference}`)),
];

/** The rules up to 1.3. */
export function profilerRules({ keepsGeneratedEntries }: Mends): ListRules {
  return keepsGeneratedEntries ? 'mended' : 'profiler';
}

/** Whether the mapping at a path is replaced as a whole; see listRule. Up to 1.3 none is. */
export function isAtomicMap(path: readonly string[], rules: ListRules): boolean {
  return rules === 'operator' && ATOMIC_MAPS.some((pattern) => matchesPath(pattern, path));
}

/** The rule for the list at a path, counted from the graph's root; `*` stands for positions. */
export function listRule(path: readonly string[], rules: ListRules): ListRule {
  return LIST_RULES.find((row) => matchesPath(row.path, path))?.[rules] ?? 'replace';
}
