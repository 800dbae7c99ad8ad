import type { RequestOptions } from 'node:https';
import { type Cluster as ClusterEntry, KubeConfig } from '@kubernetes/client-node';
import { RenderError } from '../errors.ts';
import { parseObject } from '../json.ts';
import { httpGet } from '../net/http-get.ts';
import { VERSION } from '../version.ts';
import type { Cluster, Read, Reply } from './api.ts';
import { withPluginCredentials } from './exec-plugin.ts';
import { type Entries, type KubeconfigOptions, readKubeconfig } from './kubeconfig.ts';
import { broken, unreachable } from './refusal.ts';

/** Which cluster is opened, and how patiently. */
export interface ClusterOptions extends KubeconfigOptions {
  /** How long a single answer may take, of the API server or of a credential plugin. */
  readonly timeoutMs: number;
}

/** The largest answer that is read: a page of nodes is far below. */
const MOST_BYTES = 64 * 1024 * 1024;
const STATUS_OK = 200;

/**
 * Opens a context of a kubeconfig without a word to the server yet. Address, TLS, proxy and credentials are those of
 * `@kubernetes/client-node`; the requests are our own, since its generated client weighs megabytes and waits for ever.
 * Throws KUBECONFIG_INVALID.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const entries = readKubeconfig(options);
  const address = addressOf(entries.cluster);
  const { cluster, context } = entries;
  const user = await withPluginCredentials(entries.user, { ...options, cluster });
  const connection = await connectionOf({ ...entries, user });
  const about = {
    context: context.name,
    user: user.name,
    namespace: context.namespace ?? 'default',
    server: address.origin,
    timeoutMs: options.timeoutMs,
  };
  return { ...about, get: (read) => getReply(read, { address, connection, about }) };
}

/** An opened cluster from the inside. */
interface Session {
  readonly address: URL;
  /** Options of every request: agent, TLS and headers, credentials among them. */
  readonly connection: RequestOptions;
  readonly about: Omit<Cluster, 'get'>;
}

async function getReply({ path, query = {} }: Read, { address, connection, about }: Session): Promise<Reply> {
  const url = new URL(`${address.href.replace(/\/$/, '')}${path}`);
  url.search = new URLSearchParams(query).toString();
  const { status, body } = await httpGet(url, connection, {
    timeoutMs: about.timeoutMs,
    mostBytes: MOST_BYTES,
  }).catch((error: unknown) => {
    throw unreachable(about, error);
  });
  const object = parseObject(body);
  if (status === STATUS_OK && object === undefined) throw broken(about, 'what it answers is no JSON object');
  // Proxies and gateways in front of a server answer in words of their own.
  return { status, object: object ?? { message: body } };
}

function addressOf({ name, server, skipTLSVerify }: ClusterEntry): URL {
  const address = URL.canParse(server) ? new URL(server) : undefined;
  if (address?.protocol === 'https:' || (address?.protocol === 'http:' && skipTLSVerify)) return address;
  throw new RenderError('KUBECONFIG_INVALID', {
    message: `the server of the cluster ${name} is no https address`,
    hint: 'set clusters[].cluster.server to one; http takes insecure-skip-tls-verify: true beside it',
  });
}

async function connectionOf({ context, cluster, user }: Entries): Promise<RequestOptions> {
  const config = new KubeConfig();
  config.loadFromOptions({ contexts: [context], clusters: [cluster], users: [user], currentContext: context.name });
  const options: RequestOptions = { headers: { Accept: 'application/json', 'User-Agent': `dgdr-render/${VERSION}` } };
  try {
    await config.applyToHTTPSOptions(options);
  } catch (error) {
    throw new RenderError('KUBECONFIG_INVALID', {
      message: `the context ${context.name} cannot be used: ${wordsOf(error)}`,
      hint: `check the files and the login of the user ${user.name}, and try kubectl --context ${context.name} version`,
    });
  }
  return options;
}

/** What went wrong; messages of parsers are left out, since they quote what they read. */
function wordsOf(error: unknown): string {
  if (error instanceof Error && ('code' in error || error.constructor === Error)) return error.message;
  return 'its credentials cannot be read';
}
