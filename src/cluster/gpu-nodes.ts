import type { Node } from './nodes.ts';

/** A node whose labels say which GPUs it has. */
export interface GpuNode {
  readonly node: Node;
  /** Name of the GPUs, with hyphens for blanks. */
  readonly product: string;
  readonly count: number;
  /** MiB a GPU. */
  readonly memoryMib: number;
}

/** A node with GPUs that cannot be planned with. */
export interface SkippedNode {
  readonly node: Node;
  /** After "left out, ". */
  readonly reason: string;
  /** Whether it offers parts of GPUs; otherwise its labels are at fault. */
  readonly isPart: boolean;
}

/** The nodes of a cluster by what their labels say; those without any sign of a GPU are in neither list. */
export interface SortedNodes {
  readonly usable: readonly GpuNode[];
  readonly skipped: readonly SkippedNode[];
}

/** Labels of NVIDIA's GPU feature discovery that the operator reads (k8s-device-plugin, docs/gpu-feature-discovery). */
export const GPU_LABELS = {
  product: 'nvidia.com/gpu.product',
  count: 'nvidia.com/gpu.count',
  memory: 'nvidia.com/gpu.memory',
} as const;

/**
 * Nodes that offer parts of GPUs (same source). The operator counts every part as a GPU, but a worker that asks for 8 GPUs
 * would get 8 parts, so they are left out here.
 */
const PARTS: readonly { readonly reason: string; readonly isSo: (node: Node) => boolean }[] = [
  {
    reason: 'partitioned (MIG)',
    isSo: ({ labels }) =>
      /-MIG-/i.test(labels[GPU_LABELS.product] ?? '') ||
      Object.entries(labels).some(([key, value]) => /^nvidia\.com\/mig-.*\.count$/.test(key) && Number(value) > 0),
  },
  {
    reason: 'shared (time slicing or MPS)',
    isSo: ({ labels }) =>
      /-SHARED$/i.test(labels[GPU_LABELS.product] ?? '') || Number(labels['nvidia.com/gpu.replicas'] ?? 1) > 1,
  },
];

/** Sorts nodes by whether their GPUs can be planned with. */
export function sortNodes(nodes: readonly Node[]): SortedNodes {
  const usable: GpuNode[] = [];
  const skipped: SkippedNode[] = [];
  for (const node of nodes) {
    if (!hasGpus(node)) continue;
    const part = PARTS.find(({ isSo }) => isSo(node))?.reason;
    const reason = part ?? flawOf(node);
    if (reason === undefined) usable.push(toGpuNode(node));
    else skipped.push({ node, reason, isPart: part !== undefined });
  }
  return { usable, skipped };
}

function hasGpus({ labels, capacity }: Node): boolean {
  return capacity > 0 || Object.values(GPU_LABELS).some((key) => labels[key] !== undefined);
}

/** The first label that is missing or says nothing, which makes the operator skip the node as well. */
function flawOf({ labels }: Node): string | undefined {
  const flaw = Object.values(GPU_LABELS).find((key) =>
    key === GPU_LABELS.product ? (labels[key] ?? '') === '' : !/^[1-9]\d{0,8}$/.test(labels[key] ?? ''),
  );
  return flaw === undefined ? undefined : `without a usable label ${flaw}`;
}

function toGpuNode(node: Node): GpuNode {
  const { [GPU_LABELS.product]: product = '', [GPU_LABELS.count]: count, [GPU_LABELS.memory]: memory } = node.labels;
  return { node, product, count: Number(count), memoryMib: Number(memory) };
}
