import { groupBy } from '../group-by.ts';
import type { Layout } from '../models/layout.ts';
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

/** A pair with what it serves. */
interface RatedPair {
  readonly pair: Pair;
  readonly tokensPerSecPerGpu: number;
  readonly gpus: number;
}

type PairRater = (prefill: StaticWorker, decode: StaticWorker) => RatedPair | undefined;

/** Source: aiconfigurator 0.10.0, sdk/sweep.py, `_find_best_disagg_under_constraint`. */
export function pairChooser(
  prefill: readonly StaticWorker[],
  decode: readonly StaticWorker[],
  options: MatchOptions,
): PairChooser {
  const ranked = [...prefill].sort(
    (a, b) => b.requestsPerSecPerGpu - a.requestsPerSecPerGpu || a.globalBatch - b.globalBatch,
  );
  const rate = pairRater(options);
  const { maxPrefillCandidates, maxDecodeCandidates } = options.matching;
  const choose = (prefills: readonly StaticWorker[], within: readonly StaticWorker[]): Pair | undefined => {
    const fastest = quickSort(within, (worker) => worker.requestsPerSecPerGpu, 'descending');
    return bestPair(prefills.slice(0, maxPrefillCandidates), fastest.slice(0, maxDecodeCandidates), rate);
  };
  // Limits leave the fewer workers the tighter they are, so that their numbers say which ones these are.
  const groups = groupByLabel(decode).map((group) => ({ group, known: new Map<string, Pair | undefined>() }));
  return ({ ttftMs, tpotMs }) => {
    const prefills = ranked.filter((worker) => worker.ttftMs < ttftMs);
    return groups.flatMap(({ group, known }) => {
      const within = group.filter((worker) => worker.tpotMs < tpotMs && worker.tpotMs > 0);
      const counts = `${prefills.length} ${within.length}`;
      if (!known.has(counts)) known.set(counts, choose(prefills, within));
      return known.get(counts) ?? [];
    });
  };
}

function groupByLabel(workers: readonly StaticWorker[]): readonly (readonly StaticWorker[])[] {
  const groups = groupBy(workers, ({ label }) => label);
  return [...groups.keys()].sort().map((label) => groups.get(label)!);
}

/** The pair with the most tokens a second and GPU; of equals the one with fewer GPUs, then the first. */
function bestPair(
  prefills: readonly StaticWorker[],
  decodes: readonly StaticWorker[],
  rate: PairRater,
): Pair | undefined {
  let best: RatedPair | undefined;
  for (const decode of decodes) {
    for (const prefill of prefills) {
      const rated = rate(prefill, decode);
      if (rated === undefined) continue;
      const isBetter =
        best === undefined ||
        rated.tokensPerSecPerGpu > best.tokensPerSecPerGpu ||
        (rated.tokensPerSecPerGpu === best.tokensPerSecPerGpu && rated.gpus < best.gpus);
      if (isBetter) best = rated;
    }
  }
  return best?.pair;
}

/** Rates each pair once: what it serves does not depend on the latency target. */
function pairRater({ osl, maxReplicaGpus, pairsStages, matching }: MatchOptions): PairRater {
  const matchesOf = replicas(maxReplicaGpus, matching);
  const known = new Map<StaticWorker, Map<StaticWorker, RatedPair | undefined>>();
  const make: PairRater = (prefill, decode) => {
    if (!pairsStages(prefill.layout, decode.layout)) return undefined;
    const counts = bestMatch([prefill, decode], matchesOf(prefill.gpus, decode.gpus), matching);
    if (counts === undefined) return undefined;
    const pair = { prefill, decode, counts };
    const { tokensPerSecPerGpu, gpus } = pairRates(pair, osl, matching);
    return { pair, tokensPerSecPerGpu, gpus };
  };
  return (prefill, decode) => {
    const ofDecode = known.get(decode) ?? new Map<StaticWorker, RatedPair | undefined>();
    known.set(decode, ofDecode);
    if (!ofDecode.has(prefill)) ofDecode.set(prefill, make(prefill, decode));
    return ofDecode.get(prefill);
  };
}

/** Workers of each stage that make a replica of an allowed size, counting decode workers up. */
type Replica = Match & { readonly gpus: number };

/** Opens the replicas of workers by the GPUs that one of each stage has. */
function replicas(
  maxReplicaGpus: number,
  { replicaGpus, maxWorkers }: Matching,
): (prefillGpus: number, decodeGpus: number) => readonly Replica[] {
  const allowed = new Set(replicaGpus.filter((gpus) => gpus <= maxReplicaGpus));
  const known = new Map<string, readonly Replica[]>();
  const make = (prefillGpus: number, decodeGpus: number): readonly Replica[] => {
    const found: Replica[] = [];
    for (let decodes = 1; decodes <= maxWorkers; decodes += 1) {
      for (let prefills = 1; prefills <= maxWorkers; prefills += 1) {
        const gpus = prefillGpus * prefills + decodeGpus * decodes;
        if (allowed.has(gpus)) found.push({ prefills, decodes, gpus });
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
