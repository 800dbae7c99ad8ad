import { isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';

/**
 * The line (from 1) of a field path such as `spec.sla.ttft`, `spec.a[0].b` or `metadata.annotations.example.com/x`;
 * the nearest parent's line where the field is absent. Keys may hold dots: the longest key that fits wins.
 */
export function lineOf(root: Node | null, path: string, lines: LineCounter): number | undefined {
  let node: Node | null = root;
  let offset = node?.range?.[0];
  let rest = path;
  while (rest !== '' && node !== null) {
    const step: Step | undefined = isSeq(node)
      ? intoSeq(node.items, rest)
      : isMap(node)
        ? intoMap(node.items, rest)
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

function intoMap(pairs: readonly Pair[], path: string): Step | undefined {
  const quoted = /^\["([^"]*)"\]/.exec(path);
  const fits = pairs.filter((pair) => fitsKey(keyOf(pair), quoted?.[1], path));
  const pair = fits.sort((a, b) => keyOf(b).length - keyOf(a).length)[0];
  if (pair === undefined) return undefined;
  const taken = quoted ? quoted[0].length : keyOf(pair).length;
  return {
    node: isNode(pair.value) ? pair.value : null,
    offset: isNode(pair.key) ? pair.key.range?.[0] : undefined,
    rest: path.slice(taken).replace(/^\./, ''),
  };
}

function fitsKey(key: string, quoted: string | undefined, path: string): boolean {
  if (quoted !== undefined) return key === quoted;
  if (key === '' || !path.startsWith(key)) return false;
  return path.length === key.length || '.['.includes(path.charAt(key.length));
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
