import { matchesPath, type PathPattern } from './paths.ts';

/**
 * Whose rules an override is merged by: ours and the reference's up to Dynamo 1.3, where the profiler merges; those of
 * the CRD's schema from 1.4, where the operator's merge took over.
 */
export type MergeRules = 'ours' | 'reference' | 'operator';

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

type RuleRow = Readonly<{ path: PathPattern } & Partial<Record<MergeRules, ListRule>>>;

const BY_NAME: KeyedRule = { keys: ['name'] };
const UNION_BY_NAME: KeyedRule = { keys: ['name'], isUnion: true };

/** Lists of a pod's spec that the API merges by key; all others are atomic (Kubernetes, listType of core/v1). */
const POD_LISTS: Readonly<Record<string, KeyedRule>> = {
  containers: BY_NAME,
  initContainers: BY_NAME,
  ephemeralContainers: BY_NAME,
  volumes: UNION_BY_NAME,
  imagePullSecrets: BY_NAME,
  schedulingGates: BY_NAME,
  resourceClaims: UNION_BY_NAME,
  hostAliases: { keys: ['ip'] },
  topologySpreadConstraints: { keys: ['topologyKey', 'whenUnsatisfiable'] },
};

/** The same for a container; arguments and commands are atomic. */
const CONTAINER_LISTS: Readonly<Record<string, KeyedRule>> = {
  env: UNION_BY_NAME,
  ports: { keys: ['containerPort', 'protocol'] },
  volumeMounts: { keys: ['mountPath'] },
  volumeDevices: { keys: ['devicePath'] },
  'resources.claims': BY_NAME,
};

const PODS = ['spec.services.*.extraPodSpec', 'spec.components.*.podTemplate.spec'];
const CONTAINERS = [
  'spec.services.*.extraPodSpec.mainContainer',
  ...PODS.flatMap((pod) => ['containers', 'initContainers', 'ephemeralContainers'].map((list) => `${pod}.${list}.*`)),
];

/**
 * Lists that are not simply replaced. Up to 1.3 the reference appends worker arguments alone (ai-dynamo 1.3.1,
 * config_modifiers/protocol.py); in ours, entries that the renderer generated survive unless the user names the same
 * entry, and so they do from 1.4 where the CRD takes a v1alpha1 list as a whole (`envs`, `volumeMounts`, `pvcs`).
 */
const LIST_RULES: readonly RuleRow[] = [
  {
    path: 'spec.services.<worker>.extraPodSpec.mainContainer.args',
    ours: 'append',
    reference: 'append',
    operator: 'append',
  },
  { path: 'spec.pvcs', ours: 'byName', operator: BY_NAME },
  { path: 'spec.services.*.envs', ours: 'byName', operator: UNION_BY_NAME },
  { path: 'spec.services.*.volumeMounts', ours: 'byName', operator: BY_NAME },
  { path: 'spec.services.*.extraPodSpec.volumes', ours: 'byName', operator: UNION_BY_NAME },
  { path: 'spec.services.*.extraPodSpec.mainContainer.env', ours: 'byName', operator: UNION_BY_NAME },
  {
    path: 'spec.services.*.extraPodSpec.mainContainer.volumeMounts',
    ours: 'byName',
    operator: { keys: ['mountPath'] },
  },
  { path: 'spec.components', operator: BY_NAME },
  ...PODS.flatMap((pod) => rowsBelow(pod, POD_LISTS)),
  ...CONTAINERS.flatMap((container) => rowsBelow(container, CONTAINER_LISTS)),
];

function rowsBelow(parent: PathPattern, lists: Readonly<Record<string, KeyedRule>>): RuleRow[] {
  return Object.entries(lists).map(([list, operator]) => ({ path: `${parent}.${list}`, operator }));
}

/** The rule for the list at a path, counted from the graph's root; `*` stands for positions. */
export function listRule(path: readonly string[], rules: MergeRules): ListRule {
  return LIST_RULES.find((row) => matchesPath(row.path, path))?.[rules] ?? 'replace';
}
