import { outlineOf } from '../dgd/topology.ts';
import type { JsonObject } from '../json.ts';
import type { Resource } from '../krm/resource.ts';
import type { LockEntry } from '../lock/lock-entry.ts';
import type { Lock } from '../lock/lock-file.ts';
import { toLockedProfile } from '../lock/locked-profile.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileWarning } from '../profile/remember.ts';
import { releaseFacts } from '../releases.ts';
import { digestOf } from '../request/inputs.ts';
import type { Request } from '../request/request.ts';
import { VERSION } from '../version.ts';
import { type Change, objectChanges } from './compare/changes.ts';
import { profileLine } from './compare/provenance.ts';
import type { RecordedRequest } from './recorded-request.ts';

/** Columns of the picked row whose numbers people compare; the role's own ones carry `(p)` and `(d)`. */
const SHOWN_COLUMNS =
  /^(tokens\/s\/gpu|tokens\/s\/user|ttft|tpot|request_latency|concurrency|num_total_gpus|total_gpus_needed|(\([pd]\))?(parallel|workers|bs|memory))$/;

/** The entry of a rendered request: the one that it was rendered from, brought up to date, or a new one. */
export function toEntry(graph: JsonObject, { request, inputs, recorded, locked }: RecordedRequest): LockEntry {
  const { name, namespace } = request;
  const identity = { name, ...(namespace !== undefined && { namespace }) };
  const summary = profileLine(graph);
  if (locked !== undefined) return { ...locked.entry, ...identity, summary, graph: outlineOf(graph) };
  const warnings = recorded.warnings.map(withoutBlanks);
  return {
    ...identity,
    summary,
    engine: `dgdr-render ${VERSION}`,
    data: recorded.profile.dataRelease,
    digest: digestOf(inputs.profile),
    inputs: inputs.profile,
    graph: outlineOf(graph),
    profile: toLockedProfile(asWritten(recorded.profile, request)),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** A profile without the fact that no graph of the target asks for, so that locks of older targets stay as they were. */
function asWritten(profile: Profile, { target }: Request): Profile {
  if (releaseFacts(target).refusesCustomCode) return profile;
  const { hasCustomCode: _, ...model } = profile.model;
  return { ...profile, model };
}

function withoutBlanks({ code, message, path, hint }: ProfileWarning): NonNullable<LockEntry['warnings']>[number] {
  return { code, message, ...(path !== undefined && { path }), ...(hint !== undefined && { hint }) };
}

/** The graphs that the entries of a lock stand for, as far as the operator refuses to change them under one name. */
export function outlinesOf({ resource, entries }: Lock): Resource[] {
  return entries.map(({ graph: object }, i) => {
    const path = `requests[${i}].graph`;
    return { ...resource, object, origin: resource.locate(path), locate: () => resource.locate(path) };
  });
}

/** What differs between two entries of a request, in inputs, releases and numbers. */
export function entryChanges(before: LockEntry, after: LockEntry): Change[] {
  return objectChanges(comparable(before), comparable(after));
}

function comparable({ summary, inputs, engine, data, profile, cluster, graph }: LockEntry): JsonObject {
  const { chosen, backend, picked = {} } = profile;
  const columns = Object.entries(picked).filter(([column]) => SHOWN_COLUMNS.test(column));
  return {
    ...{ inputs, engine, data, summary, chosen, backend, picked: Object.fromEntries(columns) },
    ...(cluster && { cluster: { graph: cluster.graph, resources: cluster.resources ?? [] } }),
    graph,
  };
}
