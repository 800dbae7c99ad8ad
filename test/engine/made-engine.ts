import type { BackendModel } from '../../src/engine/backends.ts';
import { NO_SPREAD } from '../../src/engine/expert-spread.ts';
import type { EngineRevision } from '../../src/engine/revision.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import type { EngineContext } from '../../src/engine/worker.ts';
import type { Layout } from '../../src/models/layout.ts';
import type { OperationTime } from '../../src/operations/operations.ts';
import { bundled, system } from './support.ts';

/** A layout of one GPU, with changes. */
export function layoutOf(changes: Partial<Layout> = {}): Layout {
  return { tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1, ...changes };
}

/**
 * Times by which a step is counted by hand, in ms: a tenth of the tokens for all that is not attention, a hundredth of
 * the tokens for attention of prompts, and a thousandth of the tokens so far for attention of a decode.
 */
export const COUNTABLE: OperationTime = (op, { tokens, batch, sequenceLength }) => {
  if (op.kind === 'embedding') return tokens / 10;
  if (op.kind === 'contextAttention') return tokens / 100;
  return op.kind === 'generationAttention' ? (batch * sequenceLength) / 1000 : 0;
};

/** Rules of a backend by which a point is counted by hand. */
const MADE_BACKEND: BackendModel = {
  ...R0_10.backends.vllm,
  mixedDecodeBatch: ({ batch, contextTokens, isl }) => batch - contextTokens / isl,
  mixedStepsForTpot: (mixedSteps) => mixedSteps - 1,
  queueFactor: ({ batch }) => 1 + batch / 10,
  dispatchOverheadMs: (layers) => layers / 8,
  throughputCap: () => Number.POSITIVE_INFINITY,
};

interface EngineChanges {
  readonly operationTime?: OperationTime;
  readonly backend?: Partial<BackendModel>;
  readonly agg?: Partial<EngineRevision['sweep']['agg']>;
  readonly stages?: Partial<EngineRevision['sweep']['stages']>;
  readonly matching?: Partial<EngineRevision['matching']>;
  readonly memCapacityGib?: number;
}

/** A dense model of 64 layers and heads on an engine whose times and rules are made up. */
export function madeEngine(changes: EngineChanges = {}): EngineContext {
  const { operationTime = COUNTABLE, memCapacityGib = 1000 } = changes;
  const spec = system('h200_sxm', { memCapacityBytes: memCapacityGib * 2 ** 30 });
  const { sweep, matching } = R0_10;
  return {
    architecture: bundled('Qwen/Qwen3-32B'),
    quant: { gemm: 'bfloat16', moe: 'bfloat16', kvCache: 'bfloat16', fmha: 'bfloat16', comm: 'half' },
    backendName: 'vllm',
    backendVersion: '1.2.3',
    revision: {
      ...R0_10,
      sweep: { agg: { ...sweep.agg, ...changes.agg }, stages: { ...sweep.stages, ...changes.stages } },
      matching: { ...matching, ...changes.matching },
    },
    backend: { ...MADE_BACKEND, ...changes.backend },
    systemName: spec.name,
    system: spec,
    spread: NO_SPREAD,
    operationTime,
  };
}
