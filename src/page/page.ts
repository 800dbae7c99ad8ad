import { createHash } from 'node:crypto';
import { VERSION } from '../version.ts';
import ASSETS from './assets.json' with { type: 'json' };
import type { PageEntry } from './entry.ts';
import { type Html, html, jsonText, rawText } from './html.ts';
import { type IndexRow, indexTable, stateOptions } from './index-table.ts';

/** Everything that a browser may load or do: the one script and the one style of the page, and nothing from anywhere. */
const POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(ASSETS.script)}`,
  `style-src ${hashOf(ASSETS.style)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The page of some requests, in their order; the same bytes for the same entries. */
export function pageText(entries: readonly PageEntry[]): string {
  const rows = entries.map(({ row }) => row);
  const title = `${counted(rows.length, 'request')}: what is deployed, and why`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="dgdr-render ${VERSION}">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${rawText(ASSETS.style)}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><h1>${title}</h1><p>${summaryOf(rows)}</p></header>
<main id="main">
<div id="index">
${filters(rows)}
${indexTable(rows)}
</div>
<div id="detail" hidden></div>
<noscript><p>The table is all that is shown without JavaScript: charts and details are drawn by the script inside of this file.</p></noscript>
</main>
<footer>Made by dgdr-render ${VERSION}. The figures are estimates of a model over measured kernels, for steady load.</footer>
${entries.map(dataElements)}<script>${rawText(ASSETS.script)}</script>
</body>
</html>
`;
  return page.toString();
}

function filters(rows: readonly IndexRow[]): Html {
  return html`<form id="filters" class="filters" role="search" hidden>
<label>Find <input id="search" type="search" placeholder="name, model, card, ..." autocomplete="off"></label>
<label>State <select id="state"><option value="">all (${rows.length})</option>${stateOptions(rows)}</select></label>
<p id="count" role="status"></p>
</form>`;
}

function dataElements({ request, answer }: PageEntry, position: number): Html {
  return html`${dataElement(`request-r${position}`, jsonText(request))}${answer === undefined ? '' : dataElement(`answer-r${position}`, answer)}`;
}

function dataElement(id: string, json: Html): Html {
  return html`<script type="application/json" id="${id}">${json}</script>
`;
}

function summaryOf(rows: readonly IndexRow[]): string {
  const [refused, warned] = (['refused', 'warned'] as const).map(
    (state) => rows.filter((row) => row.state === state).length,
  );
  const gpus = rows.reduce((sum, { answer }) => sum + (typeof answer === 'string' ? 0 : answer.gpus), 0);
  const parts = [
    `${counted(gpus, 'GPU')} used`,
    ...(refused ? [`${refused} refused`] : []),
    ...(warned ? [`${warned} with warnings`] : []),
  ];
  return parts.join(' · ');
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
