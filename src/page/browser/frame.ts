import type { Scale } from './scale.ts';

/** Sizes of a chart in px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Both scales of a chart. */
export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

const MARGIN = { left: 52, right: 16, top: 26, bottom: 40 } as const;
const ASPECT = 0.62;
const HEIGHTS = { smallest: 260, largest: 430 } as const;

/** The frame of a chart that has so much room. */
export function frameOf(width: number): Frame {
  const height = Math.round(Math.max(HEIGHTS.smallest, Math.min(HEIGHTS.largest, width * ASPECT)));
  return { width, height, ...MARGIN };
}
