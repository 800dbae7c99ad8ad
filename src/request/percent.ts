/** What a share of a card is in words. */
export const PERCENT_WANTED = 'a share of the card from 0% to 90%, such as 10%';

/** At most two decimals. */
export const PERCENT = /^(?:90(?:\.0{1,2})?|[1-8]?\d(?:\.\d{1,2})?)%$/;

/** The number of a share such as `10%`; undefined for anything else. */
export function percentOf(said: unknown): number | undefined {
  return typeof said === 'string' && PERCENT.test(said) ? Number(said.slice(0, -1)) : undefined;
}
