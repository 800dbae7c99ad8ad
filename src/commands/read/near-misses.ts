import { findingOf } from '../../errors.ts';
import type { FoundFile } from '../../files/find-files.ts';
import { parseWanted, readMentioning } from '../../krm/read-wanted.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { NEAR_MISS_TEXT, nearMissOf } from '../../request/near-miss.ts';
import { rethrowBugs } from '../cli/to-findings.ts';
import type { SettingsAt } from './settings-at.ts';

/** A warning for each document that is nearly a request, so that it is not passed over in silence. */
export function nearMisses(resources: readonly Resource[], isStrict: (file: string) => boolean): ResourceFinding[] {
  return resources.flatMap((resource) => {
    const near = nearMissOf(resource.object);
    if (near === undefined) return [];
    const origin = resource.locate(near.path);
    return [findingOf('REQUEST_NEAR_MISS', { ...near, origin, resource }, isStrict(resource.origin.file))];
  });
}

/** Whether warnings about a file count as errors. */
export function strictlyAt({ at }: SettingsAt): (file: string) => boolean {
  return (file) => at(file).settings.strict;
}

const LOOSELY = { isWanted: () => true, mention: NEAR_MISS_TEXT, isInLists: true };

/**
 * Documents that are nearly requests, looked for in files that hold none: there it is worth reading what does not say the kind
 * as it is written. Files that cannot be read are none of it.
 */
export function looselyRead(files: readonly FoundFile[]): Resource[] {
  return files.flatMap((file) => {
    try {
      const text = readMentioning(file, LOOSELY);
      return text === undefined ? [] : parseWanted(text, file, LOOSELY).map(({ resource }) => resource);
    } catch (error) {
      rethrowBugs(error);
      return [];
    }
  });
}
