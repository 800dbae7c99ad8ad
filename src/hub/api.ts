import type { Answer } from '../net/http-get.ts';

/** A hub that models are published on, and how it is reached. */
export interface Hub {
  /** Without credentials and without a slash at its end. */
  readonly endpoint: URL;
  /** Is sent to the endpoint and to nobody else. */
  readonly token: string | undefined;
  /** Variables that name proxies. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For one answer, from the connection to the last byte. */
  readonly timeoutMs: number;
}

/** Most bytes of an answer; configurations of models have some kilobytes. */
export const MOST_BYTES = 2 ** 20;

/** An answer, and the commit that the hub says it is of. */
export interface HubAnswer extends Answer {
  readonly commit: string | undefined;
}

/** A file of a model that is asked for. */
export interface HubFile {
  readonly id: string;
  readonly revision: string;
  readonly name: string;
}

const COMMIT = /^[0-9a-f]{40}$/;

/** Whether a text names one commit, which nobody can change. */
export function isCommit(text: unknown): text is string {
  return typeof text === 'string' && COMMIT.test(text);
}
