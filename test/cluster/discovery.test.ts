import { describe, expect, it } from 'vitest';
import { discoverHardware } from '../../src/cluster/discovery.ts';
import type { Node } from '../../src/cluster/nodes.ts';
import type { NoteCode } from '../../src/errors.ts';

/** A node with `count` GPUs. */
function node(name: string, product: string, count: number, memoryMib = 81559, more: Partial<Node> = {}): Node {
  const labels = {
    'nvidia.com/gpu.product': product,
    'nvidia.com/gpu.count': String(count),
    'nvidia.com/gpu.memory': String(memoryMib),
    ...more.labels,
  };
  return { name, capacity: count, isAvailable: true, ...more, labels };
}

function nodes(count: number, make: (name: string) => Node): Node[] {
  return Array.from({ length: count }, (_, i) => make(`node-${i}`));
}

/** What a cluster comes to: hardware, names of the counted nodes, and warnings by their codes. */
function discover(all: readonly Node[]) {
  const warnings: [NoteCode, string][] = [];
  const warn = (code: NoteCode, { message }: { message: string }) => warnings.push([code, message]);
  const { hardware, counted } = discoverHardware(all, warn);
  return { hardware, counted: counted.map((one) => one.node.name), warnings };
}

const H100 = 'NVIDIA-H100-80GB-HBM3';
const A100_40 = 'NVIDIA-A100-SXM4-40GB';
const A100_80 = 'NVIDIA-A100-SXM4-80GB';

describe('the hardware of a cluster', () => {
  it('is that of equal nodes', () => {
    expect(discover(nodes(2, (name) => node(name, H100, 8)))).toEqual({
      hardware: { gpuSku: 'h100_sxm', vramMb: 81559, totalGpus: 16, numGpusPerNode: 8, interconnect: 'nvlink' },
      counted: ['node-0', 'node-1'],
      warnings: [],
    });
  });

  it.each([
    {
      wins: 'the node with more GPUs',
      all: [node('a', 'NVIDIA-H200', 4, 143771), node('b', A100_80, 8)],
      counted: ['b'],
    },
    {
      wins: 'of equally many the one with more memory',
      all: [node('a', A100_40, 8, 40960), node('b', A100_80, 8)],
      counted: ['b'],
    },
    { wins: 'of equals the first', all: [node('a', A100_80, 8), node('b', H100, 8, 81559)], counted: ['a'] },
  ])('$wins sets the type, and the others are named', ({ all, counted }) => {
    const found = discover(all);
    expect(found.counted).toEqual(counted);
    expect(found.warnings.map(([code]) => code)).toEqual(['GPU_NODES_DIFFER']);
  });

  it('leaves nodes of the same SKU out that are another product', () => {
    const { hardware, warnings } = discover([node('a', A100_80, 8, 81920), node('b', A100_40, 8, 40960)]);
    expect(hardware).toMatchObject({ gpuSku: 'a100_sxm', vramMb: 81920, totalGpus: 8 });
    expect(warnings).toEqual([
      [
        'GPU_NODES_DIFFER',
        'there are other GPUs too, which are not counted: 1 node (b) with NVIDIA-A100-SXM4-40GB (a100_sxm)',
      ],
    ]);
  });

  it('is cut to 32 GPUs, as the operator cuts it', () => {
    const { hardware, warnings } = discover(nodes(5, (name) => node(name, H100, 8)));
    expect(hardware.totalGpus).toBe(32);
    expect(warnings).toEqual([
      ['GPU_TOTAL_CUT', 'the nodes have 40 GPUs; totalGpus is 32, as the operator plans with no more by itself'],
    ]);
  });

  it('has exactly 32 GPUs without a word', () => {
    expect(discover(nodes(4, (name) => node(name, H100, 8)))).toMatchObject({
      hardware: { totalGpus: 32 },
      warnings: [],
    });
  });

  it('says that a form is assumed', () => {
    const { hardware, warnings } = discover([node('a', 'NVIDIA-H200-NVL', 2, 143771)]);
    expect(hardware).toEqual({
      gpuSku: 'h200_sxm',
      vramMb: 143771,
      totalGpus: 2,
      numGpusPerNode: 2,
      interconnect: undefined,
    });
    expect(warnings.map(([code]) => code)).toEqual(['GPU_FORM_ASSUMED']);
  });

  it('says that no operator accepts what only we measured', () => {
    const { hardware, warnings } = discover([node('a', 'NVIDIA-GB300', 4, 284208)]);
    expect(hardware.gpuSku).toBe('gb300');
    expect(warnings.map(([code]) => code)).toEqual(['SKU_UNKNOWN_TO_OPERATOR']);
  });

  it('names five nodes at most', () => {
    const cordoned = nodes(7, (name) => node(name, H100, 1, 81559, { isAvailable: false }));
    expect(discover(cordoned).warnings).toEqual([
      [
        'GPU_NODES_UNAVAILABLE',
        'counted, as the operator does, though not ready or cordoned: 7 nodes (node-0, node-1, node-2, node-3, node-4 and 2 more)',
      ],
    ]);
  });
});

describe('a node', () => {
  const whole = node('whole', H100, 8);

  it.each([
    { is: 'partitioned (MIG)', one: node('a', `${A100_40}-MIG-1g.5gb`, 56, 4864) },
    {
      is: 'partitioned (MIG)',
      one: node('a', A100_40, 8, 40960, {
        labels: { 'nvidia.com/mig.strategy': 'mixed', 'nvidia.com/mig-3g.20gb.count': '2' },
      }),
    },
    { is: 'shared (time slicing or MPS)', one: node('a', 'Tesla-T4-SHARED', 4) },
    {
      is: 'shared (time slicing or MPS)',
      one: node('a', 'Tesla-T4', 4, 15360, { labels: { 'nvidia.com/gpu.replicas': '4' } }),
    },
    { is: 'without a usable label nvidia.com/gpu.count', one: node('a', H100, 0) },
    { is: 'without a usable label nvidia.com/gpu.product', one: node('a', '', 8) },
    {
      is: 'without a usable label nvidia.com/gpu.memory',
      one: node('a', H100, 8, 0, { labels: { 'nvidia.com/gpu.memory': '80GB' } }),
    },
    {
      is: 'without a usable label nvidia.com/gpu.product',
      one: { name: 'a', capacity: 8, isAvailable: true, labels: {} },
    },
  ])('is left out where it is $is', ({ is, one }) => {
    expect(discover([one, whole])).toMatchObject({
      counted: ['whole'],
      warnings: [['GPU_NODES_SKIPPED', `1 node (a) left out, ${is}`]],
    });
  });

  it('is whole where MIG is possible but unused', () => {
    const labels = {
      'nvidia.com/mig.strategy': 'mixed',
      'nvidia.com/mig.capable': 'true',
      'nvidia.com/gpu.replicas': '1',
    };
    expect(discover([node('a', A100_80, 8, 81920, { labels })])).toMatchObject({ counted: ['a'], warnings: [] });
  });

  it('without GPUs is no matter', () => {
    const plain = { name: 'plain', capacity: 0, isAvailable: true, labels: {} };
    expect(discover([plain, whole])).toMatchObject({ counted: ['whole'], warnings: [] });
  });
});

describe('a cluster without GPUs', () => {
  it.each([
    { all: [], message: 'no node was found', hint: 'check --node-selector and --context' },
    {
      all: [{ name: 'a', capacity: 0, isAvailable: true, labels: {} }],
      message: 'there are no GPUs on 1 node, or no labels that tell of them',
      hint: "install NVIDIA's GPU feature discovery, which sets nvidia.com/gpu.product, nvidia.com/gpu.count, nvidia.com/gpu.memory, or write spec.hardware by hand",
    },
    {
      all: [node('a', 'Tesla-T4-SHARED', 4)],
      message: 'no node can be planned with; 1 node (a) left out, shared (time slicing or MPS)',
      hint: 'offer whole GPUs on some nodes, or write spec.hardware by hand',
    },
  ])('says "$message"', ({ all, message, hint }) => {
    expect(() => discover(all)).toThrow(expect.objectContaining({ code: 'GPU_NODES_MISSING', message, hint }));
  });

  it('says that GPUs have no SKU, and that there are no others', () => {
    expect(() => discover([node('a', 'NVIDIA-A10G', 1, 23028)])).toThrow(
      expect.objectContaining({
        code: 'GPU_UNKNOWN',
        message: 'no release of Dynamo has a SKU for NVIDIA-A10G (1 a node, 23028 MiB)',
        hint: 'write spec.hardware by hand, with the SKU that comes closest and vramMb',
      }),
    );
  });
});
