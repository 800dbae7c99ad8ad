/** A value that a table is sorted by; undefined ones come last. */
export type SortValue = string | number | undefined;

/** Which column a table is sorted by, and which way. */
export interface SortOrder {
  readonly column: number;
  readonly isDescending: boolean;
}

/** The order that a click on a column's heading leads to: the other way round where it is sorted by that already. */
export function nextOrder(order: SortOrder | undefined, column: number, startsDescending: boolean): SortOrder {
  if (order?.column !== column) return { column, isDescending: startsDescending };
  return { column, isDescending: !order.isDescending };
}

/** A copy of rows sorted by a value each; equal ones keep their order. */
export function sorted<Row>(rows: readonly Row[], sortValueOf: (row: Row) => SortValue, isDescending: boolean): Row[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [sortValueOf(a), sortValueOf(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * compare(x, y);
  });
}

function compare(x: string | number, y: string | number): number {
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return String(x).localeCompare(String(y), 'en', { numeric: true });
}
