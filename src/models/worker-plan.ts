import type { Phase } from '../operations/kind.ts';
import type { QuantModes } from '../operations/quant-modes.ts';
import type { Backend } from '../serving.ts';
import type { CommonFacts } from './common-facts.ts';
import type { ExpertSpread } from './expert-spread.ts';
import type { Layout } from './layout.ts';
import type { ModelRevision } from './model-revision.ts';

/** What the operations of one worker depend on, besides facts that only its family has. */
export interface WorkerPlan {
  readonly architecture: CommonFacts;
  readonly layout: Layout;
  readonly quant: QuantModes;
  readonly backend: Backend;
  readonly revision: ModelRevision;
  /** Exchanges of the experts' tokens; undefined where dispatch is a plain collective. */
  readonly spread?: ExpertSpread | undefined;
}

/** One phase of a worker; `perLayer` and `once` are the counts of its operations. */
export interface PhasePlan extends WorkerPlan {
  readonly phase: Phase;
  readonly perLayer: number;
  readonly once: number;
}

/** Both phases of a plan; under multi-token prediction only decode counts are scaled. */
export function phasesOf(plan: WorkerPlan): Readonly<Record<Phase, PhasePlan>> {
  const { layers } = plan.architecture;
  const scale = mtpScale(plan);
  return {
    context: { ...plan, phase: 'context', perLayer: layers, once: 1 },
    generation: { ...plan, phase: 'generation', perLayer: layers * scale, once: scale },
  };
}

/** Factor on generation counts: fewer steps for the tokens accepted, one more layer for each token predicted. */
function mtpScale({ architecture: { nextn, layers }, revision }: WorkerPlan): number {
  if (nextn === 0) return 1;
  let expected = 0;
  let probability = 1;
  for (let depth = 0; depth < nextn; depth += 1) {
    probability *= revision.nextnAcceptRates[depth] ?? 0;
    expected += probability;
  }
  return ((1 / (1 + expected)) * (nextn + layers)) / layers;
}
