import { type ErrorCode, type Finding, type Origin, RenderError, RenderErrors } from '../../errors.ts';
import { findFiles } from '../../files/find-files.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { partOf, type Resource } from '../../krm/resource.ts';
import { isRequest } from '../../request/parse-request.ts';
import { toFindings } from '../cli/to-findings.ts';
import { readRequests, warnInto } from './request-files.ts';
import type { SettingsAt } from './settings-at.ts';

/** Where a config's paths lead, and what receives findings that are no errors. */
interface Reading {
  readonly settings: SettingsAt;
  readonly say: (finding: Finding) => void;
}

/**
 * The requests that a generator's config names: paths and globs from the working directory, never outside it, and
 * whole requests. Every entry is tried; throws `RenderErrors` with all that went wrong; `say` gets the rest.
 */
export function configRequests(
  config: Resource,
  entries: readonly (string | JsonObject)[],
  reading: Reading,
): Resource[] {
  const errors: RenderError[] = [];
  const requests = entries.flatMap((entry, i) => {
    const path = `spec.requests[${i}]`;
    try {
      return isObject(entry) ? [inlineRequest(config, entry, i)] : readEntry(entry, reading);
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
function inlineRequest(config: Resource, object: JsonObject, position: number): Resource {
  const path = `spec.requests[${position}]`;
  if (!isRequest(object)) {
    throw new RenderError('CONFIG_INVALID', { message: 'neither a path nor a DynamoGraphDeploymentRequest', path });
  }
  return partOf(config, object, { keys: ['spec', 'requests', position], path });
}

function readEntry(entry: string, { settings, say }: Reading): Resource[] {
  const skipped: Finding[] = [];
  const failed: RenderError[] = [];
  const fail = (error: RenderError): void => void failed.push(error);
  const files = findFiles([entry], settings.root, { use: 'request', warn: warnInto(skipped, settings), fail });
  const { documents, findings } = readRequests(files, settings);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new RenderErrors(errors.map(toCoded));
  const others = [...skipped, ...findings];
  if (documents.length === 0) throw nothingIn(entry, failed[0], others);
  for (const finding of others) say(finding);
  return documents.map(({ resource }) => resource);
}

/** Why an entry names no request; a link or a template that was skipped explains it best. */
function nothingIn(entry: string, failed: RenderError | undefined, [why]: readonly Finding[]): RenderError {
  const error = failed ?? new RenderError('NO_REQUESTS', { message: `no DynamoGraphDeploymentRequest in ${entry}` });
  if (why === undefined) return error;
  return new RenderError(error.code, { message: error.message, hint: `${why.origin?.file}: ${why.message}` });
}

function toCoded(finding: Finding): RenderError {
  return new RenderError(finding.code as ErrorCode, finding);
}

/** An entry's failure: about the file where one is named, otherwise about the config's own line. */
function toError(finding: ReturnType<typeof toFindings>[number], place: { path: string; origin: Origin }): RenderError {
  const details = finding.origin ? finding : { ...finding, ...place };
  return toCoded({ ...finding, ...details });
}

/** Overlapping entries name a document twice. */
function unique(requests: readonly Resource[]): Resource[] {
  const seen = new Set<string>();
  return requests.filter(({ origin, object }) => {
    const key = `${origin.file}\n${origin.index}\n${JSON.stringify(object)}`;
    return !seen.has(key) && seen.add(key);
  });
}
