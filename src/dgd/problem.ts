/** Keys from a graph's root to a value, positions of lists as numbers. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a graph, and where. */
export interface GraphProblem {
  readonly severity: 'error' | 'warning';
  readonly path: Path;
  readonly message: string;
  readonly hint?: string | undefined;
}
