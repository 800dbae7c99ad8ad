import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, run } from '../commands/harness.ts';
import { NO_LIMIT, pem, TOKEN as SECRET, serve } from './one-node.ts';

interface Seen {
  readonly authorization: string | undefined;
  /** Common name of the client's certificate. */
  readonly certificate: string | undefined;
}

/** A server with TLS that knows nobody, and what it has seen of who asked. */
async function serveStrangers(): Promise<{ readonly url: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const tls = { cert: pem('server.crt'), key: pem('server.key'), ca: pem('ca.crt'), requestCert: true };
  const url = await serve(
    ({ headers, socket }, answer) => {
      const peer = (socket as import('node:tls').TLSSocket).getPeerCertificate();
      seen.push({ authorization: headers.authorization, certificate: peer.subject?.CN as string | undefined });
      answer.writeHead(401).end('{}');
    },
    { ...tls, rejectUnauthorized: false },
  );
  return { url, seen };
}

interface Login {
  /** `users[].user`, in flow style. */
  readonly user: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** Asks a server as a user; resolves to what it saw and what the tool said. */
async function login({ user, files = {}, args = [] }: Login) {
  const { url, seen } = await serveStrangers();
  const cwd = folderWith({
    ...files,
    config: `clusters: [{name: c, cluster: {server: "${url}", certificate-authority-data: ${Buffer.from(pem('ca.crt')).toString('base64')}}}]
contexts: [{name: test, context: {cluster: c, user: u}}]
users: [{name: u, user: ${user}}]
`,
  });
  for (const name of Object.keys(files)) chmodSync(join(cwd, name), 0o755);
  const env = { PATH: process.env.PATH ?? '' };
  const limit = args.includes('--request-timeout') ? [] : NO_LIMIT;
  const argv = ['hardware', '--context', 'test', '--kubeconfig', 'config', ...limit, ...args];
  const { stdout, stderr } = await run(argv, { cwd, env });
  expect(stdout + stderr).not.toContain(SECRET);
  return { seen, url, stderr: stderr.replaceAll(cwd, 'FOLDER') };
}

const credential = (status: object) => JSON.stringify({ kind: 'ExecCredential', status });
const script = (...lines: readonly string[]) => `#!/bin/sh\n${lines.join('\n')}\n`;

describe('a user', () => {
  it.each<{ does: string; given: Login; wanted: Partial<Seen> }>([
    { does: 'has a token', given: { user: `{token: ${SECRET}}` }, wanted: { authorization: `Bearer ${SECRET}` } },
    {
      does: 'has a name and a password',
      given: { user: '{username: me, password: word}' },
      wanted: { authorization: `Basic ${Buffer.from('me:word').toString('base64')}` },
    },
    {
      does: 'has a certificate in files',
      given: {
        user: '{client-certificate: u.crt, client-key: u.key}',
        files: { 'u.crt': pem('client.crt'), 'u.key': pem('client.key') },
      },
      wanted: { certificate: 'client' },
    },
    {
      does: 'gets a token from a plugin, which sees its own arguments and variables',
      given: {
        user: '{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login, args: [a-secret], env: [{name: PART, value: token}]}}',
        files: { login: script(`echo "{\\"kind\\":\\"ExecCredential\\",\\"status\\":{\\"token\\":\\"$1-$PART\\"}}"`) },
      },
      wanted: { authorization: `Bearer ${SECRET}` },
    },
    {
      does: 'gets a certificate from a plugin',
      given: {
        user: '{exec: {command: ./login}}',
        files: {
          login: script(`cat "$(dirname "$0")/credential"`),
          credential: credential({ clientCertificateData: pem('client.crt'), clientKeyData: pem('client.key') }),
        },
      },
      wanted: { certificate: 'client', authorization: undefined },
    },
  ])('$does', async ({ given, wanted }) => {
    const { seen, stderr } = await login(given);
    expect(seen).toMatchObject([wanted]);
    expect(stderr).toContain('CLUSTER_REFUSED');
  });

  it.each<{ says: string; given: Login; wanted: string }>([
    {
      says: 'that its plugin is not there, and how to install it',
      given: { user: '{exec: {command: no-such-login, installHint: see the wiki}}' },
      wanted: `error KUBECONFIG_INVALID: the credential plugin of the user u: no-such-login is not there
  hint: see the wiki
`,
    },
    {
      says: 'what its plugin says when it fails, and nothing that it prints',
      given: {
        user: '{exec: {command: ./login}}',
        files: { login: script(`echo ${SECRET}`, 'echo session has expired >&2', 'exit 3') },
      },
      wanted: `error KUBECONFIG_INVALID: the credential plugin of the user u: FOLDER/login ended with 3: session has expired
  hint: log in again, and try the same context with kubectl
`,
    },
    {
      says: 'that its plugin prints something else, which is not told',
      given: { user: '{exec: {command: ./login}}', files: { login: script(`echo ${SECRET}`) } },
      wanted: `error KUBECONFIG_INVALID: the credential plugin of the user u: FOLDER/login printed no ExecCredential
  hint: log in again, and try the same context with kubectl
`,
    },
    {
      says: 'that its plugin does not end',
      given: {
        user: '{exec: {command: ./login}}',
        files: { login: script('exec sleep 60') },
        args: ['--request-timeout', '0.3'],
      },
      wanted: `error KUBECONFIG_INVALID: the credential plugin of the user u: FOLDER/login did not end within 0.3 s
  hint: log in with kubectl first, or raise --request-timeout
`,
    },
    {
      says: 'that its plugin has to ask',
      given: { user: '{exec: {command: ./login, interactiveMode: Always}}' },
      wanted: `error KUBECONFIG_INVALID: the credential plugin of the user u: FOLDER/login has to ask for something
  hint: use a plugin that logs in without a terminal
`,
    },
    {
      says: 'that a file of it is missing',
      given: { user: '{client-certificate: u.crt, client-key: u.key}' },
      wanted: `error KUBECONFIG_INVALID: the context test cannot be used: ENOENT: no such file or directory, open 'FOLDER/u.crt'
  hint: check the files and the login of the user u, and try kubectl --context test version
`,
    },
    {
      says: 'that its token cannot be read, without a word of it',
      given: { user: `{auth-provider: {name: oidc, config: {id-token: ${SECRET}.${SECRET}.x}}}` },
      wanted: `error KUBECONFIG_INVALID: the context test cannot be used: its credentials cannot be read
  hint: check the files and the login of the user u, and try kubectl --context test version
`,
    },
  ])('says $says', async ({ given, wanted }) => {
    const { seen, stderr } = await login(given);
    expect({ seen, stderr }).toEqual({ seen: [], stderr: wanted });
  });

  it('tells its plugin what client-go tells it, and gives it nothing to read', async () => {
    const { seen, url } = await login({
      user: '{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login, provideClusterInfo: true}}',
      files: {
        login: script(
          'token=$(printf "%s" "$KUBERNETES_EXEC_INFO$(cat)" | base64 -w0)',
          'echo "{\\"kind\\":\\"ExecCredential\\",\\"status\\":{\\"token\\":\\"$token\\"}}"',
        ),
      },
    });
    const told = Buffer.from(seen[0]?.authorization?.replace('Bearer ', '') ?? '', 'base64').toString('utf8');
    expect(JSON.parse(told)).toEqual({
      kind: 'ExecCredential',
      apiVersion: 'client.authentication.k8s.io/v1',
      spec: {
        interactive: false,
        cluster: { server: url, 'certificate-authority-data': Buffer.from(pem('ca.crt')).toString('base64') },
      },
    });
  });
});

describe('a server', () => {
  it('without TLS is refused unless the kubeconfig says that TLS does not matter', async () => {
    const config = `clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
contexts: [{name: test, context: {cluster: c, user: u}}]
users: [{name: u, user: {token: ${SECRET}}}]
`;
    const cwd = folderWith({ config });
    const { code, stderr } = await run(['hardware', '--context', 'test', '--kubeconfig', 'config'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `error KUBECONFIG_INVALID: the server of the cluster c is no https address
  hint: set clusters[].cluster.server to one; http takes insecure-skip-tls-verify: true beside it
`,
    });
  });
});
