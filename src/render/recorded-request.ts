import type { LockInputs } from '../lock/find-entry.ts';
import type { RecordedProfile } from '../profile/remember.ts';
import type { Request } from '../request/request.ts';
import type { LockedResult } from './locked.ts';

/** A request with its profile as it was recorded: what a graph is made from. A profile has large tables, so that nothing keeps it longer than the graph takes. */
export interface RecordedRequest {
  readonly request: Request;
  readonly inputs: LockInputs;
  readonly recorded: RecordedProfile;
  /** Where the profile comes from, if it is not a new one. */
  readonly locked: LockedResult | undefined;
}
