import { readFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import type { Json } from '../../src/json.ts';
import { folderWith, type Run, run } from '../commands/harness.ts';
import { HANGS_MS } from '../support/limits.ts';
import { CONTEXT, kubeconfigText } from './call.ts';
import { listen, type Wire } from './server.ts';

/** What no output may hold. */
export const TOKEN = 'a-secret-token';

const wires: Wire[] = [];
afterEach(async () => {
  for (const wire of wires.splice(0)) await wire.close();
});

/** Arguments under which nothing is given up because the machine is busy. */
export const NO_LIMIT = ['--request-timeout', String(HANGS_MS / 1000)] as const;

/** Closes a server after the test. */
export function closeLater(wire: Wire): void {
  wires.push(wire);
}

/** Starts a server for the test; resolves to its address. */
export async function serve(...args: Parameters<typeof listen>): Promise<string> {
  const wire = await listen(...args);
  closeLater(wire);
  return wire.url;
}

/** Runs `hardware` against a server, which is called SERVER in the result. */
export async function hardware(
  server: string,
  { cluster = ['insecure-skip-tls-verify: true'], args = [] as readonly string[] } = {},
): Promise<Run> {
  const cwd = folderWith({ config: kubeconfigText(server, TOKEN, cluster) });
  const limit = args.includes('--request-timeout') ? [] : NO_LIMIT;
  const argv = ['hardware', '--context', CONTEXT, '--kubeconfig', 'config', ...limit, ...args];
  const result = await run(argv, { cwd });
  expect(result.stdout + result.stderr).not.toContain(TOKEN);
  return { ...result, stderr: result.stderr.replaceAll(server, 'SERVER') };
}

/** Answers with JSON, or with a text that should be some. */
export function reply(answer: ServerResponse, status: number, body: Json | string): void {
  answer.writeHead(status, { 'Content-Type': 'application/json' });
  answer.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const labels = { 'nvidia.com/gpu.product': 'NVIDIA-L4', 'nvidia.com/gpu.count': '1', 'nvidia.com/gpu.memory': '23034' };

/** A node that is well and has a GPU. */
export const NODE = {
  metadata: { name: 'a', labels },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
};

/** No pods. */
export const EMPTY = { kind: 'PodList', items: [] };

/** A cluster with that node. */
export const oneNode: RequestListener = ({ url = '' }, answer) =>
  reply(answer, 200, url.startsWith('/api/v1/nodes') ? { kind: 'NodeList', items: [NODE] } : EMPTY);

/** What the cluster comes to. */
export const BLOCK = `  hardware:
    gpuSku: l4
    vramMb: 23034
    totalGpus: 1
    numGpusPerNode: 1
    interconnect: pcie
    rdma: false
`;

/** A certificate or key of the tests. */
export function pem(name: string): string {
  return readFileSync(join('test/cluster/tls', name), 'utf8');
}
