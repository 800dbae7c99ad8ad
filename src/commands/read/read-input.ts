import { type Finding, findingOf } from '../../errors.ts';
import { GRAPH_KIND, REQUEST_KIND } from '../../kinds.ts';
import { findFiles } from '../../krm/find-files.ts';
import {
  decodeUtf8,
  parseStream,
  REQUEST_LIMITS,
  requireSize,
  STREAM_LIMITS,
  type StreamDocument,
} from '../../krm/parse-yaml.ts';
import { readWanted } from '../../krm/read-wanted.ts';
import type { Resource } from '../../krm/resource.ts';
import { isRequest } from '../../request/parse-request.ts';
import { UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { readAll } from './read-all.ts';

/** What the paths of a call hold. */
export interface Input {
  /** Files that were looked into, by their names in findings; none of stdin. */
  readonly files: readonly string[];
  /** Of files only the requests; of stdin every document, so that it can pass through. */
  readonly documents: readonly StreamDocument[];
  readonly requests: readonly Resource[];
  /** Files that could not be read. */
  readonly findings: readonly Finding[];
}

/** Which documents of files are read at all. */
export const REQUESTS = { isWanted: isRequest, mention: REQUEST_KIND } as const;
/** The path that stands for stdin. */
export const STDIN = '-';
/** What stdin is called in findings and in the graphs that come of it. */
export const STDIN_FILE = 'stdin';
/** Requests and graphs are looked at on stdin, both of kinds that begin so; everything else is not even parsed. */
const STDIN_MENTION = GRAPH_KIND;
const STDIN_LIMITS = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes, tokens: STREAM_LIMITS.tokens };

/** Reads stdin (`-`) or files, folders and globs; every file is tried. */
export async function readInput(patterns: readonly string[], context: Context): Promise<Input> {
  if (!patterns.includes(STDIN)) return readFiles(patterns, context.cwd);
  if (patterns.length > 1) throw new UsageError('- (stdin) cannot be combined with other paths');
  const bytes = await context.readStdin();
  return collect([() => readStream(bytes)]);
}

/** A finding for input without a single request. */
export function noRequests(patterns: readonly string[]): Finding {
  const where = patterns.includes(STDIN) ? STDIN_FILE : patterns.join(', ');
  return findingOf('NO_REQUESTS', {
    message: `no ${REQUEST_KIND} in ${where}`,
    hint: 'name a file or folder that holds one, or allow none with --allow-empty',
  });
}

function readFiles(patterns: readonly string[], cwd: string): Input {
  const findings: Finding[] = [];
  const files = findFiles(patterns, { cwd, isConfined: false }, (error) => findings.push(error.toFinding()));
  const input = collect(files.map((file) => () => readWanted(file, REQUESTS)));
  return { ...input, files: files.map(({ file }) => file), findings: [...findings, ...input.findings] };
}

function readStream(bytes: Uint8Array): StreamDocument[] {
  const file = STDIN_FILE;
  const documents = parseStream(decodeUtf8(bytes, file), { file, limits: STDIN_LIMITS, mustMention: STDIN_MENTION });
  for (const { resource, text } of documents) {
    if (resource && isRequest(resource.object)) requireSize(Buffer.byteLength(text), REQUEST_LIMITS, resource.origin);
  }
  return documents;
}

function collect(readers: readonly (() => readonly StreamDocument[])[]): Input {
  const { read: documents, findings } = readAll(readers);
  const requests = documents.flatMap(({ resource }) => (resource && isRequest(resource.object) ? [resource] : []));
  return { files: [], documents, requests, findings };
}
