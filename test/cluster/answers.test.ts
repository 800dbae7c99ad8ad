import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { httpGet } from '../../src/net/http-get.ts';
import { run } from '../commands/harness.ts';
import { HANGS_MS } from '../support/limits.ts';
import { BLOCK, EMPTY, hardware, NODE, oneNode, reply, serve } from './one-node.ts';

describe('an answer of the API server', () => {
  it.each<{ says: string; listener: RequestListener; args?: string[]; stderr: string }>([
    {
      says: 'with a failure is passed on',
      listener: (_, answer) => reply(answer, 500, { kind: 'Status', message: 'etcdserver: request timed out' }),
      stderr: `error CLUSTER_REFUSED: the server SERVER of the context test answers 500: etcdserver: request timed out
  hint: try again later; kubectl --context test get --raw /readyz says whether the server is well
`,
    },
    {
      says: 'of a gateway before it is passed on, on one line and cut',
      listener: (_, answer) => reply(answer, 502, `<html>\nbad gateway ${'x'.repeat(400)}</html>`),
      stderr: `error CLUSTER_REFUSED: the server SERVER of the context test answers 502: <html> bad gateway ${'x'.repeat(281)}
  hint: try again later; kubectl --context test get --raw /readyz says whether the server is well
`,
    },
    {
      says: 'that never comes ends after --request-timeout',
      listener: () => undefined,
      args: ['--request-timeout', '0.2'],
      stderr: `error CLUSTER_UNREACHABLE: the server SERVER of the context test did not answer within 0.2 s
  hint: raise --request-timeout, or check that this machine may reach it
`,
    },
    {
      says: 'that stops half-way ends after --request-timeout',
      listener: (_, answer) => void answer.writeHead(200).write('{"items": ['),
      args: ['--request-timeout', '0.2'],
      stderr: `error CLUSTER_UNREACHABLE: the server SERVER of the context test did not answer within 0.2 s
  hint: raise --request-timeout, or check that this machine may reach it
`,
    },
    {
      says: 'whose JSON is cut off is none',
      listener: (_, answer) => reply(answer, 200, '{"kind": "NodeList", "items": [{"metadata"'),
      stderr: `error CLUSTER_UNREACHABLE: the server SERVER of the context test is no API server, or what lies between cuts answers off: what it answers is no JSON object
  hint: check the server in the kubeconfig, and try kubectl --context test version
`,
    },
    {
      says: 'that nests without end is none',
      listener: (_, answer) => reply(answer, 200, `{"items": ${'['.repeat(200)}${']'.repeat(200)}}`),
      stderr: `error CLUSTER_UNREACHABLE: the server SERVER of the context test is no API server, or what lies between cuts answers off: what it answers is no JSON object
  hint: check the server in the kubeconfig, and try kubectl --context test version
`,
    },
    {
      says: 'whose connection breaks off is none',
      listener: (_, answer) => {
        answer.writeHead(200, { 'Content-Length': '1000' }).write('{"kind"');
        setTimeout(() => answer.destroy(), 50);
      },
      stderr: `error CLUSTER_UNREACHABLE: the server SERVER of the context test cannot be read: the connection broke off (ECONNRESET)
  hint: try again, and check the proxies on the way
`,
    },
  ])('$says', async ({ listener, args = [], stderr }) => {
    expect(await hardware(await serve(listener), { args })).toEqual({ code: 1, stdout: '', stderr });
  });

  it('that points elsewhere is not followed, so that credentials stay', async () => {
    let isFollowed = false;
    const elsewhere = await serve((_, answer) => {
      isFollowed = true;
      reply(answer, 200, { items: [NODE] });
    });
    const server = await serve(
      (_, answer) => void answer.writeHead(302, { Location: `${elsewhere}/api/v1/nodes` }).end(),
    );
    const { code, stderr } = await hardware(server);
    expect({ code, isFollowed }).toEqual({ code: 1, isFollowed: false });
    expect(stderr).toContain('CLUSTER_REFUSED: the server SERVER of the context test answers 302');
  });

  it('that forgets a list twice ends it', async () => {
    const asked: string[] = [];
    const server = await serve(({ url = '' }, answer) => {
      asked.push(url);
      if (url.includes('continue')) return reply(answer, 410, { kind: 'Status', message: 'too old' });
      return reply(answer, 200, { metadata: { continue: 'next' }, items: [NODE] });
    });
    const { code, stderr } = await hardware(server);
    expect(code).toBe(1);
    expect(stderr).toContain('CLUSTER_REFUSED: the server SERVER of the context test answers 410: too old');
    expect(asked.map((url) => url.includes('continue'))).toEqual([false, true, false, true]);
  });

  it('that always has another page ends at the limit', async () => {
    const items = Array.from({ length: 250 }, () => NODE);
    let pages = 0;
    const server = await serve((_, answer) => {
      pages += 1;
      reply(answer, 200, { metadata: { continue: `page-${pages}` }, items });
    });
    const { code, stderr } = await hardware(server);
    expect({ code, pages }).toEqual({ code: 1, pages: 40 });
    expect(stderr).toContain('error INPUT_TOO_LARGE: the cluster has more than 10000 nodes');
  });

  it('that is larger than the limit is not read to its end', async () => {
    const server = await serve((_, answer) => void answer.writeHead(200).end('x'.repeat(2000)));
    const reading = httpGet(new URL(server), {}, { timeoutMs: HANGS_MS, mostBytes: 1000 });
    await expect(reading).rejects.toMatchObject({ limit: 'size' });
  });

  it('about pods that fails leaves rdma out', async () => {
    const server = await serve((message, answer) => {
      if (message.url?.includes('/pods')) return reply(answer, 500, { message: 'broken' });
      return oneNode(message, answer);
    });
    const { code, stdout, stderr } = await hardware(server);
    expect({ code, stdout }).toEqual({ code: 0, stdout: BLOCK.replace('    rdma: false\n', '') });
    expect(stderr).toContain('warning RDMA_UNKNOWN hardware.rdma: ');
  });

  it('is found below the path of the server, and labels of every kind are asked for as they are', async () => {
    const asked: string[] = [];
    const server = await serve((message, answer) => {
      asked.push(message.url ?? '');
      reply(answer, 200, message.url?.includes('/pods') ? EMPTY : { items: [NODE] });
    });
    const { code } = await hardware(`${server}/k8s/clusters/c-1/`, { args: ['--node-selector', 'a in (b,c),d!=e f'] });
    expect(code).toBe(0);
    expect(asked).toEqual([
      '/k8s/clusters/c-1/api/v1/nodes?labelSelector=a+in+%28b%2Cc%29%2Cd%21%3De+f&limit=250',
      '/k8s/clusters/c-1/api/v1/namespaces/nvidia-network-operator/pods?limit=250',
    ]);
  });
});

describe('a node', () => {
  const nodeServer = (node: JsonObject) =>
    serve(({ url = '' }, answer) => reply(answer, 200, url.includes('/pods') ? EMPTY : { items: [node] }));

  it.each([
    { is: 'cordoned', change: { spec: { unschedulable: true } } },
    { is: 'not ready', change: { status: { conditions: [{ type: 'Ready', status: 'False' }] } } },
    { is: 'not heard of', change: { status: { conditions: [{ type: 'Ready', status: 'Unknown' }] } } },
    { is: 'new', change: { status: {} } },
  ])('that is $is counts, with a warning', async ({ change }) => {
    const { code, stdout, stderr } = await hardware(await nodeServer({ ...NODE, ...change }));
    expect({ code, stdout }).toEqual({ code: 0, stdout: BLOCK });
    expect(stderr).toMatch(/^warning GPU_NODES_UNAVAILABLE: /);
  });

  it.each([
    { label: 'nvidia.com/rdma.present', value: 'true', rdma: true },
    { label: 'feature.node.kubernetes.io/rdma.available', value: 'true', rdma: true },
    { label: 'feature.node.kubernetes.io/network-sriov.capable', value: 'true', rdma: true },
    { label: 'nvidia.com/rdma.present', value: 'false', rdma: false },
  ])('with the label $label=$value has rdma $rdma', async ({ label, value, rdma }) => {
    const server = await nodeServer({
      ...NODE,
      metadata: { name: 'a', labels: { ...NODE.metadata.labels, [label]: value } },
    });
    expect(await hardware(server)).toMatchObject({ code: 0, stdout: BLOCK.replace('rdma: false', `rdma: ${rdma}`) });
  });
});

describe('hardware', () => {
  it('counts warnings as errors with --strict, and prints nothing then', async () => {
    const items = [NODE, { metadata: { name: 'b' }, status: { capacity: { 'nvidia.com/gpu': '1' } } }];
    const server = await serve((_, answer) => reply(answer, 200, { items }));
    const { code, stdout, stderr } = await hardware(server, { args: ['--strict'] });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error GPU_NODES_SKIPPED: 1 node \(b\) left out/);
  });

  it('writes its findings as any other command', async () => {
    const { code, stderr } = await hardware(await serve((_, answer) => reply(answer, 401, {})), {
      args: ['--report', 'json'],
    });
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject([{ severity: 'error', code: 'CLUSTER_REFUSED' }]);
  });

  it.each([
    { args: [], says: '--context was expected' },
    { args: ['--context', 'test', 'nodes'], says: 'no argument was expected' },
    { args: ['--context', 'test', '--format', 'xml'], says: '--format xml is not one of block, json' },
    { args: ['--context', 'test', '--request-timeout', '0'], says: '--request-timeout 0 is not a number of seconds' },
    { args: ['--context', 'test', '--request-timeout', '1e9'], says: '--request-timeout 1e9 is not a number' },
  ])('is told that $says', async ({ args, says }) => {
    const { code, stderr } = await run(['hardware', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});
