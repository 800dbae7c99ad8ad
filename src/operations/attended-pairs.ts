/** New tokens of several sequences, and how many of each sequence came before them. */
interface NewTokens {
  readonly batch: number;
  readonly length: number;
  readonly cached: number;
}

/** Pairs of a new token with one that it attends to: itself and those before it, up to `limit` in all. */
export function attendedPairs({ batch, length, cached }: NewTokens, limit: number): number {
  const all = length + cached;
  if (all <= limit) return Math.floor((batch * (upTo(all) - upTo(cached))) / 2);
  if (cached >= limit) return batch * length * limit;
  return Math.floor((batch * (upTo(limit) - upTo(cached))) / 2) + batch * (all - limit) * limit;
}

/** Twice the pairs of a sequence that begins with its first token. */
function upTo(tokens: number): number {
  return tokens * (tokens + 1);
}
