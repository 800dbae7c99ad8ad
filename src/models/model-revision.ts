import type { ArchitectureName } from './architectures.ts';
import type { CommonFacts } from './common-facts.ts';

/** Families whose layers have routed experts. */
type RoutedFamily =
  | 'MOE'
  | 'DEEPSEEK'
  | 'KIMIK25'
  | 'KIMIK3'
  | 'DEEPSEEKV32'
  | 'DEEPSEEKV4'
  | 'NEMOTRONH'
  | 'HYBRIDMOE'
  | 'STEP3P7'
  | 'QWEN35'
  | 'QWEN3VL_MOE'
  | 'GEMMA4MIX'
  | 'MINIMAXM3';

/** What a revision of the engine fixes of how models run. */
export interface ModelRevision {
  /** Acceptance rate of each further token of multi-token prediction; 0 beyond the last. */
  readonly nextnAcceptRates: readonly number[];
  /** Skew of the load under which the experts of a family were measured (the exponent of a power law). */
  readonly expertSkew: Readonly<Record<RoutedFamily, number>>;
  /** Fewest experts whose router is timed, where window and full attention alternate. */
  readonly hybridRouterFrom: number;
  /** Whether what a checkpoint keeps unquantised is timed as that. */
  readonly readsUnquantised: boolean;
  /** Whether layers with a sliding window keep no more of a sequence than that. */
  readonly capsWindowedCache: boolean;
  readonly latent: LatentRules;
  readonly sparse: SparseRules;
  /** How hybrids with delta nets are listed: each kernel by its shard with all that runs beside it, or not. */
  readonly deltaNets: 'coarse' | 'close';
}

/** How latent attention is sized. */
interface LatentRules {
  /** Heads that its projections, and the block measured as one, are sized by; those of all ranks. */
  readonly heads: (model: Heads) => number;
  /** Input of the output projection in decode, in elements of all ranks. */
  readonly decodeOutput: (model: Heads) => number;
}

/** How blocks of sparse attention are sized. */
interface SparseRules {
  /** Classes whose block is bfloat16 where a checkpoint keeps any module of attention unquantised. */
  readonly keptWhole: readonly ArchitectureName[];
  /** Whether projections have modes of their own, and weights. */
  readonly seesProjections: boolean;
}

type Heads = Pick<CommonFacts, 'heads' | 'hiddenSize'>;

/** Width of a head's values in DeepSeek-V3, which the reference takes for every model. */
const VALUE_WIDTH = 128;

/** Source: aiconfigurator 0.10.0, sdk/config.py and sdk/models/. */
export const MODELS_0_10: ModelRevision = {
  nextnAcceptRates: [0.85, 0.8, 0.6, 0, 0],
  expertSkew: {
    MOE: 1.2,
    QWEN3VL_MOE: 1.2,
    DEEPSEEK: 1.01,
    KIMIK25: 1.01,
    DEEPSEEKV32: 1.01,
    DEEPSEEKV4: 1.01,
    HYBRIDMOE: 1.01,
    STEP3P7: 1.01,
    GEMMA4MIX: 1.01,
    MINIMAXM3: 1.01,
    NEMOTRONH: 1.01,
    QWEN35: 1.2,
    KIMIK3: 1.01,
  },
  hybridRouterFrom: 128,
  readsUnquantised: false,
  capsWindowedCache: false,
  // The heads of DeepSeek-V3, also for models with fewer.
  latent: { heads: () => 128, decodeOutput: ({ hiddenSize }) => hiddenSize },
  sparse: { keptWhole: ['GlmMoeDsaForCausalLM'], seesProjections: false },
  deltaNets: 'coarse',
};

/** Source: aiconfigurator 0.12.0, sdk/models/. */
export const MODELS_0_12: ModelRevision = {
  ...MODELS_0_10,
  hybridRouterFrom: 0,
  readsUnquantised: true,
  capsWindowedCache: true,
  latent: { heads: ({ heads }) => heads, decodeOutput: ({ heads }) => heads * VALUE_WIDTH },
  sparse: { keptWhole: [], seesProjections: true },
  deltaNets: 'close',
};
