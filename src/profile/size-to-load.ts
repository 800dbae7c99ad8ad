import { RenderError } from '../errors.ts';
import type { Architecture } from '../models/architecture.ts';
import type { ExpertSplit, ModelWeights } from '../models/weights/model-weights.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { ProfileRequest } from '../request/request.ts';
import { usableShare } from './wish-limits.ts';
import { MEMORY_FACTOR, type WorkerSizing } from './worker-sizing.ts';

const GIB = 2 ** 30;
const MIB = 2 ** 20;
/** Share of a card that engines take by default (vLLM's `--gpu-memory-utilization`). */
const USABLE_SHARE = 0.9;
/** No larger worker is looked for; configurations may claim any number of heads. */
const MOST_WORKER_GPUS = 1024;

/** One of the request's cards, and how many are in a node. */
interface Card {
  readonly memoryBytes: number;
  /** Share of the memory that an engine may take. */
  readonly usableShare: number;
  readonly perNode: number;
}

/** A worker that an engine can load. */
interface Loadable {
  readonly gpus: number;
  readonly split: ExpertSplit;
}

/**
 * Workers that an engine can load, as many as the budget and its nodes have room for: the fewest GPUs of one node, powers
 * of two before others, with room for the weights one and a half times; else as many as there are, where these hold the
 * weights and one request; only what no node holds spans several.
 * @throws RenderError HARDWARE_MISSING for a card of unknown memory, NO_FEASIBLE_CONFIG where nothing can be loaded
 */
export function sizeToLoad(
  request: ProfileRequest,
  architecture: Architecture,
  system: SystemSpec | undefined,
): WorkerSizing {
  const card = cardOf(request, system);
  const { totalGpus } = request.hardware;
  const { weights } = architecture;
  const { bytes, precision } = weights;
  const holding = loadable(weights, card).filter(({ gpus }) => holds(request, weights, { gpus, card }));
  const affordable = holding.filter(({ gpus }) => gpus <= totalGpus);
  const chosen = choose(affordable, bytes, card);
  if (chosen === undefined) throw tooLarge({ request, weights, card, sizes: holding.map(({ gpus }) => gpus) });
  return {
    gpusPerWorker: chosen.gpus,
    split: chosen.split,
    replicas: workersWithin(chosen.gpus, totalGpus, card.perNode),
    weightsGib: bytes / GIB,
    requiredGpus: Math.max(1, Math.ceil((bytes * MEMORY_FACTOR) / card.memoryBytes)),
    ...(precision && { precision }),
  };
}

/** Memory of one GPU and GPUs of one node: what the request says of its cards, else what is known of their kind. */
function cardOf({ hardware, wishes, locate }: ProfileRequest, system: SystemSpec | undefined): Card {
  const { vramMb, gpusPerNode, gpuSku } = hardware;
  const memoryBytes = vramMb === undefined ? system?.memCapacityBytes : vramMb * MIB;
  const share = Math.min(USABLE_SHARE, usableShare(wishes));
  if (memoryBytes !== undefined) return { memoryBytes, usableShare: share, perNode: gpusPerNode };
  throw new RenderError('HARDWARE_MISSING', {
    message: `nothing was measured on ${gpuSku} and its memory is not known, so no worker can be sized for it`,
    path: 'spec.hardware.vramMb',
    origin: locate('spec.hardware'),
    hint: 'set spec.hardware.vramMb to the MiB of one GPU, as nvidia-smi prints them',
  });
}

/** Every worker that loads the weights, by its GPUs: within a node, or over whole ones. */
function loadable({ mostGpus, splitOver }: ModelWeights, { perNode }: Card): readonly Loadable[] {
  const sizes = Array.from({ length: Math.min(mostGpus, MOST_WORKER_GPUS) }, (_, index) => index + 1);
  return sizes.flatMap((gpus) => {
    const split = gpus <= perNode || gpus % perNode === 0 ? splitOver(gpus) : undefined;
    return split === undefined ? [] : [{ gpus, split }];
  });
}

/** Whether the weights and one request of the wanted lengths fit the part of each card that an engine takes. */
function holds(
  { workload }: ProfileRequest,
  { bytes, cacheBytes }: ModelWeights,
  { gpus, card }: { readonly gpus: number; readonly card: Card },
): boolean {
  const request = cacheBytes(gpus, workload.isl + workload.osl);
  return bytes / gpus + request <= card.usableShare * card.memoryBytes;
}

function choose(workers: readonly Loadable[], bytes: number, { memoryBytes, perNode }: Card): Loadable | undefined {
  const ofOneNode = workers.filter(({ gpus }) => gpus <= perNode);
  const pool = ofOneNode.length > 0 ? ofOneNode : workers;
  const roomy = pool.filter(({ gpus }) => gpus * memoryBytes >= MEMORY_FACTOR * bytes);
  return roomy.find(({ gpus }) => Number.isInteger(Math.log2(gpus))) ?? roomy[0] ?? pool.at(-1);
}

/** How many workers of a size the budget has room for: whole nodes of them, and those of the node that is left. */
function workersWithin(gpus: number, totalGpus: number, perNode: number): number {
  if (gpus > perNode) return Math.floor(totalGpus / gpus);
  return Math.floor(totalGpus / perNode) * Math.floor(perNode / gpus) + Math.floor((totalGpus % perNode) / gpus);
}

interface TooLarge {
  readonly request: ProfileRequest;
  readonly weights: ModelWeights;
  readonly card: Card;
  /** GPUs of workers that would do, ascending. */
  readonly sizes: readonly number[];
}

function tooLarge({ request, weights, card, sizes }: TooLarge): RenderError {
  const { model, hardware, workload, locate } = request;
  const { totalGpus, gpuSku } = hardware;
  const { bytes, precision, cacheBytes } = weights;
  const largest = loadable(weights, card).findLast(({ gpus }) => gpus <= totalGpus)?.gpus ?? 1;
  const cardGib = card.memoryBytes / GIB;
  const heldGib = card.usableShare * largest * cardGib;
  const cacheGib = (cacheBytes(largest, workload.isl + workload.osl) * largest) / GIB;
  const enough = sizes.find((gpus) => gpus > totalGpus);
  const path = enough !== undefined ? 'spec.hardware.totalGpus' : 'spec.model';
  return new RenderError('NO_FEASIBLE_CONFIG', {
    message: `${model} does not fit the memory: ${inTenths(bytes / GIB)} GiB of ${precision ?? '16-bit'} weights and ${inTenths(cacheGib)} GiB for one request of isl ${workload.isl} and osl ${workload.osl}, but ${largest} x ${gpuSku} of ${inTenths(cardGib)} GiB, the most that one worker can have here, hold ${inTenths(heldGib)} GiB`,
    path,
    hint:
      enough === undefined
        ? 'choose a GPU with more memory or a quantised checkpoint, or lower isl and osl'
        : `set totalGpus to ${enough} or more${enough > card.perNode ? ', for a worker over several nodes' : ''}, choose a GPU with more memory or a quantised checkpoint`,
    origin: locate(path),
  });
}

function inTenths(value: number): string {
  return value.toFixed(1);
}
