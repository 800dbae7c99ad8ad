import { execFile } from 'node:child_process';
import type { Cluster, User } from '@kubernetes/client-node';
import { RenderError } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

/** What a plugin is given besides its own entry. */
export interface PluginOptions {
  readonly cluster: Cluster;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number;
}

/** A plugin's answer is a token or a certificate with its key; more is no answer. */
const MOST_BYTES = 1024 * 1024;
/** How much of what a failing plugin says is told. */
const MOST_CHARACTERS = 500;

/** What a program that was started ended with. */
interface Run {
  /** Undefined where it ended well. */
  readonly failure: { readonly code?: string | number | null; readonly killed?: boolean } | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The user with the credentials that its plugin (`users[].user.exec`) hands out, or as it is. The plugin is a program
 * that the kubeconfig names; it is started as kubectl starts it (client.authentication.k8s.io, ExecCredential), but never
 * asks anything. Throws KUBECONFIG_INVALID, without anything that the plugin wrote to stdout.
 */
export async function withPluginCredentials(user: User, options: PluginOptions): Promise<User> {
  const { exec, ...rest } = user;
  if (!isObject(exec)) return user;
  if (typeof exec.command !== 'string') throw failed(user, 'has no command', undefined);
  if (exec.interactiveMode === 'Always') {
    throw failed(user, `${exec.command} has to ask for something`, 'use a plugin that logs in without a terminal');
  }
  const run = await runPlugin(exec, options);
  if (run.failure !== undefined) throw explain(user, exec, run, options.timeoutMs);
  const status = readStatus(run.stdout);
  if (status === undefined) throw failed(user, `${exec.command} printed no ExecCredential`, undefined);
  return { ...rest, ...credentialsOf(status) };
}

function runPlugin(exec: JsonObject, { cluster, env, timeoutMs }: PluginOptions): Promise<Run> {
  const args = Array.isArray(exec.args) ? exec.args.map(String) : [];
  const own = Array.isArray(exec.env) ? exec.env.filter(isObject) : [];
  const variables = {
    ...env,
    ...Object.fromEntries(own.map(({ name, value }) => [String(name), String(value)])),
    KUBERNETES_EXEC_INFO: JSON.stringify(execInfo(exec, cluster)),
  };
  const options = { env: variables, timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: MOST_BYTES } as const;
  return new Promise((done) => {
    const child = execFile(String(exec.command), args, options, (failure, stdout, stderr) =>
      done({ failure: failure ?? undefined, stdout, stderr }),
    );
    // A plugin that asks gets no answer instead of waiting for one.
    child.stdin?.end();
  });
}

/** What client-go tells a plugin (k8s.io/client-go v0.34, plugin/pkg/client/auth/exec). */
function execInfo(exec: JsonObject, cluster: Cluster): JsonObject {
  const about = {
    server: cluster.server,
    ...(cluster.tlsServerName !== undefined && { 'tls-server-name': cluster.tlsServerName }),
    ...(cluster.skipTLSVerify && { 'insecure-skip-tls-verify': true }),
    ...(cluster.caData !== undefined && { 'certificate-authority-data': cluster.caData }),
    ...(cluster.proxyUrl !== undefined && { 'proxy-url': cluster.proxyUrl }),
  };
  return {
    kind: 'ExecCredential',
    apiVersion: exec.apiVersion ?? 'client.authentication.k8s.io/v1',
    spec: { interactive: false, ...(exec.provideClusterInfo === true && { cluster: about }) },
  };
}

function readStatus(stdout: string): JsonObject | undefined {
  let credential: Json;
  try {
    credential = JSON.parse(stdout) as Json;
  } catch {
    return undefined;
  }
  return isObject(credential) && isObject(credential.status) ? credential.status : undefined;
}

function credentialsOf({ token, clientCertificateData, clientKeyData }: JsonObject): Partial<User> {
  return {
    ...(typeof token === 'string' && { token }),
    ...(typeof clientCertificateData === 'string' && { certData: toBase64(clientCertificateData) }),
    ...(typeof clientKeyData === 'string' && { keyData: toBase64(clientKeyData) }),
  };
}

function toBase64(pem: string): string {
  return Buffer.from(pem).toString('base64');
}

function explain(user: User, exec: JsonObject, { failure, stderr }: Run, timeoutMs: number): RenderError {
  const command = String(exec.command);
  if (failure?.code === 'ENOENT') {
    const hint = typeof exec.installHint === 'string' ? exec.installHint : `install ${command}, or put it on the PATH`;
    return failed(user, `${command} is not there`, hint);
  }
  if (failure?.killed === true) {
    const hint = 'log in with kubectl first, or raise --request-timeout';
    return failed(user, `${command} did not end within ${timeoutMs / 1000} s`, hint);
  }
  const words = stderr.trim().slice(-MOST_CHARACTERS);
  return failed(
    user,
    `${command} ended with ${failure?.code ?? 'a signal'}${words === '' ? '' : `: ${words}`}`,
    undefined,
  );
}

function failed(user: User, message: string, hint: string | undefined): RenderError {
  return new RenderError('KUBECONFIG_INVALID', {
    message: `the credential plugin of the user ${user.name}: ${message}`,
    hint: hint ?? 'log in again, and try the same context with kubectl',
  });
}
