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
  const groups = groupByLabel(decode);
  const rate = pairRater(options);
  const { maxPrefillCandidates, maxDecodeCandidates } = options.matching;
  return ({ ttftMs, tpotMs }) => {
    const prefills = ranked.filter((worker) => worker.ttftMs < ttftMs).slice(0, maxPrefillCandidates);
    return groups.flatMap((group) => {
      const within = group.filter((worker) => worker.tpotMs < tpotMs && worker.tpotMs > 0);
      const fastest = quickSort(within, (worker) => worker.requestsPerSecPerGpu, 'descending');
      return bestPair(prefills, fastest.slice(0, maxDecodeCandidates), rate) ?? [];
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
  const allowed = new Set(matching.replicaGpus.filter((gpus) => gpus <= maxReplicaGpus));
  const known = new Map<StaticWorker, Map<StaticWorker, RatedPair | undefined>>();
  const make: PairRater = (prefill, decode) => {
    const counts = pairsStages(prefill.layout, decode.layout)
      ? bestMatch([prefill, decode], allowed, matching)
      : undefined;
    if (counts === undefined) return undefined;
    const pair = { prefill, decode, counts };
    const { tokensPerSecPerGpu, gpus } = pairRates(pair, osl, matching);
    return { pair, tokensPerSecPerGpu, gpus };
  };
  return (prefill, decode) => {
    let ofDecode = known.get(decode);
    if (ofDecode === undefined) {
      ofDecode = new Map();
      known.set(decode, ofDecode);
    }
    if (!ofDecode.has(prefill)) ofDecode.set(prefill, make(prefill, decode));
    return ofDecode.get(prefill);
  };
}

/** How many workers of each kind serve the most a GPU; the first of equals, counting decode workers up. */
function bestMatch(
  [prefill, decode]: readonly [StaticWorker, StaticWorker],
  allowed: ReadonlySet<number>,
  { maxWorkers, prefillRateShare, decodeRateShare }: Matching,
): Match | undefined {
  const most = Math.max(...allowed);
  let best: Match | undefined;
  let bestRate = 0;
  for (let decodes = 1; decodes <= maxWorkers && decode.gpus * decodes < most; decodes += 1) {
    for (let prefills = 1; prefills <= maxWorkers; prefills += 1) {
      const gpus = prefill.gpus * prefills + decode.gpus * decodes;
      if (gpus > most) break;
      if (!allowed.has(gpus)) continue;
      const rate =
        Math.min(
          prefill.requestsPerSec * prefills * prefillRateShare,
          decode.requestsPerSec * decodes * decodeRateShare,
        ) / gpus;
      if (rate > bestRate) {
        bestRate = rate;
        best = { prefills, decodes };
      }
    }
  }
  return best;
}
