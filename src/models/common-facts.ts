import type { ArchitectureName, Family } from './architectures.ts';
import type { InferredQuant } from './quantisation.ts';

/** Facts that models of all families have; sizes are elements, heads and layers are counts. */
export interface CommonFacts {
  readonly id: string;
  readonly name: ArchitectureName;
  readonly family: Family;
  readonly layers: number;
  readonly hiddenSize: number;
  readonly heads: number;
  /** 0 where the configuration has none. */
  readonly kvHeads: number;
  readonly headSize: number;
  readonly interSize: number;
  readonly vocabSize: number;
  readonly contextLength: number;
  readonly experts: number;
  readonly topk: number;
  readonly moeInterSize: number;
  readonly usesQkNorm: boolean;
  /** Sliding window of every second layer in tokens, 0 where all layers see everything. */
  readonly windowSize: number;
  /** Tokens predicted besides the next one in each decode step. */
  readonly nextn: number;
  readonly quant: InferredQuant;
  /** Rows of a block that shares one scale, for block-scaled weights. */
  readonly weightBlockSize: number;
}
