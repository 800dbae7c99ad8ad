import { type Combination, type Comparison, triedOf } from './comparison.ts';
import type { Figures } from './figures.ts';

/** What a comparison comes to, in one line: the best combination, and what it has of what it is compared by. */
export function bestWords(comparison: Comparison): string {
  const tried = triedOf(comparison);
  const best = tried.find(({ isBest }) => isBest);
  if (best?.figures === undefined) return comparison.incomparable?.message ?? nothing(tried);
  const words = CRITERION_WORDS[comparison.by](best.figures, best, isLoaded(tried));
  return `${setWords(comparison, best)}${words}`;
}

function nothing(tried: readonly Combination[]): string {
  const answered = tried.filter(({ figures }) => figures !== undefined).length;
  if (answered > 0) return 'nothing can be compared by that: no performance was estimated';
  return tried.length === 1 ? 'refused' : `none of ${tried.length} combinations is answered`;
}

function isLoaded(tried: readonly Combination[]): boolean {
  return tried.every(({ figures }) => figures === undefined || figures.servesLoad !== null);
}

function setWords({ paths }: Comparison, { set }: Combination): string {
  return paths.length === 0 ? '' : `${paths.map((path, i) => `${path}=${set[i]?.text}`).join(' ')}: `;
}

type Words = (figures: Figures, best: Combination, isLoaded: boolean) => string;

/** What the best has, for each `--by`. */
const CRITERION_WORDS: Readonly<Record<Comparison['by'], Words>> = {
  throughput: (figures) => `${figures.tokensPerSecPerGpu} tokens/s/GPU ${deployed(figures)}`,
  cost: (figures, best, isLoaded) =>
    isLoaded
      ? `${figures.neededCostPerHour} ${figures.currency} an hour: ${needed(figures, best)}`
      : `${figures.costPerMillionOutputTokens} ${figures.currency} for a million output tokens ${deployed(figures)}`,
  gpus: (figures, best, isLoaded) => (isLoaded ? needed(figures, best) : `${figures.gpus} GPUs ${deployed(figures)}`),
  ttft: (figures) => `ttft ${figures.ttftMs} ms ${deployed(figures)}`,
  itl: (figures) => `itl ${figures.itlMs} ms ${deployed(figures)}`,
};

/** How many GPUs serve the load, and what the budget serves where that is less. */
function needed(figures: Figures, { verdict }: Combination): string {
  const { neededGpus, gpuSku, mode, backend, replicas, gpus, budgetGpus } = figures;
  const { field, wanted, served, isServed } = verdict!.load!;
  const groupGpus = gpus / replicas;
  const groups = `${neededGpus! / groupGpus} x ${groupGpus}, ${mode} with ${backend}`;
  const less = isServed ? '' : `; the budget of ${budgetGpus} serves ${served}`;
  return `${field} ${wanted} takes ${neededGpus} ${gpuSku} (${groups})${missed([figures.meetsTargets])}${less}`;
}

function deployed({ mode, backend, gpus, gpuSku, meetsTargets, servesLoad }: Figures): string {
  return `(${mode} with ${backend} on ${gpus} ${gpuSku})${missed([meetsTargets, servesLoad])}`;
}

function missed([meetsTargets, servesLoad]: readonly (boolean | null)[]): string {
  const misses = [
    ...(meetsTargets === false ? ['misses a target'] : []),
    ...(servesLoad === false ? ['does not serve the load'] : []),
  ];
  return misses.length === 0 ? '' : `, which ${misses.join(' and ')}`;
}
