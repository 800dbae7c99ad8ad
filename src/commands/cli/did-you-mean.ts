import { nearest } from '../../request/nearest.ts';

/** What follows a word that is not known, where it is near one that is; empty where it is not. */
export function didYouMean(word: string, known: readonly string[], prefix = ''): string {
  const near = word.length < 2 ? undefined : nearest(word, known);
  return near === undefined ? '' : `; did you mean ${prefix}${near}?`;
}
