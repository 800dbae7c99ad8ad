import { stringify, type ToStringOptions } from 'yaml';
import type { Json, JsonObject } from '../json.ts';
import { plainWriter } from './emit-plain.ts';
import { SCALAR_SCHEMA } from './scalar-tags.ts';

/**
 * How every document is written: two spaces, lists flush with their key as kubectl writes them, no folding, no
 * aliases, and quotes wherever a YAML 1.1 reader (Go, PyYAML) would take a text for something else.
 */
const STYLE = { indent: 2, indentSeq: false, lineWidth: 0, minContentWidth: 0 } as const satisfies ToStringOptions;

/** A value as the library writes it, with a trailing newline. */
export function emitByLibrary(value: Json): string {
  return stringify(value, { ...STYLE, ...SCALAR_SCHEMA, aliasDuplicateObjects: false, compat: 'yaml-1.1' });
}

// In a list and in a map, where texts stand: by itself a text may be written otherwise.
const writePlain = plainWriter({
  text: (value) => emitByLibrary([value]).slice('- '.length, -1),
  key: (value) => emitByLibrary({ [value]: 0 }).slice(0, -': 0\n'.length),
});

/** One resource as YAML text with a trailing newline; keys in the order of the object. */
export function emitYaml(object: JsonObject): string {
  return writePlain(object) ?? emitByLibrary(object);
}

/** Style for documents that people wrote: their comments, quotes and order stay. */
export const DOCUMENT_STYLE: ToStringOptions = STYLE;
