import type { JsonObject } from '../../src/json.ts';

interface NodeRow {
  readonly name: string;
  /** GPUs that pods can ask for. */
  readonly capacity?: number;
  readonly isReady?: boolean;
  readonly isCordoned?: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

function gpu(product: string, count: number, memoryMib: number): Readonly<Record<string, string>> {
  return {
    'nvidia.com/gpu.present': 'true',
    'nvidia.com/gpu.product': product,
    'nvidia.com/gpu.count': String(count),
    'nvidia.com/gpu.memory': String(memoryMib),
    'nvidia.com/gpu.replicas': '1',
    'nvidia.com/gpu.sharing-strategy': 'none',
    'nvidia.com/mig.strategy': 'none',
  };
}

const H100 = 'NVIDIA-H100-80GB-HBM3';

/** Nodes of a cluster with something of everything; labels as GPU feature discovery writes them. */
export const NODE_ROWS: readonly NodeRow[] = [
  { name: 'control-1', labels: { 'node-role.kubernetes.io/control-plane': '' } },
  { name: 'h200-1', capacity: 8, labels: { pool: 'h200', ...gpu('NVIDIA-H200', 8, 143771) } },
  {
    name: 'h200-2',
    capacity: 8,
    labels: { pool: 'h200', ...gpu('NVIDIA-H200', 8, 143771), 'feature.node.kubernetes.io/rdma.available': 'true' },
  },
  { name: 'h100-1', capacity: 8, labels: { pool: 'h100', ...gpu(H100, 8, 81559) } },
  { name: 'h100-2', capacity: 8, isReady: false, labels: { pool: 'h100', ...gpu(H100, 8, 81559) } },
  { name: 'h100-3', capacity: 4, isCordoned: true, labels: { pool: 'h100', ...gpu(H100, 4, 81559) } },
  { name: 'l40s-1', capacity: 4, labels: { pool: 'l40s', size: 'large', ...gpu('NVIDIA-L40S', 4, 46068) } },
  { name: 'a10g-1', capacity: 8, labels: { pool: 'a10g', size: 'large', ...gpu('NVIDIA-A10G', 8, 23028) } },
  {
    name: 'mig-1',
    capacity: 56,
    labels: {
      pool: 'mig',
      ...gpu('NVIDIA-A100-SXM4-40GB-MIG-1g.5gb', 56, 4864),
      'nvidia.com/mig.strategy': 'single',
    },
  },
  {
    name: 'shared-1',
    capacity: 16,
    labels: {
      pool: 'shared',
      ...gpu('Tesla-T4-SHARED', 4, 15360),
      'nvidia.com/gpu.replicas': '4',
      'nvidia.com/gpu.sharing-strategy': 'time-slicing',
    },
  },
  { name: 'bare-1', capacity: 8, labels: { pool: 'bare' } },
];

/** A row as a node; its status has to be written apart. */
export function toNode({ name, labels, capacity, isReady = true, isCordoned = false }: NodeRow): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { ...labels } },
    spec: { unschedulable: isCordoned },
    status: {
      capacity: { cpu: '96', memory: '1Ti', ...(capacity !== undefined && { 'nvidia.com/gpu': String(capacity) }) },
      conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False', reason: 'Recorded', message: '' }],
    },
  };
}
