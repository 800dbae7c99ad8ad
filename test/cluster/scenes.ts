import type { Cluster } from '../../src/cluster/api.ts';
import { openCluster } from '../../src/cluster/cluster.ts';
import { listNodes } from '../../src/cluster/nodes.ts';
import { readRequest } from '../../src/cluster/requests.ts';
import { RenderError } from '../../src/errors.ts';
import type { Run } from '../commands/harness.ts';
import { HANGS_MS } from '../support/limits.ts';
import { CONTEXT, runBundle } from './call.ts';

/** Who asks; the users of the real server, and one that it does not know. */
export const READER = 'reader';
export const NODES_ONLY = 'nodes-only';
export const NOBODY = 'nobody';
const STRANGER = 'stranger';

/** What a scene needs to reach its server. */
interface Access {
  readonly kubeconfig: string;
}

/** One conversation with a cluster: recorded against a real API server, and held against the recording ever since. */
export interface Scene {
  /** Name of its file in `fixtures/cluster`. */
  readonly name: string;
  readonly user: string;
  readonly run: (access: Access) => Promise<Run>;
}

/** Folder of the conversations, from the root of the repository. */
export const CONVERSATIONS = 'fixtures/cluster';
export const REQUEST = 'qwen3-32b-kv-disagg';

/** A call of `hardware`, with its arguments. */
interface HardwareScene extends Scene {
  readonly args: readonly string[];
}

function hardware(name: string, user: string, ...args: readonly string[]): HardwareScene {
  const run = ({ kubeconfig }: Access) =>
    runBundle(['hardware', '--context', CONTEXT, '--kubeconfig', kubeconfig, ...args]);
  return { name, user, args, run };
}

function read(name: string, user: string, work: (cluster: Cluster) => Promise<unknown>): Scene {
  const run = async ({ kubeconfig }: Access): Promise<Run> => {
    const options = { context: CONTEXT, kubeconfig, cwd: '/', env: {}, timeoutMs: HANGS_MS };
    try {
      const found = await work(await openCluster(options));
      return { code: 0, stdout: JSON.stringify(found), stderr: '' };
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      return { code: 1, stdout: '', stderr: `${error.code}: ${error.message}\n  hint: ${error.hint}\n` };
    }
  };
  return { name, user, run };
}

const request = (name: string, namespace?: string) => (cluster: Cluster) => readRequest(cluster, { name, namespace });
const names = async (cluster: Cluster) =>
  (await listNodes(cluster, undefined, { pageSize: 4 })).map((node) => node.name);

/** Scenes by name. What must have happened in the cluster before each is in record.ts. */
export const SCENES = {
  kindUnknown: read('kind-unknown', READER, request(REQUEST)),
  allNodes: hardware('all-nodes', READER),
  noRdma: hardware('no-rdma', READER, '--node-selector', 'pool=l40s', '--format', 'json'),
  rdmaPods: hardware('rdma-pods', READER, '--node-selector', 'pool=h100'),
  rdmaUnknown: hardware('rdma-unknown', NODES_ONLY, '--node-selector', 'pool=h100'),
  gpuUnknown: hardware('gpu-unknown', READER, '--node-selector', 'pool in (a10g, l40s),size=large'),
  noLabels: hardware('no-labels', READER, '--node-selector', 'pool=bare'),
  noNodes: hardware('no-nodes', READER, '--node-selector', 'pool=none'),
  selectorBroken: hardware('selector-broken', READER, '--node-selector', 'pool in ('),
  nodesForbidden: hardware('nodes-forbidden', NOBODY),
  tokenUnknown: hardware('token-unknown', STRANGER),
  pages: read('pages', READER, names),
  expired: read('expired', READER, names),
  request: read('request', READER, request(REQUEST)),
  requestMissing: read('request-missing', READER, request('other', 'default')),
  requestForbidden: read('request-forbidden', NOBODY, request(REQUEST)),
} as const satisfies Readonly<Record<string, Scene>>;
