import type { Operation } from '../operations/operations.ts';
import type { KvCacheQuant, QuantModes } from '../operations/quant-modes.ts';
import type { Backend, Role } from '../serving.ts';
import type { CommonFacts } from './common-facts.ts';
import type { FactReader } from './fact-reader.ts';
import type { PhasePlan, WorkerPlan } from './worker-plan.ts';

/** Which of a backend's activation sizes a family has. */
export type ActivationProfile = 'dense' | 'moe' | 'latentHybrid' | 'other';

/** What the modes of a worker depend on besides its checkpoint. */
export interface QuantScope {
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
  /** Elements a token of that workspace where the backend does not decide it. */
  readonly workspaceWidth?: (architecture: CommonFacts) => number;
  /** Whether its experts are modelled with exchanges of their own. */
  readonly hasExchanges: boolean;
  /** Whether ranks can share each sequence of a prompt; false where no backend is modelled so. */
  readonly splitsSequences: boolean;
  /** Whether workers are also tried as several pipeline stages. */
  readonly splitsStages?: true;
  /** What a worker runs in a phase, in the reference's order. */
  readonly operations: (plan: PhasePlan) => readonly Operation[];
  /** Bytes of KV cache of one sequence of `tokens` on one GPU. */
  readonly kvBytesPerSequence: (plan: WorkerPlan, tokens: number) => number;
  /** Modes of a layout whose experts have exchanges of their own, where they differ from those of the others. */
  readonly spreadModes?: (plan: WorkerPlan) => Partial<QuantModes>;
  /** Applied in this order, before the backend's own. */
  readonly quantRules: readonly QuantRule[];
  /** What must have been measured besides matrix products. */
  readonly measured: Readonly<Record<Backend, readonly ModeCheck[]>>;
  /** Why a layout cannot hold the model, or undefined. */
  readonly mismatch?: (plan: WorkerPlan) => string | undefined;
}

/**
 * A family: reads the facts that only its models have, and closes its answers over them. A new family is a new file
 * and a row of `FAMILIES`. Models whose configuration has nothing of what the family is about are not modelled. Throws what the
 * reader throws.
 */
export type FamilyDefinition = (read: FactReader, facts: CommonFacts) => FamilyModel | Unmodelled;

/** Known by name, but without a model. */
export type Unmodelled = 'unmodelled';
