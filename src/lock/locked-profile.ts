import { FIRST_ENGINE } from '../profile/engine-words.ts';
import type { Profile } from '../profile/profile.ts';
import { fromRow } from '../profile/rows/from-row.ts';
import { fromLatencyColumns, toLatencyColumns } from '../profile/rows/row.ts';
import { toRow } from '../profile/rows/to-row.ts';
import { wishesIn } from '../request/wishes.ts';
import { OTHER_MODE } from '../serving.ts';
import type { LockEntry, LockedProfile } from './lock-entry.ts';

/** What a lock keeps of a profile: the pick, what came next, and the facts that a graph needs. */
export function toLockedProfile(profile: Profile): LockedProfile {
  const { engine, system, backend, backendVersion, pickingMode, chosen, latencies, model, naive } = profile;
  const { contextLength, hasCustomCode, ...facts } = model;
  const [picked] = profile.picked;
  const next = runnerUp(profile);
  return {
    ...(engine !== FIRST_ENGINE && { engine }),
    ...{ system, backend, backendVersion, pickingMode, chosen, latencies: { ...toLatencyColumns(latencies) } },
    model: { ...facts, ...(contextLength !== undefined && { contextLength }), ...(hasCustomCode && { hasCustomCode }) },
    ...(picked && { picked: { ...toRow(picked) } }),
    ...(next && { runnerUp: { ...toRow(next) } }),
    ...(naive && { naive: { ...naive } }),
  };
}

/** The second of the ranking; where there is none, the best one of the mode that was not chosen. */
function runnerUp({ picked, experiments, chosen }: Profile): Profile['picked'][number] | undefined {
  return picked[1] ?? experiments[OTHER_MODE[chosen]]?.top[0];
}

/** The profile of an entry for a request with so many GPUs, without the tables and reasons that only `profile` shows. */
export function fromLocked({ data, inputs, profile, cluster }: LockEntry, totalGpus: number): Profile {
  const { engine = FIRST_ENGINE, ...rest } = profile;
  const { system, backend, backendVersion, pickingMode, chosen, latencies, model, picked, naive } = rest;
  return {
    ...{ system, backend, backendVersion, pickingMode, chosen, latencies: fromLatencyColumns(latencies) },
    engine,
    dataRelease: data,
    experiments: {},
    picked: picked === undefined ? [] : [fromRow(picked, { pickingMode, totalGpus })],
    naive,
    // A cluster knows of none.
    wishes: cluster === undefined ? wishesIn(inputs) : {},
    pinned: cluster && { graph: cluster.graph, resources: cluster.resources ?? [] },
    explanation: { support: [], attempts: [] },
    model: { ...model, contextLength: model.contextLength },
  };
}
