import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../src/compare/columns.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import { comparisonCsv } from '../../src/compare/formats/csv.ts';
import { comparisonJson } from '../../src/compare/formats/json.ts';
import { comparisonMarkdown } from '../../src/compare/formats/markdown.ts';
import { cellsOf, comparisonText, filledColumns, markOf, rowsOf } from '../../src/compare/formats/text.ts';
import { inMarkdown } from '../../src/tables/markdown.ts';
import { comparedWith } from './support.ts';

/** Comparisons of every kind of row: answered, refused, beyond the budget, priced or not, warned about. */
const COMPARED: Readonly<Record<string, Comparison>> = {
  'targets and cards': comparedWith(['sla.itl=5,10,20', 'hardware.gpuSku=h100_sxm,h200_sxm,h101']).comparison,
  'a load beyond the budget': comparedWith(['workload.requestRate=5,25'], { by: 'gpus' }).comparison,
  'nothing set': comparedWith([], { prices: {} }).comparison,
  'wishes and backends': comparedWith(['servingMode=agg,disagg', 'backend=vllm,auto', 'memoryHeadroom=50%'], {
    by: 'cost',
  }).comparison,
  'sizes from memory': comparedWith(['hardware.totalGpus=8'], {
    spec: 'model: Qwen/Qwen3-32B\nhardware: {gpuSku: a30, vramMb: 24576, totalGpus: 8, numGpusPerNode: 8}',
  }).comparison,
};
const NAMED = Object.entries(COMPARED);
const WIDTH = 100;

describe.each(NAMED)('of %s', (_, comparison) => {
  test('the text', () => {
    expect(comparisonText([comparison], WIDTH)).toMatchSnapshot();
  });

  test('the table fits, and so do all lines but the answer', () => {
    const [, ...lines] = comparisonText([comparison], WIDTH).split('\n');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => line.length > WIDTH)).toEqual([]);
  });

  test('the markdown', () => {
    expect(comparisonMarkdown([comparison])).toMatchSnapshot();
  });

  test('the JSON is of the published schema', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../plugin/schemas/comparison.schema.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    const json = JSON.parse(JSON.stringify(comparisonJson([comparison])));
    validate(json);
    expect(validate.errors).toBeNull();
    expect(validate({ ...json, more: 1 })).toBe(false);
    expect(validate({ ...json, schemaVersion: 2 })).toBe(false);
  });

  test('every number of every table is that of the JSON', () => {
    const json = JSON.parse(JSON.stringify(comparisonJson([comparison]))).comparisons[0];
    const rows = [json.asWritten, ...json.combinations];
    const csv = parsedCsv(comparisonCsv([comparison]));
    expect(csv).toHaveLength(rows.length);
    for (const [i, { figures, factor }] of rows.entries()) {
      const cells = csv[i]!;
      for (const name of Object.keys(figures ?? {}))
        expect(cells[name]).toBe(figures[name] === null ? '' : String(figures[name]));
      expect(cells.factor).toBe(factor === null ? '' : String(factor));
    }
    // A column of the tables for people has one of the figures, and says it as it is there.
    for (const { read } of COLUMNS) {
      for (const [row, { figures, factor }] of rowsOf(comparison).map((one, k) => [one, rows[k]] as const)) {
        if (figures !== null) expect([...Object.values(figures), factor]).toContain(read(row.figures!, row));
      }
    }
    const columns = filledColumns(rowsOf(comparison));
    const [headings] = cellsOf(comparison, rowsOf(comparison), { columns, mark: () => '' });
    const text = comparisonText([comparison], Number.POSITIVE_INFINITY).split('\n').slice(2);
    const markdown = comparisonMarkdown([comparison]).split('\n').slice(2);
    expect(textCells(text, headings)).toEqual(wantedCells(comparison, '-'));
    expect(markdownCells(markdown, headings)).toEqual(wantedCells(comparison, ''));
  });
});

/** The cells of a text table, by the widths of its columns: each is as wide as its longest cell, and two spaces follow. */
function textCells(lines: readonly string[], headings: readonly string[]): readonly (readonly string[])[] {
  const rows = lines.slice(0, lines.indexOf(''));
  const width = Math.max(...rows.map(({ length }) => length));
  const isBlank = Array.from({ length: width }, (_, i) => rows.every((row) => (row[i] ?? ' ') === ' '));
  const starts = isBlank.flatMap((_, i) =>
    i === 0 || (!isBlank[i] && isBlank[i - 1] && (i === 1 || isBlank[i - 2])) ? [i] : [],
  );
  const cells = rows.map((row) => starts.map((start, i) => row.slice(start, starts[i + 1]).trim()));
  expect(cells[0]).toEqual(headings);
  return cells.slice(1);
}

function markdownCells(lines: readonly string[], headings: readonly string[]): readonly (readonly string[])[] {
  const rows = lines.slice(0, lines.indexOf('')).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
  expect(rows[0]).toEqual(headings);
  return rows.slice(2);
}

/** The cells of a comparison as they are to stand there. */
function wantedCells(comparison: Comparison, nothing: string): readonly (readonly string[])[] {
  const rows = rowsOf(comparison);
  const [, cells] = cellsOf(comparison, rows, { columns: filledColumns(rows), mark: (row) => markOf(comparison, row) });
  return cells.map((row) => row.map((cell) => (cell === null ? nothing : String(cell))));
}

/** RFC 4180. */
function parsedCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const rows = text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')),
    );
  const [heading = [], ...others] = rows;
  return others.map((cells) => {
    expect(cells).toHaveLength(heading.length);
    return Object.fromEntries(heading.map((name, i) => [name, cells[i]!]));
  });
}

describe('hostile words', () => {
  const comparison: Comparison = {
    ...COMPARED['nothing set']!,
    name: '=cmd|x\u202E`<script>\u2028',
  };

  test('do nothing in a spreadsheet, in Markdown or on a terminal', () => {
    expect(comparisonCsv([comparison]).split('\r\n')[1]).toMatch(/^,'=cmd/);
    expect(comparisonMarkdown([comparison]).split('\n')[0]).toBe(
      '**=cmd\\|x\\\\u{202e}\\`\\<script\\>\\\\u{2028}**: 566.775 tokens/s/GPU (disagg with vllm on 8 h200_sxm)',
    );
    expect(comparisonText([comparison], WIDTH)).not.toMatch(/[\u202E\u2028]/);
  });

  test('but names of cards stand as they are', () => {
    expect(inMarkdown('h200_sxm _a_ a_b_ 1 * 2')).toBe('h200_sxm \\_a\\_ a_b\\_ 1 \\* 2');
  });
});
