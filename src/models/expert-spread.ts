import type { CommBackend, CommStage } from '../operations/all-to-all.ts';
import type { Phase } from '../operations/kind.ts';

/** How the tokens of a phase get to their experts and back by exchanges of their own. */
export interface Exchange {
  readonly comm: CommBackend;
  /** What the library does in a layer, `dispatch` and `combine` among it. */
  readonly stages: readonly CommStage[];
  /** What is sent, as the measured rows call it; what is set up before goes with the dispatch. */
  readonly sent: Readonly<Record<'dispatch' | 'combine', string>>;
  /** Multiprocessors that the kernels take, 0 where rows do not tell. */
  readonly sms: number;
  /** Whether the ranks of a sequence share its tokens before they are sent. */
  readonly splitsPrefill: boolean;
  readonly nodes: number;
}

/** The exchanges of a worker; a phase without one dispatches by plain collectives. */
export type ExpertSpread = Readonly<Record<Phase, Exchange | undefined>>;
