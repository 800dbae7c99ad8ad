import type { SystemSpec } from '../perfdb/perfdb.ts';
import { noWeights, type OperationBase, type OperationKind, type Phase, type StepPoint } from './kind.ts';

/** A kernel of a layer that keeps a state of one size for each sequence, in the place of a cache that grows. */
export interface StateKernel extends OperationBase {
  readonly kernel: string;
  readonly hiddenSize: number;
}

/** Bytes that a kernel moves in a step. */
export type MovedBytes<Op> = (op: Op, step: StepPoint) => number;

/** How kernels of one kind were measured, and what memory allows where they were not. */
export interface StateKernels<Op extends StateKernel> {
  readonly table: 'gdn' | 'mamba2' | 'kda';
  readonly phaseOf: (op: Op) => Phase;
  /** Columns of the sizes that rows are measured by, the hidden size first. */
  readonly sizeColumns: readonly string[];
  /** The sizes of a kernel in the order of these columns. */
  readonly sizesOf: (op: Op) => readonly number[];
  /** How far measured sizes are from wanted ones of the same hidden size; without it they do not stand for each other. */
  readonly distance?: (measured: readonly number[], wanted: readonly number[]) => number;
  readonly movedBytes: MovedBytes<Op>;
}

/** What is true of the kernels of all kinds: those of decode see the sequences of a step alone. */
export function stateKind<Op extends StateKernel>(
  kernels: Pick<StateKernels<Op>, 'table' | 'phaseOf'>,
): Omit<OperationKind<Op>, 'time'> {
  return {
    sees: (op) => (kernels.phaseOf(op) === 'context' ? 'length' : 'sequences'),
    isRemembered: true,
    weightBytes: noWeights,
    source: () => `measured: ${kernels.table}, or estimated from memory bandwidth`,
  };
}

/** The measured sizes that stand for wanted ones: the same, else the nearest of the same hidden size, of equals the first. */
export function standInSizes(
  measured: readonly (readonly number[])[],
  wanted: readonly number[],
  distance: StateKernels<StateKernel>['distance'],
): readonly number[] | undefined {
  const same = measured.find((sizes) => sizes.every((size, i) => size === wanted[i]));
  if (same !== undefined || distance === undefined) return same;
  const alike = measured.filter(([hiddenSize]) => hiddenSize === wanted[0]);
  const least = Math.min(...alike.map((sizes) => distance(sizes, wanted)));
  return alike.find((sizes) => distance(sizes, wanted) === least);
}

/** Columns of the sizes of kernels by a delta rule. */
export const DELTA_SIZES = ['d_model', 'num_k_heads', 'head_k_dim', 'num_v_heads', 'head_v_dim', 'd_conv'] as const;
const VALUE_HEADS = DELTA_SIZES.indexOf('num_v_heads');

/** How far sizes of such kernels are apart: by the heads of their values. */
export function headsApart(measured: readonly number[], wanted: readonly number[]): number {
  return Math.abs(measured[VALUE_HEADS]! - wanted[VALUE_HEADS]!);
}

/** Time in ms of moving bytes at the card's full bandwidth: what a kernel takes that was not measured. */
export function movingMs(system: SystemSpec, bytes: number): number {
  return (bytes / system.memBwBytesPerSec) * 1000;
}

/** Bytes of an element of what goes in and out of a kernel. */
const ELEMENT = 2;

/** Bytes of a convolution of some width over the last tokens of each channel, the window of older ones read along. */
export function convolutionBytes(tokens: number, channels: number, width: number): number {
  return tokens * channels * (width + 1) * ELEMENT + tokens * channels * ELEMENT;
}

/** Tokens of a chunk whose state is written and read again between the kernels of a scan. */
const CHUNK_TOKENS = 64;

/** Whole chunks of the sequences of a step. */
export function wholeChunks({ batch, sequenceLength }: StepPoint): number {
  return Math.floor(sequenceLength / CHUNK_TOKENS) * batch;
}
