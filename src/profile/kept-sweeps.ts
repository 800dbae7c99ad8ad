/** Gives what `make` gives, made once for a name; what of the targets, wishes or load that depends on is in the name. */
export type SweptOnce = <T extends object>(what: string, make: () => T) => T;

/** Nothing is kept. */
export const sweepAnew: SweptOnce = (_, make) => make();

/**
 * Sweeps of requests that differ in targets alone, by the digest of everything else. Only those of the last one are kept: they
 * are large, and whoever has many requests brings such ones together.
 */
export function keepSweeps(): (inputs: string) => SweptOnce {
  let last: string | undefined;
  let known = new Map<string, object>();
  return (inputs) => {
    if (inputs !== last) known = new Map();
    last = inputs;
    const own = known;
    return <T extends object>(what: string, make: () => T): T => {
      const found = own.get(what) ?? make();
      own.set(what, found);
      return found as T;
    };
  };
}
