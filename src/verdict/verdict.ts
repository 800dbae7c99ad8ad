import type { Profile } from '../profile/profile.ts';
import type { PickingMode, Request } from '../request/request.ts';
import { type Alternative, alternativesOf } from './alternatives.ts';
import type { Cost } from './cost.ts';
import { type Deployment, deploymentOf } from './deployment.ts';
import { type EngineStanding, engineStanding } from './engine-standing.ts';
import { type Limit, limitOf } from './limit.ts';
import { type LoadResult, loadResult } from './load.ts';
import { type Performance, performanceOf } from './performance.ts';
import { meetsAll, type TargetResult, targetResults } from './targets.ts';
import { type WishResult, wishResult } from './wishes.ts';

/** How a pick came about: ranked by measured data, sized from the memory of the card alone, or made by a cluster. */
type Basis = 'ranked' | 'sized' | 'pinned';

/**
 * What was picked for a request and why, in figures: plain data that every format, comparison and page shows. Figures have
 * at most three decimals, so that all of them show the same. Members that are undefined are not known, and never guessed.
 */
export interface Verdict {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly model: string;
  readonly gpuSku: string;
  /** The engine's name of the card and its nodes. */
  readonly system: string;
  /** Lengths in tokens. */
  readonly isl: number;
  readonly osl: number;
  readonly basis: Basis;
  readonly pickingMode: PickingMode;
  readonly engine: EngineStanding;
  readonly deployment: Deployment;
  /** Undefined where nothing was measured. */
  readonly performance: Performance | undefined;
  /** One or two: ttft and itl, or e2eLatency. */
  readonly targets: readonly TargetResult[];
  /** Undefined where no performance was estimated. */
  readonly meetsTargets: boolean | undefined;
  /** Only where the request asks for a load. */
  readonly load: LoadResult | undefined;
  /** Empty where nothing else was ranked, as in a lock. */
  readonly alternatives: readonly Alternative[];
  /** Undefined where it is not known, as in a lock and for a planner's pick. */
  readonly limit: Limit | undefined;
  /** Only where something was wished. */
  readonly wishes: WishResult | undefined;
  /** Only where there is a price for the card. */
  readonly cost?: Cost | undefined;
}

/** What a verdict is made from. */
export interface Judged {
  readonly request: Request;
  readonly profile: Profile;
  /** Memory of the card, `hardware.vramMb` considered; undefined where it is not known. */
  readonly cardGib: number | undefined;
}

/** The verdict on a request with its profile, also one from a lock. */
export function verdictOf({ request, profile, cardGib }: Judged): Verdict {
  const { name, namespace, model, hardware, workload, sla } = request;
  const [pick] = profile.picked;
  const performance = pick && performanceOf(pick);
  const targets = targetResults(sla, performance);
  const load = pick && loadResult(request, pick);
  return {
    name,
    namespace,
    model,
    gpuSku: hardware.gpuSku,
    system: profile.system,
    isl: workload.isl,
    osl: workload.osl,
    basis: basisOf(profile),
    pickingMode: profile.pickingMode,
    engine: engineStanding({ request, profile }),
    deployment: deploymentOf(profile, { totalGpus: hardware.totalGpus, cardGib }),
    performance,
    targets,
    meetsTargets: meetsAll(targets),
    load,
    alternatives: alternativesOf(profile, sla),
    limit: limitOf({ profile, sla, load }),
    wishes: wishResult(profile),
  };
}

function basisOf({ pinned, naive }: Profile): Basis {
  if (pinned !== undefined) return 'pinned';
  return naive === undefined ? 'ranked' : 'sized';
}
