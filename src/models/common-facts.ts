import type { ArchitectureName, Family } from './architectures.ts';
import type { InferredQuant } from './quantisation.ts';

/** Facts that models of all families have; sizes are elements, heads and layers are counts. */
export interface CommonFacts {
  readonly id: string;
  /** The bundled model that it is another name or checkpoint of, as which the support matrix knows it. */
  readonly like?: string;
  /** The class as the configuration names it. */
  readonly name: string;
  /** The class whose layers it has for the engine: its own, what stands in for it, or none. */
  readonly standsFor: ArchitectureName | undefined;
  readonly family: Family | undefined;
  readonly layers: number;
  readonly hiddenSize: number;
  readonly heads: number;
  /** 0 where the configuration has none. */
  readonly kvHeads: number;
  readonly headSize: number;
  readonly interSize: number;
  readonly vocabSize: number;
  /** In tokens; undefined where the configuration of a class that is not modelled does not say it. */
  readonly contextLength: number | undefined;
  readonly experts: number;
  readonly topk: number;
  readonly moeInterSize: number;
  readonly usesQkNorm: boolean;
  /** Sliding window of every second layer in tokens, 0 where all layers see everything. */
  readonly windowSize: number;
  /** Tokens predicted besides the next one in each decode step. */
  readonly nextn: number;
  /** Its repository brings code of its own, which runtimes run only where they are told to trust it. */
  readonly hasCustomCode: boolean;
  readonly quant: InferredQuant;
  /** Patterns of modules that a quantised checkpoint keeps as they were. */
  readonly unquantised: readonly string[];
  /** Rows of a block that shares one scale, for block-scaled weights. */
  readonly weightBlockSize: number;
}
