import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isCommit
} from "./chunk-VWKDRK7G.mjs";
import {
  ProxyRefusal,
  httpGet,
  proxyFor
} from "./chunk-FHUPLVZY.mjs";
import {
  AnswerLimit
} from "./chunk-EFL4VJWC.mjs";
import {
  RenderError
} from "./chunk-LYM26J3H.mjs";

// src/hub/refusal.ts
var TRY_AGAIN = "try again later, or copy the files by hand and run `dgdr-render models add ID --from-dir DIR`", CAUSES = [
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    "its name cannot be resolved",
    "check HF_ENDPOINT and the network, or name a mirror there"
  ],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, "nothing answers there", "check HF_ENDPOINT and the proxies"],
  [/^(ECONNRESET|EPIPE)$/, "the connection broke off", TRY_AGAIN],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/,
    "its certificate is not trusted",
    "name the authority that signed it in NODE_EXTRA_CA_CERTS"
  ]
];
function noAnswer({ host, timeoutMs }, error) {
  if (error instanceof AnswerLimit) {
    let isSlow = error.limit === "time", what2 = isSlow ? `did not answer within ${timeoutMs / 1e3} s` : `sends more than ${1048576} bytes`;
    return unreachable(`${host} ${what2}`, isSlow ? "raise --request-timeout, or try again later" : "check HF_ENDPOINT");
  }
  if (error instanceof ProxyRefusal) return unreachable(`${host} is not asked: ${error.message}`, "check the proxies");
  let code = error instanceof Error && "code" in error ? String(error.code) : void 0;
  if (!(error instanceof Error) || code === void 0 && error instanceof TypeError) throw error;
  let detail = code ?? error.message, [, what, hint = TRY_AGAIN] = CAUSES.find(([codes]) => code !== void 0 && codes.test(code)) ?? [];
  return unreachable(`${host} cannot be read: ${what === void 0 ? detail : `${what} (${detail})`}`, hint);
}
function noRedirect({ endpoint }, where) {
  return unreachable(`${endpoint.host} redirects ${where}, which is not followed`, "check HF_ENDPOINT");
}
function noHub({ endpoint }, what, hint = "check HF_ENDPOINT") {
  return unreachable(`${endpoint.host} is no hub, or what lies between changes what it says: ${what}`, hint);
}
function unreachable(message, hint) {
  return new RenderError("HUB_UNREACHABLE", { message, hint });
}
var ERROR_CODE = "x-error-code";
function refusal(hub, { id, revision, name }, answer) {
  let { status } = answer, code = String(answer.headers[ERROR_CODE] ?? ""), page = `${hub.endpoint.href.replace(/\/$/, "")}/${id}`;
  return code === "GatedRepo" || status === 403 ? gated(hub, id, page) : status === 401 ? unknownToken(hub, id, page) : status === 404 ? code === "EntryNotFound" ? notFound(`${id} has no ${name}`, `see the files at ${page}; only models with a ${name} can be used`) : code === "RevisionNotFound" ? notFound(
    `${id} has no revision ${revision}`,
    "name a commit of the model with --revision, or leave it out"
  ) : notFound(
    `there is no ${name} of a model ${id} at ${page}`,
    "check how the id is written; private models need HF_TOKEN"
  ) : unreachable(`${hub.endpoint.host} answers ${status} to ${name} of ${id}`, TRY_AGAIN);
}
function gated({ token }, id, page) {
  let has = token === void 0 ? "HF_TOKEN is not set" : "the account of HF_TOKEN has no access";
  return new RenderError("HUB_REFUSED", {
    message: `${id} is gated, and ${has}`,
    hint: `ask for access at ${page}, and set HF_TOKEN to a token of that account`
  });
}
function unknownToken({ token }, id, page) {
  let message = token === void 0 ? `the hub shows ${id} to nobody without a token: it is private, gated, or not there` : "the hub does not know HF_TOKEN", hint = token === void 0 ? `check how the id is written, ask for access at ${page}, and set HF_TOKEN` : "set HF_TOKEN to a valid token, or unset it";
  return new RenderError("HUB_REFUSED", { message, hint });
}
function notFound(message, hint) {
  return new RenderError("HUB_NOT_FOUND", { message, hint });
}

// src/hub/hub.ts
var ENDPOINT = "https://huggingface.co";
function openHub(env, timeoutMs) {
  let text = env.HF_ENDPOINT || ENDPOINT, endpoint = URL.canParse(text) ? new URL(text) : void 0;
  if (endpoint === void 0 || !isWeb(endpoint))
    throw new RenderError("CONFIG_INVALID", {
      message: "HF_ENDPOINT is no address of a hub",
      hint: `write it like ${ENDPOINT}, or unset it`
    });
  return Object.assign(endpoint, { username: "", password: "", search: "", hash: "" }), endpoint.pathname = endpoint.pathname.replace(/\/+$/, ""), { endpoint, token: env.HF_TOKEN?.trim() || void 0, env, timeoutMs };
}
function isWeb({ protocol }) {
  return protocol === "http:" || protocol === "https:";
}
var MOST_REDIRECTS = 5, REDIRECTS = [301, 302, 303, 307, 308];
async function readHub(hub, path) {
  let url = addressOf(hub, path), commit;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    let answer = await readOnce(hub, url);
    url.origin === hub.endpoint.origin && (commit ??= commitOf(answer));
    let { location } = answer.headers;
    if (!REDIRECTS.includes(answer.status) || location === void 0) return { ...answer, commit };
    let next = URL.canParse(location, url.href) ? new URL(location, url) : void 0;
    if (next === void 0 || !isWeb(next)) throw noRedirect(hub, "to what is no address");
    if (url.protocol === "https:" && next.protocol === "http:")
      throw noRedirect(hub, "to an address without encryption");
    url = next;
  }
  throw noRedirect(hub, `more than ${MOST_REDIRECTS} times`);
}
function addressOf({ endpoint }, path) {
  return new URL(`${endpoint.href.replace(/\/$/, "")}/${path}`);
}
async function readOnce(hub, url) {
  let { endpoint, token, env, timeoutMs } = hub, headers = { accept: "*/*", ...url.origin === endpoint.origin && token !== void 0 && { authorization: `Bearer ${token}` } };
  try {
    return await httpGet(url, { headers, proxy: proxyFor(url, env) }, { timeoutMs, mostBytes: 1048576 });
  } catch (error) {
    throw noAnswer({ ...hub, host: url.host }, error);
  }
}
function commitOf({ headers }) {
  let said = headers["x-repo-commit"];
  return isCommit(said) ? said : void 0;
}

export {
  noHub,
  refusal,
  openHub,
  readHub
};
