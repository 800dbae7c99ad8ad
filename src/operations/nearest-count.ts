/** The largest of ascending counts that is not above `wanted`, else the smallest; undefined where there is none. */
export function nearestCount(counts: readonly number[], wanted: number): number | undefined {
  return counts.findLast((count) => count <= wanted) ?? counts[0];
}
