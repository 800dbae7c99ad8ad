import { type Origin, RenderError, RenderErrors } from '../../errors.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { findFiles } from '../../krm/find-files.ts';
import { readWanted } from '../../krm/read-wanted.ts';
import type { Resource } from '../../krm/resource.ts';
import { isRequest } from '../../request/parse-request.ts';
import { toFindings } from '../cli/to-findings.ts';
import { REQUESTS } from './read-input.ts';

/**
 * The requests that a generator's config names: paths and globs from the working directory, never outside it, and
 * whole requests. Every entry is tried; throws `RenderErrors` with all that went wrong.
 */
export function configRequests(config: Resource, entries: readonly (string | JsonObject)[], cwd: string): Resource[] {
  const errors: RenderError[] = [];
  const requests = entries.flatMap((entry, i) => {
    const path = `spec.requests[${i}]`;
    try {
      return isObject(entry) ? [inlineRequest(config, entry, path)] : readEntry(entry, cwd);
    } catch (error) {
      const place = { path, origin: config.locate(path) };
      errors.push(...toFindings(error).map((finding) => toError(finding, place)));
      return [];
    }
  });
  if (errors.length > 0) throw new RenderErrors(errors);
  return unique(requests);
}

/** A request written inside the config; its fields are the config's, so that findings point there. */
function inlineRequest(config: Resource, object: JsonObject, path: string): Resource {
  if (!isRequest(object)) {
    throw new RenderError('CONFIG_INVALID', { message: 'neither a path nor a DynamoGraphDeploymentRequest', path });
  }
  return { ...config, object, locate: (field) => config.locate(field === '' ? path : `${path}.${field}`) };
}

function readEntry(entry: string, cwd: string): Resource[] {
  const files = findFiles([entry], { cwd, isConfined: true });
  const requests = files.flatMap((file) => readWanted(file, REQUESTS).map(({ resource }) => resource));
  if (requests.length > 0) return requests;
  throw new RenderError('NO_REQUESTS', { message: `no DynamoGraphDeploymentRequest in ${entry}` });
}

/** An entry's failure: about the file where one is named, otherwise about the config's own line. */
function toError(finding: ReturnType<typeof toFindings>[number], place: { path: string; origin: Origin }): RenderError {
  const details = finding.origin ? finding : { ...finding, ...place };
  return new RenderError(finding.code as RenderError['code'], details);
}

/** Overlapping entries name a document twice. */
function unique(requests: readonly Resource[]): Resource[] {
  const seen = new Set<string>();
  return requests.filter(({ origin, object }) => {
    const key = `${origin.file}\n${origin.index}\n${JSON.stringify(object)}`;
    return !seen.has(key) && seen.add(key);
  });
}
