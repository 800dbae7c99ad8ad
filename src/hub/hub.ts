import { RenderError } from '../errors.ts';
import { type Answer, httpGet } from '../net/http-get.ts';
import { proxyFor } from '../net/proxy.ts';
import { type Hub, type HubAnswer, isCommit, MOST_BYTES } from './api.ts';
import { noAnswer, noRedirect } from './refusal.ts';

const ENDPOINT = 'https://huggingface.co';

/**
 * The hub that the environment names, by the variables of huggingface_hub: `HF_ENDPOINT` (a mirror) and `HF_TOKEN`.
 * @throws RenderError CONFIG_INVALID
 */
export function openHub(env: Hub['env'], timeoutMs: number): Hub {
  const text = env.HF_ENDPOINT || ENDPOINT;
  const endpoint = URL.canParse(text) ? new URL(text) : undefined;
  if (endpoint === undefined || !isWeb(endpoint)) {
    throw new RenderError('CONFIG_INVALID', {
      message: 'HF_ENDPOINT is no address of a hub',
      hint: `write it like ${ENDPOINT}, or unset it`,
    });
  }
  Object.assign(endpoint, { username: '', password: '', search: '', hash: '' });
  endpoint.pathname = endpoint.pathname.replace(/\/+$/, '');
  return { endpoint, token: env.HF_TOKEN?.trim() || undefined, env, timeoutMs };
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

const MOST_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * Reads what is below the endpoint, whatever the status. Redirects are followed, since hubs keep files elsewhere; the token
 * stays with the endpoint. @throws RenderError HUB_UNREACHABLE
 */
export async function readHub(hub: Hub, path: string): Promise<HubAnswer> {
  let url = addressOf(hub, path);
  let commit: string | undefined;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await readOnce(hub, url);
    if (url.origin === hub.endpoint.origin) commit ??= commitOf(answer);
    const { location } = answer.headers;
    if (!REDIRECTS.includes(answer.status) || location === undefined) return { ...answer, commit };
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (next === undefined || !isWeb(next)) throw noRedirect(hub, 'to what is no address');
    if (url.protocol === 'https:' && next.protocol === 'http:')
      throw noRedirect(hub, 'to an address without encryption');
    url = next;
  }
  throw noRedirect(hub, `more than ${MOST_REDIRECTS} times`);
}

function addressOf({ endpoint }: Hub, path: string): URL {
  return new URL(`${endpoint.href.replace(/\/$/, '')}/${path}`);
}

async function readOnce(hub: Hub, url: URL): Promise<Answer> {
  const { endpoint, token, env, timeoutMs } = hub;
  const isOwn = url.origin === endpoint.origin;
  const headers = { accept: '*/*', ...(isOwn && token !== undefined && { authorization: `Bearer ${token}` }) };
  try {
    return await httpGet(url, { headers, proxy: proxyFor(url, env) }, { timeoutMs, mostBytes: MOST_BYTES });
  } catch (error) {
    throw noAnswer({ ...hub, host: url.host }, error);
  }
}

function commitOf({ headers }: Answer): string | undefined {
  const said = headers['x-repo-commit'];
  return isCommit(said) ? said : undefined;
}
