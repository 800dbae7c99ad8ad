import { RenderError, type Warn } from '../errors.ts';
import { type GpuType, toGpuType } from '../gpu-types.ts';
import { firstRelease } from '../releases.ts';
import { counted } from '../words.ts';
import { GPU_LABELS, type GpuNode, type SkippedNode, type SortedNodes } from './gpu-nodes.ts';
import type { Node } from './nodes.ts';

/** So many nodes are named in a message. */
const MOST_NAMES = 5;

/** Throws GPU_NODES_MISSING, with the reason, where no node can be planned with. `nodes` are all that were listed. */
export function requireGpus({ usable, skipped }: SortedNodes, nodes: readonly Node[]): void {
  if (usable.length > 0) return;
  const fail = (message: string, hint: string) => new RenderError('GPU_NODES_MISSING', { message, hint });
  if (nodes.length === 0) throw fail('no node was found', 'check --node-selector and --context');
  const labels = Object.values(GPU_LABELS).join(', ');
  throw fail(
    skipped.length === 0
      ? `there are no GPUs on ${counted(nodes.length, 'node')}, or no labels that tell of them`
      : `no node can be planned with; ${reasonsOf(skipped).join('; ')}`,
    skipped.some(({ isPart }) => isPart)
      ? 'offer whole GPUs on some nodes, or write spec.hardware by hand'
      : `install NVIDIA's GPU feature discovery, which sets ${labels}, or write spec.hardware by hand`,
  );
}

/** GPU_UNKNOWN for the nodes that set the type, and which `others` there are. */
export function unknownGpu({ product, count, memoryMib }: GpuNode, others: readonly GpuNode[]): RenderError {
  const rest = others.length === 0 ? '' : `; besides: ${describe(others)}`;
  return new RenderError('GPU_UNKNOWN', {
    message: `no release of Dynamo has a SKU for ${product} (${count} a node, ${memoryMib} MiB)${rest}`,
    hint: selectorFor(others) ?? 'write spec.hardware by hand, with the SKU that comes closest and vramMb',
  });
}

/** Says which nodes with GPUs are left out, and why. */
export function warnAboutSkipped(skipped: readonly SkippedNode[], warn: Warn): void {
  for (const message of reasonsOf(skipped)) {
    warn('GPU_NODES_SKIPPED', { message, hint: 'choose the nodes with --node-selector' });
  }
}

/** Says what a SKU takes for granted, and whether a request may have it. */
export function warnAboutType({ product }: GpuNode, { sku, isAssumed }: GpuType, warn: Warn): void {
  if (isAssumed) {
    warn('GPU_FORM_ASSUMED', {
      path: 'hardware.gpuSku',
      message: `${product} leaves open whether it is an SXM module or a PCIe card; ${sku} is what the operator takes it for`,
      hint: 'change gpuSku if the boards are others',
    });
  }
  if (firstRelease(({ skus }) => skus.includes(sku)) === undefined) {
    warn('SKU_UNKNOWN_TO_OPERATOR', {
      path: 'hardware.gpuSku',
      message: `gpuSku ${sku} is known here, but no operator accepts it in a request`,
      hint: 'render the graph here and do not apply the request itself to a cluster',
    });
  }
}

/** Says which GPUs there are besides those that set the type. */
export function warnAboutOthers(others: readonly GpuNode[], warn: Warn): void {
  if (others.length === 0) return;
  warn('GPU_NODES_DIFFER', {
    message: `there are other GPUs too, which are not counted: ${describe(others)}`,
    hint: selectorFor(others) ?? 'nothing can be rendered for them as long as they have no SKU',
  });
}

/** Says where the operator would count GPUs that are not there: it takes all nodes of a type for the largest. */
export function warnAboutCounts(best: GpuNode, counted: readonly GpuNode[], warn: Warn): void {
  const fewer = counted.filter(({ count }) => count !== best.count);
  if (fewer.length === 0) return;
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  warn('GPU_NODES_DIFFER', {
    message: `${nodesOf(fewer)} with fewer than ${best.count} GPUs: ${total} GPUs in all, where the operator would count ${best.count * counted.length}`,
    hint: `workers of ${best.count} GPUs do not fit there: choose the nodes with --node-selector`,
  });
}

/** Says which of the counted nodes take no pods now. */
export function warnAboutUnavailable(counted: readonly GpuNode[], warn: Warn): void {
  const unavailable = counted.filter(({ node }) => !node.isAvailable);
  if (unavailable.length === 0) return;
  warn('GPU_NODES_UNAVAILABLE', {
    message: `counted, as the operator does, though not ready or cordoned: ${nodesOf(unavailable)}`,
    hint: 'lower totalGpus if they do not come back',
  });
}

/** Says that not all GPUs are planned with. */
export function warnAboutTotal(total: number, most: number, warn: Warn): void {
  if (total <= most) return;
  warn('GPU_TOTAL_CUT', {
    path: 'hardware.totalGpus',
    message: `the nodes have ${total} GPUs; totalGpus is ${most}, as the operator plans with no more by itself`,
    hint: `set totalGpus to ${total} to plan with all of them`,
  });
}

function reasonsOf(skipped: readonly SkippedNode[]): string[] {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return reasons.map((reason) => `${nodesOf(skipped.filter((one) => one.reason === reason))} left out, ${reason}`);
}

/** `2 nodes (a, b) with NVIDIA-L4 (l4)`, one for each product. */
function describe(nodes: readonly GpuNode[]): string {
  const products = [...new Set(nodes.map(({ product }) => product))];
  return products
    .map((product) => {
      const own = nodes.filter((node) => node.product === product);
      return `${nodesOf(own)} with ${product} (${toGpuType(product)?.sku ?? 'no SKU'})`;
    })
    .join(', ');
}

/** How to read the first of the products that have a SKU. */
function selectorFor(nodes: readonly GpuNode[]): string | undefined {
  const known = nodes.find(({ product }) => toGpuType(product) !== undefined);
  return known && `--node-selector ${GPU_LABELS.product}=${known.product} reads those nodes alone`;
}

function nodesOf(nodes: readonly { readonly node: Node }[]): string {
  const names = nodes.slice(0, MOST_NAMES).map(({ node }) => node.name);
  const more = nodes.length > MOST_NAMES ? ` and ${nodes.length - MOST_NAMES} more` : '';
  return `${counted(nodes.length, 'node')} (${names.join(', ')}${more})`;
}
