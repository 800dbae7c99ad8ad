import { once } from 'node:events';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps } from 'node:https';

/** A whole answer of a server. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What an answer may take. */
export interface GetLimits {
  /** For the whole exchange, from the connection to the last byte. */
  readonly timeoutMs: number;
  readonly mostBytes: number;
}

/** An answer that breaks a limit; what breaks in the network is an error of Node with its own code. */
export class AnswerLimit extends Error {
  readonly limit: 'time' | 'size';

  constructor(limit: AnswerLimit['limit']) {
    super(`the limit of ${limit} was reached`);
    this.limit = limit;
  }
}

/** Reads a resource; redirects are not followed, since they would carry credentials elsewhere. */
export async function httpGet(url: URL, options: RequestOptions, limits: GetLimits): Promise<Answer> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const request = (url.protocol === 'http:' ? requestHttp : requestHttps)(url, { ...options, signal });
    // Once the answer has begun, its stream reports what breaks; the request would report it a second time.
    const response = once(request, 'response') as Promise<[IncomingMessage]>;
    request.on('error', () => undefined).end();
    const [message] = await response;
    return { status: message.statusCode ?? 0, body: await readBody(message, limits.mostBytes) };
  } catch (error) {
    throw signal.aborted ? new AnswerLimit('time') : error;
  }
}

async function readBody(message: IncomingMessage, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > mostBytes) throw new AnswerLimit('size');
  }
  return Buffer.concat(chunks).toString('utf8');
}
