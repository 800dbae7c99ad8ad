import type { Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Architecture } from '../models/architecture.ts';
import { familyModel, isModelled } from '../models/model.ts';
import type { PickedCandidate } from '../pick/ranking.ts';
import type { PickingMode, ProfileRequest, Wishes } from '../request/request.ts';
import type { Backend, Mode } from '../serving.ts';
import { compareExperiments } from './compare.ts';
import type { Engine } from './engines.ts';
import type { Explanation } from './explanation.ts';
import { measuredBackends } from './measured.ts';
import { findArchitecture } from './models.ts';
import { sizeFromMemory, warnAboutSizing } from './naive.ts';
import type { Latencies, PickOutcome, Unwished } from './pick-outcome.ts';
import { pickForPlanner } from './planner.ts';
import { askSupport, type SupportAnswer, warnAboutSupport } from './support-gate.ts';
import { isSizedUnassumed, isSizedUnpriced } from './unpriced.ts';
import { warnAboutLoad, warnAboutSla } from './warnings.ts';
import { isNotMeasured, sayWhere, whereMeasured } from './where-measured.ts';
import { whySized } from './why-sized.ts';
import { pickWished, requireSizeable, warnAboutWishes } from './wishes.ts';
import type { NaiveSizing } from './worker-sizing.ts';

/** What was considered, what was picked and why, with the model facts that a graph needs. */
export interface Profile {
  readonly system: string;
  /** GPUs of one node of the system as the engine knows it; undefined for a system without figures. */
  readonly nodeGpus?: number | undefined;
  /** The resolved backend, also when the request said `auto`. */
  readonly backend: Backend;
  /** Version of the measured data; null where nothing was measured. */
  readonly backendVersion: string | null;
  /** The generation of the engine that answered, such as `0.12`. */
  readonly engine: string;
  /** Release that the measured data came from, such as `aiconfigurator 0.10.0`. */
  readonly dataRelease: string;
  readonly pickingMode: PickingMode;
  readonly chosen: Mode;
  /** Latencies of the first pick in ms; zero where nothing was measured. */
  readonly latencies: Latencies;
  /** Ranked tables by mode; empty for a planner and for a sizing from memory. */
  readonly experiments: PickOutcome['experiments'];
  /** Ranked picks; the first one is rendered. Empty for a sizing from memory. */
  readonly picked: readonly PickedCandidate[];
  /** The workers to render where nothing was measured, instead of a pick. */
  readonly naive: NaiveSizing | undefined;
  /** What would be picked if nothing were wished; absent where that is the pick, and of a lock. */
  readonly unwished?: Unwished | undefined;
  /** What was wished of the pick. */
  readonly wishes: Wishes;
  /** What a cluster made of the request, instead of a pick. */
  readonly pinned?: PinnedGraph | undefined;
  readonly explanation: Explanation;
  readonly model: {
    readonly isMoe: boolean;
    /** Multi-token prediction depth. */
    readonly nextn: number;
    /** `max_position_embeddings` in tokens. */
    readonly contextLength: number | undefined;
    /** Only where its repository brings code of its own. */
    readonly hasCustomCode?: true | undefined;
  };
}

/** A finished graph, overrides merged, with what has to be applied before it. */
interface PinnedGraph {
  readonly graph: JsonObject;
  readonly resources: readonly JsonObject[];
}

/**
 * Runs the rapid profiler for one request: by measured data where the support matrix accepts some backend, else sized
 * from memory.
 * @throws RenderError MODEL_UNKNOWN, MODEL_INVALID, FAMILY_UNSUPPORTED, HARDWARE_MISSING, NOT_MEASURED
 * or NO_FEASIBLE_CONFIG
 */
export function profileRequest(request: ProfileRequest, engine: Engine, warn: Warn): Profile {
  const { data } = engine;
  const { sizesForRequest } = request.mends;
  const architecture = findArchitecture(request, engine, warn);
  const system = data.systems[request.hardware.system];
  const support = askSupport(request, architecture, data);
  const isRanked = support.some((answer) => answer.isSupported) && (isModelled(architecture) || !sizesForRequest);
  const size = (): Picked => {
    requireSizeable(request);
    return sizeFromMemory(request, architecture, system);
  };
  const picked = isRanked ? measure(request, { architecture, support, engine, size }) : size();
  warnAbout(request, picked, { architecture, support, engine, warn });
  const { attempts, passedOver, rivals, ...outcome } = picked.outcome;
  return {
    ...outcome,
    system: request.hardware.system,
    nodeGpus: system?.numGpusPerNode,
    engine: engine.revision.name,
    dataRelease: data.release,
    pickingMode: request.pickingMode,
    wishes: request.wishes,
    naive: picked.naive,
    explanation: { support, attempts, passedOver, rivals },
    model: {
      isMoe: picked.naive ? architecture.experts > 1 : familyModel(architecture).isMoe,
      nextn: architecture.nextn,
      contextLength: architecture.contextLength,
      ...(architecture.hasCustomCode && { hasCustomCode: true }),
    },
  };
}

interface Picked {
  readonly outcome: PickOutcome;
  readonly naive: NaiveSizing | undefined;
}

const PICKERS = {
  default: compareExperiments,
  load_match: compareExperiments,
  autoscale: pickForPlanner,
} as const satisfies Record<PickingMode, unknown>;

/** What a request is ranked with, and how it is sized where that cannot be. */
interface Measuring {
  readonly architecture: Architecture;
  readonly support: readonly SupportAnswer[];
  readonly engine: Engine;
  readonly size: () => Picked;
}

function measure(request: ProfileRequest, { architecture, support, engine, size }: Measuring): Picked {
  try {
    const backends = measuredBackends(request, engine);
    const pick = (asked: ProfileRequest): PickOutcome =>
      PICKERS[request.pickingMode](asked, { architecture, backends });
    return { outcome: pickWished(request, pick), naive: undefined };
  } catch (error) {
    if (!isNotMeasured(error)) throw error;
    const where = whereMeasured(request, architecture, engine);
    if (isSizedUnpriced(request, { architecture, support, where })) return size();
    const isSized = isSizedUnassumed(request, { architecture, support, where });
    throw sayWhere(error, request, { ...where, isSizedUnassumed: isSized });
  }
}

/** What warnings about a pick go by. */
interface Judgement {
  readonly architecture: Architecture;
  readonly support: readonly SupportAnswer[];
  readonly engine: Engine;
  readonly warn: Warn;
}

function warnAbout(request: ProfileRequest, { outcome, naive }: Picked, judgement: Judgement): void {
  const { architecture, support, engine, warn } = judgement;
  if (naive !== undefined) {
    warnAboutSizing(request, naive, whySized(request, { architecture, support, engine }), warn);
    return;
  }
  const answer = support.find(({ backend }) => backend === outcome.backend);
  warnAboutSupport(request, { answer, architecture }, warn);
  warnAboutSla(request, outcome, { revision: engine.revision, warn });
  warnAboutLoad(request, outcome.picked[0]!, warn);
  warnAboutWishes(request, outcome, warn);
}
