/** At most three decimals, as ranked tables have them; every form of a verdict shows the same number. */
export function upTo3Decimals(value: number): number {
  return Number(value.toFixed(3));
}

/** How many times as large a figure is as another one; undefined where that says nothing. */
export function factorOf(value: number, other: number): number | undefined {
  const factor = value / other;
  return Number.isFinite(factor) && factor > 0 ? upTo3Decimals(factor) : undefined;
}
