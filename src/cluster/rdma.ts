import { RenderError, type Warn } from '../errors.ts';
import { getIn } from '../json.ts';
import type { Cluster } from './api.ts';
import type { GpuNode } from './gpu-nodes.ts';
import { listAll } from './list.ts';

/** Labels that tell of RDMA when they are `true` (ai-dynamo/dynamo, deploy/operator/internal/gpu/discovery.go, 1.6). */
const RDMA_LABELS = [
  'nvidia.com/rdma.present',
  'feature.node.kubernetes.io/rdma.available',
  'feature.node.kubernetes.io/network-sriov.capable',
];
/** Where NVIDIA's network operator runs; a pod with `rdma` in its name tells of RDMA as well (same source). */
const NAMESPACE = 'nvidia-network-operator';

/**
 * Whether the nodes have RDMA, as the operator decides it: by their labels, otherwise by the pods of the network operator.
 * Undefined, with RDMA_UNKNOWN, where those may not be listed; the operator takes that for a no.
 */
export async function findRdma(
  cluster: Cluster,
  counted: readonly GpuNode[],
  warn: Warn,
): Promise<boolean | undefined> {
  if (counted.some(({ node }) => RDMA_LABELS.some((key) => node.labels[key] === 'true'))) return true;
  const read = {
    path: `/api/v1/namespaces/${NAMESPACE}/pods`,
    right: { verb: 'list', resource: 'pods', group: '', namespace: NAMESPACE },
  } as const;
  const pods = await attempt(() => listAll(cluster, read));
  if (!(pods instanceof RenderError)) {
    return pods.some((pod) => String(getIn(pod, 'metadata', 'name') ?? '').includes('rdma'));
  }
  warn('RDMA_UNKNOWN', {
    path: 'hardware.rdma',
    message: `no label tells of RDMA, and rdma is left out: ${pods.message}`,
    hint: `${pods.hint}; or write rdma by hand`,
  });
  return undefined;
}

/** What was read, or the refusal to read it. */
async function attempt<T>(read: () => Promise<T>): Promise<T | RenderError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RenderError && error.code === 'CLUSTER_REFUSED') return error;
    throw error;
  }
}
