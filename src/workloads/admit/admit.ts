import type { Admitted } from './admitted.ts';
import { checkNames } from './limits.ts';
import { checkNeeds } from './needs.ts';
import { checkReduced } from './reduced.ts';

/** Reports what needs the operator, what does less without it, and names that no object could have. */
export function admitGraph(graph: Admitted): void {
  checkNeeds(graph);
  checkReduced(graph);
  checkNames(graph);
}
