import type { Finding } from '../../errors.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Resource } from '../../krm/resource.ts';
import type { LockInputs } from '../../lock/find-entry.ts';
import type { LockEntry } from '../../lock/lock-entry.ts';
import { lookUp } from '../../render/render.ts';
import { digestOf } from '../../request/inputs.ts';
import type { Request } from '../../request/request.ts';
import { toFindings } from '../cli/to-findings.ts';
import { refusalsOf, type Side } from './side.ts';

/** Everything that decides what a request comes to, before anything is profiled. */
export interface Standing {
  readonly resource: Resource;
  /** The same where nothing that decides differs. */
  readonly digest: string;
  /** What a profile of it depends on; undefined where the request is refused. */
  readonly inputs: LockInputs['profile'] | undefined;
  /** The entry of the lock that holds for it. */
  readonly entry: LockEntry | undefined;
}

/** Where a request stands on a side. Throws no refusal of it: that is a standing like any other. */
export function standingOf(resource: Resource, side: Side): Standing {
  const { terms, locks, settings } = side;
  const lock = { locks, whenUnlocked: 'pick', isLocking: false } as const;
  const unusable = refusalsOf(resource, side);
  if (unusable.length > 0) return refused(resource, unusable);
  try {
    const { request, inputs, locked } = lookUp(resource, terms.termsOf(resource), { lock, warn: () => {} });
    const prices = settings.at(resource.origin.file).settings.prices?.[request.hardware.gpuSku];
    const entry = locked?.entry;
    const decides = { request: decisive(request), inputs: inputs.profile, entry, prices };
    return { resource, digest: digestOf(plain(decides)), inputs: inputs.profile, entry };
  } catch (error) {
    return refused(resource, toFindings(error));
  }
}

function refused(resource: Resource, findings: readonly Finding[]): Standing {
  const refusals = findings.map(({ code, message }) => ({ code, message }));
  const digest = digestOf(plain({ object: resource.object, refusals }));
  return { resource, digest, inputs: undefined, entry: undefined };
}

/** A request without where it stands. */
function decisive({
  origin: _,
  source: __,
  locate: ___,
  ...request
}: Request): Omit<Request, 'origin' | 'source' | 'locate'> {
  return request;
}

/** As JSON has it: functions and what is undefined are left out. */
function plain(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
