import type { Prices } from '../request/prices.ts';
import { upTo3Decimals } from './figures.ts';
import type { Performance } from './performance.ts';

/** What a deployment costs at a price that the user gave; nothing is assumed where there is none. */
export interface Cost {
  /** As the price names it, such as `USD`. */
  readonly currency: string;
  /** Of one GPU, as the price says. */
  readonly perGpuHour: number;
  /** Of all GPUs that the deployment uses. */
  readonly perHour: number;
  /** At full load; undefined where no performance was estimated. */
  readonly perMillionOutputTokens: number | undefined;
  /** At full load; undefined where no performance was estimated. */
  readonly perMillionRequests: number | undefined;
}

const SECONDS_AN_HOUR = 3600;
const MILLION = 1e6;

/** What is deployed, and what that was estimated to do. */
interface Costed {
  readonly deployment: { readonly gpus: number };
  readonly performance: Performance | undefined;
}

/** Cards and what they cost. */
interface Priced {
  readonly gpuSku: string;
  readonly prices: Prices | undefined;
}

/** What is deployed on a card costs at its price; undefined where it has none. */
export function costOf({ deployment, performance }: Costed, { gpuSku, prices = {} }: Priced): Cost | undefined {
  const price = Object.hasOwn(prices, gpuSku) ? prices[gpuSku] : undefined;
  if (price === undefined) return undefined;
  const perHour = deployment.gpus * price.perGpuHour;
  const perMillion = (perSec: number | undefined): number | undefined =>
    perSec === undefined || perSec === 0 ? undefined : upTo3Decimals((perHour / (perSec * SECONDS_AN_HOUR)) * MILLION);
  return {
    currency: price.currency,
    perGpuHour: price.perGpuHour,
    perHour: upTo3Decimals(perHour),
    perMillionOutputTokens: perMillion(performance?.tokensPerSec),
    perMillionRequests: perMillion(performance?.requestsPerSec),
  };
}

/** A verdict with its cost, where there is a price for its card. */
export function withCost<V extends Costed & { readonly gpuSku: string }>(
  verdict: V,
  prices: Prices | undefined,
): V & { readonly cost?: Cost } {
  const cost = costOf(verdict, { gpuSku: verdict.gpuSku, prices });
  return cost === undefined ? verdict : { ...verdict, cost };
}
