import { type EngineName, type RecordedProfiler, type Release, v1 } from '../releases.ts';

/** Whose rendering is wanted: ours, with every mend, or that of the reference, for conformance runs. */
export const COMPATS = ['ours', 'reference'] as const;
export type Compat = (typeof COMPATS)[number];

/**
 * What is done otherwise than by the reference, one switch a row of docs/deviations.md that has one; false means that the
 * reference's way is kept. Only conformance runs turn any of them off.
 */
export interface Mends {
  /** The flags that tell disaggregated workers their role are written, and `trustRemoteCode` with them. */
  readonly writesRoleFlags: boolean;
  /** `overrides.dgd` is merged once; the reference does it twice and takes arguments apart in between. */
  readonly mergesOverrideOnce: boolean;
  /** Generated entries of lists survive an override that does not name them. */
  readonly keepsGeneratedEntries: boolean;
  /** Single engine settings move into the JSON of `--override-engine-args`. */
  readonly foldsEngineSettings: boolean;
  /** Generated requests of GPUs follow a limit that an override alone sets. */
  readonly requestsLimitedGpus: boolean;
  /** Numbers and truths of an override become text where the schema wants text. */
  readonly coercesOverrides: boolean;
  /** Members of an override that no graph takes are left out. */
  readonly dropsStrayMembers: boolean;
  /** Overrides that cannot be merged, or would break the graph, are refused. */
  readonly refusesBrokenOverrides: boolean;
  /** Graphs are checked as the API server and the webhook would. */
  readonly checksAdmission: boolean;
  /** Engine flags that no known engine takes are warned about. */
  readonly warnsAboutRefusedFlags: boolean;
  /** Overrides that take role flags away are warned about. */
  readonly warnsAboutLostRoles: boolean;
  /** Router settings that the target does not know are warned about. */
  readonly warnsAboutRouterSettings: boolean;
  /** Text that Flux would change is warned about. */
  readonly warnsAboutVariables: boolean;
  /** A graph is written for the release that will run it, not for 1.3 whatever runs. */
  readonly writesForTarget: boolean;
  /** A SKU is translated to the system that was measured under another name. */
  readonly translatesSkus: boolean;
  /** Nodes have the GPUs that the request says, and workers that do not fit them are refused. */
  readonly usesNodeSize: boolean;
  /** A claim's mount is not doubled, and a cache in it is used as one. */
  readonly stripsModelMount: boolean;
  /** `--max-model-len` stays within the model's context. */
  readonly clampsContext: boolean;
  /** A planner is told the backend that was picked. */
  readonly namesPickedBackend: boolean;
  /** A planner's model of engines names the release of their data, without which it cannot be built. */
  readonly namesDataVersion: boolean;
  /** A planner on a graph sized from memory is told the GPUs of its workers, and no model of engines. */
  readonly plansFromSizing: boolean;
  /** Aggregated workers benchmark themselves as such. */
  readonly benchmarksByRole: boolean;
  /** GPU limits follow from the written flags where experts stand with attention data parallelism. */
  readonly countsExpertGpus: boolean;
  /** The digest of a request's image is not carried over to images of other names. */
  readonly dropsImageDigests: boolean;
  /** Layouts that no flag expresses are left out before the sweep. */
  readonly leavesOutContextParallel: boolean;
  /** What meets the latency targets is picked before what does not, however much that serves. */
  readonly meetsTargetsFirst: boolean;
  /** A load match is decided by the load that is served, then by GPUs. */
  readonly choosesByServedLoad: boolean;
  /** Rows over their latency limit are capped to the budget too. */
  readonly capsEveryRow: boolean;
  /** The best latencies after `auto` are those of the picked row. */
  readonly reportsMergedLatencies: boolean;
  /** A planner's pairs stay within the GPUs of the request, and `auto` tries every backend for them. */
  readonly boundsPlannerPairs: boolean;
  /** Models that no data describes are known by their published facts, and by other names of theirs. */
  readonly knowsCatalogue: boolean;
  /** A sizing from memory goes by the cards of the request, and by what an engine can load of the checkpoint. */
  readonly sizesForRequest: boolean;
  /** Workers that were sized from memory are told the lengths of the request. */
  readonly forwardsLengths: boolean;
  /** The Frontend's command is left to the operator, except where it has to be told a path. */
  readonly leavesFrontendCommand: boolean;
  /** `--max-model-len` is written for releases too whose own profilers leave it out. */
  readonly keepsContextLength: boolean;
  /** Memory of a card that the request says to be smaller than the measured one bounds what is picked. */
  readonly limitsToVram: boolean;
  /** Labels and annotations of the request reach its graph. */
  readonly carriesMetadata: boolean;
}

/** Every mend, as graphs are rendered. */
export const OURS: Mends = everyMend(true);
/** None of them: what the reference up to 1.3 does, faults included. */
export const REFERENCE: Mends = everyMend(false);

/** A profiler whose answers are recorded, as `compat: reference` goes by it. */
interface RecordedReference {
  /** Its release, which graphs are written for. */
  readonly release: Release;
  /** The engine that it was recorded over. */
  readonly engine: EngineName;
  /** The mends that it has itself. */
  readonly mends: Mends;
}

/**
 * What the profilers of 1.5 and 1.6 do as we do. Overrides are merged by our rules in either mode, since a program of the
 * operator does it from 1.4 on, which no recording has. Source: ai-dynamo 1.5.1 and 1.6.1, profiler/utils.
 */
const MENDED_SINCE_1_5: Mends = {
  ...REFERENCE,
  mergesOverrideOnce: true,
  keepsGeneratedEntries: true,
  foldsEngineSettings: true,
  coercesOverrides: true,
  dropsStrayMembers: true,
  refusesBrokenOverrides: true,
  stripsModelMount: true,
  benchmarksByRole: true,
  forwardsLengths: true,
};

/** Every recorded profiler. */
export const RECORDED_REFERENCES: Readonly<Record<RecordedProfiler, RecordedReference>> = {
  '1.3': { release: v1(3), engine: '0.10', mends: REFERENCE },
  '1.5': { release: v1(5), engine: '0.12', mends: MENDED_SINCE_1_5 },
  '1.6': { release: v1(6), engine: '0.12', mends: MENDED_SINCE_1_5 },
};

/** The mends of a run; all of them unless it asks for the reference, by default the one up to 1.3. */
export function mendsOf(compat: Compat = 'ours', profiler: RecordedProfiler = '1.3'): Mends {
  return compat === 'ours' ? OURS : RECORDED_REFERENCES[profiler].mends;
}

/** Mends as an input of a profile: nothing where all are on, `reference` where none is, else the names of those that are. */
export function mendsInput(mends: Mends): Compat | readonly string[] | undefined {
  const names = Object.entries(mends).flatMap(([name, isOn]) => (isOn ? [name] : []));
  if (names.length === Object.keys(OURS).length) return undefined;
  return names.length === 0 ? 'reference' : names;
}

function everyMend(isOn: boolean): Mends {
  return {
    writesRoleFlags: isOn,
    mergesOverrideOnce: isOn,
    keepsGeneratedEntries: isOn,
    foldsEngineSettings: isOn,
    requestsLimitedGpus: isOn,
    coercesOverrides: isOn,
    dropsStrayMembers: isOn,
    refusesBrokenOverrides: isOn,
    checksAdmission: isOn,
    warnsAboutRefusedFlags: isOn,
    warnsAboutLostRoles: isOn,
    warnsAboutRouterSettings: isOn,
    warnsAboutVariables: isOn,
    writesForTarget: isOn,
    translatesSkus: isOn,
    usesNodeSize: isOn,
    stripsModelMount: isOn,
    clampsContext: isOn,
    namesPickedBackend: isOn,
    namesDataVersion: isOn,
    plansFromSizing: isOn,
    benchmarksByRole: isOn,
    countsExpertGpus: isOn,
    dropsImageDigests: isOn,
    leavesOutContextParallel: isOn,
    meetsTargetsFirst: isOn,
    choosesByServedLoad: isOn,
    capsEveryRow: isOn,
    reportsMergedLatencies: isOn,
    boundsPlannerPairs: isOn,
    knowsCatalogue: isOn,
    sizesForRequest: isOn,
    forwardsLengths: isOn,
    leavesFrontendCommand: isOn,
    keepsContextLength: isOn,
    limitsToVram: isOn,
    carriesMetadata: isOn,
  };
}
