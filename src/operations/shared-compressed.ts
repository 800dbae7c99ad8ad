import type { CollectiveTime } from './collective.ts';
import { COMPRESSIONS, type ContextCompressed } from './compressed-block.ts';
import type { StepPoint } from './kind.ts';

/** What a block of compressed attention takes in prefill, by its parts. Its functions throw DataMissing. */
export interface CompressedParts {
  /** The whole block in ms for sequences of a length that nothing is cached of. */
  readonly alone: (batch: number, length: number) => number;
  /** How much longer than for sequences of its own share a rank chooses compressed tokens of whole ones, in ms. */
  readonly choosing: (batch: number, length: number, share: number) => number;
  readonly gather: CollectiveTime;
}

/**
 * Time in ms of the busiest of the ranks that share each sequence: the block over its own share, the choice among all
 * compressed tokens, and what the ranks gather of each other.
 * Source: aiconfigurator 0.10.0 and 0.12.0, sdk/operations/dsv4.py.
 */
export function onBusiestRank(
  op: ContextCompressed,
  { batch, sequenceLength }: StepPoint,
  { alone, choosing, gather }: CompressedParts,
): number {
  if (op.cp === 1) return alone(batch, sequenceLength);
  const share = Math.max(1, Math.ceil(sequenceLength / op.cp));
  const own = alone(batch, share);
  const chosen = op.compression === 'csa' ? own + choosing(batch, sequenceLength, share) : own;
  return gathered(op, sequenceLength).reduce(
    (sum, elements) => sum + gather('all_gather', batch * elements, op.cp),
    chosen,
  );
}

/** Elements of a sequence that ranks gather: keys of the indexer or what is in the window, then what is compressed. */
function gathered({ compression, sizes }: ContextCompressed, length: number): readonly number[] {
  const { headSize, indexSize, windowSize } = sizes;
  const first = compression === 'csa' ? length * indexSize : Math.min(length, windowSize) * headSize;
  return [first, Math.floor(length / COMPRESSIONS[compression].ratio) * headSize];
}
