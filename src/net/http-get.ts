import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps } from 'node:https';
import { AnswerLimit } from './answer-limit.ts';
import { wayThrough } from './proxy.ts';

/** A whole answer of a server. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How an address is asked. */
export interface GetOptions extends RequestOptions {
  /** Where the request goes first. */
  readonly proxy?: URL | undefined;
}

/** What an answer may take. */
export interface GetLimits {
  /** For the whole exchange, from the connection to the last byte. */
  readonly timeoutMs: number;
  readonly mostBytes: number;
}

/** Reads a resource; redirects are not followed, since they would carry credentials elsewhere. */
export async function httpGet(url: URL, { proxy, ...options }: GetOptions, limits: GetLimits): Promise<Answer> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const way = proxy === undefined ? {} : await wayThrough(proxy, url, signal);
    const headers = { ...options.headers, ...way.headers };
    const asked = { ...options, ...way, headers, signal };
    const request = (url.protocol === 'http:' ? requestHttp : requestHttps)(url, asked);
    // Once the answer has begun, its stream reports what breaks; the request would report it a second time.
    const response = once(request, 'response') as Promise<[IncomingMessage]>;
    request.on('error', () => undefined).end();
    const [message] = await response;
    const body = await readBody(message, limits.mostBytes);
    return { status: message.statusCode ?? 0, headers: message.headers, body };
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
