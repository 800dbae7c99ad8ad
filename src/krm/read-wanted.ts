import { RenderError } from '../errors.ts';
import type { FoundFile } from '../files/find-files.ts';
import { readFile } from '../files/read-file.ts';
import type { JsonObject } from '../json.ts';
import { emitYaml } from './emit-yaml.ts';
import { itemsOf } from './list-items.ts';
import {
  decodeUtf8,
  parseStream,
  REQUEST_LIMITS,
  requireSize,
  STREAM_LIMITS,
  type StreamDocument,
  type YamlLimits,
} from './parse-yaml.ts';
import type { Resource } from './resource.ts';

/** Which resources of a file are wanted. */
export interface Wanted {
  readonly isWanted: (object: JsonObject) => boolean;
  /** A word, or what fits, that every wanted document holds; files without it are foreign and not parsed. */
  readonly mention: string | RegExp;
  /** How much of a file is read; by default what a person would write. */
  readonly limits?: YamlLimits;
  /** Whether those inside of lists are wanted too. */
  readonly isInLists?: boolean;
}

/** Bounds of a file that holds graphs: those of a request file may be many, and each is longer than its request. */
export const GRAPH_FILE_LIMITS: YamlLimits = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes };

/** A document of a stream that holds a resource. */
export interface WantedDocument extends StreamDocument {
  readonly resource: Resource;
}

/** The wanted resources of a file; everything else in it is skipped. */
export function readWanted(found: FoundFile, wanted: Wanted): WantedDocument[] {
  const text = readMentioning(found, wanted);
  return text === undefined ? [] : parseWanted(text, found, wanted);
}

/**
 * The text of a file that may hold something wanted; undefined for all others. Files met in folders may be anything (Helm
 * templates, large CRDs), so only those that mention the word count as broken or too large.
 */
export function readMentioning(found: FoundFile, { mention, limits = REQUEST_LIMITS }: Wanted): string | undefined {
  const { file, isNamed, budget } = found;
  const bytes = readBounded(found, limits);
  if (!isNamed && !mentions(bytes, mention)) return undefined;
  if (!isNamed && bytes.length > REQUEST_LIMITS.bytes && !hasKind(bytes, mention)) return undefined;
  requireSize(bytes.length, limits, { file, index: 0 });
  return decodeUtf8(bytes, file, budget);
}

/** Every byte counts as a character. */
function mentions(bytes: Buffer, mention: string | RegExp): boolean {
  return typeof mention === 'string' ? bytes.includes(mention) : mention.test(bytes.toString('latin1'));
}

/** Whether a line of a file says the kind, or that of a list; every byte counts as a character. */
function hasKind(bytes: Buffer, kind: string | RegExp): boolean {
  if (typeof kind !== 'string') return false;
  const line = new RegExp(`^["']?kind["']?:\\s*["']?(${kind}|${kind}List|List)["']?\\s*$`, 'm');
  return line.test(bytes.toString('latin1'));
}

/** The wanted resources of the text of a file. */
export function parseWanted(
  text: string,
  { file, source, isNamed, budget }: FoundFile,
  wanted: Wanted,
): WantedDocument[] {
  const { isWanted, mention, limits = REQUEST_LIMITS, isInLists = false } = wanted;
  const documents = parseStream(text, { file, source, limits, mustMention: isNamed ? undefined : mention, budget });
  return documents.flatMap((document) => {
    const all = isInLists ? openList(document, isWanted) : [document];
    return all.filter((one): one is WantedDocument => one.resource !== undefined && isWanted(one.resource.object));
  });
}

/** A document, or in the place of a list that holds something wanted a document for each of its items. */
export function openList(document: StreamDocument, isWanted: Wanted['isWanted']): readonly StreamDocument[] {
  const items = (document.resource && itemsOf(document.resource)) ?? [];
  if (!items.some(({ object }) => isWanted(object))) return [document];
  return items.map((resource) => ({ text: emitYaml(resource.object), resource }));
}

function readBounded({ path, file, isNamed }: FoundFile, limits: YamlLimits): Buffer {
  const origin = { file, index: 0 };
  try {
    const read = readFile(path, STREAM_LIMITS.bytes);
    if (read === undefined) throw new RenderError('INPUT_NOT_FOUND', { message: `${file} is no file`, origin });
    if (isNamed) requireSize(read.size, limits, origin);
    return read.bytes ?? Buffer.alloc(0);
  } catch (error) {
    if (error instanceof RenderError) throw error;
    throw new RenderError('INPUT_NOT_FOUND', { message: `the file cannot be read: ${reasonOf(error)}`, origin });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
