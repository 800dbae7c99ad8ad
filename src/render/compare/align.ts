/** Positions of a word in two lists; undefined on the side that does not have it. */
export interface Aligned {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Cells of the table that is worth filling; lists beyond it count as wholly different between their equal ends. */
const MOST_CELLS = 4_000_000;

/**
 * Lays two lists of words beside each other, in order and with as many equal words together as there can be (a longest
 * common subsequence). Where words were replaced, those taken away stand before those put in.
 */
export function align(before: readonly string[], after: readonly string[]): Aligned[] {
  const head = commonLength(before, after);
  const tail = commonLength(before.slice(head).reverse(), after.slice(head).reverse());
  const ends = [before.length - tail, after.length - tail] as const;
  const middle = alignMiddle(before.slice(head, ends[0]), after.slice(head, ends[1]));
  return [
    ...together(head, 0, 0),
    ...middle.map((pair) => ({ before: shifted(pair.before, head), after: shifted(pair.after, head) })),
    ...together(tail, ends[0], ends[1]),
  ];
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const first = a.findIndex((word, i) => word !== b[i]);
  return first === -1 ? a.length : first;
}

function together(length: number, before: number, after: number): Aligned[] {
  return Array.from({ length }, (_, i) => ({ before: before + i, after: after + i }));
}

function shifted(position: number | undefined, by: number): number | undefined {
  return position === undefined ? undefined : position + by;
}

function alignMiddle(before: readonly string[], after: readonly string[]): Aligned[] {
  const table = before.length * after.length > MOST_CELLS ? undefined : commonTable(before, after);
  const width = after.length + 1;
  const commonFrom = (i: number, j: number): number => table?.[i * width + j] ?? 0;
  const pairs: Aligned[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const isEqual = table !== undefined && i < before.length && before[i] === after[j];
    if (isEqual) pairs.push({ before: i++, after: j++ });
    else if (i < before.length && commonFrom(i + 1, j) >= commonFrom(i, j))
      pairs.push({ before: i++, after: undefined });
    else pairs.push({ before: undefined, after: j++ });
  }
  return pairs;
}

/** How many words both lists have in common from positions i and j on, in rows of `after.length + 1`. */
function commonTable(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const longer = Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
      table[i * width + j] = before[i] === after[j] ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : longer;
    }
  }
  return table;
}
