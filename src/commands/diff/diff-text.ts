import { formatTable } from '../../tables/text.ts';
import { oneLine } from '../cli/one-line.ts';
import { causeLines, kindWords, nameOf, refusalLines, revisionWords, summaryWords } from './diff-words.ts';
import { figureTable } from './figure-rows.ts';
import type { RequestChange, Review } from './review.ts';

/** A review for people on a terminal: a block a request, and what all of them come to. */
export function diffText(review: Review): string {
  const blocks = review.changes.map(requestText);
  return [...blocks, `${oneLine(`against ${revisionWords(review)}: ${summaryWords(review)}`)}\n`].join('\n');
}

function requestText(change: RequestChange): string {
  const { file, previousFile, causes, refusal } = change;
  const place = previousFile === undefined ? file : `${file}, was ${previousFile}`;
  const notes = [
    ...causes.flatMap(causeLines),
    ...refusalLines(change),
    ...(refusal === undefined ? [] : [refusal.message, `hint: ${refusal.hint}`]),
  ];
  const { heading, cells } = figureTable(change);
  const table = cells.length === 0 ? [] : formatTable(heading, cells).trimEnd().split('\n');
  const lines = [...notes, ...table];
  const head = `${nameOf(change)} (${place}): ${kindWords(change)}`;
  return `${oneLine(head)}\n${lines.map((line) => `  ${oneLine(line)}\n`).join('')}`;
}
