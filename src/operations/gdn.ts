import { filledStateTime } from './filled-states.ts';
import type { OperationKind, Phase, StepPoint } from './kind.ts';
import {
  convolutionBytes,
  DELTA_SIZES,
  headsApart,
  type MovedBytes,
  type StateKernel,
  type StateKernels,
  stateKind,
  wholeChunks,
} from './state-kernels.ts';

/** Kernels of a gated delta net with the phase that they run in, by the names of the measured rows. */
const KERNELS = {
  causal_conv1d_fn: { phase: 'context', moves: 'convolution' },
  chunk_gated_delta_rule: { phase: 'context', moves: 'scan' },
  causal_conv1d_update: { phase: 'generation', moves: 'convolution' },
  fused_sigmoid_gating_delta_rule_update: { phase: 'generation', moves: 'recurrence' },
} as const satisfies Readonly<Record<string, { readonly phase: Phase; readonly moves: keyof typeof MOVES }>>;
export type GdnKernel = keyof typeof KERNELS;

/** What the state of a layer is kept in, with the bytes of an element. */
export const STATE_TYPES = { float32: 4, bfloat16: 2, float16: 2 } as const;
export type StateType = keyof typeof STATE_TYPES;

/** Sizes of a gated delta net. */
export interface DeltaNetSizes {
  readonly keyHeads: number;
  readonly keySize: number;
  readonly valueHeads: number;
  readonly valueSize: number;
  readonly convWidth: number;
  readonly stateType: StateType;
}

/** One kernel of a layer with a gated delta net; the sizes are those that its rows were measured by. */
export interface Gdn extends StateKernel, DeltaNetSizes {
  readonly kind: 'gdn';
  readonly kernel: GdnKernel;
}

/** What generations of the engine reckon with differently. */
interface GdnBytes {
  /** Matrices as wide as the keys that go through the convolution: keys alone, or queries too. */
  readonly keyMatrices: 1 | 2;
  readonly stateBytes: (op: Gdn) => number;
}

/** Elements that a kernel takes in and gives out for each token, and bytes of the states of a sequence. */
interface GdnVolume {
  readonly step: StepPoint;
  readonly channels: number;
  readonly values: number;
  readonly stateBytes: number;
  /** Of the state of a sequence in what kernels hand each other, two bytes an element. */
  readonly chunkBytes: number;
}

/** Bytes read and written. */
const MOVES = {
  scan: (volume: GdnVolume): number => withStates(volume, wholeChunks(volume.step) * volume.chunkBytes),
  recurrence: (volume: GdnVolume): number => withStates(volume, 0),
  convolution: ({ step, channels }: GdnVolume, { convWidth }: Gdn): number =>
    convolutionBytes(step.tokens, channels, convWidth),
} as const;

/** Inputs and outputs once, states and those of chunks read and written. */
function withStates({ step, channels, values, stateBytes }: GdnVolume, chunkBytes: number): number {
  return step.tokens * (channels + values) * 2 + 2 * (step.batch * stateBytes + chunkBytes);
}

function movedBytes({ keyMatrices, stateBytes }: GdnBytes): MovedBytes<Gdn> {
  return (op, step) => {
    const { keyHeads, keySize, valueHeads, valueSize } = op;
    const values = valueHeads * valueSize;
    const state = valueHeads * keySize * valueSize;
    const channels = keyMatrices * keyHeads * keySize + values;
    const volume = { step, channels, values, stateBytes: state * stateBytes(op), chunkBytes: state * 2 };
    return MOVES[KERNELS[op.kernel].moves](volume, op);
  };
}

const measured = {
  table: 'gdn',
  phaseOf: ({ kernel }: Gdn) => KERNELS[kernel].phase,
  sizeColumns: DELTA_SIZES,
  sizesOf: ({ hiddenSize, keyHeads, keySize, valueHeads, valueSize, convWidth }: Gdn) => [
    ...[hiddenSize, keyHeads, keySize, valueHeads, valueSize, convWidth],
  ],
} as const satisfies Omit<StateKernels<Gdn>, 'movedBytes'>;

/** As they are measured and estimated from 0.12 on. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export const GDN_KERNELS: StateKernels<Gdn> = {
  ...measured,
  movedBytes: movedBytes({ keyMatrices: 2, stateBytes: ({ stateType }) => STATE_TYPES[stateType] }),
};

/** Whether a kernel works on the state, and not only on what goes into it. */
export function touchesState({ kernel }: Gdn): boolean {
  return KERNELS[kernel].moves !== 'convolution';
}

/** Before, rows of other heads stood in, and states counted as bfloat16. Source: aiconfigurator 0.10.0, sdk/operations/mamba.py. */
const FILLED: StateKernels<Gdn> = {
  ...measured,
  distance: headsApart,
  movedBytes: movedBytes({ keyMatrices: 1, stateBytes: () => STATE_TYPES.bfloat16 }),
};

/** Linear attention by the gated delta rule. */
export const gdn: OperationKind<Gdn> = { ...stateKind(measured), time: (tables) => filledStateTime(tables, FILLED) };
