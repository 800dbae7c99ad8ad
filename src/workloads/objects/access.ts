import type { JsonObject } from '../../json.ts';
import type { GraphFacts } from '../facts.ts';
import type { RuleRow } from '../tables/access.ts';
import { accountName } from '../tables/containers.ts';
import { metadata } from './object.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** The account of a graph's pods, what it may do, and that it may. */
export function accessObjects(graph: GraphFacts, rules: readonly RuleRow[]): JsonObject[] {
  const account = accountName(graph.name);
  const role = `${account}-role`;
  const labels = {
    'app.kubernetes.io/component': 'rbac',
    'app.kubernetes.io/managed-by': 'dgdr-render',
    'app.kubernetes.io/name': account,
  };
  const named = (name: string) => metadata(graph, { name, labels });
  const { namespace } = graph;
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: named(account) },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata: named(role),
      rules: rules.map(({ apiGroup, resource, verbs }) => ({
        apiGroups: [apiGroup],
        resources: [resource],
        verbs: [...verbs],
      })),
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: named(`${account}-binding`),
      roleRef: { apiGroup: RBAC, kind: 'Role', name: role },
      subjects: [{ kind: 'ServiceAccount', name: account, ...(namespace !== undefined && { namespace }) }],
    },
  ];
}
