import { LOOKUPS_0_11 } from '../../operations/lookups.ts';
import type { EngineRevision } from '../revision.ts';
import { R0_10 } from './r0-10.ts';
import { R0_12 } from './r0-12.ts';

/**
 * What is known of the engine of aiconfigurator 0.11.0, whose data cannot be had: that of 0.12.0 without its budget for the
 * KV cache, without counting the GPUs of context-parallel ranks, with the layouts of 0.10.0, and with lookups of its own.
 */
export const R0_11 = {
  ...R0_12,
  name: '0.11',
  backends: R0_10.backends,
  sweep: {
    agg: { ...R0_12.sweep.agg, whereMissing: 'layout' },
    stages: { ...R0_12.sweep.stages, whereMissing: 'layout' },
  },
  matching: { ...R0_12.matching, countedGpus: R0_10.matching.countedGpus },
  layouts: R0_10.layouts,
  lookups: LOOKUPS_0_11,
} as const satisfies EngineRevision;
