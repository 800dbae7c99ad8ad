import type { Made } from '../../src/graph/made.ts';
import type { JsonObject } from '../../src/json.ts';
import type { Profile } from '../../src/profile/profile.ts';
import type { Row } from '../../src/profile/rows/row.ts';
import type { Request } from '../../src/request/request.ts';
import type { Backend } from '../../src/serving.ts';
import { finish, readProfile, readRequest, readRow } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

type Mode = Profile['chosen'];

/** A recorded pick of every backend and mode; the request around it is the cell's own. */
const PICKS: Readonly<Record<Backend, Readonly<Record<Mode, string>>>> = {
  vllm: { agg: 'llama-8b-h100', disagg: 'qwen3-32b-kv-disagg' },
  sglang: { agg: 'llama-70b-sglang', disagg: 'qwen3-small-a100' },
  trtllm: { agg: 'qwen3-32b-trtllm', disagg: 'qwen3-32b-auto' },
};

type Workers = Readonly<Record<Mode, readonly string[]>>;

/** Workers of every backend and mode from 1.2 to 1.5, the one that prefills first. */
const WORKERS: Readonly<Record<Backend, Workers>> = {
  vllm: { agg: ['VllmDecodeWorker'], disagg: ['VllmPrefillWorker', 'VllmDecodeWorker'] },
  sglang: { agg: ['decode'], disagg: ['prefill', 'decode'] },
  trtllm: { agg: ['TRTLLMWorker'], disagg: ['prefill', 'decode'] },
};

/** Workers of other names, by release. */
const OTHER_WORKERS: Readonly<Record<string, Partial<Record<Backend, Workers>>>> = {
  '1.0': { trtllm: { agg: ['TRTLLMWorker'], disagg: ['TRTLLMPrefillWorker', 'TRTLLMDecodeWorker'] } },
  '1.6': { vllm: { agg: ['worker'], disagg: ['prefill', 'decode'] } },
};

/** Names of a cell's workers for a target, the one that prefills first. */
export function workersOf({ backend, mode }: Cell, target: string): readonly string[] {
  return (OTHER_WORKERS[target]?.[backend] ?? WORKERS[backend])[mode];
}

interface Variant {
  /** Members of `spec`, besides model, backend, image and hardware. */
  readonly spec?: (mode: Mode, workers: readonly string[]) => JsonObject;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly gpusPerNode?: number;
}

const VARIANTS = {
  plain: {},
  'kv-exact': { annotations: { 'dgdr-render.dev/router-mode': 'kv' } },
  'kv-approximate': {
    annotations: { 'dgdr-render.dev/router-mode': 'kv', 'dgdr-render.dev/kv-events': 'approximate' },
  },
  pvc: { spec: () => ({ modelCache: { pvcName: 'models', pvcModelPath: 'weights/q', pvcMountPath: '/models' } }) },
  planner: {
    spec: (mode) => ({ features: { planner: { mode, optimization_target: 'sla', max_gpu_budget: 16 } } }),
  },
  mocker: { spec: () => ({ features: { mocker: { enabled: true } } }) },
  multinode: { gpusPerNode: 2 },
  overrides: {
    spec: (_mode, [worker = '']) => ({
      overrides: {
        dgd: {
          apiVersion: 'nvidia.com/v1alpha1',
          kind: 'DynamoGraphDeployment',
          metadata: { name: 'chat', labels: { team: 'search' }, annotations: { note: 'x' } },
          spec: {
            services: {
              Frontend: {
                envs: [
                  { name: 'DYN_ROUTER_MODE', value: 'kv' },
                  { name: 'DYN_ROUTER_USE_KV_EVENTS', value: 'false' },
                ],
              },
              [worker]: {
                sharedMemory: { size: '80Gi' },
                envFromSecret: 'own-token',
                readinessProbe: { httpGet: { path: '/health', port: 9090 } },
                extraPodMetadata: { labels: { pool: 'gold' } },
                extraPodSpec: {
                  nodeSelector: { pool: 'gold' },
                  mainContainer: { args: ['--own-flag', 'own value'], env: [{ name: 'OWN', value: '1' }] },
                },
              },
            },
          },
        },
        profilingJob: { template: { spec: { tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }] } } },
      },
    }),
  },
} as const satisfies Readonly<Record<string, Variant>>;
type VariantName = keyof typeof VARIANTS;

export interface Cell {
  readonly backend: Backend;
  readonly mode: Mode;
  readonly variant: VariantName;
}

/** Every backend with every mode and variant. */
export const CELLS: readonly Cell[] = (Object.keys(PICKS) as Backend[]).flatMap((backend) =>
  (['agg', 'disagg'] as const).flatMap((mode) =>
    (Object.keys(VARIANTS) as VariantName[]).map((variant) => ({ backend, mode, variant })),
  ),
);

/** Tensor parallel sizes of a pick that spans nodes of two GPUs. */
const WIDE: Row = { tp: 4, '(p)tp': 4, '(d)tp': 4, '(p)workers': 1, '(d)workers': 1 };

/** GPUs that every cell may use. */
export const TOTAL_GPUS = 16;

interface Rendered extends Made {
  readonly request: Request;
  readonly codes: readonly string[];
}

/** What a cell comes to for a target. */
export function renderCell(cell: Cell, target: string): Rendered {
  const { backend, mode, variant } = cell;
  const { spec = () => ({}), annotations = {}, gpusPerNode = 8 }: Variant = VARIANTS[variant];
  const name = PICKS[backend][mode];
  const request = readRequest(name, { target }, (manifest) => {
    const { model, hardware } = Object(manifest.spec);
    manifest.metadata = { name: 'q', namespace: 'serving', annotations: { ...annotations } };
    manifest.spec = {
      ...{ model, backend, image: 'registry.example.com/ai/dynamo-planner:1.3.1' },
      hardware: { ...hardware, totalGpus: TOTAL_GPUS, numGpusPerNode: gpusPerNode },
      ...spec(mode, workersOf(cell, target)),
    };
  });
  const profile = profileOf(name, variant);
  const { warn, seen } = collectWarnings();
  const merged = finish(request, profile, warn);
  return { request, ...merged, codes: seen.map(({ code }) => code) };
}

function profileOf(name: string, variant: VariantName): Profile {
  const { total_gpus_needed: _load, ...row } = readRow(name);
  const wide = Object.fromEntries(Object.entries(WIDE).filter(([column]) => column in row));
  return readProfile(name, {
    pickingMode: variant === 'planner' ? 'autoscale' : 'default',
    totalGpus: TOTAL_GPUS,
    row: variant === 'multinode' ? { ...row, ...wide } : row,
  });
}
