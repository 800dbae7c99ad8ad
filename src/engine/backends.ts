import type { Architecture } from '../models/architecture.ts';
import type { QuantModes } from '../models/quant-modes.ts';
import { withFallbacks } from '../models/quantisation.ts';

/** One aggregated operating point: `batch` sequences in flight, prefill in chunks of `contextTokens`. */
export interface AggPoint {
  readonly isl: number;
  readonly osl: number;
  readonly batch: number;
  readonly contextTokens: number;
  /** Mixed steps until every sequence of the batch is prefilled. */
  readonly steps: number;
}

/** What differs by backend in the engine; a new backend is a new row. Source: aiconfigurator 0.10.0, sdk/backends/. */
export interface BackendModel {
  readonly quantModes: (architecture: Architecture) => QuantModes;
  /** Smallest activation memory in bytes. */
  readonly minActivationBytes: number;
  /** Factors on activation and on the engine's other memory. */
  readonly activationFactor: number;
  readonly otherMemoryFactor: number;
  /** Sequences that decode inside a mixed step of a batch above one. */
  readonly mixedDecodeBatch: (point: AggPoint) => number;
  /** Mixed steps that count for the time per output token. */
  readonly mixedStepsForTpot: (mixedSteps: number) => number;
  /** How much longer the first token takes because requests queue behind one another. */
  readonly queueFactor: (point: AggPoint) => number;
  /** Host-side cost of a prefill in ms. */
  readonly dispatchOverheadMs: (layers: number) => number;
  /** Largest output rate in tokens/s that `latencyMs` a request and `batch` requests in flight allow. */
  readonly throughputCap: (point: AggPoint, latencyMs: number) => number;
}

const vllm: BackendModel = {
  // The prefill kernel of vLLM is not measured in fp8.
  quantModes: (architecture) => {
    const modes = withFallbacks(architecture.quant);
    return modes.fmha === 'fp8' ? { ...modes, fmha: 'bfloat16' } : modes;
  },
  minActivationBytes: 70 * 1024 * 1024,
  activationFactor: 1,
  otherMemoryFactor: 1,
  // One request prefills at a time, the others decode.
  mixedDecodeBatch: ({ batch, contextTokens, isl }) => Math.max(1, batch - Math.ceil(contextTokens / isl)),
  mixedStepsForTpot: (mixedSteps) => mixedSteps,
  queueFactor: ({ batch }) => (batch <= 1 ? 1 : Math.min(1 + Math.log2(batch) / 8, 2)),
  dispatchOverheadMs: (layers) => layers * 0.8,
  // Little's law.
  throughputCap: ({ batch, osl }, latencyMs) =>
    latencyMs <= 0 ? Number.POSITIVE_INFINITY : (batch * Math.max(osl - 1, 0) * 1000) / latencyMs,
};

/** The backends that are modelled. */
export const BACKEND_MODELS: Readonly<Record<string, BackendModel>> = { vllm };
