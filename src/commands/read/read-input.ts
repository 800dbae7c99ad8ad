import { type Finding, findingOf, type RenderError } from '../../errors.ts';
import { addFor, type Budget } from '../../files/budget.ts';
import { findFiles } from '../../files/find-files.ts';
import { GRAPH_KIND, REQUEST_KIND } from '../../kinds.ts';
import {
  decodeUtf8,
  parseStream,
  REQUEST_LIMITS,
  requireSize,
  STREAM_LIMITS,
  type StreamDocument,
} from '../../krm/parse-yaml.ts';
import { openList } from '../../krm/read-wanted.ts';
import type { Resource } from '../../krm/resource.ts';
import { REQUEST_LABEL } from '../../outputs/mark.ts';
import type { RenderOptions } from '../../render/render.ts';
import { DEFAULTS } from '../../request/defaults.ts';
import { NEAR_MISS_TEXT } from '../../request/near-miss.ts';
import { isRequest } from '../../request/parse-request.ts';
import { UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { explainTemplate } from './explain-template.ts';
import { nearMisses, strictlyAt } from './near-misses.ts';
import { readAll } from './read-all.ts';
import { type ParseRequests, readRequests, warnInto } from './request-files.ts';
import type { SettingsAt } from './settings-at.ts';

/** What the paths of a call hold. */
export interface Input {
  /** Files that were looked into, by their names in findings; none of stdin. */
  readonly files: readonly string[];
  /** Of files only the requests; of stdin every document, so that it can pass through. */
  readonly documents: readonly StreamDocument[];
  readonly requests: readonly Resource[];
  /** Files that could not be read, links that were not followed, and what was taken for no request. */
  readonly findings: readonly Finding[];
  readonly settings: SettingsAt;
  /** What tells requests apart whose graphs may have one name; undefined where none may. */
  readonly scopeOf: RenderOptions['scopeOf'];
}

/** How requests are looked for. */
export interface InputOptions {
  readonly settings: SettingsAt;
  /** As in `Input`; with it a file that is found in two folders, by a link, is a request of each. */
  readonly scopeOf?: RenderOptions['scopeOf'];
  /** What reads the text of a file, where that is not done anew for each. */
  readonly parse?: ParseRequests;
}

/** The path that stands for stdin. */
export const STDIN = '-';
/** What stdin is called in findings and in the graphs that come of it. */
export const STDIN_FILE = 'stdin';
/** Requests and graphs are looked at on stdin, both of kinds that begin so; everything else is not even parsed. */
const mentionsUs = (text: string): boolean => text.includes(GRAPH_KIND) || NEAR_MISS_TEXT.test(text);
const STDIN_LIMITS = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes, tokens: STREAM_LIMITS.tokens };

/** Reads stdin (`-`) or files, folders and globs; every file is tried. */
export async function readInput(
  patterns: readonly string[],
  options: InputOptions,
  context: Pick<Context, 'readStdin'>,
): Promise<Input> {
  if (!patterns.includes(STDIN)) return readFiles(patterns, options);
  if (patterns.length > 1) throw new UsageError('- (stdin) cannot be combined with other paths');
  const { option } = DEFAULTS.exclude;
  if (options.settings.host.settings.exclude !== undefined) {
    throw new UsageError(`--${option.name} has no effect on - (stdin), where no files are looked for: leave it out`);
  }
  const bytes = await context.readStdin();
  const { settings, scopeOf } = options;
  const { budget } = settings.root;
  const { read, findings } = readAll([() => readStream(bytes, budget)]);
  const requests = requestsAmong(read);
  addFor(budget, requests.length);
  const near = nearMisses(
    read.flatMap(({ resource }) => resource ?? []),
    strictlyAt(settings),
  );
  return { settings, scopeOf, files: [], documents: read, requests, findings: [...findings, ...near] };
}

/** Whether nothing was found that could be rendered, and nothing that explains it as an error. */
export function isEmptyInput({ requests, findings }: Pick<Input, 'requests' | 'findings'>): boolean {
  return requests.length === 0 && !findings.some(({ severity }) => severity === 'error');
}

/** A finding for input without a single request; `mayBeEmpty` of a command that can be told to take that for nothing wrong. */
export function noRequests(patterns: readonly string[], { mayBeEmpty = false } = {}): Finding {
  const where = patterns.includes(STDIN) ? STDIN_FILE : patterns.join(', ');
  return findingOf('NO_REQUESTS', {
    message: `no ${REQUEST_KIND} in ${where}`,
    hint: `name a file or folder that holds one${mayBeEmpty ? ', or allow none with --allow-empty' : ''}`,
  });
}

function readFiles(patterns: readonly string[], { settings, scopeOf, parse }: InputOptions): Input {
  const found: Finding[] = [];
  const warn = warnInto(found, settings);
  const fail = (error: RenderError): void => void found.push(error.toFinding());
  const files = findFiles(patterns, settings.root, {
    excludes: settings.host.settings.exclude ?? [],
    isEachFolder: scopeOf !== undefined,
    use: 'request',
    fail,
    warn,
  });
  const { documents, findings } = readRequests(files, settings, parse);
  const names = files.map(({ file }) => file);
  const requests = requestsAmong(documents);
  return { settings, scopeOf, files: names, documents, requests, findings: [...found, ...findings] };
}

/** Whether a document may be an older ConfigMap of a request, in whose place a new one goes. */
export function isLabelled(text: string): boolean {
  return text.includes(REQUEST_LABEL);
}

/** Documents of stdin; a list that holds requests comes as its items, so that graphs can take their places. */
function readStream(bytes: Uint8Array, budget: Budget): StreamDocument[] {
  const file = STDIN_FILE;
  const options = { file, source: '', limits: STDIN_LIMITS, mustMention: mentionsUs, isAlone: isLabelled, budget };
  const stream = decodeUtf8(bytes, file, budget);
  const documents = explainTemplate(stream, () => parseStream(stream, options)).flatMap((document) =>
    openList(document, isRequest),
  );
  for (const { resource, text } of documents) {
    if (resource && isRequest(resource.object)) requireSize(Buffer.byteLength(text), REQUEST_LIMITS, resource.origin);
  }
  return documents;
}

function requestsAmong(documents: readonly StreamDocument[]): Resource[] {
  return documents.flatMap(({ resource }) => (resource && isRequest(resource.object) ? [resource] : []));
}
