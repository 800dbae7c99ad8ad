/** What the pods of a graph may ask the API server for; read in the requests that released runtimes make. */
export interface RuleRow {
  readonly apiGroup: string;
  readonly resource: string;
  readonly verbs: readonly string[];
}

/**
 * Less than the operator grants, which adds pods, endpoints and the verb update. `create` is there since a server-side apply
 * of a new object is refused without it.
 */
export const RULES: readonly RuleRow[] = [
  { apiGroup: 'discovery.k8s.io', resource: 'endpointslices', verbs: ['get', 'list', 'watch'] },
  {
    apiGroup: 'nvidia.com',
    resource: 'dynamoworkermetadatas',
    verbs: ['create', 'get', 'list', 'watch', 'patch', 'delete'],
  },
];
