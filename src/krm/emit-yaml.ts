import { stringify, type ToStringOptions } from 'yaml';
import type { JsonObject } from '../json.ts';
import { SCALAR_SCHEMA } from './scalar-tags.ts';

/**
 * How every document is written: two spaces, lists flush with their key as kubectl writes them, no folding, no
 * aliases, and quotes wherever a YAML 1.1 reader (Go, PyYAML) would take a text for something else.
 */
const STYLE = { indent: 2, indentSeq: false, lineWidth: 0, minContentWidth: 0 } as const satisfies ToStringOptions;

/** One resource as YAML text with a trailing newline; keys in the order of the object. */
export function emitYaml(object: JsonObject): string {
  return stringify(object, { ...STYLE, ...SCALAR_SCHEMA, aliasDuplicateObjects: false, compat: 'yaml-1.1' });
}

/** Style for documents that people wrote: their comments, quotes and order stay. */
export const DOCUMENT_STYLE: ToStringOptions = STYLE;
