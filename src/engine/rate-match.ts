import { groupBy } from '../group-by.ts';
import { memo } from '../memo.ts';
import { gpusPerWorker, type Layout } from '../models/layout.ts';
import { type Match, type Pair, pairRates, type StaticWorker } from './disagg-candidate.ts';
import type { Matching } from './revision.ts';
import { quickSort } from './row-order.ts';
import type { LatencyTarget } from './targets.ts';

/** How the workers of both stages may be put together. */
export interface MatchOptions {
  readonly osl: number;
  /** GPUs that one replica may take. */
  readonly maxReplicaGpus: number;
  /** Whether a prefill worker can hand its cache to a decode worker. */
  readonly pairsStages: (prefill: Layout, decode: Layout) => boolean;
  readonly matching: Matching;
}

/**
 * The best pair of each decode layout that keeps the latency limits, layouts by label. Two workers are one and the same
 * pair for every target.
 */
export type PairChooser = (target: LatencyTarget) => readonly Pair[];

/** Source: aiconfigurator 0.10.0, sdk/sweep.py, `_find_best_disagg_under_constraint`. */
export function pairChooser(
  prefill: readonly StaticWorker[],
  decode: readonly StaticWorker[],
  options: MatchOptions,
): PairChooser {
  const ranked = [...prefill].sort(
    (a, b) => b.requestsPerSecPerGpu - a.requestsPerSecPerGpu || a.globalBatch - b.globalBatch,
  );
  const fits = replicasOfPairs(ranked, options);
  const { maxPrefillCandidates, maxDecodeCandidates } = options.matching;
  // Limits leave the fewer workers the tighter they are, so that their numbers say which ones these are.
  const groups = groupByLabel(decode).map((group) => ({
    group,
    bestOf: ratedOnce({ prefills: ranked, decodes: group, fits }, options),
    known: new Map<string, Pair | undefined>(),
  }));
  return ({ ttftMs, tpotMs }) => {
    const prefills = placesOf(ranked, (worker) => worker.ttftMs < ttftMs);
    return groups.flatMap(({ group, bestOf, known }) => {
      const within = placesOf(group, (worker) => worker.tpotMs < tpotMs && worker.tpotMs > 0);
      const counts = `${prefills.length} ${within.length}`;
      if (!known.has(counts)) {
        const fastest = quickSort(within, (place) => group[place]!.requestsPerSecPerGpu, 'descending');
        known.set(counts, bestOf(prefills.slice(0, maxPrefillCandidates), fastest.slice(0, maxDecodeCandidates)));
      }
      return known.get(counts) ?? [];
    });
  };
}

/** Where the workers stand that are wanted. */
function placesOf(workers: readonly StaticWorker[], isWanted: (worker: StaticWorker) => boolean): number[] {
  const places: number[] = [];
  for (let place = 0; place < workers.length; place += 1) if (isWanted(workers[place]!)) places.push(place);
  return places;
}

function groupByLabel(workers: readonly StaticWorker[]): readonly (readonly StaticWorker[])[] {
  const groups = groupBy(workers, ({ label }) => label);
  return [...groups.keys()].sort().map((label) => groups.get(label)!);
}

/** Replicas that each prefill worker may form with decode workers of a layout, none where caches cannot be handed over. */
type ReplicasOfPairs = (decode: Layout) => readonly (readonly Replica[])[];

function replicasOfPairs(
  prefills: readonly StaticWorker[],
  { maxReplicaGpus, pairsStages, matching }: MatchOptions,
): ReplicasOfPairs {
  const replicasOf = replicas(maxReplicaGpus, matching);
  return memo((decode: Layout) =>
    prefills.map(({ layout, gpus }) => (pairsStages(layout, decode) ? replicasOf(gpus, gpusPerWorker(decode)) : [])),
  );
}

/** All workers that may be paired. */
interface Pairable {
  readonly prefills: readonly StaticWorker[];
  readonly decodes: readonly StaticWorker[];
  readonly fits: ReplicasOfPairs;
}

/**
 * Finds the best pair of some workers, named by their places: that with the most tokens a second and GPU, of equals the
 * one with fewer GPUs, then the first. What a pair serves depends on no target, so each is rated once; ratings stand in
 * columns, since objects of the tens of thousands of pairs of a sweep would be most of its memory.
 */
function ratedOnce(
  { prefills, decodes, fits }: Pairable,
  { osl, matching }: MatchOptions,
): (prefills: readonly number[], decodes: readonly number[]) => Pair | undefined {
  const unrated = Number.NaN;
  const rates = new Float64Array(prefills.length * decodes.length).fill(unrated);
  const gpus = new Float64Array(rates.length);
  const pairAt = (at: number): Pair | undefined => {
    const prefillAt = at % prefills.length;
    const [prefill, decode] = [prefills[prefillAt]!, decodes[(at - prefillAt) / prefills.length]!];
    const counts = bestMatch([prefill, decode], fits(decode.layout)[prefillAt]!, matching);
    return counts && { prefill, decode, counts };
  };
  const rate = (at: number): void => {
    const pair = pairAt(at);
    const rated = pair && pairRates(pair, osl, matching);
    rates[at] = rated?.tokensPerSecPerGpu ?? 0;
    gpus[at] = rated?.gpus ?? 0;
  };
  const chosen = memo((at: number) => pairAt(at)!);
  return (prefillPlaces, decodePlaces) => {
    let [best, bestRate, bestGpus] = [0, 0, 0];
    for (const decodeAt of decodePlaces) {
      for (const prefillAt of prefillPlaces) {
        const at = decodeAt * prefills.length + prefillAt;
        if (Number.isNaN(rates[at])) rate(at);
        const isBetter = rates[at]! > bestRate || (rates[at]! === bestRate && gpus[at]! < bestGpus);
        if (isBetter) [best, bestRate, bestGpus] = [at, rates[at]!, gpus[at]!];
      }
    }
    return bestRate > 0 ? chosen(best) : undefined;
  };
}

/** Workers of each stage that make a replica of an allowed size, counting decode workers up. */
type Replica = Match & { readonly gpus: number };

/** Opens the replicas of workers by the GPUs that one of each stage has. */
function replicas(
  maxReplicaGpus: number,
  { replicaGpus, maxWorkers }: Matching,
): (prefillGpus: number, decodeGpus: number) => readonly Replica[] {
  const sizes = replicaGpus.filter((gpus) => gpus <= maxReplicaGpus);
  const isAllowed = new Uint8Array(Math.max(0, ...sizes) + 1);
  for (const gpus of sizes) isAllowed[gpus] = 1;
  const known = new Map<string, readonly Replica[]>();
  const make = (prefillGpus: number, decodeGpus: number): readonly Replica[] => {
    const found: Replica[] = [];
    for (let decodes = 1; decodes <= maxWorkers; decodes += 1) {
      for (let prefills = 1; prefills <= maxWorkers; prefills += 1) {
        const gpus = prefillGpus * prefills + decodeGpus * decodes;
        if (isAllowed[gpus] === 1) found.push({ prefills, decodes, gpus });
      }
    }
    return found;
  };
  return (prefillGpus, decodeGpus) => {
    const key = `${prefillGpus} ${decodeGpus}`;
    const found = known.get(key) ?? make(prefillGpus, decodeGpus);
    known.set(key, found);
    return found;
  };
}

/** How many workers of each kind serve the most a GPU; the first of equals, counting decode workers up. */
function bestMatch(
  [prefill, decode]: readonly [StaticWorker, StaticWorker],
  matches: readonly Replica[],
  { prefillRateShare, decodeRateShare }: Matching,
): Match | undefined {
  let best: Match | undefined;
  let bestRate = 0;
  for (const match of matches) {
    const rate =
      Math.min(
        prefill.requestsPerSec * match.prefills * prefillRateShare,
        decode.requestsPerSec * match.decodes * decodeRateShare,
      ) / match.gpus;
    if (rate > bestRate) {
      bestRate = rate;
      best = match;
    }
  }
  return best;
}
