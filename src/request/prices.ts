import { nearest } from './nearest.ts';
import { GPU_SKUS } from './skus.ts';

/**
 * Prices by SKU. What one is has no name of its own: the types of the library spell out the table of defaults, and could not
 * name what this file keeps to itself.
 */
export type Prices = Readonly<
  Record<
    string,
    {
      /** Of the currency, for an hour of one GPU. */
      readonly perGpuHour: number;
      /** By its three letters, such as USD (ISO 4217). */
      readonly currency: string;
    }
  >
>;

/** An hour of no GPU costs as much in any currency. */
export const MOST_PER_GPU_HOUR = 1e9;
export const CURRENCY = /^[A-Z]{3}$/;
export const CURRENCY_WANTED = 'the three letters of a currency such as USD were expected';

const PAIR = /^([^=\s]+)=(\d{1,9}(?:\.\d{1,9})?)([A-Z]{3})$/;

/** Prices of texts such as `h200_sxm=3.5USD`, or what is wrong with one of them. */
export function readPrices(texts: readonly string[]): { readonly value: Prices } | { readonly problem: string } {
  const prices: Record<string, Prices[string]> = {};
  for (const text of texts) {
    const [, sku = '', amount, currency = ''] = PAIR.exec(text) ?? [];
    const perGpuHour = Number(amount);
    if (!(perGpuHour > 0)) return { problem: `${text} is not SKU=PRICE such as h200_sxm=3.5USD` };
    const problem = skuProblem(sku);
    if (problem !== undefined) return { problem };
    if (Object.hasOwn(prices, sku)) return { problem: `${sku} has a price already` };
    prices[sku] = { perGpuHour, currency };
  }
  return { value: prices };
}

/** What is wrong with the SKU of a price. */
export function skuProblem(sku: string): string | undefined {
  if (GPU_SKUS.includes(sku)) return undefined;
  const near = nearest(sku, GPU_SKUS);
  return `there is no GPU ${sku}${near === undefined ? '' : `, did you mean ${near}?`}`;
}
