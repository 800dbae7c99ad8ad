import { RenderError } from '../errors.ts';
import type { Architecture } from './architecture.ts';
import type { Family } from './families.ts';
import type { Layout } from './layout.ts';
import { llama } from './llama.ts';
import type { OperationLists } from './operations.ts';
import type { QuantModes } from './quant-modes.ts';

/** What a family file provides; a new family is a new file and a row of `FAMILIES`. */
export interface FamilyModel {
  readonly isMoe: boolean;
  /** Activation bytes of a token and attention element, by tp, before backend factors. Source: sdk/backends/. */
  readonly activationCoefficients: Readonly<Record<1 | 2 | 4 | 8, number>>;
  /** `mtpScale` multiplies every generation count. */
  readonly operations: (
    architecture: Architecture,
    layout: Layout,
    quant: QuantModes,
    mtpScale: number,
  ) => OperationLists;
  /** Bytes of KV cache of one sequence of `tokens` on one GPU. */
  readonly kvBytesPerSequence: (
    architecture: Architecture,
    layout: Layout,
    quant: QuantModes,
    tokens: number,
  ) => number;
}

const FAMILIES: Partial<Record<Family, FamilyModel>> = { LLAMA: llama };

/**
 * The model of an architecture's family.
 * @throws RenderError FAMILY_UNSUPPORTED naming the family.
 */
export function familyModel(architecture: Architecture): FamilyModel {
  const model = FAMILIES[architecture.family];
  if (model !== undefined) return model;
  throw new RenderError('FAMILY_UNSUPPORTED', {
    message: `model ${architecture.id} (${architecture.name}) belongs to the family ${architecture.family}, which is not modelled yet`,
    path: 'spec.model',
    hint: `modelled families: ${Object.keys(FAMILIES).join(', ')}`,
  });
}

/** Acceptance rate of each further token of multi-token prediction. Source: aiconfigurator 0.10.0, sdk/config.py. */
const NEXTN_ACCEPT_RATES = [0.85, 0.8, 0.6, 0, 0];

/** Factor on generation counts: fewer steps for the tokens accepted, one more layer for each token predicted. */
export function mtpScale({ nextn, layers }: Architecture): number {
  if (nextn === 0) return 1;
  let expected = 0;
  let probability = 1;
  for (let depth = 0; depth < nextn; depth += 1) {
    probability *= NEXTN_ACCEPT_RATES[depth] ?? 0;
    expected += probability;
  }
  return ((1 / (1 + expected)) * (nextn + layers)) / layers;
}
