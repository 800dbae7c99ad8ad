/** One thing that is wrong with a graph; `path` are the keys from the graph's root (list positions as numbers). */
export interface GraphProblem {
  readonly severity: 'error' | 'warning';
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string | undefined;
}
