import type { OperationKind, Phase, StepPoint, Tables, TimeOf } from './kind.ts';
import { resolvedStateTime } from './resolved/state-kernels.ts';
import {
  convolutionBytes,
  DELTA_SIZES,
  headsApart,
  type StateKernel,
  type StateKernels,
  stateKind,
  wholeChunks,
} from './state-kernels.ts';

/** Kernels of Kimi delta attention with the phase that they run in, by the names of the measured rows. */
const KERNELS = {
  causal_conv1d_fn_qkv3: { phase: 'context', moves: 'convolution' },
  chunk_kda: { phase: 'context', moves: 'scan' },
  flashkda_fwd: { phase: 'context', moves: 'scan' },
  causal_conv1d_update: { phase: 'generation', moves: 'convolution' },
  fused_recurrent_kda_packed_decode: { phase: 'generation', moves: 'recurrence' },
  fused_kda_decode: { phase: 'generation', moves: 'recurrence' },
} as const satisfies Readonly<Record<string, { readonly phase: Phase; readonly moves: keyof typeof MOVES }>>;
export type KdaKernel = keyof typeof KERNELS;

/** One kernel of a layer with Kimi delta attention, by the heads of one GPU, which has as many of keys as of values. */
export interface Kda extends StateKernel {
  readonly kind: 'kda';
  readonly kernel: KdaKernel;
  readonly heads: number;
  readonly headSize: number;
  readonly convWidth: number;
}

/** Bytes of an element of a state, and matrices that a recurrence takes in: queries, keys, values, gates. */
const STATE_ELEMENT = 4;
const INPUTS = 4;

/** Bytes read and written by the width of a matrix; states and chunks of them are read and written alike. */
const MOVES = {
  convolution: ({ tokens }: StepPoint, { heads, headSize, convWidth }: Kda): number =>
    convolutionBytes(tokens, 3 * heads * headSize, convWidth),
  scan: (step: StepPoint, op: Kda): number => recurrenceBytes(step, op, step.batch + wholeChunks(step)),
  recurrence: (step: StepPoint, op: Kda): number => recurrenceBytes(step, op, step.batch),
} as const;

function recurrenceBytes({ tokens }: StepPoint, { heads, headSize }: Kda, states: number): number {
  const width = heads * headSize;
  return tokens * (INPUTS + 1) * width * 2 + 2 * states * width * headSize * STATE_ELEMENT;
}

const KDA_KERNELS: StateKernels<Kda> = {
  table: 'kda',
  phaseOf: ({ kernel }) => KERNELS[kernel].phase,
  sizeColumns: DELTA_SIZES,
  sizesOf: ({ hiddenSize, heads, headSize, convWidth }) => [hiddenSize, heads, headSize, heads, headSize, convWidth],
  distance: headsApart,
  movedBytes: (op, step) => MOVES[KERNELS[op.kernel].moves](step, op),
};

/** Linear attention by the delta rule of Kimi. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export const kda: OperationKind<Kda> = {
  ...stateKind(KDA_KERNELS),
  time: (tables: Tables): TimeOf<Kda> => resolvedStateTime(tables, KDA_KERNELS),
};
