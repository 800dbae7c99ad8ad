import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Json, JsonObject } from '../../src/json.ts';
import { findHost } from '../hosts/host.ts';

/** Somebody whom the API server knows by a token. */
export interface ServerUser {
  readonly name: string;
  readonly groups: readonly string[];
}

/** An answer to a call of the administrator. */
interface ServerAnswer {
  readonly status: number;
  readonly object: JsonObject;
}

/** What a call sends. */
interface Sent {
  readonly type?: string;
  readonly body: Json;
}

/** A real API server with an etcd of its own, both on loopback. */
export interface ApiServer {
  readonly url: string;
  /** PEM file of the authority that its certificate is from. */
  readonly caFile: string;
  readonly call: (method: string, path: string, sent?: Sent) => Promise<ServerAnswer>;
  /** Forgets all states of the past, so that lists that were begun cannot be continued. */
  readonly compact: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const ADMIN: ServerUser = { name: 'admin', groups: ['system:masters'] };

/** The token of a user: worthless, since the server is gone before anybody reads it. */
export function tokenOf(name: string): string {
  return `token-of-${name}`;
}

/** Starts both programs of `.ci/kube/build`, the server with further flags, and waits until it is ready. RBAC is on. */
export async function startApiServer(users: readonly ServerUser[], flags: readonly string[] = []): Promise<ApiServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dgdr-render-kube-'));
  const [client = 0, peer = 0, secure = 0] = await freePorts(3);
  const etcdUrl = `http://127.0.0.1:${client}`;
  const etcd = start(folder, 'etcd', etcdFlags(folder, etcdUrl, `http://127.0.0.1:${peer}`));
  const ours = serverFlags(folder, etcdUrl, secure, [ADMIN, ...users]);
  const server = start(folder, 'kube-apiserver', [...ours, ...flags]);
  const url = `https://127.0.0.1:${secure}`;
  const caFile = join(folder, 'certs/apiserver.crt');
  const call: ApiServer['call'] = (method, path, sent) => callServer({ url, caFile }, method, path, sent);
  const stop = async () => {
    await end(server);
    await end(etcd);
    rmSync(folder, { recursive: true, force: true });
  };
  await waitUntilReady(folder, { server, call, stop });
  return { url, caFile, call, compact: () => compact(etcdUrl), stop };
}

function start(folder: string, program: string, flags: readonly string[]): ChildProcess {
  const path = findHost(program);
  if (path === undefined)
    throw new Error(`${program} is missing: run .ci/kube/build "$HOME/.cache/dgdr-render-hosts/bin"`);
  const child = spawn(path, flags, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', (text: Buffer) => writeFileSync(join(folder, `${program}.log`), text, { flag: 'a' }));
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function etcdFlags(folder: string, client: string, peer: string): string[] {
  return [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
  ];
}

function serverFlags(folder: string, etcd: string, port: number, users: readonly ServerUser[]): string[] {
  const key = join(folder, 'service-accounts.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const tokens = join(folder, 'tokens.csv');
  const rows = users.map(({ name, groups }, i) => `${tokenOf(name)},${name},${i},"${groups.join(',')}"\n`);
  writeFileSync(tokens, rows.join(''));
  return [
    `--etcd-servers=${etcd}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    `--cert-dir=${join(folder, 'certs')}`,
    `--service-account-key-file=${key}`,
    `--service-account-signing-key-file=${key}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    '--service-cluster-ip-range=10.0.0.0/16',
    `--token-auth-file=${tokens}`,
    '--authorization-mode=RBAC',
    // Pods need no service accounts here, whose controller does not run.
    '--disable-admission-plugins=ServiceAccount',
    // Otherwise old lists are continued from memory, whatever etcd has forgotten.
    '--feature-gates=ListFromCacheSnapshot=false',
  ];
}

interface Starting extends Pick<ApiServer, 'call' | 'stop'> {
  readonly server: ChildProcess;
}

/** However long it takes; it fails where the server ends instead. */
async function waitUntilReady(folder: string, { server, call, stop }: Starting): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const isReady = await call('GET', '/readyz').then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return;
    await sleep(500);
  }
  const log = readFileSync(join(folder, 'kube-apiserver.log'), 'utf8').slice(-4000);
  await stop();
  throw new Error(`the API server is not ready\n${log}`);
}

function callServer(
  { url, caFile }: Pick<ApiServer, 'url' | 'caFile'>,
  method: string,
  path: string,
  sent: Sent | undefined,
): Promise<ServerAnswer> {
  return new Promise((done, fail) => {
    const headers = {
      Authorization: `Bearer ${tokenOf(ADMIN.name)}`,
      'Content-Type': sent?.type ?? 'application/json',
    };
    const call = request(`${url}${path}`, { method, headers, ca: readFileSync(caFile) }, async (answer) => {
      const chunks = await answer.toArray();
      done({ status: answer.statusCode ?? 0, object: parse(Buffer.concat(chunks).toString('utf8')) });
    });
    call.on('error', fail);
    call.end(sent === undefined ? undefined : JSON.stringify(sent.body));
  });
}

function parse(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return { message: text };
  }
}

/** Through etcd's gateway for JSON (etcd 3.4, KV/Range and KV/Compact). */
async function compact(etcd: string): Promise<void> {
  const post = async (path: string, body: JsonObject) => {
    const answer = await fetch(`${etcd}${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`etcd answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { header: { revision: string } };
  };
  const { header } = await post('/v3/kv/range', { key: 'AA==' });
  await post('/v3/kv/compaction', { revision: header.revision, physical: true });
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
