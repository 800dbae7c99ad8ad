import type { Profile, Row } from '../profile/profile.ts';
import type { LockEntry, LockedProfile } from './lock-entry.ts';

/** Column with the source of every operation's time, which is not worth its size in a lock. */
const SOURCES_COLUMN = '_per_ops_source';

/** What a lock keeps of a profile: the pick, what came next, and the facts that a graph needs. */
export function toLockedProfile(profile: Profile): LockedProfile {
  const { system, backend, backendVersion, pickingMode, chosen, latencies, model, naive } = profile;
  const { contextLength, ...facts } = model;
  const [picked] = profile.picked;
  const next = runnerUp(profile);
  return {
    ...{ system, backend, backendVersion, pickingMode, chosen, latencies: { ...latencies } },
    model: { ...facts, ...(contextLength !== undefined && { contextLength }) },
    ...(picked && { picked: withoutSources(picked) }),
    ...(next && { runnerUp: withoutSources(next) }),
    ...(naive && { naive: { ...naive } }),
  };
}

/** The second row of the ranking; where there is none, the best one of the mode that was not chosen. */
function runnerUp({ picked, experiments, chosen }: Profile): Row | undefined {
  const others = Object.entries(experiments).filter(([name]) => !name.startsWith(chosen));
  return picked[1] ?? others.map(([, { top }]) => top[0]).find((row) => row !== undefined);
}

function withoutSources(row: Row): Record<string, string | number> {
  const { [SOURCES_COLUMN]: _, ...columns } = row;
  return columns;
}

/** The profile of an entry, without the tables and reasons that only `profile` shows. */
export function fromLocked({ data, profile, cluster }: LockEntry): Profile {
  const { picked, naive, model, ...rest } = profile;
  return {
    ...rest,
    dataRelease: data,
    experiments: {},
    picked: picked === undefined ? [] : [picked],
    naive,
    pinned: cluster && { graph: cluster.graph, resources: cluster.resources ?? [] },
    explanation: { support: [], attempts: [] },
    model: { ...model, contextLength: model.contextLength },
  };
}
