/** Three decimals, ties of the product to even, as the reference's result tables round. */
export function round3(value: number): number {
  const scaled = value * 1000;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  if (rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)) return (floor + 1) / 1000;
  return Number.isFinite(scaled) ? floor / 1000 : value;
}
