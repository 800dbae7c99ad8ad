import type { ResourceFinding } from '../../krm/results.ts';
import type { Details } from '../../profile/explain.ts';
import type { ProfiledRequest } from '../../render/render.ts';
import type { Answer } from '../../verdict/answer.ts';

/** Everything about one request that a format may show. */
export interface ShownAnswer extends Answer, Pick<ProfiledRequest, 'request' | 'profile'> {
  /** Warnings about the request. */
  readonly warnings: readonly ResourceFinding[];
  /** What `--explain` adds. */
  readonly details: Details | undefined;
}
