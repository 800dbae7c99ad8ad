import type { GraphLens, GraphService } from '../../../src/dgd/lens/lens.ts';
import { graphServices, LENSES, mapServices, WORKER_TYPES } from '../../../src/dgd/services.ts';
import { isObject, type JsonObject, updateIn } from '../../../src/json.ts';
import type { Profile } from '../../../src/profile/profile.ts';
import type { Request } from '../../../src/request/request.ts';
import { PLANNER_CONFIG } from '../manifest-difference.ts';

/** Readable documents of one request: what comes before the graph, then the graph. */
export type Documents = JsonObject[];

/** What a mend looks at beside the documents. */
export interface MendContext {
  readonly request: Request;
  /** The pick that both manifests are of. */
  readonly profile: Profile;
  /** Makes readable documents by the reference's rules without `overrides.dgd`. */
  readonly generated: () => Documents;
}

/** A row of docs/deviations.md as a change of the reference's documents; they stay as they are where it does not apply. */
export interface ManifestMend {
  /** The row's first column. */
  readonly topic: string;
  readonly apply: (documents: Documents, context: MendContext) => Documents;
}

/** The documents with the graph changed. */
export function mapGraph(documents: Documents, change: (graph: JsonObject) => JsonObject): Documents {
  return documents.map((document) => (document.kind === 'DynamoGraphDeployment' ? change(document) : document));
}

/** The documents with the planner's configuration changed. */
export function mapConfig(documents: Documents, change: (config: JsonObject) => JsonObject): Documents {
  return documents.map((document) =>
    document.kind === 'ConfigMap'
      ? updateIn(document, PLANNER_CONFIG, (config) => (isObject(config) ? change(config) : (config ?? null)))
      : document,
  );
}

/** A worker with the role that its graph gives it: `agg` where nothing prefills for it. */
export interface Worker extends GraphService {
  readonly role: 'agg' | 'prefill' | 'decode';
  /** Module that its command starts, such as `dynamo.vllm`. */
  readonly module: string;
  readonly args: readonly string[];
}

/** The documents with every worker changed. */
export function mapWorkers(documents: Documents, change: (worker: Worker) => JsonObject): Documents {
  return mapGraph(documents, (graph) => {
    const isSplit = graphServices(graph).some(({ type }) => type === 'prefill');
    return mapServices(graph, (service) =>
      WORKER_TYPES.includes(service.type ?? '') ? change(toWorker(service, isSplit)) : service.object,
    );
  });
}

function toWorker(service: GraphService, isSplit: boolean): Worker {
  const { type, mainContainer } = service;
  const role = isSplit && (type === 'prefill' || type === 'decode') ? type : 'agg';
  return { ...service, role, module: words(mainContainer.command).at(-1) ?? '', args: words(mainContainer.args) };
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Keys from a service to its main container. */
export const MAIN_CONTAINER = ['extraPodSpec', 'mainContainer'] as const;

/** The row of the version that a service is written in. */
export function lensOfService(service: JsonObject): GraphLens {
  return LENSES['componentType' in service ? 'v1alpha1' : 'v1beta1'];
}

/** A service with other arguments. */
export function withArgs({ object }: Pick<GraphService, 'object'>, args: readonly string[]): JsonObject {
  return lensOfService(object).updateMainContainer(object, (container) => ({ ...container, args: [...args] }));
}

/** The value after a flag's first place. */
export function flagValue(args: readonly string[], flag: string): string | undefined {
  const index = args.indexOf(flag);
  return index < 0 ? undefined : args[index + 1];
}

/** The arguments with the value after a flag's first place replaced; those without the flag stay as they are. */
export function withValue(args: readonly string[], flag: string, value: string): readonly string[] {
  const index = args.indexOf(flag);
  return index < 0 ? args : args.with(index + 1, value);
}
