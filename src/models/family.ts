import type { Operation } from '../operations/operations.ts';
import type { KvCacheQuant, QuantModes } from '../operations/quant-modes.ts';
import type { Backend, Role } from '../serving.ts';
import type { CommonFacts } from './common-facts.ts';
import type { FactReader } from './fact-reader.ts';
import type { PhasePlan, WorkerPlan } from './worker-plan.ts';

/** Which of a backend's activation sizes a family has. */
export type ActivationProfile = 'dense' | 'moe';

/** What the modes of a worker depend on besides its checkpoint. */
interface QuantScope {
  readonly architecture: CommonFacts;
  readonly backend: Backend;
  readonly role: Role;
  /** Compute capability of the GPU as major * 10 + minor. */
  readonly smVersion: number;
  /** Modes of prefill attention that were measured beside a KV cache; empty where none was. */
  readonly prefillModes: (kvCache: KvCacheQuant) => ReadonlySet<unknown>;
}

/** A correction to what a checkpoint asks for. */
export interface QuantRule {
  readonly applies: (scope: QuantScope, modes: QuantModes) => boolean;
  readonly change: Partial<QuantModes>;
}

/** Tables of which at least one must hold the mode of a role; `column` is where their slices name it. */
export interface ModeCheck {
  readonly what: 'moe' | 'fmha' | 'kvCache';
  readonly roles: readonly Role[];
  readonly tables: readonly { readonly table: string; readonly column: string }[];
}

/** What the engine asks of a family, over one model's facts. */
export interface FamilyModel {
  readonly isMoe: boolean;
  readonly activationProfile: ActivationProfile;
  /** Whether dispatch to experts needs a workspace besides the activations. */
  readonly hasDispatchWorkspace: boolean;
  /** Whether its experts are modelled with exchanges of their own. */
  readonly hasExchanges: boolean;
  /** What a worker runs in a phase, in the reference's order. */
  readonly operations: (plan: PhasePlan) => readonly Operation[];
  /** Bytes of KV cache of one sequence of `tokens` on one GPU. */
  readonly kvBytesPerSequence: (plan: WorkerPlan, tokens: number) => number;
  /** Applied in this order, before the backend's own. */
  readonly quantRules: readonly QuantRule[];
  /** What must have been measured besides matrix products, where the backend is modelled for the family at all. */
  readonly measured: Readonly<Record<Backend, readonly ModeCheck[] | Unmodelled>>;
  /** Why a layout cannot hold the model, or undefined. */
  readonly mismatch?: (plan: WorkerPlan) => string | undefined;
}

/**
 * A family: reads the facts that only its models have, and closes its answers over them. A new family is a new file
 * and a row of `FAMILIES`. Throws what the reader throws.
 */
export type FamilyDefinition = (read: FactReader) => FamilyModel;

/** Known by name, but without a model. */
export type Unmodelled = 'unmodelled';
