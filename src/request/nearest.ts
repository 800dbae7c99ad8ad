/** Longest word for which a likeness is looked for; what is longer is no misspelling. */
const LONGEST_WORD = 64;

/** The entry of `words` that a misspelt `word` most likely meant, or undefined when none is close. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word === '' || word.length > LONGEST_WORD) return undefined;
  const plain = toPlain(word);
  const farthest = Math.max(1, plain.length / 3);
  const near = words.filter((candidate) => isPossible(plain, toPlain(candidate), farthest));
  const ranked = near.map((candidate) => ({ candidate, distance: likeness(plain, toPlain(candidate)) }));
  ranked.sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= farthest ? best.candidate : undefined;
}

/** Rules out by length what cannot be close. */
function isPossible(word: string, candidate: string, farthest: number): boolean {
  return candidate.startsWith(word) || Math.abs(candidate.length - word.length) <= farthest;
}

/** Case, hyphens, underscores and blanks are the usual slips, so they count as no difference. */
function toPlain(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}

/** Edit distance in which two swapped letters are one edit, as is what is cut off a word of three letters or more. */
function likeness(word: string, candidate: string): number {
  if (word.length >= 3 && candidate !== word && candidate.startsWith(word)) return 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: candidate.length + 1 }, (_, index) => index);
  for (let row = 1; row <= word.length; row++) {
    const current = [row];
    for (let column = 1; column <= candidate.length; column++) {
      const isSame = word[row - 1] === candidate[column - 1];
      const isSwapped = row > 1 && word[row - 1] === candidate[column - 2] && word[row - 2] === candidate[column - 1];
      const replaced = previous[column - 1]! + (isSame ? 0 : 1);
      const swapped = isSwapped ? beforePrevious[column - 2]! + 1 : replaced;
      current.push(Math.min(replaced, swapped, previous[column]! + 1, current[column - 1]! + 1));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[candidate.length]!;
}
