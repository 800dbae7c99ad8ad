import { isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair, type YAMLMap } from 'yaml';

/**
 * Finds the line (from 1) of a field path such as `spec.sla.ttft`, `spec.a[0].b` or `metadata.annotations.example.com/x`;
 * the nearest parent's line where the field is absent. Keys may hold dots: the longest key that fits wins. There may be
 * as many findings as keys, so that each mapping is indexed once.
 */
export function lineFinder(root: Node | null, lines: LineCounter): (path: string) => number | undefined {
  const indexes = new Map<YAMLMap, KeyIndex>();
  const indexOf = (map: YAMLMap): KeyIndex => {
    const index = indexes.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair]));
    indexes.set(map, index);
    return index;
  };
  return (path) => lineOf(root, path, { lines, indexOf });
}

type KeyIndex = ReadonlyMap<string, Pair>;

interface Places {
  readonly lines: LineCounter;
  readonly indexOf: (map: YAMLMap) => KeyIndex;
}

function lineOf(root: Node | null, path: string, { lines, indexOf }: Places): number | undefined {
  let node: Node | null = root;
  let offset = node?.range?.[0];
  let rest = path;
  while (rest !== '' && node !== null) {
    const step: Step | undefined = isSeq(node)
      ? intoSeq(node.items, rest)
      : isMap(node)
        ? intoMap(indexOf(node), rest)
        : undefined;
    if (step === undefined) break;
    offset = step.offset ?? offset;
    node = step.node;
    rest = step.rest;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

interface Step {
  readonly node: Node | null;
  readonly offset: number | undefined;
  readonly rest: string;
}

function intoSeq(items: readonly unknown[], path: string): Step | undefined {
  const match = /^\[(\d+)\]\.?/.exec(path);
  const item = match ? items[Number(match[1])] : undefined;
  if (!match || !isNode(item)) return undefined;
  return { node: item, offset: item.range?.[0], rest: path.slice(match[0].length) };
}

function intoMap(index: KeyIndex, path: string): Step | undefined {
  const quoted = /^\["([^"]*)"\]/.exec(path);
  const key = quoted?.[1] ?? longestKey(index, path);
  const pair = key === undefined ? undefined : index.get(key);
  if (key === undefined || pair === undefined) return undefined;
  return {
    node: isNode(pair.value) ? pair.value : null,
    offset: isNode(pair.key) ? pair.key.range?.[0] : undefined,
    rest: path.slice(quoted?.[0].length ?? key.length).replace(/^\./, ''),
  };
}

/** The longest beginning of a path that is a key; a key ends where the path does, or before a dot or bracket. */
function longestKey(index: KeyIndex, path: string): string | undefined {
  for (let end = path.length; end > 0; end -= 1) {
    const isEnd = end === path.length || '.['.includes(path.charAt(end));
    if (isEnd && index.has(path.slice(0, end))) return path.slice(0, end);
  }
  return undefined;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
