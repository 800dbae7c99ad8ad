import { inMarkdown, markdownTable } from '../../tables/markdown.ts';
import { escapeUnprintable } from '../../words.ts';
import { causeLines, kindWords, nameOf, refusalLines, revisionWords, summaryWords } from './diff-words.ts';
import { figureTable, type ShownRow, shownRows } from './figure-rows.ts';
import type { RequestChange, Review } from './review.ts';

/** Rows of the overview, which is to fit a screen. */
const MOST_ROWS = 20;
/** UTF-8 bytes of a comment: GitHub takes 65,536 characters. */
const MOST_BYTES = 60_000;
/** Figures of the overview. */
const OVERVIEW = ['mode', 'GPUs', 'tokens/s/GPU', 'ttft ms', 'itl ms', 'free memory %', 'cost an hour'];

/**
 * A review as the comment of a pull request: a line by which a bot finds its own comment again, an overview of one screen,
 * and the rest folded. No text of a request is markup, a mention or a link in it.
 */
export function diffMarkdown(review: Review): string {
  const head = `${markerOf(review)}\n### Requests against ${inMarkdown(revisionWords(review))}\n\n${summary(review)}\n`;
  const overview = review.changes.length === 0 ? '' : `\n${overviewOf(review.changes)}`;
  return bounded(`${head}${overview}`, review.changes.filter(({ kind }) => kind !== 'moved').map(details));
}

/** The first line of the comment. It names the paths, so that two calls have a comment each. */
function markerOf({ patterns }: Pick<Review, 'patterns'>): string {
  return `<!-- dgdr-render diff: ${patterns.map((pattern) => encodeURIComponent(Buffer.from(pattern).toString())).join(' ')} -->`;
}

function summary(review: Review): string {
  const isRefused = review.changes.some(({ refusal, after }) => refusal !== undefined || after?.refusals !== undefined);
  const words = inMarkdown(summaryWords(review));
  return isRefused ? `**${words}**` : words;
}

function overviewOf(changes: readonly RequestChange[]): string {
  const listed = changes.slice(0, MOST_ROWS);
  const all = listed.map((change) => ({ change, rows: shownRows(change) }));
  const columns = OVERVIEW.filter((label) => all.some(({ rows }) => rows.some((row) => row.label === label)));
  const cells = all.map(({ change, rows }) => [
    inCode(nameOf(change)),
    `${inMarkdown(change.kind)}${change.refusal === undefined ? '' : ', **refused**'}`,
    ...columns.map((label) => cellOf(rows.find((row) => row.label === label))),
  ]);
  const more = changes.length - listed.length;
  return `${markdownTable(['request', '', ...columns], cells)}${more === 0 ? '' : `\nAnd ${more} more, below.\n`}`;
}

function cellOf(row: ShownRow | undefined): string {
  if (row === undefined) return '';
  const [before, after] = [row.before, row.after].map((cell) => (cell === null ? '' : inMarkdown(String(cell))));
  return before === after || before === '' || after === '' ? `${before || after}` : `${before} → ${after}`;
}

function details(change: RequestChange): string {
  const { file, previousFile, causes, refusal } = change;
  const place = previousFile === undefined ? file : `${file}, was ${previousFile}`;
  const notes = [...causes.flatMap(causeLines), ...refusalLines(change)].map((line) => `- ${inCode(line)}\n`);
  const refused = refusal && `- **${inCode(refusal.message)}**\n- ${inCode(refusal.hint ?? '')}\n`;
  const { heading, cells } = figureTable(change);
  const table =
    cells.length === 0
      ? ''
      : `\n${markdownTable(
          heading,
          cells.map((row) => row.map(inMarkdown)),
        )}`;
  const head = `<code>${inHtml(nameOf(change))}</code> ${inHtml(kindWords(change))} (<code>${inHtml(place)}</code>)`;
  return `\n<details><summary>${head}</summary>\n\n${notes.join('')}${refused ?? ''}${table}\n</details>\n`;
}

/** As many blocks as fit, and how many do not. */
function bounded(head: string, blocks: readonly string[]): string {
  let text = head;
  for (const [i, block] of blocks.entries()) {
    if (Buffer.byteLength(text) + Buffer.byteLength(block) > MOST_BYTES) {
      return `${text}\nThe details of ${blocks.length - i} more are left out; \`dgdr-render diff\` prints them.\n`;
    }
    text += block;
  }
  return text;
}

/** A text in a span of code, whatever backticks it has: nothing in there is markup, a mention or a link. */
function inCode(text: string): string {
  const shown = escapeUnprintable(text);
  const runs = (shown.match(/`+/g) ?? []).map((run) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

function inHtml(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return escapeUnprintable(text).replace(/[&<>"]/g, (character) => escapes[character] ?? '');
}
