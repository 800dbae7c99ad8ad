import { once } from 'node:events';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';

type Environment = Readonly<Record<string, string | undefined>>;

/** A proxy that does not let a request through; what breaks in the network is an error of Node with its own code. */
export class ProxyRefusal extends Error {}

/**
 * The proxy of an address by the variables that curl and Python read (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, in
 * small letters first); undefined where there is none for it. @throws ProxyRefusal for a value that is no address
 */
export function proxyFor(url: URL, env: Environment): URL | undefined {
  const read = (name: string): string => env[name] || env[name.toUpperCase()] || '';
  const said = read(`${url.protocol.slice(0, -1)}_proxy`) || read('all_proxy');
  if (said === '' || isExempt(url, read('no_proxy'))) return undefined;
  const text = said.includes('://') ? said : `http://${said}`;
  const proxy = URL.canParse(text) ? new URL(text) : undefined;
  if (proxy?.protocol === 'http:' || proxy?.protocol === 'https:') return proxy;
  throw new ProxyRefusal('the proxy that the environment names is no http:// or https:// address');
}

/** Names stand for themselves and all below them, with or without a dot in front; `*` for everything. */
function isExempt({ hostname, port }: URL, list: string): boolean {
  return list.split(/[\s,]+/).some((entry) => {
    const [name = '', wanted] = entry
      .replace(/^\*?\./, '')
      .toLowerCase()
      .split(':');
    if (name === '' || (wanted !== undefined && wanted !== port)) return false;
    return name === '*' || hostname === name || hostname.endsWith(`.${name}`);
  });
}

/** What a request takes to go through a proxy. */
interface Way extends Omit<RequestOptions, 'headers'> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a request to `url` takes to go through a proxy. @throws ProxyRefusal */
export async function wayThrough(proxy: URL, url: URL, signal: AbortSignal): Promise<Way> {
  if (url.protocol === 'http:') return plainWay(proxy, url);
  const socket = await tunnel(proxy, url, signal);
  return { agent: false, createConnection: () => connect({ socket, servername: url.hostname }) };
}

/** A proxy is asked for the whole address, where nothing is encrypted. */
function plainWay(proxy: URL, url: URL): Way {
  const authorization = authorizationOf(proxy);
  const headers = { host: url.host, ...(authorization && { 'proxy-authorization': authorization }) };
  return { hostname: proxy.hostname, port: portOf(proxy), path: `${url.origin}${url.pathname}${url.search}`, headers };
}

async function tunnel(proxy: URL, url: URL, signal: AbortSignal): Promise<Socket> {
  const place = `${url.hostname}:${url.port || '443'}`;
  const authorization = authorizationOf(proxy);
  const request = (proxy.protocol === 'http:' ? requestHttp : requestHttps)({
    ...{ host: proxy.hostname, port: portOf(proxy), method: 'CONNECT', path: place, signal, agent: false },
    headers: { host: place, ...(authorization && { 'proxy-authorization': authorization }) },
  });
  const connected = once(request, 'connect') as Promise<[IncomingMessage, Socket]>;
  request.on('error', () => undefined).end();
  const [{ statusCode = 0 }, socket] = await connected;
  if (statusCode === 200) return socket;
  socket.destroy();
  throw new ProxyRefusal(`the proxy ${proxy.host} answers ${statusCode}`);
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'http:' ? '80' : '443');
}

function authorizationOf({ username, password }: URL): string | undefined {
  if (username === '') return undefined;
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
