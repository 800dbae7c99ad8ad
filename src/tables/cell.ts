/** A value of a table; null where there is none. */
export type Cell = string | number | boolean | null;

/** Whether a column holds numbers alone, where it holds anything. */
export function isNumeric(rows: readonly (readonly Cell[])[], column: number): boolean {
  return rows.every((row) => typeof row[column] === 'number' || row[column] === null);
}
