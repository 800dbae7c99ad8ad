import type { Graph } from '../../dgd/services.ts';
import type { Facts } from '../facts.ts';
import type { Report } from '../problem.ts';

/** A graph as it is looked at before anything is made of it. */
export interface Admitted {
  readonly view: Graph;
  /** Of every component, without the hash of the workers. */
  readonly components: readonly Facts[];
  readonly report: Report;
}
