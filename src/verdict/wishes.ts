import type { Profile } from '../profile/profile.ts';
import { hasWishes, rowName } from '../request/wishes.ts';
import type { Backend, Mode } from '../serving.ts';
import { factorOf } from './figures.ts';
import { type Performance, performanceOf } from './performance.ts';

/** What was wished of a pick, and what that costs. */
export interface WishResult {
  readonly servingMode: Mode | undefined;
  /** Of the memory of each GPU. */
  readonly memoryHeadroomPercent: number | undefined;
  /** The row that was taken, such as `disagg:2`. */
  readonly take: string | undefined;
  /** What would be picked without; undefined where that is the pick, or not known, as in a lock. */
  readonly without: Unwished | undefined;
}

/** What would be picked if nothing were wished. */
export interface Unwished {
  readonly mode: Mode;
  readonly backend: Backend;
  readonly replicas: number;
  readonly gpus: number;
  readonly performance: Performance;
  /** Tokens/s/GPU of the pick by those of this one; below 1 is what the wish costs. */
  readonly factor: number | undefined;
}

/** Undefined where nothing was wished. */
export function wishResult({ wishes, unwished, picked: [pick] }: Profile): WishResult | undefined {
  if (!hasWishes(wishes)) return undefined;
  const { servingMode, memoryHeadroomPercent, take } = wishes;
  const without = unwished && pick && toUnwished(unwished, performanceOf(pick));
  return { servingMode, memoryHeadroomPercent, take: take && rowName(take), without };
}

function toUnwished({ backend, pick }: NonNullable<Profile['unwished']>, own: Performance): Unwished {
  const { candidate, replicas, replicaGpus } = pick;
  const performance = performanceOf(pick);
  return {
    mode: candidate.mode,
    backend,
    replicas,
    gpus: replicas * replicaGpus,
    performance,
    factor: factorOf(own.tokensPerSecPerBudgetGpu, performance.tokensPerSecPerBudgetGpu),
  };
}
