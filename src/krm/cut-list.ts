import { type Line, linesOf } from './split-stream.ts';

/** Where a list is cut. */
export interface CutList {
  /** Everything but the items, of which it says that there are none. */
  readonly head: string;
  /** Where the line of each item's dash starts. */
  readonly starts: readonly number[];
  /** Where the last item ends. */
  readonly end: number;
}

const ITEMS = /^items:[ \t]*(?:#.*)?\r?\n?$/;
const NO_ITEMS = 'items: []\n';
const FIELD = /^[A-Za-z]+:(?=[ \t\r\n]|$)/;
/** The first line of an item that is an object, as programs write it. */
const FIRST = /^( *)- +[A-Za-z]+:(?=[ \t\r\n]|$)/;
/** Lines that say nothing, or that are part of a text. */
const SILENT = /^[ \t]*(?:#.*)?\r?\n?$/;
/** Ends of lines that not every reader takes for one. */
const OTHER_LINE_END = /\r(?!\n)|[\x85\u2028\u2029]/;

/**
 * Cuts a ResourceList at the dashes of its items without parsing it: nothing that belongs to an item stands as far left as its
 * dash. Undefined where that does not tell them apart: in lists that are not written in block style, as hosts do, or whose
 * items refer to each other. `onItem` is told of each one.
 */
export function cutList(text: string, onItem: () => void): CutList | undefined {
  if (OTHER_LINE_END.test(text)) return undefined;
  const places = placesOf(text, onItem);
  if (places?.start === undefined) return undefined;
  const { start, end = text.length, starts } = places;
  return refersAcross(text, [...starts, end])
    ? undefined
    : { head: `${text.slice(0, start)}${NO_ITEMS}${text.slice(end)}`, starts, end };
}

/** Where the items start and end, from the line of their key on. */
interface Places {
  start: number | undefined;
  end: number | undefined;
  /** Of the dashes; undefined before the first one. */
  indent: number | undefined;
  readonly starts: number[];
}

function placesOf(text: string, onItem: () => void): Places | undefined {
  const places: Places = { start: undefined, end: undefined, indent: undefined, starts: [] };
  for (const line of linesOf(text)) {
    const isInItems = places.start !== undefined && places.end === undefined;
    if (!(isInItems ? addToItems(line, places, onItem) : addToHead(line, places))) return undefined;
  }
  return places;
}

/** Whether it is clear where a line beside the items belongs. */
function addToHead({ line, offset }: Line, places: Places): boolean {
  if (!ITEMS.test(line)) return FIELD.test(line) || SILENT.test(line) || /^[ \t]/.test(line);
  const isFirst = places.start === undefined;
  places.start = offset;
  return isFirst;
}

/** The same of a line below the key of the items, which may be the first that is of another key. */
function addToItems({ line, offset }: Line, places: Places, onItem: () => void): boolean {
  if (FIELD.test(line)) {
    places.end = offset;
    return !ITEMS.test(line);
  }
  const indent = FIRST.exec(line)?.[1]?.length;
  places.indent ??= indent;
  if (indent !== undefined && indent === places.indent) {
    onItem();
    places.starts.push(offset);
    return true;
  }
  if (SILENT.test(line)) return true;
  return places.indent !== undefined && line.search(/[^ ]/) > places.indent;
}

/** What may be an anchor or an alias, whatever it is part of. */
const MARK = /(?<=^|[\s[\]{},:])([&*])([^\s[\]{},]+)/gm;
/** So many of them are looked at; a list with more is not cut. */
const MOST_MARKS = 100_000;

/** Whether an alias may stand for what is on the other side of one of the places. */
function refersAcross(text: string, places: readonly number[]): boolean {
  const aliases: { readonly part: number; readonly name: string }[] = [];
  const anchors = new Map<string, Set<number>>();
  let part = 0;
  let count = 0;
  for (const { index, 1: mark, 2: name = '' } of text.matchAll(MARK)) {
    count += 1;
    if (count > MOST_MARKS) return true;
    while ((places[part] ?? Number.POSITIVE_INFINITY) <= index) part += 1;
    if (mark === '*') aliases.push({ part, name });
    else anchors.set(name, (anchors.get(name) ?? new Set()).add(part));
  }
  return aliases.some((alias) => anchors.get(alias.name)?.has(alias.part) === false);
}
