import type { GraphService } from '../dgd/lens/lens.ts';
import { nodeCount, WORKER_TYPES } from '../dgd/services.ts';
import { BACKENDS, type Backend } from '../serving.ts';
import { flagValue, hasFlag } from './args.ts';
import type { SizeFlags } from './backend.ts';
import { GRAPH_BACKENDS } from './backends.ts';

/** A worker's engine as its command line starts it. */
export interface StartedEngine {
  readonly backend: Backend;
  readonly args: readonly string[];
}

/** Flags that name a model; every engine takes both. */
const MODEL_FLAGS = ['--model', '--model-path'];
/** Text inside settings of an engine that may change a size. */
const SIZE_WORDS = /parallel_size|parallel-size/;

/** The engine that a worker starts itself; undefined for other services, shells, and programs that are not ours. */
export function startedEngine({ type, mainContainer: { command, args } }: GraphService): StartedEngine | undefined {
  if (!WORKER_TYPES.includes(type ?? '')) return undefined;
  const tokens = [...textsOf(command), ...textsOf(args)];
  const backend = BACKENDS.find((name) => tokens.includes(GRAPH_BACKENDS[name].module));
  return backend === undefined ? undefined : { backend, args: tokens };
}

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String) : [];
}

/** Whether the command line names the model that is served. */
export function namesModel({ args }: StartedEngine): boolean {
  return MODEL_FLAGS.some((flag) => hasFlag(args, flag));
}

/**
 * GPUs that one replica of a worker wants by its arguments, over all its nodes: tensor times pipeline times data parallel
 * size. Undefined where the arguments do not tell, such as a variable or a file of settings.
 */
export function wantedGpus(service: GraphService, { backend, args }: StartedEngine): number | undefined {
  const flags = GRAPH_BACKENDS[backend].sizeFlags;
  const nodes = Number(nodeCount(service) ?? 1);
  if (isOpaque(args, flags) || !Number.isInteger(nodes)) return undefined;
  const engine = sizeOf(args, flags.tensor) * sizeOf(args, flags.pipeline);
  const isLocal = flags.localData.some((flag) => hasFlag(args, flag));
  const ranks = isLocal ? sizeOf(args, flags.localData) * nodes : sizeOf(args, flags.data);
  const isShared = flags.sharesRanks !== undefined && hasFlag(args, flags.sharesRanks);
  const gpus = isShared ? engine : engine * ranks;
  return Number.isInteger(gpus) ? gpus : undefined;
}

function isOpaque(args: readonly string[], { opaque }: SizeFlags): boolean {
  const isSetInText = args.some((arg) => arg.trimStart().startsWith('{') && SIZE_WORDS.test(arg));
  return isSetInText || opaque.some((flag) => hasFlag(args, flag));
}

/** The size that flags say, 1 without them; not a number where it is none. */
function sizeOf(args: readonly string[], flags: readonly string[]): number {
  const value = flags.map((flag) => flagValue(args, flag)).find((found) => found !== undefined);
  return value === undefined ? 1 : /^\d+$/.test(value) ? Number(value) : Number.NaN;
}
