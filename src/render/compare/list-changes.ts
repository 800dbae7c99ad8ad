import { align } from './align.ts';
import { changeInWords, cut, inWords, spelledWord } from './change-words.ts';

/** A flag with the words up to the next flag, or a word before the first one. */
interface Argument {
  /** What makes it the same argument with other values: the flag itself, or the word. */
  readonly key: string;
  readonly words: readonly string[];
}

const FLAG = /^--?[A-Za-z]/;

/** What differs between two lists of words, argument by argument, such as `--max-num-seqs 512 -> 64` or `+ --enable-x`. */
export function argumentChanges(before: readonly string[], after: readonly string[]): string[] {
  const older = toArguments(before);
  const newer = toArguments(after);
  const pairs = align(
    older.map(({ key }) => key),
    newer.map(({ key }) => key),
  );
  return pairs.flatMap((pair) => {
    const from = pair.before === undefined ? undefined : older[pair.before];
    const to = pair.after === undefined ? undefined : newer[pair.after];
    if (from !== undefined && to !== undefined) return wordsChange(from.words, to.words);
    return [`${to === undefined ? '-' : '+'} ${cut((to ?? from)?.words.join(' ') ?? '')}`];
  });
}

/** What differs between two texts of several lines. */
export function lineChanges(before: string, after: string): string[] {
  const older = before.split('\n');
  const newer = after.split('\n');
  return align(older, newer).flatMap((pair) => {
    if (pair.before !== undefined && pair.after !== undefined) return [];
    return pair.before === undefined
      ? [`+ ${inWords(newer[pair.after ?? 0] ?? '')}`]
      : [`- ${inWords(older[pair.before] ?? '')}`];
  });
}

/** The flag stands before the change of its values, so that the line can be read alone. */
function wordsChange(before: readonly string[], after: readonly string[]): string[] {
  if (before.length === after.length && before.every((word, i) => word === after[i])) return [];
  const isFlag = before.length > 1 && after.length > 1 && before[0] === after[0];
  const [from, to] = [before, after].map((words) => (isFlag ? words.slice(1) : words).join(' '));
  return [`${isFlag ? `${before[0]} ` : ''}${changeInWords(from ?? '', to ?? '')}`];
}

function toArguments(list: readonly string[]): Argument[] {
  const found: { key: string; words: string[] }[] = [];
  for (const item of list) {
    const isFlag = FLAG.test(item);
    const last = found.at(-1);
    if (!isFlag && last !== undefined && FLAG.test(last.key)) last.words.push(spelledWord(item));
    else found.push({ key: isFlag ? flagName(item) : spelledWord(item), words: [spelledWord(item)] });
  }
  return found;
}

/** `--tp=4` and `--tp 4` are the same flag. */
function flagName(word: string): string {
  return word.split('=', 1)[0] ?? word;
}
