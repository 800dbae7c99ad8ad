import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  AnswerLimit
} from "./chunk-EFL4VJWC.mjs";

// src/net/proxy.ts
import { once } from "node:events";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { connect } from "node:tls";
var ProxyRefusal = class extends Error {
};
function proxyFor(url, env) {
  let read = (name) => env[name] || env[name.toUpperCase()] || "", said = read(`${url.protocol.slice(0, -1)}_proxy`) || read("all_proxy");
  if (said === "" || isExempt(url, read("no_proxy"))) return;
  let text = said.includes("://") ? said : `http://${said}`, proxy = URL.canParse(text) ? new URL(text) : void 0;
  if (proxy?.protocol === "http:" || proxy?.protocol === "https:") return proxy;
  throw new ProxyRefusal("the proxy that the environment names is no http:// or https:// address");
}
function isExempt({ hostname, port }, list) {
  return list.split(/[\s,]+/).some((entry) => {
    let [name = "", wanted] = entry.replace(/^\*?\./, "").toLowerCase().split(":");
    return name === "" || wanted !== void 0 && wanted !== port ? !1 : name === "*" || hostname === name || hostname.endsWith(`.${name}`);
  });
}
async function wayThrough(proxy, url, signal) {
  if (url.protocol === "http:") return plainWay(proxy, url);
  let socket = await tunnel(proxy, url, signal);
  return { agent: !1, createConnection: () => connect({ socket, servername: url.hostname }) };
}
function plainWay(proxy, url) {
  let authorization = authorizationOf(proxy), headers = { host: url.host, ...authorization && { "proxy-authorization": authorization } };
  return { hostname: proxy.hostname, port: portOf(proxy), path: `${url.origin}${url.pathname}${url.search}`, headers };
}
async function tunnel(proxy, url, signal) {
  let place = `${url.hostname}:${url.port || "443"}`, authorization = authorizationOf(proxy), request = (proxy.protocol === "http:" ? requestHttp : requestHttps)({
    host: proxy.hostname,
    port: portOf(proxy),
    method: "CONNECT",
    path: place,
    signal,
    agent: !1,
    headers: { host: place, ...authorization && { "proxy-authorization": authorization } }
  }), connected = once(request, "connect");
  request.on("error", () => {
  }).end();
  let [{ statusCode = 0 }, socket] = await connected;
  if (statusCode === 200) return socket;
  throw socket.destroy(), new ProxyRefusal(`the proxy ${proxy.host} answers ${statusCode}`);
}
function portOf({ port, protocol }) {
  return port || (protocol === "http:" ? "80" : "443");
}
function authorizationOf({ username, password }) {
  if (username === "") return;
  let pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

// src/net/http-get.ts
import { once as once2 } from "node:events";
import { request as requestHttp2 } from "node:http";
import { request as requestHttps2 } from "node:https";
async function httpGet(url, { proxy, ...options }, limits) {
  let signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    let way = proxy === void 0 ? {} : await wayThrough(proxy, url, signal), headers = { ...options.headers, ...way.headers }, asked = { ...options, ...way, headers, signal }, request = (url.protocol === "http:" ? requestHttp2 : requestHttps2)(url, asked), response = once2(request, "response");
    request.on("error", () => {
    }).end();
    let [message] = await response, body = await readBody(message, limits.mostBytes);
    return { status: message.statusCode ?? 0, headers: message.headers, body };
  } catch (error) {
    throw signal.aborted ? new AnswerLimit("time") : error;
  }
}
async function readBody(message, mostBytes) {
  let chunks = [], bytes = 0;
  for await (let chunk of message)
    if (chunks.push(chunk), bytes += chunk.length, bytes > mostBytes) throw new AnswerLimit("size");
  return Buffer.concat(chunks).toString("utf8");
}

export {
  ProxyRefusal,
  proxyFor,
  httpGet
};
