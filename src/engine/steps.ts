/** Numbers from `from` below `to`. */
export function stepsBelow(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
}
