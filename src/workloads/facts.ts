import type { WorkloadOptions } from '../request/workload-options.ts';
import type { Backend } from '../serving.ts';
import type { Component } from './component.ts';

/** What a pod is to its replica: all of it, or the first or another one of several. */
type Role = 'main' | 'leader' | 'follower';

/** What all components of a graph share. */
export interface GraphFacts {
  readonly name: string;
  /** Undefined where neither the graph nor the options name one. */
  readonly namespace: string | undefined;
  readonly options: WorkloadOptions;
  /** What tells generations of workers apart; undefined while it is made, and where generations share one name. */
  readonly hash: string | undefined;
  /** The graph's `restart.id`. */
  readonly restart: string | undefined;
}

/** Everything that the tables ask about a pod. */
export interface Facts {
  readonly graph: GraphFacts;
  readonly component: Component;
  /** Name of the Deployment, and of the Service but for its dots. */
  readonly name: string;
  readonly role: Role;
  /** The engine of a worker, as its command says, else as the graph does. */
  readonly backend: Backend | undefined;
  /** Whether objects of the cluster lead processes to each other. */
  readonly isDiscovered: boolean;
  readonly dynamoNamespace: string;
  /** Where compiled kernels are kept. */
  readonly cachePath: string | undefined;
}
