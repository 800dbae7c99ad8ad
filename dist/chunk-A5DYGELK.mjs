import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  AnswerLimit
} from "./chunk-EFL4VJWC.mjs";
import {
  RenderError
} from "./chunk-LYM26J3H.mjs";

// src/cluster/refusal.ts
var CAUSES = [
  {
    codes: /^(ENOTFOUND|EAI_AGAIN)$/,
    message: "its name cannot be resolved",
    hint: "check the server in the kubeconfig, and the VPN if it takes one"
  },
  {
    codes: /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/,
    message: "nothing answers there",
    hint: "check the server in the kubeconfig, and that this machine may reach it"
  },
  {
    codes: /^(ECONNRESET|EPIPE)$/,
    message: "the connection broke off",
    hint: "try again, and check the proxies on the way"
  },
  {
    codes: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/,
    message: "its certificate is not trusted",
    hint: "set certificate-authority or certificate-authority-data of the cluster to the authority that signed it"
  }
], MOST_CHARACTERS = 300;
function unreachable(about, error) {
  if (error instanceof AnswerLimit) return overLimit(about, error);
  let code = error instanceof Error && "code" in error ? String(error.code) : void 0;
  if (!(error instanceof Error) || code === void 0 && error instanceof TypeError) throw error;
  let cause = CAUSES.find(({ codes }) => code !== void 0 && codes.test(code)), detail = code ?? error.message;
  return new RenderError("CLUSTER_UNREACHABLE", {
    message: `${serverOf(about)} cannot be read: ${cause === void 0 ? detail : `${cause.message} (${detail})`}`,
    hint: cause?.hint ?? `try kubectl --context ${about.context} version`
  });
}
function overLimit(about, { limit }) {
  return limit === "size" ? broken(about, "its answer is larger than 64 MiB") : new RenderError("CLUSTER_UNREACHABLE", {
    message: `${serverOf(about)} did not answer within ${about.timeoutMs / 1e3} s`,
    hint: "raise --request-timeout, or check that this machine may reach it"
  });
}
function broken(about, what) {
  return new RenderError("CLUSTER_UNREACHABLE", {
    message: `${serverOf(about)} is no API server, or what lies between cuts answers off: ${what}`,
    hint: `check the server in the kubeconfig, and try kubectl --context ${about.context} version`
  });
}
function refusal(about, read, { status, object }) {
  let words = typeof object.message == "string" ? `: ${object.message.trim().slice(0, MOST_CHARACTERS)}` : "", refuse = (message, hint) => new RenderError("CLUSTER_REFUSED", { message, hint });
  return status === 401 ? refuse(
    `${serverOf(about)} does not know the credentials of the user ${about.user}: they are wrong or have expired`,
    `log in again, then try kubectl --context ${about.context} auth whoami`
  ) : status === 403 ? refuse(
    `the user ${about.user} of the context ${about.context} may not ${read.right.verb} ${read.right.resource}${words}`,
    `grant the right that is missing: ${ruleOf(read.right)}`
  ) : refuse(`${serverOf(about)} answers ${status}${words}`, hintOf(about, status));
}
function hintOf({ context }, status) {
  return status === 400 ? "check --node-selector" : `try again later; kubectl --context ${context} get --raw /readyz says whether the server is well`;
}
function ruleOf({ verb, resource, group, namespace }) {
  let what = `${verb} on ${group === "" ? resource : `${resource}.${group}`}`;
  return namespace === void 0 ? `${what}, by a ClusterRole` : `${what} in the namespace ${namespace}, by a Role`;
}
function serverOf({ server, context }) {
  return `the server ${server} of the context ${context}`;
}

export {
  unreachable,
  broken,
  refusal
};
