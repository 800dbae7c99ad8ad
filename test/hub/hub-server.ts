import type { IncomingMessage, ServerResponse } from 'node:http';
import { NO_LIMIT, serve } from '../cluster/one-node.ts';
import { type Run, run } from '../commands/harness.ts';

/** What no other host may be told, and no output may hold. */
export const TOKEN = 'hf_a-secret-token';
export const SHA = '0123456789abcdef0123456789abcdef01234567';

/** Files of a model by their names. */
type Files = Readonly<Record<string, string>>;

/** A request that a server got. */
interface Asked {
  readonly url: string;
  readonly authorization: string | undefined;
}

/** A hub on loopback that has models, as the hub of Hugging Face answers; `before` may answer in its place. */
export async function serveHub(
  models: Readonly<Record<string, Files>>,
  before: (message: IncomingMessage, answer: ServerResponse) => boolean = () => false,
): Promise<{ readonly url: string; readonly asked: readonly Asked[] }> {
  const asked: Asked[] = [];
  const url = await serve((message, answer) => {
    asked.push({ url: message.url ?? '', authorization: message.headers.authorization });
    if (!before(message, answer)) answerFrom(models, message, answer);
  });
  return { url, asked };
}

function answerFrom(
  models: Readonly<Record<string, Files>>,
  { url = '' }: IncomingMessage,
  answer: ServerResponse,
): void {
  const [, id = '', revision = '', name = ''] = /^\/(.+)\/resolve\/([^/]+)\/(.+)$/.exec(url) ?? [];
  const files = Object.hasOwn(models, id) ? models[id] : undefined;
  const text = files?.[name];
  if (files === undefined) refuse(answer, 401, 'RepoNotFound');
  else if (revision !== 'main' && revision !== SHA) refuse(answer, 404, 'RevisionNotFound');
  else if (text === undefined) refuse(answer, 404, 'EntryNotFound');
  else answer.writeHead(200, { 'X-Repo-Commit': SHA }).end(text);
}

/** An answer without a file, with the hub's own word for why. */
export function refuse(answer: ServerResponse, status: number, code: string): void {
  answer.writeHead(status, { 'X-Error-Code': code }).end(`{"error": "${code}"}`);
}

/** What `models add` comes to with a hub, which is called HUB in the result; without a token where it is not given. */
export async function add(
  hub: string,
  args: readonly string[],
  {
    cwd,
    token,
    env = {},
  }: { readonly cwd: string; readonly token?: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Run> {
  const limit = args.includes('--request-timeout') ? [] : NO_LIMIT;
  const secrets = token === undefined ? {} : { HF_TOKEN: token };
  const result = await run(['models', 'add', ...args, ...limit], {
    cwd,
    env: { HF_ENDPOINT: hub, ...secrets, ...env },
  });
  const name = hub.replace('http://', '');
  return { ...result, stderr: result.stderr.replaceAll(hub, 'HUB').replaceAll(name, 'HUB') };
}
