import { upTo3Decimals } from './figures.ts';

/** Memory of one GPU of a worker, in GiB. */
export interface MemoryShare {
  readonly usedGib: number;
  /** What the card has, or what `hardware.vramMb` leaves of it; undefined where neither is known. */
  readonly cardGib: number | undefined;
  readonly freeGib: number | undefined;
  /** Of the card. */
  readonly freePercent: number | undefined;
}

/** Use of a card whose memory may be unknown. */
export function memoryShare(usedGib: number, cardGib: number | undefined): MemoryShare {
  const used = upTo3Decimals(usedGib);
  if (cardGib === undefined) return { usedGib: used, cardGib, freeGib: undefined, freePercent: undefined };
  return {
    usedGib: used,
    cardGib: upTo3Decimals(cardGib),
    freeGib: upTo3Decimals(cardGib - usedGib),
    freePercent: Number((((cardGib - usedGib) / cardGib) * 100).toFixed(1)),
  };
}
