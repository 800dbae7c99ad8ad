import type { FindingDetails, NoteCode, Warn } from '../errors.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Profile } from './profile.ts';

/** A warning of a profile, without its place: that is the field's in whichever request has the profile. */
export interface ProfileWarning extends Omit<FindingDetails, 'origin'> {
  readonly code: NoteCode;
}

/** A profile and what was warned about while it was made. */
export interface RecordedProfile {
  readonly profile: Profile;
  readonly warnings: readonly ProfileWarning[];
}

type Profiling<Asked extends ProfileRequest> = (request: Asked, warn: Warn) => Profile;

/** Profiles that are kept; a profile with its tables has some hundred kilobytes. */
const MOST_PROFILES = 64;

/** Profiles a request and records its warnings. */
export function recordProfile<Asked extends ProfileRequest>(
  profiling: Profiling<Asked>,
  request: Asked,
): RecordedProfile {
  const warnings: ProfileWarning[] = [];
  const profile = profiling(request, (code, { message, path, hint }) => {
    warnings.push({ code, message, path, hint });
  });
  return { profile, warnings };
}

/** Says the warnings of a profile about a request that has it. */
export function repeatWarnings({ locate }: ProfileRequest, warnings: readonly ProfileWarning[], warn: Warn): void {
  for (const { code, path, ...details } of warnings) warn(code, { ...details, path, origin: locate(path ?? '') });
}

/** The same profiling, where requests with equal keys are profiled once. What fails is tried again. */
export function rememberProfiles<Asked extends ProfileRequest>(
  profiling: Profiling<Asked>,
  keyOf: (request: Asked) => string,
): Profiling<Asked> {
  const known = new Map<string, RecordedProfile>();
  return (request, warn) => {
    const key = keyOf(request);
    const recorded = known.get(key) ?? recordProfile(profiling, request);
    known.delete(key);
    known.set(key, recorded);
    const [oldest] = known.keys();
    if (known.size > MOST_PROFILES && oldest !== undefined) known.delete(oldest);
    repeatWarnings(request, recorded.warnings, warn);
    return recorded.profile;
  };
}
