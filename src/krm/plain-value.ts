import { type Alias, type Document, isAlias, isMap, isNode, isScalar, isSeq, type YAMLMap } from 'yaml';
import { type Origin, RenderError } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

/** How far the aliases of a document may go. */
interface AliasLimits {
  /** Alias nodes. */
  readonly aliases: number;
  /** Values that they stand for. */
  readonly unfolded: number;
}

export interface PlainOptions {
  readonly limits: AliasLimits;
  /** The place of an offset in the document's text. */
  readonly at: (offset: number) => Origin;
}

/** An anchored value, and how many values it is with its own aliases unfolded. */
interface Anchored {
  readonly value: Json;
  readonly size: number;
}

interface Walk extends PlainOptions {
  /** By name; undefined while the value is still being read. */
  readonly anchors: Map<string, Anchored | undefined>;
  /** What was read so far; of the values, those behind aliases count as often as they are repeated. */
  readonly count: { aliases: number; unfolded: number; values: number };
}

/**
 * The JSON value of a composed document in one walk over it. The library's own way takes time in
 * the square of a mapping's keys to find one that is there twice, and has no place for a merge key without a mapping.
 * @throws RenderError YAML_INVALID or INPUT_TOO_LARGE
 */
export function plainValue({ contents }: Document, options: PlainOptions): Json {
  return read(contents, { ...options, anchors: new Map(), count: { aliases: 0, unfolded: 0, values: 0 } });
}

function read(node: unknown, walk: Walk): Json {
  if (isAlias(node)) return unfold(node, walk);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor === undefined) return readPlain(node, walk);
  const { anchors, count } = walk;
  anchors.set(anchor, undefined);
  const before = count.values;
  const value = readPlain(node, walk);
  anchors.set(anchor, { value, size: count.values - before });
  return value;
}

function readPlain(node: unknown, walk: Walk): Json {
  walk.count.values += 1;
  if (isMap(node)) return readMap(node, walk);
  if (isSeq(node)) return node.items.map((item) => read(item, walk));
  return isScalar(node) ? (node.value as Json) : null;
}

/** A key of the mapping itself goes before a merged one, wherever they stand; of merged ones the first counts. */
function readMap({ items }: YAMLMap, walk: Walk): JsonObject {
  const own = new Set<string>();
  const members = new Map<string, Json>();
  for (const { key, value } of items) {
    if (isMergeKey(key)) {
      for (const [name, merged] of mergedEntries(value, walk)) if (!members.has(name)) members.set(name, merged);
      continue;
    }
    const name = nameOf(key, walk);
    if (own.has(name)) throw invalid(`the key ${JSON.stringify(name)} is there twice`, key, walk);
    own.add(name);
    members.set(name, read(value, walk));
  }
  // Keys such as __proto__ are keys like any other here.
  return Object.fromEntries(members);
}

/** The library reads a plain `<<` as a symbol of that name. */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === 'symbol';
}

/** Numbers and truth values count as their texts; everything else has no place in JSON. */
function nameOf(key: unknown, walk: Walk): string {
  const value = isScalar(key) ? read(key, walk) : null;
  if (value === null || typeof value === 'object') throw invalid('a key is no text', key, walk);
  return String(value);
}

function mergedEntries(node: unknown, walk: Walk): [string, Json][] {
  return [read(node, walk)].flat().flatMap((source) => {
    if (!isObject(source)) throw invalid('a merge key (<<) takes a mapping or a list of mappings', node, walk);
    return Object.entries(source);
  });
}

function unfold(alias: Alias, walk: Walk): Json {
  const { anchors, count, limits } = walk;
  const found = anchors.get(alias.source);
  if (found === undefined) {
    const why = anchors.has(alias.source) ? 'stands inside its own anchor' : 'has no anchor before it';
    throw invalid(`the alias *${alias.source} ${why}`, alias, walk);
  }
  count.aliases += 1;
  count.unfolded += found.size;
  count.values += found.size;
  if (count.aliases > limits.aliases) throw tooMany(`more than ${limits.aliases} aliases`, alias, walk);
  if (count.unfolded <= limits.unfolded) return found.value;
  throw tooMany(`the aliases unfold to more than ${limits.unfolded} values`, alias, walk);
}

function invalid(message: string, node: unknown, walk: Walk): RenderError {
  return new RenderError('YAML_INVALID', { message, origin: placeOf(node, walk) });
}

function tooMany(message: string, node: unknown, walk: Walk): RenderError {
  const hint = 'write the repeated values out';
  return new RenderError('INPUT_TOO_LARGE', { message, origin: placeOf(node, walk), hint });
}

function placeOf(node: unknown, { at }: Walk): Origin {
  return at(isNode(node) ? (node.range?.[0] ?? 0) : 0);
}
