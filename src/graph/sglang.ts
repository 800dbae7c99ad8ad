import type { FlagRow } from './args.ts';
import type { EngineWorker, GraphBackend } from './backend.ts';
import { type HardwareFacts, isDeepSeekV4 } from './facts.ts';
import { expertGpus, expertTensorParallel, hasAttentionDp, SLACK_TOKENS, wideSequences } from './rules.ts';

const KV_DTYPE: Readonly<Record<string, string>> = { bfloat16: 'auto', fp8: 'fp8_e4m3' };

/** Runner of expert layers by hardware (aiconfigurator 0.10.0, generator/facts/hardware.yaml); Hopper has none. */
const MOE_RUNNER: Readonly<Partial<Record<HardwareFacts, string>>> = { b200: 'deepep_moe', gb200: 'deepep_moe' };

/** Batch sizes of CUDA graphs: first, last, step. Ends are included, so some appear twice, as in the reference. */
const GRAPH_RANGES = [
  [1, 16, 1],
  [16, 32, 4],
  [32, 64, 8],
  [64, 128, 16],
  [128, 256, 32],
  [256, 512, 64],
] as const;
/** Every size this near to the picked batch gets a graph of its own. */
const GRAPH_MARGIN = 8;

/** Numbers from `first` on up to `last`. */
function stepsThrough(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}

function graphBatches({ role, batchSize }: EngineWorker): number[] | undefined {
  if (role === 'prefill') return undefined;
  const near = stepsThrough(batchSize <= GRAPH_MARGIN ? 1 : batchSize - GRAPH_MARGIN, batchSize + GRAPH_MARGIN, 1);
  return [...GRAPH_RANGES.flatMap(([first, last, step]) => stepsThrough(first, last, step)), ...near];
}

function runningRequests(worker: EngineWorker): number {
  return worker.role === 'prefill' ? Math.max(worker.batchSize, 1) : wideSequences(worker);
}

/** Ranks that share the attention of a prefill worker each want a request, in releases that say so. */
function requestsPerRank(worker: EngineWorker): number {
  return worker.role === 'prefill' && worker.release.backends.sglang.hasRequestPerRank && hasAttentionDp(worker)
    ? worker.dp
    : 1;
}

type Row = FlagRow<EngineWorker>;
const PARALLEL: readonly Row[] = [
  ['--tensor-parallel-size', expertTensorParallel],
  ['--pipeline-parallel-size', (w) => w.pp],
  ['--data-parallel-size', (w) => w.dp],
  ['--kv-cache-dtype', (w) => (w.kvCache === undefined ? undefined : (KV_DTYPE[w.kvCache] ?? w.kvCache))],
];
const PREFILL: readonly Row[] = [
  ['--max-prefill-tokens', (w) => w.isl + SLACK_TOKENS],
  ['--enable-mixed-chunk', (w) => w.role === 'agg'],
];
const REQUESTS: Row = [
  '--max-running-requests',
  (w) => (runningRequests(w) < requestsPerRank(w) ? undefined : runningRequests(w)),
];
/** Where the ranks want more, that replaces the flag, at the end (ai-dynamo 1.6.1, config_modifiers/sglang.py). */
const RAISED_REQUESTS: Row = ['--max-running-requests', requestsPerRank];
const EXPERTS: readonly Row[] = [
  ['--enable-dp-attention', hasAttentionDp],
  ['--expert-parallel-size', (w) => w.moeEp],
];
const TRANSFER: Row = ['--disaggregation-transfer-backend', (w) => (w.role === 'agg' ? undefined : 'nixl')];
const GRAPHS: readonly Row[] = [
  ['--cuda-graph-bs', graphBatches],
  ['--speculative-algorithm', (w) => (w.nextn > 0 ? 'NEXTN' : undefined)],
  ['--speculative-num-steps', (w) => (w.nextn > 0 ? w.nextn : undefined)],
];

/** Serving defaults of DeepSeek-V4 (aiconfigurator 0.10.0, generator/facts/models.yaml); what a rule wrote stays. */
const V4_SPECULATION = {
  '--speculative-algorithm': 'EAGLE',
  '--speculative-num-steps': 3,
  '--speculative-eagle-topk': 1,
  '--speculative-num-draft-tokens': 4,
};
const draftsV4 = (w: EngineWorker) => isDeepSeekV4(w) && w.release.backends.sglang.draftsDeepSeekV4;
const FACTS: readonly Row[] = [
  ['--moe-runner-backend', (w) => (w.isMoe && w.facts !== undefined ? MOE_RUNNER[w.facts] : undefined)],
  ['--trust-remote-code', isDeepSeekV4],
  ['--disable-flashinfer-autotune', isDeepSeekV4],
  ...Object.entries(V4_SPECULATION).map(([flag, value]): Row => [flag, (w) => (draftsV4(w) ? value : undefined)]),
];
/** A prefill worker with a single request gets graphs for no more than its ranks (ai-dynamo 1.3.1, config_modifiers/sglang.py). */
const SAFE_PREFILL_GRAPHS: Row = [
  '--cuda-graph-bs',
  (w) => (w.role === 'prefill' && runningRequests(w) === 1 ? Math.max(1, w.dp) : undefined),
];

const LIMITS: readonly Row[] = [SAFE_PREFILL_GRAPHS, RAISED_REQUESTS];

/** Orders of the flags by version, newest first (aiconfigurator 0.10.0, backend_templates/sglang). */
const TEMPLATES: readonly { readonly since: readonly number[]; readonly flags: readonly Row[] }[] = [
  {
    since: [0, 5, 11],
    flags: [...PARALLEL, REQUESTS, ...PREFILL, ...EXPERTS, TRANSFER, ...GRAPHS, ...FACTS, ...LIMITS],
  },
  {
    since: [0, 5, 9],
    flags: [...PARALLEL, ...PREFILL, REQUESTS, ...EXPERTS, ...GRAPHS, TRANSFER, ...FACTS, ...LIMITS],
  },
];

const GRAPH_FLAG = '--cuda-graph-bs';

/** The template of a version; the newest one without a version, the oldest for anything older. */
function flagsOf({ engineVersion, release }: EngineWorker): readonly Row[] {
  const version = engineVersion?.split('.').map((part) => Number.parseInt(part, 10));
  const found = version === undefined ? TEMPLATES[0] : TEMPLATES.find(({ since }) => isAtLeast(version, since));
  const rows = (found ?? TEMPLATES.at(-1))?.flags ?? [];
  return rows.map(([flag, value]) => [flag === GRAPH_FLAG ? release.backends.sglang.graphBatchesFlag : flag, value]);
}

function isAtLeast(version: readonly number[], since: readonly number[]): boolean {
  const differing = since.findIndex((part, index) => version[index] !== part);
  return differing < 0 || (version[differing] ?? 0) > (since[differing] ?? 0);
}

const BOOTSTRAP = [
  { flag: '--disaggregation-bootstrap-port', value: '12345' },
  { flag: '--host', value: '0.0.0.0' },
];

/** SGLang graphs. */
export const SGLANG: GraphBackend = {
  module: 'dynamo.sglang',
  workingDir: '/workspace/examples/backends/sglang',
  modelFlag: '--model-path',
  services: {
    agg: { ephemeralStorage: '2Gi' },
    decode: { subComponentType: 'decode' },
    prefill: { subComponentType: 'prefill' },
  },
  sizeFlags: {
    tensor: ['--tensor-parallel-size', '--tp-size', '--tp'],
    pipeline: ['--pipeline-parallel-size', '--pp-size', '--pp'],
    data: ['--data-parallel-size', '--dp-size', '--dp'],
    localData: [],
    sharesRanks: '--enable-dp-attention',
    opaque: ['--config'],
  },
  tensorParallel: expertTensorParallel,
  gpusPerWorker: expertGpus,
  flags: flagsOf,
  roleFlags: {
    agg: () => [],
    decode: () => [{ flag: '--disaggregation-mode', value: 'decode' }, ...BOOTSTRAP],
    prefill: () => [{ flag: '--disaggregation-mode', value: 'prefill' }, ...BOOTSTRAP],
  },
  trustRemoteCode: { flag: '--trust-remote-code' },
  needsTrust: true,
  halfPrecision: { flag: '--dtype', value: 'half' },
  /** MOE_RUNNER_BACKEND_CHOICES of SGLang 0.5.9 to 0.5.21, which Dynamo 1.0 to 1.6 use, lacks it. */
  refused: [{ flag: '--moe-runner-backend', value: 'deepep_moe' }],
  closingArgs: [],
  spreadsRanks: false,
};
