import { join, relative } from 'node:path';
import { findingOf, type Origin, RenderError, RenderErrors } from '../../errors.ts';
import { functionRoot } from '../../files/root.ts';
import { getIn, isObject } from '../../json.ts';
import { describeRef, refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { SILENCE } from '../../request/layers.ts';
import { isRequest } from '../../request/parse-request.ts';
import type { Context } from '../cli/context.ts';
import { configRequests } from '../read/config-requests.ts';
import { isProjectFile } from '../read/project-files.ts';
import { openSettings } from '../read/settings-at.ts';
import { isOurs, type Program, toProgram } from './functions.ts';
import { type Host, missingFlags } from './hosts.ts';
import type { Listed, Tree } from './kustomizations.ts';
import { checkStart, FUNCTION_NAME } from './start.ts';

/** What can be said of a folder before it is built. */
export interface Examined {
  /** Programs of our configs, in the order in which they are listed. */
  readonly programs: readonly Program[];
  readonly findings: readonly ResourceFinding[];
  /** Flags that the host needs for the programs and was not given. */
  readonly missing: readonly string[];
  /** What a build with these flags would start besides `dgdr-render-function` as the PATH has it. */
  readonly strangers: readonly string[];
  /** Requests that the build reads, as far as they can be seen. */
  readonly requests: readonly Resource[];
}

interface Options {
  readonly host: Host;
  readonly flags: readonly string[];
  readonly context: Pick<Context, 'cwd' | 'env'>;
}

/** Looks at every config that a build of the folder meets; starts nothing. */
export function examine({ listed, isComplete }: Tree, { host, flags, context }: Options): Examined {
  const configs = listed.filter(({ role }) => role !== 'resources');
  const ours = configs.filter(isOurs).map((config) => toProgram(config, context.env));
  const programs = ours.filter((one): one is Program => !Array.isArray(one));
  const invalid = ours.flatMap((one) => (Array.isArray(one) ? one : []));
  const surroundings = { host, ...context };
  const needed = programs.flatMap(({ form }) => neededFlags(host, form));
  return {
    programs,
    findings: [
      ...invalid,
      ...misplaced(listed),
      ...programs.flatMap((program) => never(program, host) ?? checkStart(program, surroundings)),
    ],
    missing: missingFlags([...new Set(needed)], flags),
    strangers: [
      ...new Set(configs.flatMap((config) => strangerOf(config, context.env))),
      ...(isComplete ? [] : ['what other repositories or generated configs name']),
    ],
    requests: requestsOf(listed, context.cwd),
  };
}

function neededFlags(host: Host, form: Program['form']): readonly string[] {
  const flags = host.forms[form];
  return 'why' in flags ? [] : flags;
}

/** A form that the host starts with no flag. */
function never({ form, listed: { resource } }: Program, { forms }: Host): ResourceFinding[] | undefined {
  const flags = forms[form];
  return 'why' in flags ? [skipped(resource, flags.why, flags.instead)] : undefined;
}

/** Configs among the resources, where kustomize starts nothing and prints them. */
function misplaced(listed: readonly Listed[]): ResourceFinding[] {
  return listed
    .filter((one) => one.role === 'resources' && isOurs(one) && !isRequest(one.resource.object))
    .map(({ resource }) => {
      if (isProjectFile(resource.origin.file))
        return skipped(resource, 'the project file is no resource', PROJECT_HINT);
      const message = `${describeRef(refOf(resource.object))} is listed under resources:, where kustomize starts no function`;
      return skipped(resource, message, 'list it under transformers:, or with spec.requests under generators:');
    });
}

const PROJECT_HINT = 'remove it from resources:; it is found by its name';

/** A function that a build passes over. */
export function skipped(resource: Resource, message: string, hint: string): ResourceFinding {
  const path = 'metadata.annotations';
  return findingOf('FUNCTION_SKIPPED', { message, path, hint, origin: resource.locate(path), resource });
}

/** The program of a config unless it is ours from the PATH; kustomize's own plugins start none. */
function strangerOf(listed: Listed, env: Context['env']): string[] {
  const { object } = listed.resource;
  if (object.apiVersion === 'builtin') return [];
  const program = toProgram(listed, env);
  if (Array.isArray(program)) return isOurs(listed) ? [] : [describeRef(refOf(object))];
  const isKnown = program.form === 'exec' && program.name === FUNCTION_NAME && program.isPlain;
  return isKnown ? [] : [program.name];
}

/** Each document once, in whatever roles it is listed. */
function requestsOf(listed: readonly Listed[], cwd: string): Resource[] {
  const requests = listed.flatMap(({ role, folder, resource }) => {
    if (role !== 'resources' && role !== 'generators') return [];
    if (isRequest(resource.object)) return [resource];
    const entries = getIn(resource.object, 'spec', 'requests');
    return role === 'generators' && Array.isArray(entries) ? named(resource, entries, { folder, cwd }) : [];
  });
  const places = requests.map(({ origin: { file, index, line } }) => [file, index, line].join('\n'));
  return requests.filter((_, i) => places.indexOf(places[i] ?? '') === i);
}

/** The requests that a generator's config names; where that fails, the build says why. */
function named(
  config: Resource,
  entries: readonly unknown[],
  { folder, cwd }: { readonly folder: string; readonly cwd: string },
): Resource[] {
  const known = entries.filter((entry) => typeof entry === 'string' || isObject(entry));
  try {
    return configRequests(config, known, { settings: openSettings(SILENCE, functionRoot(folder)), say: () => {} }).map(
      (request) => seenFrom(request, relative(cwd, folder)),
    );
  } catch (error) {
    if (error instanceof RenderError || error instanceof RenderErrors) return [];
    throw error;
  }
}

/** A request whose file is named from the folder of its kustomization, for findings that are read elsewhere. */
function seenFrom(request: Resource, folder: string): Resource {
  const move = (origin: Origin): Origin => ({ ...origin, file: join(folder, origin.file) });
  return { ...request, origin: move(request.origin), locate: (path) => move(request.locate(path)) };
}
