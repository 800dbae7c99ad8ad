import { RenderError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Profile } from '../profile/profile.ts';
import type { Request } from '../request/request.ts';

/** What the reference takes for a node of a system without a file. */
const USUAL_GPUS_PER_NODE = 8;

/** GPUs of one node: what the request says, or without the mend what the engine's system file says. */
export function gpusPerNode({ mends, hardware }: Request, { nodeGpus }: Pick<Profile, 'nodeGpus'>): number {
  return mends.usesNodeSize ? hardware.gpusPerNode : (nodeGpus ?? USUAL_GPUS_PER_NODE);
}

/** GPUs of one worker: all of them, and those of one engine instance (tensor times pipeline parallel size). */
export interface WorkerGpus {
  readonly total: number;
  readonly perInstance: number;
  readonly ephemeralStorage: string | undefined;
  /** Whether the operator spreads data-parallel ranks over nodes, each rank within one. */
  readonly spreadsRanks: boolean;
}

/** GPU limits and node count of a worker (ai-dynamo 1.3.1, profiler/utils/config.py). Quantities are text in v1alpha1. */
export function gpuFields(gpus: WorkerGpus, perNode: number): JsonObject {
  const gpu = String(Math.min(gpus.total, perNode));
  const requests =
    gpus.ephemeralStorage === undefined
      ? {}
      : { requests: { gpu, custom: { 'ephemeral-storage': gpus.ephemeralStorage } } };
  const spread = gpus.spreadsRanks ? gpus.total : gpus.perInstance;
  const multinode = spread > perNode ? { multinode: { nodeCount: Math.ceil(spread / perNode) } } : {};
  return { ...multinode, resources: { limits: { gpu }, ...requests } };
}

/**
 * Refuses a worker whose GPUs the graph cannot express: more than a node has, but not in whole nodes, or spread by
 * data parallelism where no rank may lie across nodes. Throws FEATURE_UNSUPPORTED.
 */
export function checkNodes(request: Request, service: string, gpus: WorkerGpus): void {
  const { gpusPerNode: perNode } = request.hardware;
  const isWhole = gpus.total % perNode === 0;
  const areRanksWhole = gpus.spreadsRanks && perNode % gpus.perInstance === 0;
  if (gpus.total <= perNode || (isWhole && (gpus.total === gpus.perInstance || areRanksWhole))) return;
  const why =
    gpus.total === gpus.perInstance
      ? `${gpus.total} GPUs are no whole number of nodes`
      : `data parallel ranks cannot be spread over nodes`;
  throw new RenderError('FEATURE_UNSUPPORTED', {
    message: `${service} needs ${gpus.total} GPUs and a node has ${perNode}: ${why}`,
    path: 'spec.hardware.numGpusPerNode',
    hint: `use nodes of ${gpus.total} GPUs (spec.hardware.numGpusPerNode) or allow fewer GPUs (spec.hardware.totalGpus)`,
    origin: request.locate('spec.hardware.numGpusPerNode'),
  });
}
