import { type Document, isMap, isSeq, type Node, visit, type YAMLSeq } from 'yaml';
import { RenderError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { placeOf } from './annotations.ts';
import { identityOf } from './identity.ts';
import { composeDocument, STREAM_LIMITS } from './parse-yaml.ts';
import type { Resource } from './resource.ts';
import { emptyDocument } from './scalar-tags.ts';

/** Versions of the wire format; a list is answered in the version it came in. */
const VERSIONS = ['config.kubernetes.io/v1', 'config.kubernetes.io/v1beta1'] as const;

/** An element of `items` with its exact text in the input, `undefined` where the input is not block style. */
export interface ListItem {
  readonly resource: Resource;
  readonly text: string | undefined;
}

export interface ResourceList {
  readonly apiVersion: string;
  readonly items: readonly ListItem[];
  readonly functionConfig: Resource | undefined;
}

/** The answer to a call that was not even a ResourceList. */
export const EMPTY_LIST: ResourceList = { apiVersion: VERSIONS[0], items: [], functionConfig: undefined };

/** Reads the one ResourceList that a host writes to stdin. */
export function parseResourceList(text: string): ResourceList {
  const origin = { file: '', index: 0, line: 1 };
  if (Buffer.byteLength(text) > STREAM_LIMITS.bytes) {
    throw new RenderError('INPUT_TOO_LARGE', { message: `a ResourceList of more than ${STREAM_LIMITS.bytes} bytes` });
  }
  const composed = composeDocument(text, origin, { limits: STREAM_LIMITS, keepsTokens: true });
  const value = composed?.value;
  if (!composed || !isObject(value) || value.kind !== 'ResourceList') throw notAList('stdin holds no ResourceList');
  const { apiVersion, items = [], functionConfig } = value;
  if (typeof apiVersion !== 'string' || !(VERSIONS as readonly string[]).includes(apiVersion)) {
    throw notAList(`a ResourceList of ${VERSIONS.join(' or ')} was expected, not ${JSON.stringify(apiVersion)}`);
  }
  if (!Array.isArray(items) || !items.every(isObject)) throw notAList('items is not a list of objects');
  if (functionConfig != null && !isObject(functionConfig)) throw notAList('functionConfig is not an object');
  const root = isMap(composed.document.contents) ? composed.document.contents : undefined;
  const isPlain = !hasAliases(composed.document);
  const list = isPlain ? root?.get('items', true) : undefined;
  const nodes = isSeq(list) ? (list.items as Node[]) : [];
  const texts = isSeq(list) ? itemTexts(text, list) : undefined;
  return {
    apiVersion,
    items: items.map((object, position) => ({
      resource: toResource(object, nodes[position], position),
      text: texts?.[position],
    })),
    functionConfig: isObject(functionConfig) ? toResource(functionConfig, undefined, 0) : undefined,
  };
}

/** The items without the function's own config, which kustomize hands a generator as its only item. */
export function itemsBesidesConfig({ items, functionConfig }: ResourceList): ListItem[] {
  const own = functionConfig && identityOf(functionConfig.object);
  return items.filter(({ resource }) => identityOf(resource.object) !== own);
}

/** Lines of what a host hands over mean nothing to its author, so an item's origin has none. */
export function toResource(object: JsonObject, node: Node | undefined, position: number): Resource {
  const place = placeOf(object);
  const origin = place ? { file: place.path, index: place.index } : { file: '', index: position };
  const document = emptyDocument();
  document.contents = node ?? document.createNode(object, { aliasDuplicateObjects: false });
  return { object, document, origin, source: origin.file, locate: () => origin };
}

/** An alias may point out of its item, so that the item's own text would not stand alone. */
function hasAliases(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/** Text of every item from the line of its dash to the next one; `undefined` when the list is not in block style. */
function itemTexts(text: string, list: YAMLSeq): string[] | undefined {
  if (list.srcToken?.type !== 'block-seq') return undefined;
  const dashes = list.srcToken.items.map(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset);
  const starts = dashes.map((offset = 0) => text.lastIndexOf('\n', offset) + 1);
  const isBlock = starts.every((start, i) => /^ *$/.test(text.slice(start, dashes[i])));
  return isBlock ? starts.map((start, i) => text.slice(start, starts[i + 1] ?? list.range?.[2])) : undefined;
}

function notAList(message: string): RenderError {
  return new RenderError('RESOURCE_LIST_INVALID', {
    message,
    hint: 'the function reads a ResourceList on stdin; to render files call `dgdr-render render FILE`',
  });
}
