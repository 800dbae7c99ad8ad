import type { Architecture } from './architecture.ts';
import type { Layout } from './layout.ts';
import type { Phase } from './operations.ts';
import type { QuantModes } from './quant-modes.ts';

/** What the operations of one worker depend on. */
export interface WorkerPlan {
  readonly architecture: Architecture;
  readonly layout: Layout;
  readonly quant: QuantModes;
  /** Backends differ in how they run latent attention. */
  readonly backendName: string;
}

/** One phase of a worker; `perLayer` and `once` are the counts of its operations. */
export interface PhasePlan extends WorkerPlan {
  readonly phase: Phase;
  readonly perLayer: number;
  readonly once: number;
}

/** Both phases of a plan; under multi-token prediction only decode counts are scaled. */
export function phasesOf(plan: WorkerPlan, mtpScale: number): Readonly<Record<Phase, PhasePlan>> {
  const { layers } = plan.architecture;
  return {
    context: { ...plan, phase: 'context', perLayer: layers, once: 1 },
    generation: { ...plan, phase: 'generation', perLayer: layers * mtpScale, once: mtpScale },
  };
}
