import type { Warn } from '../errors.ts';
import { toGpuType } from '../gpu-types.ts';
import {
  requireGpus,
  unknownGpu,
  warnAboutCounts,
  warnAboutOthers,
  warnAboutSkipped,
  warnAboutTotal,
  warnAboutType,
  warnAboutUnavailable,
} from './gpu-findings.ts';
import { type GpuNode, sortNodes } from './gpu-nodes.ts';
import type { Node } from './nodes.ts';

/** What labels tell of the GPUs of a cluster. */
export interface Discovery {
  /** `spec.hardware` of a request. */
  readonly hardware: {
    readonly gpuSku: string;
    /** MiB a GPU. */
    readonly vramMb: number;
    readonly totalGpus: number;
    readonly numGpusPerNode: number;
    readonly interconnect: 'nvlink' | 'pcie' | undefined;
  };
  /** The nodes that were counted. */
  readonly counted: readonly GpuNode[];
}

/** The operator plans with no more GPUs unless a request names their number (defaultMaxAutoGPUs of its controller). */
const MOST_GPUS = 32;

/**
 * The hardware of a cluster by the rules of the operator (ai-dynamo/dynamo, deploy/operator/internal/gpu/discovery.go,
 * DiscoverGPUsFiltered): the node with the most GPUs, then the most memory, then the first name, sets the type, and the
 * nodes of that type are counted, ready or not. Where the operator would count GPUs that are not there or not alike (nodes of
 * one SKU with other products or fewer GPUs, parts of GPUs), those that are there are counted, with a warning.
 * Throws GPU_NODES_MISSING without any, GPU_UNKNOWN where that type has no SKU.
 */
export function discoverHardware(nodes: readonly Node[], warn: Warn): Discovery {
  const { usable, skipped } = sortNodes(nodes);
  requireGpus({ usable, skipped }, nodes);
  const best = usable.reduce((one, other) => (isBetter(other, one) ? other : one));
  const counted = usable.filter(({ product }) => product === best.product);
  const others = usable.filter(({ product }) => product !== best.product);
  const type = toGpuType(best.product);
  if (type === undefined) throw unknownGpu(best, others);
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  warnAboutSkipped(skipped, warn);
  warnAboutType(best, type, warn);
  warnAboutOthers(others, warn);
  warnAboutCounts(best, counted, warn);
  warnAboutUnavailable(counted, warn);
  warnAboutTotal(total, MOST_GPUS, warn);
  const hardware = {
    gpuSku: type.sku,
    vramMb: best.memoryMib,
    totalGpus: Math.min(total, MOST_GPUS),
    numGpusPerNode: best.count,
    interconnect: type.interconnect,
  };
  return { hardware, counted };
}

function isBetter(a: GpuNode, b: GpuNode): boolean {
  return a.count > b.count || (a.count === b.count && a.memoryMib > b.memoryMib);
}
