import { type Finding, findingOf } from '../errors.ts';
import type { Figures } from './figures.ts';

/** What a comparison is decided by. */
interface Criterion {
  /** Undefined of what cannot be compared by it; `isLoaded` where all that is compared is to serve a load. */
  readonly measure: (figures: Figures, isLoaded: boolean) => number | undefined;
  readonly better: 'larger' | 'smaller';
  /** Whether what it counts would serve the load, also where the budget does not reach. */
  readonly isForWholeLoad?: boolean;
}

/** Every `--by`: what meets the targets goes first, then what serves the load, then this. */
const CRITERIA = {
  throughput: {
    measure: ({ tokensPerSecPerGpu }) => tokensPerSecPerGpu ?? undefined,
    better: 'larger',
  },
  cost: {
    measure: ({ neededCostPerHour, costPerMillionOutputTokens }, isLoaded) =>
      (isLoaded ? neededCostPerHour : costPerMillionOutputTokens) ?? undefined,
    better: 'smaller',
    isForWholeLoad: true,
  },
  gpus: {
    measure: ({ neededGpus, gpus, tokensPerSec }, isLoaded) =>
      tokensPerSec === null ? undefined : isLoaded ? (neededGpus ?? undefined) : gpus,
    better: 'smaller',
    isForWholeLoad: true,
  },
  ttft: { measure: ({ ttftMs }) => ttftMs ?? undefined, better: 'smaller' },
  itl: { measure: ({ itlMs }) => itlMs ?? undefined, better: 'smaller' },
} as const satisfies Readonly<Record<string, Criterion>>;

export type CriterionName = keyof typeof CRITERIA;
export const CRITERION_NAMES = Object.keys(CRITERIA) as readonly CriterionName[];

/** The position of the best; of equals the first, and undefined where none can be compared. */
export function bestOf(rows: readonly (Figures | undefined)[], by: CriterionName): number | undefined {
  const answered = rows.filter((row) => row !== undefined);
  const measure = measureBy(by, answered);
  const order = orderBy(CRITERIA[by], measure);
  return rows.reduce<number | undefined>((best, row, i) => {
    if (row === undefined || measure(row) === undefined) return best;
    return best === undefined || order(row, rows[best]!) < 0 ? i : best;
  }, undefined);
}

type Measure = (figures: Figures) => number | undefined;

/** What rows are compared by: for a load only where all of them are to serve one. */
function measureBy(by: CriterionName, rows: readonly Figures[]): Measure {
  const isLoaded = rows.every(({ servesLoad }) => servesLoad !== null);
  return (figures) => CRITERIA[by].measure(figures, isLoaded);
}

/** Less than 0 where the first is better. */
function orderBy({ better, isForWholeLoad = false }: Criterion, measure: Measure): (a: Figures, b: Figures) => number {
  const sign = better === 'larger' ? -1 : 1;
  const misses = (isHeld: boolean | null): number => Number(isHeld === false);
  return (a, b) =>
    misses(a.meetsTargets) - misses(b.meetsTargets) ||
    (isForWholeLoad ? 0 : misses(a.servesLoad) - misses(b.servesLoad)) ||
    sign * ((measure(a) ?? 0) - (measure(b) ?? 0)) ||
    (b.tokensPerSecPerGpu ?? 0) - (a.tokensPerSecPerGpu ?? 0);
}

/** Why costs of answered rows cannot be compared, with COSTS_INCOMPARABLE; undefined where they can. */
export function incomparableCosts(rows: readonly Figures[]): Finding | undefined {
  const unpriced = distinct(rows.filter(({ currency }) => currency === null).map(({ gpuSku }) => gpuSku));
  const currencies = distinct(rows.flatMap(({ currency }) => currency ?? []));
  if (unpriced.length > 0) {
    return findingOf('COSTS_INCOMPARABLE', {
      message: `there is no price for ${unpriced.join(', ')}, so that nothing is the cheapest`,
      hint: `give --price ${unpriced[0]}=3.5USD, or set prices in the project file`,
    });
  }
  if (currencies.length < 2) return undefined;
  return findingOf('COSTS_INCOMPARABLE', {
    message: `prices are in ${currencies.join(' and ')}, which nothing here exchanges`,
    hint: 'give all prices in one currency',
  });
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
