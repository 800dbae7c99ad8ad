import { posix } from 'node:path';
import type { RequestName } from '../../cluster/requests.ts';
import { type Finding, RenderError, RenderErrors } from '../../errors.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { LOCK_FILE } from '../../kinds.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import type { Lock } from '../../lock/lock-file.ts';
import { clusterEntry } from '../../render/cluster-entry.ts';
import { inputsFor, type Terms } from '../../render/render.ts';
import type { OptionTable } from '../cli/command.ts';
import { toFindings } from '../cli/to-findings.ts';

/** Options of `lock` that read results from a cluster. */
export const FROM_CLUSTER_OPTION = {
  'from-cluster': { type: 'boolean', help: 'take the graphs that a cluster made of the requests, with --context' },
} as const satisfies OptionTable;

/** What a cluster has of the requests, as locks beside them. */
export interface ClusterLocks {
  readonly locks: readonly Lock[];
  readonly findings: readonly ResourceFinding[];
}

interface Options {
  readonly termsOf: (request: Resource) => Terms;
  /** Reads a DynamoGraphDeploymentRequest of the cluster. */
  readonly read: (request: RequestName) => Promise<JsonObject>;
}

/** Reads the result of every request, one after the other; each is tried. Requests that are wrong are left to rendering. */
export async function readClusterLocks(requests: readonly Resource[], options: Options): Promise<ClusterLocks> {
  const locks: Lock[] = [];
  const findings: ResourceFinding[] = [];
  for (const resource of requests) {
    try {
      locks.push(...(await readClusterLock(resource, options)));
    } catch (error) {
      findings.push(...toFindings(error).map((finding): ResourceFinding => located(finding, resource)));
    }
  }
  return { locks, findings };
}

async function readClusterLock(resource: Resource, { termsOf, read }: Options): Promise<Lock[]> {
  const { street, defaults } = termsOf(resource);
  const request = attempt(() => street.parse(resource, { ...defaults, acceptsThorough: true }, () => {}));
  if (request === undefined) return [];
  const { name, namespace } = refOf(resource.object);
  const object = await read({ name, namespace });
  const spec = isObject(resource.object.spec) ? resource.object.spec : {};
  const entry = clusterEntry(object, spec, request, inputsFor(resource, street.inputs(request)));
  const file = posix.join(posix.dirname(resource.origin.file), LOCK_FILE);
  return [{ resource: { ...resource, origin: { file, index: 0 } }, entries: [entry] }];
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RenderError || error instanceof RenderErrors) return undefined;
    throw error;
  }
}

function located(finding: Finding, resource: Resource): ResourceFinding {
  return { ...finding, origin: finding.origin ?? resource.locate('metadata.name'), resource };
}
