import type { ReleaseFacts } from '../releases.ts';
import type { Mends } from '../request/mends.ts';
import type { Role } from '../serving.ts';
import type { FlagRow, OptionalFlag } from './args.ts';
import type { HardwareFacts } from './facts.ts';
import type { PickedWorker } from './plan.ts';

/** A worker with everything that the flags of its engine depend on. Lengths are in tokens. */
export interface EngineWorker extends PickedWorker {
  readonly model: string;
  /** Version of the measured engine; null without measurements. */
  readonly engineVersion: string | null;
  readonly isMoe: boolean;
  /** Multi-token prediction depth; 0 without measurements. */
  readonly nextn: number;
  readonly isl: number;
  readonly osl: number;
  /** Input, output and 1500 tokens of slack, not above the model's context. */
  readonly maxModelLen: number;
  /** Whether a flag limits the context to that, where the backend has one. */
  readonly writesContextLength: boolean;
  readonly facts: HardwareFacts | undefined;
  /** What the target's runtime knows. */
  readonly release: ReleaseFacts;
}

/** Fixed parts of a service, from the reference's base graphs. */
interface ServiceShape {
  readonly subComponentType?: 'prefill' | 'decode';
  /** Quantity of disk the base graph requests; without it the graph has no requests at all. */
  readonly ephemeralStorage?: string;
}

/** Flags by which an engine is told its parallel sizes, each with all its spellings. */
export interface SizeFlags {
  readonly tensor: readonly string[];
  readonly pipeline: readonly string[];
  /** Replicas of an engine inside a worker; none where the engine has no such flag. */
  readonly data: readonly string[];
  /** Those of them on one node. */
  readonly localData: readonly string[];
  /** A switch with which the data parallel ranks share the GPUs of the tensor parallel ones. */
  readonly sharesRanks: string | undefined;
  /** Flags whose file or text may say sizes too. */
  readonly opaque: readonly string[];
}

/** Everything in which one backend's graph differs from another's. */
export interface GraphBackend {
  readonly module: string;
  readonly workingDir: string;
  readonly modelFlag: '--model' | '--model-path';
  readonly services: Readonly<Record<Role, ServiceShape>>;
  readonly sizeFlags: SizeFlags;
  /** Tensor parallel size that is written. */
  readonly tensorParallel: (worker: EngineWorker) => number;
  /** GPUs of one worker with the written tensor parallel size. */
  readonly gpusPerWorker: (worker: EngineWorker, mends: Mends) => number;
  /** Engine flags in order; the choice of rows may depend on the engine's version. */
  readonly flags: (worker: EngineWorker) => readonly FlagRow<EngineWorker>[];
  /** Flag that limits the context, where the backend writes one. */
  readonly contextFlag?: string;
  /** Flags that tell a worker its role; the reference loses them. */
  readonly roleFlags: Readonly<Record<Role, (facts: ReleaseFacts) => readonly OptionalFlag[]>>;
  readonly trustRemoteCode: OptionalFlag;
  /** Whether profilers from 1.4 on refuse a model with code of its own that nobody trusted. */
  readonly needsTrust: boolean;
  /** Has a worker compute in float16, whatever the checkpoint is in. */
  readonly halfPrecision: Required<Pick<OptionalFlag, 'flag' | 'value'>>;
  /** Flag that takes engine settings as JSON, and the prefix of single ones; the runtime refuses both together. */
  readonly engineSettings?: { readonly jsonFlag: string; readonly prefix: string };
  /** Values that are written as the reference writes them, though no known engine takes them. */
  readonly refused: readonly { readonly flag: string; readonly value: string }[];
  /** Arguments that the reference adds after everything else. */
  readonly closingArgs: readonly string[];
  /** Whether the operator spreads the data-parallel ranks of one worker over nodes. */
  readonly spreadsRanks: boolean;
}
