/** What a revision of the engine fixes of how models run. */
export interface ModelRevision {
  /** Acceptance rate of each further token of multi-token prediction; 0 beyond the last. */
  readonly nextnAcceptRates: readonly number[];
  /** Skew of the load under which the experts of a family were measured (the exponent of a power law). */
  readonly expertSkew: Readonly<Record<'MOE' | 'DEEPSEEK' | 'KIMIK25', number>>;
  /** Whether layers with a sliding window keep no more of a sequence than that. */
  readonly capsWindowedCache: boolean;
}

/** Source: aiconfigurator 0.10.0, sdk/config.py and sdk/models/. */
export const MODELS_0_10: ModelRevision = {
  nextnAcceptRates: [0.85, 0.8, 0.6, 0, 0],
  expertSkew: { MOE: 1.2, DEEPSEEK: 1.01, KIMIK25: 1.01 },
  capsWindowedCache: false,
};

/** Source: aiconfigurator 0.12.0, sdk/models/. */
export const MODELS_0_12: ModelRevision = { ...MODELS_0_10, capsWindowedCache: true };
