import { missingModes } from '../engine/measured-modes.ts';
import { workerLayouts } from '../engine/search-space.ts';
import { createWorker } from '../engine/worker.ts';
import type { Architecture } from '../models/architecture.ts';
import { DataMissing } from '../operations/data-missing.ts';
import { roleContext } from './experiments.ts';
import type { MeasuredBackend } from './measured.ts';

/** Input of the steps that are tried, in tokens. */
const TRIED_TOKENS = 128;

/**
 * Whether the data times a step of some worker of a model within so many GPUs; modes do not tell it, since experts and
 * heads are measured by their sizes.
 */
export function isPriced(architecture: Architecture, measured: MeasuredBackend, maxGpus: number): boolean {
  const context = roleContext(architecture, measured, 'agg');
  const { database, revision, system } = measured;
  const missing = missingModes(database, context.quant, { architecture, system, role: 'agg' }, revision);
  if (missing.length > 0) return false;
  const { widened } = context.spread;
  const scope = { architecture, backend: context.backend, sizes: revision.layouts, system, widened };
  return workerLayouts({ ...scope, maxGpus, role: 'agg' }).some((layout) => {
    try {
      const worker = createWorker(context, layout);
      return worker.contextTimes(1, TRIED_TOKENS).length + worker.generationTimes(1, TRIED_TOKENS).length > 0;
    } catch (error) {
      if (error instanceof DataMissing) return false;
      throw error;
    }
  });
}
