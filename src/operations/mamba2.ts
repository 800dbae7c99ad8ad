import { filledStateTime } from './filled-states.ts';
import type { OperationKind, Phase } from './kind.ts';
import { convolutionBytes, type StateKernel, type StateKernels, stateKind } from './state-kernels.ts';

/** Kernels of a Mamba-2 layer with the phase that they run in, by the names of the measured rows. */
const KERNELS = {
  causal_conv1d_fn: { phase: 'context', isConvolution: true },
  mamba_chunk_scan_combined: { phase: 'context', isConvolution: false },
  causal_conv1d_update: { phase: 'generation', isConvolution: true },
  selective_state_update: { phase: 'generation', isConvolution: false },
} as const satisfies Readonly<Record<string, { readonly phase: Phase; readonly isConvolution: boolean }>>;
export type Mamba2Kernel = keyof typeof KERNELS;

/** One kernel of a Mamba-2 layer, by the sizes of the whole model: measurements know no shards. */
export interface Mamba2 extends StateKernel {
  readonly kind: 'mamba2';
  readonly kernel: Mamba2Kernel;
  readonly stateSize: number;
  readonly convWidth: number;
  readonly heads: number;
  readonly headSize: number;
  readonly groups: number;
  readonly chunkSize: number;
}

/** Decode was measured too, but the reference never reads those rows, so that the packs are without them. */
export const MAMBA2_KERNELS: StateKernels<Mamba2> = {
  table: 'mamba2',
  phaseOf: ({ kernel }) => KERNELS[kernel].phase,
  sizeColumns: ['d_model', 'd_state', 'd_conv', 'nheads', 'head_dim', 'n_groups', 'chunk_size'],
  sizesOf: ({ hiddenSize, stateSize, convWidth, heads, headSize, groups, chunkSize }) => [
    ...[hiddenSize, stateSize, convWidth, heads, headSize, groups, chunkSize],
  ],
  distance: () => 0,
  movedBytes: ({ kernel, heads, headSize, groups, stateSize, convWidth }, { tokens }) => {
    const inner = heads * headSize;
    const inputs = inner + 2 * groups * stateSize;
    if (KERNELS[kernel].isConvolution) return convolutionBytes(tokens, inputs, convWidth);
    return tokens * (inputs + heads) * 2 + tokens * inner * 2;
  },
};

/** State-space layers. Source: aiconfigurator 0.10.0, sdk/operations/mamba.py. */
export const mamba2: OperationKind<Mamba2> = {
  ...stateKind(MAMBA2_KERNELS),
  time: (tables) => filledStateTime(tables, MAMBA2_KERNELS),
};
