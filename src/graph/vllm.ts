import type { VllmFacts } from '../releases.ts';
import type { Role } from '../serving.ts';
import type { FlagRow, OptionalFlag } from './args.ts';
import type { EngineWorker, GraphBackend } from './backend.ts';
import { isDeepSeekV4 } from './facts.ts';
import { SLACK_TOKENS, wideSequences } from './rules.ts';

const KV_DTYPE: Readonly<Record<string, string>> = { bfloat16: 'auto' };

/** Settings of the DeepSeek-V4 profile for GB200, compact as the reference writes them. */
const COMPILATION_CONFIG =
  '{"mode":3,"cudagraph_mode":"FULL_AND_PIECEWISE","custom_ops":["all"],"pass_config":{"fuse_allreduce_rms":true}}';

/** Tensor parallel size: the experts' GPUs are shared out to the data parallel ranks, dense models keep theirs. */
function tensorParallel(worker: EngineWorker): number {
  return worker.isMoe ? Math.floor((worker.moeTp * worker.moeEp) / worker.dp) : worker.tp;
}

function gpusPerWorker(worker: EngineWorker): number {
  return tensorParallel(worker) * worker.pp * worker.dp;
}

/** Sequences and batched tokens by role. */
const LIMITS: Readonly<Record<Role, { sequences: (w: EngineWorker) => number; tokens: (w: EngineWorker) => number }>> =
  {
    agg: { sequences: wideSequences, tokens: (w) => wideSequences(w) + w.isl + SLACK_TOKENS },
    prefill: { sequences: (w) => Math.max(w.batchSize, 1), tokens: (w) => w.isl + SLACK_TOKENS },
    decode: { sequences: wideSequences, tokens: wideSequences },
  };

const speculative = (w: EngineWorker) =>
  w.nextn > 0 ? `{"method": "mtp", "num_speculative_tokens": ${w.nextn}}` : undefined;
const isV4OnGb200 = (w: EngineWorker) => isDeepSeekV4(w) && w.facts === 'gb200';

/** Flags of vLLM 0.12 to 0.22 in the reference's order (aiconfigurator 0.10.0, backend_templates/vllm; facts last). */
const FLAGS: readonly FlagRow<EngineWorker>[] = [
  ['--tensor-parallel-size', tensorParallel],
  ['--pipeline-parallel-size', (w) => w.pp],
  ['--data-parallel-size', (w) => w.dp],
  ['--enable-expert-parallel', (w) => w.moeEp > 1],
  ['--kv-cache-dtype', (w) => (w.kvCache === undefined ? undefined : (KV_DTYPE[w.kvCache] ?? w.kvCache))],
  ['--max-model-len', (w) => (w.role === 'agg' && w.writesContextLength ? w.maxModelLen : undefined)],
  ['--max-num-seqs', (w) => LIMITS[w.role].sequences(w)],
  ['--max-num-batched-tokens', (w) => LIMITS[w.role].tokens(w)],
  ['--speculative-config', speculative],
  ['--trust-remote-code', isDeepSeekV4],
  ['--block-size', (w) => (isDeepSeekV4(w) ? 256 : undefined)],
  ['--no-enable-flashinfer-autotune', isDeepSeekV4],
  ['--moe-backend', (w) => (isV4OnGb200(w) ? 'deep_gemm_mega_moe' : undefined)],
  ['--compilation-config', (w) => (isV4OnGb200(w) && w.role !== 'prefill' ? COMPILATION_CONFIG : undefined)],
];

/** Older spellings of the role, which the runtime refuses next to `--disaggregation-mode` (ai-dynamo 1.3.1, vllm/backend_args.py). */
const ROLE_ALIASES = ['--is-prefill-worker', '--is-decode-worker'];

function roleFlag(role: Role, { hasOldRoleFlags }: VllmFacts): OptionalFlag {
  return { flag: '--disaggregation-mode', value: role, aliases: hasOldRoleFlags ? ROLE_ALIASES : [] };
}

function transferFlag(kvRole: string | undefined): OptionalFlag[] {
  if (kvRole === undefined) return [];
  return [{ flag: '--kv-transfer-config', value: `{"kv_connector":"NixlConnector","kv_role":"${kvRole}"}` }];
}

/** vLLM graphs. */
export const VLLM: GraphBackend = {
  module: 'dynamo.vllm',
  workingDir: '/workspace/examples/backends/vllm',
  modelFlag: '--model',
  services: {
    agg: { ephemeralStorage: '2Gi' },
    decode: { subComponentType: 'decode', ephemeralStorage: '2Gi' },
    prefill: { subComponentType: 'prefill', ephemeralStorage: '2Gi' },
  },
  sizeFlags: {
    tensor: ['--tensor-parallel-size', '-tp'],
    pipeline: ['--pipeline-parallel-size', '-pp'],
    data: ['--data-parallel-size', '-dp'],
    localData: ['--data-parallel-size-local', '-dpl'],
    sharesRanks: undefined,
    opaque: ['--config'],
  },
  tensorParallel,
  gpusPerWorker,
  flags: () => FLAGS,
  contextFlag: '--max-model-len',
  roleFlags: {
    agg: () => [],
    decode: ({ backends: { vllm } }) => [roleFlag('decode', vllm), ...transferFlag(vllm.kvRoles.decode)],
    prefill: ({ backends: { vllm } }) => [roleFlag('prefill', vllm), ...transferFlag(vllm.kvRoles.prefill)],
  },
  trustRemoteCode: { flag: '--trust-remote-code' },
  needsTrust: true,
  halfPrecision: { flag: '--dtype', value: 'half' },
  refused: [],
  closingArgs: [],
  // It adds the flags that let them find each other (operator of 1.2 to 1.5, internal/dynamo/backend_vllm.go).
  spreadsRanks: true,
};
