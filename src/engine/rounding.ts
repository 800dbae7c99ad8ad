/** Three decimals, ties of the product to even, as the reference's result tables round. */
export function round3(value: number): number {
  return roundTo(value, 1000);
}

/** One decimal, ties of the product to even. */
export function round1(value: number): number {
  return roundTo(value, 10);
}

/** Three decimals of the exact value, as Python's `round` has them; only its ties go to even. */
export function roundedDecimal3(value: number): number {
  // A tie has a binary fraction of at most four places, whose product with 1000 is exact.
  return Number.isInteger(value * 16) ? round3(value) : Number(value.toFixed(3));
}

function roundTo(value: number, scale: number): number {
  const scaled = value * scale;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  if (rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)) return (floor + 1) / scale;
  return Number.isFinite(scaled) ? floor / scale : value;
}

/**
 * Whole quotient of two positive numbers from their exact remainder, as Python's `//` has it: 1 over 0.1 is 9, since
 * the double 0.1 is a little more than a tenth.
 */
export function floorDivide(dividend: number, divisor: number): number {
  return Math.round((dividend - (dividend % divisor)) / divisor);
}
