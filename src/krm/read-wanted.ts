import { readFileSync, statSync } from 'node:fs';
import { RenderError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { FoundFile } from './find-files.ts';
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
  /** A word that every wanted document holds; files without it are foreign and not parsed. */
  readonly mention: string;
  /** How much of a file is read; by default what a person would write. */
  readonly limits?: YamlLimits;
}

/** Bounds of a file that holds graphs: those of a request file may be many, and each is longer than its request. */
export const GRAPH_FILE_LIMITS: YamlLimits = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes };

/** A document of a stream that holds a resource. */
export interface WantedDocument extends StreamDocument {
  readonly resource: Resource;
}

/**
 * The wanted resources of a file; everything else in it is skipped. Files met in folders may be anything (Helm
 * templates, large CRDs), so only those that mention the word count as broken or too large.
 */
export function readWanted(found: FoundFile, { isWanted, mention, limits = REQUEST_LIMITS }: Wanted): WantedDocument[] {
  const { file, isNamed } = found;
  const bytes = readBounded(found, limits);
  if (!isNamed && !bytes.includes(mention)) return [];
  const text = decodeUtf8(bytes, file);
  const isForeign = !isNamed && !new RegExp(`^["']?kind["']?:\\s*["']?${mention}["']?\\s*$`, 'm').test(text);
  if (isForeign && bytes.length > REQUEST_LIMITS.bytes) return [];
  requireSize(bytes.length, limits, { file, index: 0 });
  const documents = parseStream(text, { file, limits, mustMention: isNamed ? undefined : mention });
  return documents.filter((document): document is WantedDocument => {
    return document.resource !== undefined && isWanted(document.resource.object);
  });
}

function readBounded({ absolute, file, isNamed }: FoundFile, limits: YamlLimits): Buffer {
  const origin = { file, index: 0 };
  try {
    const stat = statSync(absolute);
    // Reading a pipe or a device would wait for ever.
    if (!stat.isFile()) throw new RenderError('INPUT_NOT_FOUND', { message: `${file} is no file`, origin });
    const { size } = stat;
    if (isNamed) requireSize(size, limits, origin);
    return size > STREAM_LIMITS.bytes ? Buffer.alloc(0) : readFileSync(absolute);
  } catch (error) {
    if (error instanceof RenderError) throw error;
    throw new RenderError('INPUT_NOT_FOUND', { message: `the file cannot be read: ${reasonOf(error)}`, origin });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
