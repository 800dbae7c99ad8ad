import { nice, ticks } from 'd3-array';

/** A number of an axis to px, and the numbers that the axis names. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: (count: number) => readonly number[];
}

/** A scale from 0 to a round number above `high`. */
export function linearScale(high: number, [from, to]: readonly [number, number]): Scale {
  const [, top] = nice(0, high, 6);
  return { at: (value) => from + (value / top) * (to - from), ticks: (count) => ticks(0, top, count) };
}

/** A logarithmic scale over positive numbers; it names 1, 2 and 5 of each power of ten, or round numbers of a short range. */
export function logScale([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const [start, end] = [Math.log10(low), Math.log10(high)];
  const powers = Array.from(
    { length: Math.ceil(end) - Math.floor(start) + 1 },
    (_, i) => 10 ** (Math.floor(start) + i),
  );
  const named = powers
    .flatMap((power) => [power, 2 * power, 5 * power])
    .filter((value) => value >= low && value <= high);
  return {
    at: (value) => from + ((Math.log10(value) - start) / (end - start)) * (to - from),
    ticks: (count) => (named.length > 1 ? named : ticks(low, high, count)),
  };
}
