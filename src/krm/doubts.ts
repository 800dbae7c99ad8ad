import { isMap, isScalar, isSeq, type Pair, Scalar } from 'yaml';
import { MOST_FINDINGS } from '../errors.ts';
import { type Doubt, doubtOfPlain, numberOf } from './read-scalar.ts';
import type { Resource } from './resource.ts';

/** What is in doubt in a document, and where. */
export interface FoundDoubt {
  readonly code: Doubt['code'];
  readonly note: { readonly path: string; readonly message: string; readonly hint: string };
}

const NUMBER_TAGS: readonly string[] = ['tag:yaml.org,2002:int', 'tag:yaml.org,2002:float'];

/**
 * Every scalar of a resource that kustomize, kubectl and the API server do not read as one and the same value, and what
 * JSON cannot hold. Nothing is in doubt in what programs handed over in quotes.
 */
export function doubtsOf({ document }: Pick<Resource, 'document'>): FoundDoubt[] {
  const found: FoundDoubt[] = [];
  visit(document.contents, '', found);
  return found;
}

function visit(node: unknown, path: string, found: FoundDoubt[]): void {
  if (found.length >= MOST_FINDINGS) return;
  if (isMap(node)) for (const pair of node.items) visitPair(pair, path, found);
  else if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, `${path}[${index}]`, found);
  else if (isScalar(node)) add(doubtOf(node), path, found);
}

function visitPair({ key, value }: Pair, path: string, found: FoundDoubt[]): void {
  const inner = isScalar(key) ? [path, String(key.value)].filter((step) => step !== '').join('.') : path;
  if (isScalar(key)) add(doubtOf(key) ?? doubtOfKey(key), inner, found);
  visit(value, inner, found);
}

function add(doubt: Doubt | undefined, path: string, found: FoundDoubt[]): void {
  if (doubt === undefined) return;
  const { code, message, hint } = doubt;
  found.push({ code, note: { path, message, hint } });
}

/** What YAML 1.1 takes for the end of a line, as it stands in the text; tokens are kept of lists alone. */
const OTHER_LINE_END = /[\x85\u2028\u2029]/;

function doubtOf({ value, source, type, tag, srcToken }: Scalar): Doubt | undefined {
  if (srcToken !== undefined && 'source' in srcToken && OTHER_LINE_END.test(srcToken.source)) {
    return {
      code: 'YAML_INVALID',
      message: 'the text holds U+0085, U+2028 or U+2029',
      hint: 'take it out of the text',
    };
  }
  if (typeof value === 'string' && /\p{Cs}/u.test(value)) {
    return {
      code: 'YAML_INVALID',
      message: 'the text holds half of a surrogate pair',
      hint: 'write the character itself',
    };
  }
  if (source === undefined) return undefined;
  const isOfNumber = tag !== undefined && NUMBER_TAGS.includes(tag);
  if ((isOfNumber && typeof value !== 'number') || (tag === '!' && numberOf(source) !== undefined)) {
    return { code: 'YAML_INVALID', message: `${source} is not what its tag says`, hint: 'leave the tag out' };
  }
  const isRead = isOfNumber || (type === Scalar.PLAIN && tag === undefined);
  return isRead ? doubtOfPlain(source) : undefined;
}

/** A key that is a number: the API server sees the number's own text, whatever its spelling. */
function doubtOfKey({ value, source }: Scalar): Doubt | undefined {
  if (value === '<<') {
    return { code: 'YAML_INVALID', message: 'the key "<<" is a merge to kustomize', hint: 'rename the key' };
  }
  if (typeof value !== 'number' || source === String(value)) return undefined;
  const hint = `write "${source}" with quotes`;
  return { code: 'YAML_INVALID', message: `the key ${source} is the number ${value}`, hint };
}
