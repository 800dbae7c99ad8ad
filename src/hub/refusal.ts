import { RenderError } from '../errors.ts';
import { AnswerLimit } from '../net/answer-limit.ts';
import { ProxyRefusal } from '../net/proxy.ts';
import { type Hub, type HubAnswer, type HubFile, MOST_BYTES } from './api.ts';

const TRY_AGAIN = 'try again later, or copy the files by hand and run `dgdr-render models add ID --from-dir DIR`';

/** What breaks before there is an answer, by the codes of Node's networking, DNS and TLS. */
const CAUSES: readonly (readonly [codes: RegExp, what: string, hint: string])[] = [
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    'its name cannot be resolved',
    'check HF_ENDPOINT and the network, or name a mirror there',
  ],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, 'nothing answers there', 'check HF_ENDPOINT and the proxies'],
  [/^(ECONNRESET|EPIPE)$/, 'the connection broke off', TRY_AGAIN],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/,
    'its certificate is not trusted',
    'name the authority that signed it in NODE_EXTRA_CA_CERTS',
  ],
];

/** HUB_UNREACHABLE for a request that got no answer; a bug is thrown on. */
export function noAnswer(
  { host, timeoutMs }: { readonly host: string; readonly timeoutMs: number },
  error: unknown,
): RenderError {
  if (error instanceof AnswerLimit) {
    const isSlow = error.limit === 'time';
    const what = isSlow ? `did not answer within ${timeoutMs / 1000} s` : `sends more than ${MOST_BYTES} bytes`;
    return unreachable(`${host} ${what}`, isSlow ? 'raise --request-timeout, or try again later' : 'check HF_ENDPOINT');
  }
  if (error instanceof ProxyRefusal) return unreachable(`${host} is not asked: ${error.message}`, 'check the proxies');
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (!(error instanceof Error) || (code === undefined && error instanceof TypeError)) throw error;
  const detail = code ?? error.message;
  const [, what, hint = TRY_AGAIN] = CAUSES.find(([codes]) => code !== undefined && codes.test(code)) ?? [];
  return unreachable(`${host} cannot be read: ${what === undefined ? detail : `${what} (${detail})`}`, hint);
}

/** HUB_UNREACHABLE for a redirect that is not followed. */
export function noRedirect({ endpoint }: Hub, where: string): RenderError {
  return unreachable(`${endpoint.host} redirects ${where}, which is not followed`, 'check HF_ENDPOINT');
}

/** HUB_UNREACHABLE for an answer that is none of a hub. */
export function noHub({ endpoint }: Hub, what: string, hint = 'check HF_ENDPOINT'): RenderError {
  return unreachable(`${endpoint.host} is no hub, or what lies between changes what it says: ${what}`, hint);
}

function unreachable(message: string, hint: string): RenderError {
  return new RenderError('HUB_UNREACHABLE', { message, hint });
}

/** What a hub says besides a status. Source: huggingface_hub 1.0, utils/_http.py, `hf_raise_for_status`. */
const ERROR_CODE = 'x-error-code';

/** The error of an answer that has not got a file. */
export function refusal(hub: Hub, { id, revision, name }: HubFile, answer: HubAnswer): RenderError {
  const { status } = answer;
  const code = String(answer.headers[ERROR_CODE] ?? '');
  const page = `${hub.endpoint.href.replace(/\/$/, '')}/${id}`;
  if (code === 'GatedRepo' || status === 403) return gated(hub, id, page);
  if (status === 401) return unknownToken(hub, id, page);
  if (status === 404) {
    if (code === 'EntryNotFound')
      return notFound(`${id} has no ${name}`, `see the files at ${page}; only models with a ${name} can be used`);
    if (code === 'RevisionNotFound')
      return notFound(
        `${id} has no revision ${revision}`,
        'name a commit of the model with --revision, or leave it out',
      );
    return notFound(
      `there is no ${name} of a model ${id} at ${page}`,
      'check how the id is written; private models need HF_TOKEN',
    );
  }
  return unreachable(`${hub.endpoint.host} answers ${status} to ${name} of ${id}`, TRY_AGAIN);
}

function gated({ token }: Hub, id: string, page: string): RenderError {
  const has = token === undefined ? 'HF_TOKEN is not set' : 'the account of HF_TOKEN has no access';
  return new RenderError('HUB_REFUSED', {
    message: `${id} is gated, and ${has}`,
    hint: `ask for access at ${page}, and set HF_TOKEN to a token of that account`,
  });
}

/** Hubs do not tell strangers whether a model is private or not there at all. */
function unknownToken({ token }: Hub, id: string, page: string): RenderError {
  const message =
    token === undefined
      ? `the hub shows ${id} to nobody without a token: it is private, gated, or not there`
      : 'the hub does not know HF_TOKEN';
  const hint =
    token === undefined
      ? `check how the id is written, ask for access at ${page}, and set HF_TOKEN`
      : 'set HF_TOKEN to a valid token, or unset it';
  return new RenderError('HUB_REFUSED', { message, hint });
}

function notFound(message: string, hint: string): RenderError {
  return new RenderError('HUB_NOT_FOUND', { message, hint });
}
