import type { Release, ReleaseFacts } from './releases/facts.ts';
import { RELEASES } from './releases/rows.ts';

export type {
  EngineName,
  GraphVersion,
  MockerFacts,
  PlannerFacts,
  RecordedProfiler,
  Release,
  ReleaseFacts,
  VllmFacts,
} from './releases/facts.ts';
export { ENGINE_NAMES, GRAPH_VERSIONS } from './releases/facts.ts';
export { RELEASES };

/** Dynamo 1.`minor`. */
export function v1(minor: number): Release {
  return { major: 1, minor };
}

/** The row of a target: the newest one that is not after it. */
export function releaseFacts(target: Release): ReleaseFacts {
  return RELEASES.findLast(({ release }) => !isBefore(target, release)) ?? RELEASES[0];
}

/** The last release whose differences are known. */
export function newestRelease(): Release {
  return (RELEASES.at(-1) ?? RELEASES[0]).release;
}

/** The first release whose row `has` something; undefined where none does. */
export function firstRelease(has: (facts: ReleaseFacts) => boolean): Release | undefined {
  return RELEASES.find(has)?.release;
}

/** Whether release `a` came before release `b`. */
export function isBefore(a: Release, b: Release): boolean {
  return a.major < b.major || (a.major === b.major && a.minor < b.minor);
}

/** `1.3` for a release. */
export function printRelease({ major, minor }: Release): string {
  return `${major}.${minor}`;
}
