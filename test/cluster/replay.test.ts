import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { folderWith } from '../commands/harness.ts';
import { kubeconfigText, runBundle } from './call.ts';
import { CONVERSATIONS, SCENES, type Scene } from './scenes.ts';
import { type Exchange, replay } from './wire.ts';

const TOKEN = 'a-secret-token';

function conversation({ name }: Scene): Exchange[] {
  return JSON.parse(readFileSync(join(CONVERSATIONS, `${name}.json`), 'utf8')) as Exchange[];
}

/** Plays a scene against its recording; the server says what was asked beyond it. */
async function play(scene: Scene) {
  const wire = await replay(conversation(scene), TOKEN);
  const text = kubeconfigText(wire.url, TOKEN, ['insecure-skip-tls-verify: true']);
  const folder = folderWith({ kubeconfig: text });
  const run = await scene.run({ kubeconfig: join(folder, 'kubeconfig') });
  await wire.close();
  expect(wire.surprises()).toEqual([]);
  expect(run.stdout + run.stderr).not.toContain(TOKEN);
  return { ...run, stderr: run.stderr.replaceAll(wire.url, 'http://server') };
}

const SKIPPED = `warning GPU_NODES_SKIPPED: 1 node (bare-1) left out, without a usable label nvidia.com/gpu.product
  hint: choose the nodes with --node-selector
warning GPU_NODES_SKIPPED: 1 node (mig-1) left out, partitioned (MIG)
  hint: choose the nodes with --node-selector
warning GPU_NODES_SKIPPED: 1 node (shared-1) left out, shared (time slicing or MPS)
  hint: choose the nodes with --node-selector
`;
const H100_WARNINGS = `warning GPU_NODES_DIFFER: 1 node (h100-3) with fewer than 8 GPUs: 20 GPUs in all, where the operator would count 24
  hint: workers of 8 GPUs do not fit there: choose the nodes with --node-selector
warning GPU_NODES_UNAVAILABLE: counted, as the operator does, though not ready or cordoned: 2 nodes (h100-2, h100-3)
  hint: lower totalGpus if they do not come back
`;
const H100_BLOCK = `  hardware:
    gpuSku: h100_sxm
    vramMb: 81559
    totalGpus: 20
    numGpusPerNode: 8
    interconnect: nvlink
`;

const OUTPUTS = [
  {
    does: 'takes the node with the most GPUs and memory, and says what else is there',
    scene: SCENES.allNodes,
    code: 0,
    stdout: `  hardware:
    gpuSku: h200_sxm
    vramMb: 143771
    totalGpus: 16
    numGpusPerNode: 8
    interconnect: nvlink
    rdma: true
`,
    stderr: `${SKIPPED}warning GPU_NODES_DIFFER: there are other GPUs too, which are not counted: 1 node (a10g-1) with NVIDIA-A10G (no SKU), 3 nodes (h100-1, h100-2, h100-3) with NVIDIA-H100-80GB-HBM3 (h100_sxm), 1 node (l40s-1) with NVIDIA-L40S (l40s)
  hint: --node-selector nvidia.com/gpu.product=NVIDIA-H100-80GB-HBM3 reads those nodes alone
2 nodes with 16 x NVIDIA-H200
`,
  },
  {
    does: 'looks for pods of the network operator where no label tells of RDMA, and prints JSON',
    scene: SCENES.noRdma,
    code: 0,
    stdout: `{
 "gpuSku": "l40s",
 "vramMb": 46068,
 "totalGpus": 4,
 "numGpusPerNode": 4,
 "interconnect": "pcie",
 "rdma": false
}
`,
    stderr: '1 node with 4 x NVIDIA-L40S\n',
  },
  {
    does: 'counts the GPUs that are there, and finds RDMA by a pod',
    scene: SCENES.rdmaPods,
    code: 0,
    stdout: `${H100_BLOCK}    rdma: true\n`,
    stderr: `${H100_WARNINGS}3 nodes with 20 x NVIDIA-H100-80GB-HBM3\n`,
  },
  {
    does: 'leaves rdma out where pods may not be listed',
    scene: SCENES.rdmaUnknown,
    code: 0,
    stdout: H100_BLOCK,
    stderr: `${H100_WARNINGS}warning RDMA_UNKNOWN hardware.rdma: no label tells of RDMA, and rdma is left out: the user person of the context test may not list pods: pods is forbidden: User "nodes-only" cannot list resource "pods" in API group "" in the namespace "nvidia-network-operator"
  hint: grant the right that is missing: list on pods in the namespace nvidia-network-operator, by a Role; or write rdma by hand
3 nodes with 20 x NVIDIA-H100-80GB-HBM3
`,
  },
  {
    does: 'refuses GPUs without a SKU instead of taking the next best',
    scene: SCENES.gpuUnknown,
    code: 1,
    stdout: '',
    stderr: `error GPU_UNKNOWN: no release of Dynamo has a SKU for NVIDIA-A10G (8 a node, 23028 MiB); besides: 1 node (l40s-1) with NVIDIA-L40S (l40s)
  hint: --node-selector nvidia.com/gpu.product=NVIDIA-L40S reads those nodes alone
`,
  },
  {
    does: 'says that GPU feature discovery is missing where nodes have GPUs without labels',
    scene: SCENES.noLabels,
    code: 1,
    stdout: '',
    stderr: `error GPU_NODES_MISSING: no node can be planned with; 1 node (bare-1) left out, without a usable label nvidia.com/gpu.product
  hint: install NVIDIA's GPU feature discovery, which sets nvidia.com/gpu.product, nvidia.com/gpu.count, nvidia.com/gpu.memory, or write spec.hardware by hand
`,
  },
  {
    does: 'says that no node is selected',
    scene: SCENES.noNodes,
    code: 1,
    stdout: '',
    stderr: 'error GPU_NODES_MISSING: no node was found\n  hint: check --node-selector and --context\n',
  },
  {
    does: 'passes on what the server says of a broken selector',
    scene: SCENES.selectorBroken,
    code: 1,
    stdout: '',
    stderr: `error CLUSTER_REFUSED: the server http://server of the context test answers 400: unable to parse requirement: found '', expected: ',', ')' or identifier
  hint: check --node-selector
`,
  },
  {
    does: 'names the right that is missing',
    scene: SCENES.nodesForbidden,
    code: 1,
    stdout: '',
    stderr: `error CLUSTER_REFUSED: the user person of the context test may not list nodes: nodes is forbidden: User "nobody" cannot list resource "nodes" in API group "" at the cluster scope
  hint: grant the right that is missing: list on nodes, by a ClusterRole
`,
  },
  {
    does: 'says that a token is not accepted',
    scene: SCENES.tokenUnknown,
    code: 1,
    stdout: '',
    stderr: `error CLUSTER_REFUSED: the server http://server of the context test does not know the credentials of the user person: they are wrong or have expired
  hint: log in again, then try kubectl --context test auth whoami
`,
  },
];

const NAMES = 'a10g-1 bare-1 control-1 h100-1 h100-2 h100-3 h200-1 h200-2 l40s-1 mig-1 shared-1'.split(' ');

const READS = [
  {
    does: 'reads a list page by page',
    scene: SCENES.pages,
    check: (stdout: string) => expect(JSON.parse(stdout)).toEqual(NAMES),
  },
  {
    does: 'begins a list again whose state the server has forgotten',
    scene: SCENES.expired,
    check: (stdout: string) => expect(JSON.parse(stdout)).toEqual(NAMES),
  },
  {
    does: 'reads a whole request in the namespace of the context',
    scene: SCENES.request,
    check: (stdout: string) => {
      const { kind, metadata, spec, status } = JSON.parse(stdout) as Record<string, JsonObject>;
      expect(kind).toBe('DynamoGraphDeploymentRequest');
      expect(metadata).toMatchObject({ name: 'qwen3-32b-kv-disagg', namespace: 'serving' });
      expect(spec).toMatchObject({ model: 'Qwen/Qwen3-32B', sla: { ttft: 600, itl: 12 } });
      expect(status).toMatchObject({ profilingResults: { selectedConfig: { kind: 'DynamoGraphDeployment' } } });
    },
  },
];

const REFUSED_READS = [
  {
    does: 'tells a request that is not there',
    scene: SCENES.requestMissing,
    stderr: `CLUSTER_NOT_FOUND: there is no DynamoGraphDeploymentRequest other in the namespace default of the context test
  hint: kubectl --context test get dgdr --all-namespaces lists those that exist
`,
  },
  {
    does: 'tells a cluster without Dynamo from one without the request',
    scene: SCENES.kindUnknown,
    stderr: `CLUSTER_NOT_FOUND: the cluster of the context test does not know nvidia.com/v1beta1 DynamoGraphDeploymentRequest
  hint: install Dynamo 1.0 or newer there, or use another context
`,
  },
  {
    does: 'names the right that reading a request takes',
    scene: SCENES.requestForbidden,
    stderr: `CLUSTER_REFUSED: the user person of the context test may not get dynamographdeploymentrequests: dynamographdeploymentrequests.nvidia.com "qwen3-32b-kv-disagg" is forbidden: User "nobody" cannot get resource "dynamographdeploymentrequests" in API group "nvidia.com" in the namespace "serving"
  hint: grant the right that is missing: get on dynamographdeploymentrequests.nvidia.com in the namespace serving, by a Role
`,
  },
];

describe('hardware, against recorded answers of Kubernetes 1.34', () => {
  it.each(OUTPUTS)('$does', async ({ scene, code, stdout, stderr }) => {
    expect(await play(scene)).toEqual({ code, stdout, stderr });
  });

  it('prints a block that can be appended to a request, which then renders', async () => {
    const { stdout } = await play(SCENES.allNodes);
    const request = readFileSync('fixtures/requests/qwen3-32b-kv-disagg.dgdr.yaml', 'utf8');
    const bare = request.replace(/^ {2}hardware:\n(?: {4}.*\n)+/m, '');
    expect(bare).not.toContain('hardware');
    const folder = folderWith({ 'bare.yaml': bare, 'whole.yaml': `${bare}${stdout}` });
    expect(await runBundle(['render', join(folder, 'bare.yaml')])).toMatchObject({ code: 1 });
    const rendered = await runBundle(['render', join(folder, 'whole.yaml')]);
    expect(rendered).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^info ENGINE_NEAR .*\ninfo CLUSTER_NEEDS .*\n {2}hint: .*\n$/),
    });
    expect(rendered.stdout).toContain('kind: DynamoGraphDeployment');
  });
});

it('does what docs/cluster.md shows', async () => {
  const { stdout, stderr } = await play(SCENES.rdmaPods);
  const { args } = SCENES.rdmaPods;
  const shown = `$ dgdr-render hardware --context test ${args.join(' ')}\n${stdout}${stderr}`;
  expect(readFileSync('docs/cluster.md', 'utf8')).toContain(shown);
});

describe('reading, against recorded answers of Kubernetes 1.34', () => {
  it.each(READS)('$does', async ({ scene, check }) => {
    const { code, stdout } = await play(scene);
    expect(code).toBe(0);
    check(stdout);
  });

  it.each(REFUSED_READS)('$does', async ({ scene, stderr }) => {
    expect(await play(scene)).toEqual({ code: 1, stdout: '', stderr });
  });
});

it('plays every conversation that was recorded', () => {
  const played = [...OUTPUTS, ...READS, ...REFUSED_READS].map(({ scene }) => `${scene.name}.json`);
  expect(played.sort()).toEqual(readdirSync(CONVERSATIONS).sort());
});
