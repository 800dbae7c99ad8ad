import { LOOKUPS_0_13 } from '../../operations/lookups.ts';
import type { EngineRevision } from '../revision.ts';
import { R0_12 } from './r0-12.ts';

/**
 * What is known of the engine of aisimulate 0.13.0, whose data cannot be had: that of 0.12.0 with norms of queries and keys
 * in decoding, and with collectives over several nodes counted from another number of GPUs.
 */
export const R0_13 = { ...R0_12, name: '0.13', lookups: LOOKUPS_0_13 } as const satisfies EngineRevision;
