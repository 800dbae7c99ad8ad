import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { PeakFlops } from './constants.ts';
import { DataMissing } from './data-missing.ts';
import { type ComputeType, FMHA_QUANT, type QuantMode } from './quant-modes.ts';

/** The card's own figure of the mode; bfloat16 times its factor where none is given. */
export const givenFlops: PeakFlops = (system, { compute }) => {
  const given = { 1: system.bfloat16TcFlops, 2: system.fp8TcFlops, 4: system.fp4TcFlops }[compute];
  return given ?? system.bfloat16TcFlops * compute;
};

/** bfloat16 times the mode's factor, whatever the card says. */
export const scaledFlops: PeakFlops = ({ bfloat16TcFlops }, { compute }) => bfloat16TcFlops * compute;

const FIGURES: Readonly<Record<ComputeType, (system: SystemSpec) => number | undefined>> = {
  bfloat16: ({ bfloat16TcFlops }) => bfloat16TcFlops,
  fp8: ({ fp8TcFlops }) => fp8TcFlops,
  int8: ({ int8TcFlops }) => int8TcFlops,
  fp4: ({ fp4TcFlops }) => fp4TcFlops,
};

/** Whether the card has tensor cores for what a mode computes in. */
export function computes(system: SystemSpec, { type }: QuantMode): boolean {
  return (FIGURES[type](system) ?? 0) > 0;
}

/** The card's figure of what a mode computes in. @throws DataMissing where it has no such tensor cores */
export const typedFlops: PeakFlops = (system, mode) => {
  const figure = FIGURES[mode.type](system);
  if (figure !== undefined && figure > 0) return figure;
  throw new DataMissing(`${system.name} has no tensor cores for ${mode.type}`);
};

/** Compute capability from which decode attention computes in fp8 when the cache is fp8. */
const FP8_DECODE_SM = 89;

/** What decode attention computes in, by the mode of the cache. */
export function decodeMode({ smVersion }: SystemSpec, cache: QuantMode): QuantMode {
  return cache.type === 'fp8' && smVersion >= FP8_DECODE_SM ? cache : FMHA_QUANT.bfloat16;
}

/** The same for decode attention, by the mode of the cache. */
export const decodeFlops: PeakFlops = (system, cache) => typedFlops(system, decodeMode(system, cache));
