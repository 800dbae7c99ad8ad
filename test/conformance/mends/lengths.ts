import { getIn, type JsonObject, updateIn } from '../../../src/json.ts';
import {
  flagValue,
  lensOfService,
  type ManifestMend,
  type MendContext,
  mapWorkers,
  type Worker,
  withArgs,
  withValue,
} from './mend.ts';

interface Lengths {
  readonly isl: number;
  readonly osl: number;
}

/** Lengths that the reference takes where it sizes from memory, whatever the request says; tokens. */
const FIXED: Lengths = { isl: 4000, osl: 1000 };
const SLACK_TOKENS = 1500;
const TRTLLM_SLACK_TOKENS = 500;
const TOKENS_PER_BLOCK = 32;

function toBlocks(tokens: number): number {
  return Math.ceil(tokens / TOKENS_PER_BLOCK) * TOKENS_PER_BLOCK;
}

/** Flags of an aggregated worker that depend on the lengths, with the number of tokens that each is given. */
const LENGTH_FLAGS: Readonly<Record<string, (lengths: Lengths, args: readonly string[]) => number>> = {
  '--max-model-len': ({ isl, osl }) => isl + osl + SLACK_TOKENS,
  '--max-num-batched-tokens': ({ isl }, args) => Number(flagValue(args, '--max-num-seqs')) + isl + SLACK_TOKENS,
  '--max-prefill-tokens': ({ isl }) => isl + SLACK_TOKENS,
  '--max-num-tokens': ({ isl }, args) =>
    toBlocks(Number(flagValue(args, '--max-batch-size')) + isl + TRTLLM_SLACK_TOKENS),
};

function withRequestLengths(worker: Worker, { request, profile }: MendContext): JsonObject {
  if (profile.naive === undefined) return worker.object;
  const args = Object.entries(LENGTH_FLAGS).reduce(
    (current, [flag, tokens]) =>
      flagValue(current, flag) === String(tokens(FIXED, current))
        ? withValue(current, flag, String(tokens(request.workload, current)))
        : current,
    worker.args,
  );
  return withArgs(worker, args);
}

const SIZE_FLAG = '--tensor-parallel-size';

/** The size over which an engine loads the checkpoint, by its own weights; the reference counts all layers alike, in 16 bit. */
function withLoadableSize(worker: Worker, { profile: { naive } }: MendContext): JsonObject {
  const gpus = String(naive?.gpusPerWorker);
  const size = flagValue(worker.args, SIZE_FLAG);
  if (naive === undefined || size === undefined || size === gpus) return worker.object;
  const sized = { ...withArgs(worker, withValue(worker.args, SIZE_FLAG, gpus)), replicas: naive.replicas };
  const resized = (object: JsonObject): JsonObject =>
    GPU_FIELDS.reduce<JsonObject>(
      (current, path) => (getIn(current, ...path) === size ? updateIn(current, path, () => gpus) : current),
      object,
    );
  return lensOfService(sized).updateMainContainer(resized(sized), resized);
}

/** Where a worker of a v1alpha1 graph, or the container of a v1beta1 one, asks for its GPUs. */
const GPU_FIELDS = ['gpu', 'nvidia.com/gpu'].flatMap((resource) => [
  ['resources', 'limits', resource],
  ['resources', 'requests', resource],
]);

const CONTEXT_FLAG = '--max-model-len';

/** The generated limit held down to the model's context; any other value stays. */
function withClampedContext(worker: Worker, { request, profile }: MendContext): JsonObject {
  const { contextLength } = profile.model;
  const { isl, osl } = request.workload;
  const wanted = isl + osl + SLACK_TOKENS;
  if (contextLength === undefined || contextLength >= wanted) return worker.object;
  if (flagValue(worker.args, CONTEXT_FLAG) !== String(wanted)) return worker.object;
  return withArgs(worker, withValue(worker.args, CONTEXT_FLAG, String(contextLength)));
}

/** The limit where profilers from 1.5 on leave it out, in its place among the flags. */
function withContextLength(worker: Worker, { request, profile }: MendContext): JsonObject {
  const { args, role, module } = worker;
  const at = args.indexOf('--max-num-seqs');
  if (module !== 'dynamo.vllm' || role !== 'agg' || args.includes(CONTEXT_FLAG) || at < 0) return worker.object;
  const { isl, osl } = request.workload;
  const wanted = isl + osl + SLACK_TOKENS;
  const limit = Math.min(wanted, profile.model.contextLength ?? wanted);
  return withArgs(worker, args.toSpliced(at, 0, CONTEXT_FLAG, String(limit)));
}

/** Mends of flags that follow from the lengths of requests. */
export const LENGTH_MENDS: readonly ManifestMend[] = [
  {
    topic: 'sizing from memory',
    apply: (documents, context) => mapWorkers(documents, (worker) => withLoadableSize(worker, context)),
  },
  {
    topic: 'lengths of a sizing from memory',
    apply: (documents, context) => mapWorkers(documents, (worker) => withRequestLengths(worker, context)),
  },
  {
    topic: "vLLM's `--max-model-len` from 1.5",
    apply: (documents, context) => mapWorkers(documents, (worker) => withContextLength(worker, context)),
  },
  {
    topic: '`--max-model-len`',
    apply: (documents, context) => mapWorkers(documents, (worker) => withClampedContext(worker, context)),
  },
];
