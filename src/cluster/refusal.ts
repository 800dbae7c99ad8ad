import { RenderError } from '../errors.ts';
import { AnswerLimit } from '../net/answer-limit.ts';
import type { Cluster, Read, Reply, Right } from './api.ts';

/** The part of a cluster that messages speak of. */
type About = Pick<Cluster, 'context' | 'user' | 'server' | 'timeoutMs'>;

interface Cause {
  /** Codes of Node's errors. */
  readonly codes: RegExp;
  readonly message: string;
  readonly hint: string;
}

/** What breaks before there is an answer, by the codes of Node's networking, DNS and TLS. */
const CAUSES: readonly Cause[] = [
  {
    codes: /^(ENOTFOUND|EAI_AGAIN)$/,
    message: 'its name cannot be resolved',
    hint: 'check the server in the kubeconfig, and the VPN if it takes one',
  },
  {
    codes: /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/,
    message: 'nothing answers there',
    hint: 'check the server in the kubeconfig, and that this machine may reach it',
  },
  {
    codes: /^(ECONNRESET|EPIPE)$/,
    message: 'the connection broke off',
    hint: 'try again, and check the proxies on the way',
  },
  {
    codes: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/,
    message: 'its certificate is not trusted',
    hint: 'set certificate-authority or certificate-authority-data of the cluster to the authority that signed it',
  },
];

/** How much of what a server says is told. */
const MOST_CHARACTERS = 300;

/** CLUSTER_UNREACHABLE for a request that got no answer; a bug is thrown on. */
export function unreachable(about: About, error: unknown): RenderError {
  if (error instanceof AnswerLimit) return overLimit(about, error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (!(error instanceof Error) || (code === undefined && error instanceof TypeError)) throw error;
  const cause = CAUSES.find(({ codes }) => code !== undefined && codes.test(code));
  const detail = code ?? error.message;
  return new RenderError('CLUSTER_UNREACHABLE', {
    message: `${serverOf(about)} cannot be read: ${cause === undefined ? detail : `${cause.message} (${detail})`}`,
    hint: cause?.hint ?? `try kubectl --context ${about.context} version`,
  });
}

function overLimit(about: About, { limit }: AnswerLimit): RenderError {
  if (limit === 'size') return broken(about, 'its answer is larger than 64 MiB');
  return new RenderError('CLUSTER_UNREACHABLE', {
    message: `${serverOf(about)} did not answer within ${about.timeoutMs / 1000} s`,
    hint: 'raise --request-timeout, or check that this machine may reach it',
  });
}

/** CLUSTER_UNREACHABLE for an answer that is none of an API server. */
export function broken(about: About, what: string): RenderError {
  return new RenderError('CLUSTER_UNREACHABLE', {
    message: `${serverOf(about)} is no API server, or what lies between cuts answers off: ${what}`,
    hint: `check the server in the kubeconfig, and try kubectl --context ${about.context} version`,
  });
}

/** CLUSTER_REFUSED for an answer with another status than was hoped for. */
export function refusal(about: About, read: Read, { status, object }: Reply): RenderError {
  const words = typeof object.message === 'string' ? `: ${object.message.trim().slice(0, MOST_CHARACTERS)}` : '';
  const refuse = (message: string, hint: string) => new RenderError('CLUSTER_REFUSED', { message, hint });
  if (status === 401) {
    return refuse(
      `${serverOf(about)} does not know the credentials of the user ${about.user}: they are wrong or have expired`,
      `log in again, then try kubectl --context ${about.context} auth whoami`,
    );
  }
  if (status === 403) {
    return refuse(
      `the user ${about.user} of the context ${about.context} may not ${read.right.verb} ${read.right.resource}${words}`,
      `grant the right that is missing: ${ruleOf(read.right)}`,
    );
  }
  return refuse(`${serverOf(about)} answers ${status}${words}`, hintOf(about, status));
}

function hintOf({ context }: About, status: number): string {
  if (status === 400) return 'check --node-selector';
  return `try again later; kubectl --context ${context} get --raw /readyz says whether the server is well`;
}

/** `verb list on nodes, in a ClusterRole`. */
function ruleOf({ verb, resource, group, namespace }: Right): string {
  const what = `${verb} on ${group === '' ? resource : `${resource}.${group}`}`;
  return namespace === undefined ? `${what}, by a ClusterRole` : `${what} in the namespace ${namespace}, by a Role`;
}

function serverOf({ server, context }: About): string {
  return `the server ${server} of the context ${context}`;
}
