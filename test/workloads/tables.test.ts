import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { TABLES, type Tables } from '../../src/workloads/tables/tables.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { comparableObjects, expectedObjects, type OperatorCase, RENDERED_CASES } from '../support/operator.ts';
import { SUPPLEMENTS } from '../support/operator-supplements.ts';

const CASES = [...RENDERED_CASES, ...SUPPLEMENTS];

function isAsExpected(given: OperatorCase, tables: Tables): boolean {
  const { objects } = toWorkloads(given.graph, given.options, tables);
  return isDeepStrictEqual(comparableObjects(objects), expectedObjects(given));
}

test.each(SUPPLEMENTS)('$name is what the operator makes of it, but for what is listed', (given) => {
  const { objects } = toWorkloads(given.graph, given.options);
  expect(Object.fromEntries(comparableObjects(objects))).toEqual(Object.fromEntries(expectedObjects(given)));
});

const ROWS = (Object.keys(TABLES) as (keyof Tables)[]).flatMap((table) =>
  TABLES[table].map((row, index) => ({ table, index, row: typeof row === 'string' ? row : wordsOf(row) })),
);

function wordsOf(row: object): string {
  return Object.values(row)
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' ');
}

test('every table has rows', () => {
  expect(Object.values(TABLES).every((rows) => rows.length > 0)).toBe(true);
  expect(ROWS.length).toBeGreaterThan(60);
  expect(CASES.every((given) => isAsExpected(given, TABLES))).toBe(true);
});

test.each(ROWS)('without row $index of $table ($row) a case is not what the operator made', ({ table, index }) => {
  const rows: readonly unknown[] = TABLES[table];
  const tables = { ...TABLES, [table]: rows.filter((_, at) => at !== index) } as Tables;
  expect(CASES.every((given) => isAsExpected(given, tables))).toBe(false);
});
