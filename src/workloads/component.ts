import type { GraphService } from '../dgd/lens/lens.ts';
import type { Path } from '../dgd/problem.ts';
import { WORKER_TYPES } from '../dgd/services.ts';
import type { Json, JsonObject } from '../json.ts';

/** A component of a graph, the same for every version of graphs: what is absent is undefined or empty. */
export interface Component {
  readonly name: string;
  /** As written, a sub type in the place of `worker`; empty where there is none. */
  readonly type: string;
  readonly replicas: Json;
  /** Pods that one replica consists of; 1 unless it spans nodes. */
  readonly nodes: number;
  /** Labels and annotations of the graph's user, for the workload, its pods and its Service. */
  readonly labels: JsonObject;
  readonly annotations: JsonObject;
  /** The pod, without its main container. */
  readonly podSpec: JsonObject;
  /** The container `main` as the user has it; its variables include those of the graph. */
  readonly main: JsonObject;
  /** The claim that keeps compiled kernels; without a path that of the backend counts. */
  readonly cache: { readonly claim: string; readonly path: string | undefined } | undefined;
  /** Size of /dev/shm: `0` for none, undefined for the default. */
  readonly sharedMemory: Json | undefined;
  readonly isGlobal: boolean;
  /** Whether something else than this graph sets the number of replicas. */
  readonly isScaled: boolean;
  /** Name of the model that is served, where the graph says it. */
  readonly model: string | undefined;
  readonly ingress: JsonObject | undefined;
  /** Where it stands. */
  readonly path: Path;
  /** The same component as other rooms look at it. */
  readonly service: GraphService;
}

/** Whether a component runs an engine. */
export function isWorker({ type }: Component): boolean {
  return WORKER_TYPES.includes(type);
}
