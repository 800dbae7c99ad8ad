import { type Document, isMap, isSeq, type Node, visit, type YAMLSeq } from 'yaml';
import { RenderError } from '../errors.ts';
import { type Budget, newBudget, takeDocuments, takePart } from '../files/budget.ts';
import { isObject, type JsonObject } from '../json.ts';
import { placeOf } from './annotations.ts';
import { cutList } from './cut-list.ts';
import { identityOf, refOf } from './identity.ts';
import { type ComposedDocument, composeDocument, STREAM_LIMITS } from './parse-yaml.ts';
import { cutAt, type Piece } from './pieces.ts';
import type { Resource } from './resource.ts';
import { emptyDocument } from './scalar-tags.ts';

/** Versions of the wire format; a list is answered in the version it came in. */
const VERSIONS = ['config.kubernetes.io/v1', 'config.kubernetes.io/v1beta1'] as const;

/** An element of `items` that was read, with its exact text in the input, `undefined` where the input is not block style. */
export interface ReadItem {
  readonly resource: Resource;
  readonly text: string | undefined;
}

/** Elements beside each other that concern nobody here: they go back as they came. */
interface ForeignItem {
  readonly resource: undefined;
  readonly text: string;
}

/** An element of `items`. */
export type ListItem = ReadItem | ForeignItem;

export interface ResourceList {
  readonly apiVersion: string;
  readonly items: readonly ListItem[];
  readonly functionConfig: Resource | undefined;
}

/** The answer to a call that was not even a ResourceList. */
export const EMPTY_LIST: ResourceList = { apiVersion: VERSIONS[0], items: [], functionConfig: undefined };

export interface ListOptions {
  /** That of the run; a list that is read alone has its own. */
  readonly budget?: Budget;
  /** Items whose text does not fit it, nor names the config, are not parsed where they can be told apart without that. */
  readonly concernsUs?: RegExp;
}

/** Reads the one ResourceList that a host writes to stdin. */
export function parseResourceList(
  text: string,
  { budget = newBudget(), concernsUs = /^/ }: ListOptions = {},
): ResourceList {
  if (Buffer.byteLength(text) > STREAM_LIMITS.bytes) {
    throw new RenderError('INPUT_TOO_LARGE', { message: `a ResourceList of more than ${STREAM_LIMITS.bytes} bytes` });
  }
  const cut = cutList(text, () => takePart(budget, NOWHERE));
  if (cut === undefined) return readWhole(text, budget);
  const { apiVersion, functionConfig } = readHead(compose(cut.head, 1, budget));
  const pieces = cutAt(text, cut.starts, { isRead: concernOf(concernsUs, functionConfig), end: cut.end });
  takeDocuments(budget, pieces.filter(({ isRead }) => isRead).length, NOWHERE);
  const items = pieces.map((one) => (one.isRead ? readItem(one, budget) : { resource: undefined, text: one.text }));
  return { apiVersion, functionConfig, items };
}

/** A list that is not cut: every item is parsed. */
function readWhole(text: string, budget: Budget): ResourceList {
  const composed = compose(text, 1, budget);
  const { apiVersion, functionConfig, items } = readHead(composed);
  takeDocuments(budget, items.length, NOWHERE);
  const root = isMap(composed?.document.contents) ? composed.document.contents : undefined;
  const list = composed && !hasAliases(composed.document) ? root?.get('items', true) : undefined;
  const nodes = isSeq(list) ? (list.items as Node[]) : [];
  const texts = isSeq(list) ? itemTexts(text, list) : undefined;
  const read = items.map((object, position) => {
    return { resource: toResource(object, nodes[position], position), text: texts?.[position] };
  });
  return { apiVersion, functionConfig, items: read };
}

function compose(text: string, line: number, budget: Budget): ComposedDocument | undefined {
  return composeDocument(text, { file: '', index: 0, line }, { limits: STREAM_LIMITS, keepsTokens: true, budget });
}

interface Head extends Pick<ResourceList, 'apiVersion' | 'functionConfig'> {
  readonly items: readonly JsonObject[];
}

/** The list itself, checked. @throws RenderError RESOURCE_LIST_INVALID */
function readHead(composed: ComposedDocument | undefined): Head {
  const value = composed?.value;
  if (!isObject(value) || value.kind !== 'ResourceList') throw notAList('stdin holds no ResourceList');
  const { apiVersion, items = [], functionConfig } = value;
  if (typeof apiVersion !== 'string' || !(VERSIONS as readonly string[]).includes(apiVersion)) {
    throw notAList(`a ResourceList of ${VERSIONS.join(' or ')} was expected, not ${JSON.stringify(apiVersion)}`);
  }
  if (!Array.isArray(items) || !items.every(isObject)) throw notAList(NO_OBJECTS);
  if (functionConfig != null && !isObject(functionConfig)) throw notAList('functionConfig is not an object');
  return {
    apiVersion,
    items,
    functionConfig: isObject(functionConfig) ? toResource(functionConfig, undefined, 0) : undefined,
  };
}

/** A list has no file. */
const NOWHERE = { file: '', index: 0 };
const NO_OBJECTS = 'items is not a list of objects';

/** An item by itself, which is a list of one. */
function readItem({ text, line, position }: Piece, budget: Budget): ReadItem {
  const composed = compose(text, line, budget);
  const [object, another] = Array.isArray(composed?.value) ? composed.value : [];
  if (composed === undefined || !isObject(object) || another !== undefined) throw notAList(NO_OBJECTS);
  const list = composed.document.contents;
  const [node] = isSeq(list) && !hasAliases(composed.document) ? (list.items as Node[]) : [];
  return { resource: toResource(object, node, position), text };
}

/** Tells by the text of an item whether it is read: what concerns us, and what may be the config itself. */
export function concernOf(concernsUs: RegExp, config: Resource | undefined): (text: string) => boolean {
  const own = config && refOf(config.object);
  return (text) => concernsUs.test(text) || (own !== undefined && text.includes(own.kind) && text.includes(own.name));
}

/** The items without the function's own config, which kustomize hands a generator as its only item. */
export function itemsBesidesConfig({ items, functionConfig }: ResourceList): ListItem[] {
  const own = functionConfig && identityOf(functionConfig.object);
  return items.filter(({ resource }) => resource === undefined || identityOf(resource.object) !== own);
}

/** The items that were read. */
export function readItems(items: readonly ListItem[]): ReadItem[] {
  return items.filter((item): item is ReadItem => item.resource !== undefined);
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
