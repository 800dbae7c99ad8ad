import type { EngineRevision } from '../revision.ts';
import { R0_12 } from './r0-12.ts';

/** What is known of the engine of aisimulate 0.13.0, whose data cannot be had, as far as it has a column: that of 0.12.0. */
export const R0_13 = { ...R0_12, name: '0.13' } as const satisfies EngineRevision;
