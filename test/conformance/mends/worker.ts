import { getIn, type JsonObject, updateIn } from '../../../src/json.ts';
import type { Profile } from '../../../src/profile/profile.ts';
import {
  flagValue,
  lensOfService,
  type ManifestMend,
  type MendContext,
  mapWorkers,
  type Worker,
  withArgs,
} from './mend.ts';

type Flags = readonly (readonly [flag: string, value: string])[];
type SplitRole = 'prefill' | 'decode';

const MODE = '--disaggregation-mode';
const NIXL = '{"kv_connector":"NixlConnector","kv_role":"kv_both"}';
const BOOTSTRAP: Flags = [
  ['--disaggregation-bootstrap-port', '12345'],
  ['--host', '0.0.0.0'],
];

/** What tells a worker its role, by the module that runs. */
const ROLE_FLAGS: Readonly<Record<string, Readonly<Record<SplitRole, Flags>>>> = {
  'dynamo.vllm': {
    decode: [[MODE, 'decode']],
    prefill: [
      [MODE, 'prefill'],
      ['--kv-transfer-config', NIXL],
    ],
  },
  'dynamo.sglang': {
    decode: [[MODE, 'decode'], ...BOOTSTRAP],
    prefill: [[MODE, 'prefill'], ...BOOTSTRAP],
  },
  'dynamo.trtllm': { decode: [[MODE, 'decode']], prefill: [[MODE, 'prefill']] },
};

const MODEL_FLAGS = ['--model', '--model-path'];

/** The role's flags that are not set yet, in front of the model. */
function withRole(worker: Worker): JsonObject {
  const { role, module, args } = worker;
  const flags = role === 'agg' ? [] : (ROLE_FLAGS[module]?.[role] ?? []);
  const missing = flags.filter(([flag]) => !args.includes(flag)).flat();
  const at = args.findIndex((arg) => MODEL_FLAGS.includes(arg));
  return at < 0 || missing.length === 0 ? worker.object : withArgs(worker, args.toSpliced(at, 0, ...missing));
}

/** Backends whose written tensor parallel size already holds the data parallel ranks. */
const SHARES_ATTENTION = ['dynamo.sglang', 'dynamo.trtllm'];

/** Data-parallel ranks of the picked workers. */
function ranksOf({ picked: [first] }: Profile, role: Worker['role']): number {
  const candidate = first?.candidate;
  if (candidate?.mode === 'disagg') return role === 'agg' ? 1 : candidate[role].layout.dp;
  return role === 'agg' ? (candidate?.worker.layout.dp ?? 1) : 1;
}

/** GPUs of the written flags where the reference counts the data parallel ranks once more. */
function withWrittenGpus(worker: Worker, { request, profile }: MendContext): JsonObject {
  const { object, role, module, args } = worker;
  const dp = ranksOf(profile, role);
  if (!profile.model.isMoe || dp <= 1 || !SHARES_ATTENTION.includes(module)) return object;
  const gpus = Number(flagValue(args, '--tensor-parallel-size')) * Number(flagValue(args, '--pipeline-parallel-size'));
  const limit = (count: number): string => String(Math.min(count, request.hardware.gpusPerNode));
  const recount = (holder: JsonObject, key: string): JsonObject =>
    ['limits', 'requests'].reduce((current, kind) => {
      const path = ['resources', kind, key];
      return getIn(current, ...path) === limit(gpus * dp) ? updateIn(current, path, () => limit(gpus)) : current;
    }, holder);
  const counted = recount(object, 'gpu');
  return lensOfService(object).updateMainContainer(counted, (container) => recount(container, 'nvidia.com/gpu'));
}

/** A node count where vLLM's data-parallel ranks fill several nodes, for which the reference writes the GPUs of one. */
function withNodes(worker: Worker, { request }: MendContext): JsonObject {
  const { object, module, args } = worker;
  const sizes = ['--tensor-parallel-size', '--pipeline-parallel-size', '--data-parallel-size'];
  const gpus = sizes.reduce((product, flag) => product * Number(flagValue(args, flag) ?? 1), 1);
  const nodes = Math.ceil(gpus / request.hardware.gpusPerNode);
  return module !== 'dynamo.vllm' || nodes <= 1 || 'multinode' in object
    ? object
    : { ...object, multinode: { nodeCount: nodes } };
}

/** The flags by which workers of a runtime trust the code of their model, where the request does. */
const TRUST: Readonly<Record<string, readonly string[]>> = {
  'dynamo.trtllm': ['--trtllm.trust_remote_code', 'true'],
  'dynamo.vllm': ['--trust-remote-code'],
  'dynamo.sglang': ['--trust-remote-code'],
};

function withTrust(worker: Worker, { request }: MendContext, modules: readonly string[]): JsonObject {
  const { object, module, args } = worker;
  const flags = (modules.includes(module) && TRUST[module]) || [];
  if (!request.overrides.trustRemoteCode || flags[0] === undefined || args.includes(flags[0])) return object;
  return withArgs(worker, [...args, ...flags]);
}

/** Mends of the workers' flags and resources. */
export const WORKER_MENDS: readonly ManifestMend[] = [
  { topic: 'role flags of disaggregated workers', apply: (documents) => mapWorkers(documents, withRole) },
  {
    topic: 'SGLang and TensorRT-LLM experts with attention data parallelism',
    apply: (documents, context) => mapWorkers(documents, (worker) => withWrittenGpus(worker, context)),
  },
  {
    topic: '`trustRemoteCode` with TensorRT-LLM (1.6)',
    apply: (documents, context) => mapWorkers(documents, (worker) => withTrust(worker, context, ['dynamo.trtllm'])),
  },
  {
    topic: '`trustRemoteCode` before 1.6',
    apply: (documents, context) =>
      mapWorkers(documents, (worker) => withTrust(worker, context, ['dynamo.vllm', 'dynamo.sglang'])),
  },
  {
    topic: 'vLLM’s data-parallel ranks over nodes',
    apply: (documents, context) => mapWorkers(documents, (worker) => withNodes(worker, context)),
  },
];
