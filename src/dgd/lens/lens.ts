import type { Json, JsonObject } from '../../json.ts';
import type { GraphVersion, Release } from '../../releases.ts';
import type { Path } from '../problem.ts';

/** A service (v1alpha1) or component (v1beta1) of a graph or of an override. */
export interface GraphService {
  readonly name: string;
  readonly path: Path;
  /** Where its name is written. */
  readonly namePath: Path;
  /** `frontend`, `worker`, `prefill`, `decode`, `planner`, `epp`, or something else; a v1alpha1 sub type counts. */
  readonly type: string | undefined;
  readonly typePath: Path;
  readonly object: JsonObject;
  /** The pod, without its main container in v1alpha1; empty where there is none. */
  readonly podSpec: JsonObject;
  readonly podSpecPath: Path;
  /** The container that runs the component; empty where there is none. */
  readonly mainContainer: JsonObject;
  /** Where the image of the main container stands, or would stand; without a container in a list, the list. */
  readonly imagePath: Path;
}

/** What stands in the place of a service, whether it is one or not. */
export interface ServiceEntry {
  /** Below the services or components. */
  readonly key: string;
  /** Empty where it has none. */
  readonly name: string;
  readonly value: Json;
}

/** A field with its place. */
export interface Field {
  readonly path: Path;
  readonly value: Json | undefined;
}

/** What a service's main container is limited to and what it requests of GPUs; absent values where it says nothing. */
interface GpuSides {
  readonly limits: Field;
  readonly requests: Field;
}

/** A list of a service that is read and written as one, counted from the service's object. */
export interface ListPlace {
  readonly read: (service: JsonObject) => Json | undefined;
  /** A copy of the service with the list passed through `change`; what is missing on the way is made. */
  readonly update: (service: JsonObject, change: (list: Json | undefined) => Json) => JsonObject;
}

/** What a service may have switched on. */
export type FeatureName = 'gpuMemoryService' | 'failover' | 'checkpoint';

/**
 * Where one version of the graph keeps its parts: everything that reads or changes graphs asks this row, and not for the
 * version. Nothing is changed in place.
 */
export interface GraphLens {
  readonly version: GraphVersion;
  /** Member of `spec` that holds the services. */
  readonly servicesKey: string;
  /** Member of `spec` with the variables of every service. */
  readonly envKey: string;
  /** Member of the graph's `topologyConstraint` that names the topology. */
  readonly topologyKey: string;
  /** Keys from a service to its pod's spec. */
  readonly podSpecPath: readonly string[];
  /** Keys from a service to what holds its features. */
  readonly featuresPath: readonly string[];
  /** Texts that name images, from a service, dots between the keys; a star is every item of a list. */
  readonly images: readonly string[];
  /** Variables of a service's main container, the strongest list first; generated ones go into that. */
  readonly env: readonly [ListPlace, ...ListPlace[]];
  /** What holds the services, item by item; undefined where it is missing or of another kind. */
  readonly entries: (graph: Json | undefined) => readonly ServiceEntry[] | undefined;
  /** What holds the services for these entries; their names count in v1alpha1 alone. */
  readonly holding: (entries: readonly Pick<ServiceEntry, 'name' | 'value'>[]) => Json;
  /** The value of an entry for a service of the name. */
  readonly named: (name: string, service: JsonObject) => JsonObject;
  /** The service of an entry; undefined for what is none, or has no name. */
  readonly toService: (entry: ServiceEntry) => GraphService | undefined;
  /** A copy of a service's object with its main container passed through `change`. */
  readonly updateMainContainer: (service: JsonObject, change: (container: JsonObject) => JsonObject) => JsonObject;
  /** Amounts of GPUs that a service asks for, the one that counts first; some may be absent. */
  readonly gpus: (service: GraphService) => readonly (Json | undefined)[];
  /** The GPUs of a service's own container, side by side. */
  readonly gpuSides: (service: GraphService) => GpuSides;
  /** A copy of a service's object that requests as many GPUs. */
  readonly requestGpus: (service: GraphService, amount: Json) => JsonObject;
  /** Sizes of /dev/shm. */
  readonly sharedMemory: (service: GraphService) => readonly Field[];
  /** Names of claims that a service has besides the volumes of its pod. */
  readonly claims: (service: GraphService) => readonly Field[];
  /** Whether a feature has to be switched on; elsewhere it is on by being there. */
  readonly hasSwitch: (feature: FeatureName, target: Release) => boolean;
}
