/** Runs of up to this many rows are sorted by insertion, which keeps ties in order. */
const INSERTION_ROWS = 16;

/**
 * Orders rows by a number of each, as every table of the reference is sorted by a single column: with NumPy's plain
 * quicksort (median of three, insertion for short runs), which swaps ties in its own way, alike for floats and objects
 * and from NumPy 1.26 to 2.4; a descending pandas sort is that of the reversed rows, reversed. Which of several equally
 * good rows is kept by a cut, or leads a group, depends on it. Sorts by several columns are stable there, as
 * `Array.sort` is.
 */
export function quickSort<T>(rows: readonly T[], key: (row: T) => number, direction: 'ascending' | 'descending'): T[] {
  const isReversed = direction === 'descending';
  const last = rows.length - 1;
  const keys = new Float64Array(rows.length);
  const order = new Uint32Array(rows.length);
  for (let i = 0; i <= last; i += 1) {
    keys[i] = key(rows[isReversed ? last - i : i]!);
    order[i] = i;
  }
  const stack: [number, number][] = [[0, last]];
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) sortRange({ keys, order }, range, stack);
  const sorted: T[] = [];
  for (let i = 0; i <= last; i += 1) sorted.push(rows[isReversed ? last - order[last - i]! : order[i]!]!);
  return sorted;
}

/** Keys of rows, and the places of these in the order that is being made. */
interface Sorting {
  readonly keys: Float64Array;
  readonly order: Uint32Array;
}

/** Partitions until the range is short, leaving the larger parts on the stack, then inserts. */
function sortRange({ keys, order }: Sorting, range: [number, number], stack: [number, number][]): void {
  let [low, high] = range;
  while (high - low >= INSERTION_ROWS) {
    const split = partition({ keys, order }, low, high);
    if (split - low < high - split) {
      stack.push([split + 1, high]);
      high = split - 1;
    } else {
      stack.push([low, split - 1]);
      low = split + 1;
    }
  }
  for (let i = low + 1; i <= high; i += 1) {
    const moved = order[i]!;
    let at = i;
    for (; at > low && keys[moved]! < keys[order[at - 1]!]!; at -= 1) order[at] = order[at - 1]!;
    order[at] = moved;
  }
}

/** Moves what is below the median of three to its left and returns its place. */
function partition(sorting: Sorting, low: number, high: number): number {
  const { keys, order } = sorting;
  const middle = low + ((high - low) >> 1);
  if (isBelow(sorting, middle, low)) swap(order, middle, low);
  if (isBelow(sorting, high, middle)) swap(order, high, middle);
  if (isBelow(sorting, middle, low)) swap(order, middle, low);
  const pivot = keys[order[middle]!]!;
  let left = low;
  let right = high - 1;
  swap(order, middle, right);
  for (;;) {
    do left += 1;
    while (keys[order[left]!]! < pivot);
    do right -= 1;
    while (pivot < keys[order[right]!]!);
    if (left >= right) break;
    swap(order, left, right);
  }
  swap(order, left, high - 1);
  return left;
}

function isBelow({ keys, order }: Sorting, a: number, b: number): boolean {
  return keys[order[a]!]! < keys[order[b]!]!;
}

function swap(order: Uint32Array, a: number, b: number): void {
  const moved = order[a]!;
  order[a] = order[b]!;
  order[b] = moved;
}
