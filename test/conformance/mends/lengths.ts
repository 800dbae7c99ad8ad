import type { JsonObject } from '../../../src/json.ts';
import {
  flagValue,
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

/** Mends of flags that follow from the lengths of requests. */
export const LENGTH_MENDS: readonly ManifestMend[] = [
  {
    topic: 'sizing from memory',
    apply: (documents, context) => mapWorkers(documents, (worker) => withRequestLengths(worker, context)),
  },
  {
    topic: '`--max-model-len`',
    apply: (documents, context) => mapWorkers(documents, (worker) => withClampedContext(worker, context)),
  },
];
