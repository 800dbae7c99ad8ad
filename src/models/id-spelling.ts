import { LONGEST_ID } from '../model-ids.ts';

/** Names that models had before they were renamed on the hub, in small letters, and what stands in their place. */
const RENAMED: readonly (readonly [before: RegExp, now: string])[] = [
  [/^meta-llama\/meta-llama-/, 'meta-llama/llama-'],
  [/^neuralmagic\//, 'redhatai/'],
  [/^thudm\//, 'zai-org/'],
  [/^cohereforai\//, 'coherelabs/'],
  [/^(nvidia\/.*)-fp4$/, '$1-nvfp4'],
];

/** Words of fewer letters have neighbours that mean something else. */
const LETTERS_OF_A_SLIP = 4;

/**
 * The one of `ids` that is another spelling of a model's id: the same numbers and words, whatever stands between them or how
 * they are capitalised, the publisher left out, a name from before it was renamed, or one letter of a long word wrong. Never
 * one with another number, since that is another model. Undefined where there is none.
 */
export function sameModel(id: string, ids: readonly string[]): string | undefined {
  if (id.length > LONGEST_ID) return undefined;
  const wanted = partsOf(id);
  const others = ids.filter((other) => other !== id);
  return (
    others.find((other) => isSame(wanted, partsOf(other))) ??
    others.find((other) => !id.includes('/') && isSame(wanted, partsOf(nameOf(other)))) ??
    others.find((other) => isSlip(wanted, partsOf(other)))
  );
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Numbers, words and the slash of an id. */
function partsOf(id: string): readonly string[] {
  const plain = RENAMED.reduce((text, [before, now]) => text.replace(before, now), id.toLowerCase());
  return plain.match(/[a-z]+|\d+|\//g) ?? [];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((part, i) => part === other[i]);
}

/** Whether a single word differs, by one letter. */
function isSlip(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const at = one.findIndex((part, i) => part !== other[i]);
  const [word = '', meant = ''] = [one[at], other[at]];
  const isRestSame = one.slice(at + 1).every((part, i) => part === other[at + 1 + i]);
  return at >= 0 && isRestSame && isWord(word) && isWord(meant) && isOneEditApart(word, meant);
}

function isWord(part: string): boolean {
  return part.length >= LETTERS_OF_A_SLIP && /^[a-z]/.test(part);
}

/** Whether a letter is missing, wrong, too many, or swapped with the next one. */
function isOneEditApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const at = [...short].findIndex((letter, i) => letter !== long[i]);
  if (at < 0) return long.length - short.length === 1;
  if (short.length !== long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwapped && short.slice(at + 2) === long.slice(at + 2);
}
