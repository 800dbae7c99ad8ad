import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unreachable } from '../../src/cluster/refusal.ts';
import type { Json } from '../../src/json.ts';
import { folderWith } from '../commands/harness.ts';
import { kubeconfigText, runBundle } from './call.ts';
import { BLOCK, closeLater, hardware, oneNode, pem, serve, TOKEN } from './one-node.ts';
import { listen } from './server.ts';

const ABOUT = { context: 'prod', user: 'u', server: 'https://one', timeoutMs: 30_000 };
const toBase64 = (text: string) => Buffer.from(text).toString('base64');

describe('a server that is not there', () => {
  it('is unreachable', async () => {
    const { url, close } = await listen(oneNode);
    await close();
    expect(await hardware(url)).toEqual({
      code: 1,
      stdout: '',
      stderr: `error CLUSTER_UNREACHABLE: the server SERVER of the context test cannot be read: nothing answers there (ECONNREFUSED)
  hint: check the server in the kubeconfig, and that this machine may reach it
`,
    });
  });

  it.each([
    { code: 'ENOTFOUND', says: 'its name cannot be resolved (ENOTFOUND)' },
    { code: 'EAI_AGAIN', says: 'its name cannot be resolved (EAI_AGAIN)' },
    { code: 'EHOSTUNREACH', says: 'nothing answers there (EHOSTUNREACH)' },
    { code: 'EPIPE', says: 'the connection broke off (EPIPE)' },
    { code: 'CERT_HAS_EXPIRED', says: 'its certificate is not trusted (CERT_HAS_EXPIRED)' },
    { code: 'EPROTO', says: 'EPROTO' },
    { code: undefined, says: 'Bad response: 407' },
  ])('is told by $says', ({ code, says }) => {
    const error = Object.assign(new Error('Bad response: 407'), code === undefined ? {} : { code });
    expect(unreachable(ABOUT, error)).toMatchObject({
      code: 'CLUSTER_UNREACHABLE',
      message: `the server https://one of the context prod cannot be read: ${says}`,
    });
  });

  it('is no excuse for a bug', () => {
    expect(() => unreachable(ABOUT, new TypeError('undefined is no function'))).toThrow(TypeError);
  });
});

describe('the certificate of a server', () => {
  const tls = { cert: pem('server.crt'), key: pem('server.key') };
  const untrusted = (
    code: string,
  ) => `error CLUSTER_UNREACHABLE: the server SERVER of the context test cannot be read: its certificate is not trusted (${code})
  hint: set certificate-authority or certificate-authority-data of the cluster to the authority that signed it
`;

  it.each([
    {
      says: 'is trusted by the authority in the kubeconfig',
      cluster: [`certificate-authority-data: ${toBase64(pem('ca.crt'))}`],
      wanted: { code: 0, stdout: BLOCK, stderr: '1 node with 1 x NVIDIA-L4\n' },
    },
    {
      says: 'is refused by the authority of somebody else',
      cluster: [`certificate-authority-data: ${toBase64(pem('other.crt'))}`],
      wanted: { code: 1, stdout: '', stderr: untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE') },
    },
    {
      says: 'is refused without an authority',
      cluster: [],
      wanted: { code: 1, stdout: '', stderr: untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE') },
    },
    {
      says: 'is refused for another name',
      cluster: [`certificate-authority-data: ${toBase64(pem('ca.crt'))}`, 'tls-server-name: other.test'],
      wanted: { code: 1, stdout: '', stderr: untrusted('ERR_TLS_CERT_ALTNAME_INVALID') },
    },
    {
      says: 'is held against tls-server-name',
      cluster: [`certificate-authority-data: ${toBase64(pem('ca.crt'))}`, 'tls-server-name: kubernetes.test'],
      wanted: { code: 0, stdout: BLOCK, stderr: '1 node with 1 x NVIDIA-L4\n' },
    },
    {
      says: 'does not matter where the kubeconfig says so',
      cluster: ['insecure-skip-tls-verify: true'],
      wanted: { code: 0, stdout: BLOCK, stderr: '1 node with 1 x NVIDIA-L4\n' },
    },
  ])('$says', async ({ cluster, wanted }) => {
    expect(await hardware(await serve(oneNode, tls), { cluster })).toEqual(wanted);
  });
});

// The bundle leaves most of the client of Kubernetes out; what is left has to do all the same.
describe('the bundle', () => {
  const tls = { cert: pem('server.crt'), key: pem('server.key') };
  const trusted = `certificate-authority-data: ${toBase64(pem('ca.crt'))}`;

  async function hardwareOfBundle(config: string, files: Readonly<Record<string, string>> = {}) {
    const folder = folderWith({ config, ...files });
    const result = await runBundle(['hardware', '--context', 'test', '--kubeconfig', join(folder, 'config')]);
    expect(result.stdout + result.stderr).not.toContain(TOKEN);
    return result;
  }

  it.each([
    { does: 'trusts the authority of the kubeconfig', file: 'ca.crt', code: 0, stdout: BLOCK },
    { does: 'trusts no other authority', file: 'other.crt', code: 1, stdout: '' },
  ])('$does', async ({ file, code, stdout }) => {
    const config = kubeconfigText(await serve(oneNode, tls), TOKEN, ['certificate-authority: ca.pem']);
    expect(await hardwareOfBundle(config, { 'ca.pem': pem(file) })).toMatchObject({ code, stdout });
  });

  it('goes through the proxy of the kubeconfig', async () => {
    const proxied: string[] = [];
    const proxy = await startProxy((target) => proxied.push(target));
    const server = await serve(oneNode, tls);
    const config = kubeconfigText(server, TOKEN, [trusted, `proxy-url: ${proxy}`]);
    expect(await hardwareOfBundle(config)).toMatchObject({ code: 0, stdout: BLOCK });
    expect(new Set(proxied)).toEqual(new Set([server.replace('https://', '')]));
  });

  it('shows the token of an OpenID provider', async () => {
    const part = (object: Json) => Buffer.from(JSON.stringify(object)).toString('base64url');
    const token = `${part({ alg: 'none' })}.${part({ exp: 32_503_680_000 })}.x`;
    const seen: (string | undefined)[] = [];
    const server = await serve((message, answer) => {
      seen.push(message.headers.authorization);
      oneNode(message, answer);
    }, tls);
    const plain = kubeconfigText(server, 'TOKEN', [trusted]);
    const config = plain.replace('{token: TOKEN}', `{auth-provider: {name: oidc, config: {id-token: ${token}}}}`);
    expect(await hardwareOfBundle(config)).toMatchObject({ code: 0, stdout: BLOCK });
    expect(new Set(seen)).toEqual(new Set([`Bearer ${token}`]));
  });
});

/** A proxy that opens tunnels; `onTunnel` is told where to. */
async function startProxy(onTunnel: (target: string) => void): Promise<string> {
  const proxy = createServer();
  proxy.on('connect', ({ url = '' }, socket) => {
    onTunnel(url);
    const [host, port] = url.split(':');
    const through = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(through).pipe(socket);
    });
    for (const end of [socket, through]) end.on('error', () => end.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const close = async () => void proxy.close();
  const { port } = proxy.address() as AddressInfo;
  closeLater({ url: '', close });
  return `http://127.0.0.1:${port}`;
}
