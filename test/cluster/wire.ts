import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request } from 'node:https';
import type { Json } from '../../src/json.ts';
import { listen, type Wire } from './server.ts';

/** One request and its answer, without credentials. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly accept: string;
  readonly status: number;
  readonly type: string;
  readonly body: Json;
}

type Asked = Omit<Exchange, 'status' | 'type' | 'body'>;

function askedOf({ method = '', url = '', headers }: IncomingMessage): Asked {
  const { pathname, searchParams } = new URL(url, 'http://server');
  return { method, path: pathname, query: Object.fromEntries([...searchParams].sort()), accept: headers.accept ?? '' };
}

/** A server that passes everything on and keeps what went over the wire; `afterwards` runs before an answer goes back. */
export async function recorder(
  target: { readonly url: string; readonly caFile: string },
  afterwards: () => Promise<void>,
): Promise<Wire & { readonly exchanges: Exchange[] }> {
  const exchanges: Exchange[] = [];
  const wire = await listen(async (asked, answer) => {
    const { status, type, body } = await passOn(target, asked);
    exchanges.push({ ...askedOf(asked), status, type, body: toJson(body) });
    await afterwards();
    answer.writeHead(status, { 'Content-Type': type }).end(body);
  });
  return { ...wire, exchanges };
}

function passOn({ url, caFile }: { url: string; caFile: string }, asked: IncomingMessage) {
  const { authorization = '', accept = '' } = asked.headers;
  const options = { method: asked.method, headers: { authorization, accept }, ca: readFileSync(caFile) };
  return new Promise<{ status: number; type: string; body: string }>((done, fail) => {
    const call = request(`${url}${asked.url}`, options, async (answer) => {
      const body = Buffer.concat(await answer.toArray()).toString('utf8');
      done({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body });
    });
    call.on('error', fail).end();
  });
}

function toJson(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return body;
  }
}

/** A server that answers as it was recorded, once and in the same order. Whatever else is asked is in `surprises`. */
export async function replay(
  exchanges: readonly Exchange[],
  token: string,
): Promise<Wire & { readonly surprises: () => string[] }> {
  const surprises: string[] = [];
  let at = 0;
  const wire = await listen((message, answer) => {
    const expected = exchanges[at];
    const surprise = surpriseOf(message, expected, token);
    at += 1;
    if (surprise === undefined && expected !== undefined) return send(answer, expected);
    surprises.push(surprise ?? '');
    answer.writeHead(599).end(surprise);
  });
  const unasked = () => exchanges.slice(at).map(({ method, path }) => `never asked: ${method} ${path}`);
  return { ...wire, surprises: () => [...surprises, ...unasked()] };
}

function surpriseOf(message: IncomingMessage, expected: Exchange | undefined, token: string): string | undefined {
  if (message.headers.authorization !== `Bearer ${token}`) return `the request carries no ${token}`;
  const asked = askedOf(message);
  if (expected === undefined) return `one request too many: ${JSON.stringify(asked)}`;
  const { status, type, body, ...wanted } = expected;
  if (JSON.stringify(asked) === JSON.stringify(wanted)) return undefined;
  return `asked ${JSON.stringify(asked)}, recorded ${JSON.stringify(wanted)}`;
}

function send(answer: ServerResponse, { status, type, body }: Exchange): void {
  answer.writeHead(status, { 'Content-Type': type }).end(typeof body === 'string' ? body : JSON.stringify(body));
}
