import { type Finding, findingOf } from '../../errors.ts';
import type { Root } from '../../files/root.ts';
import type { Resource } from '../../krm/resource.ts';
import type { Street, Terms } from '../../render/render.ts';
import { type Layer, type Resolved, resolveLayers } from '../../request/layers.ts';
import type { Context } from '../cli/context.ts';
import { type Project, projectFiles } from './project-files.ts';
import { type ModelNames, openStreets } from './streets.ts';

/** What counts for the files of a run: the words of a host, over those of the project files. */
export interface SettingsAt {
  readonly root: Root;
  readonly host: Layer;
  /** The models of the host with the field or option that names each. */
  readonly named?: ModelNames | undefined;
  /** Of a file, by its name from the working directory; what is in none, such as stdin, counts as being there. */
  readonly projectOf: (file: string) => Project;
  readonly at: (file: string) => Resolved;
}

/** The settings of a run. A project file is read when the first file of its folder, or below, is asked about. */
export function openSettings(host: Layer, root: Root, named?: ModelNames): SettingsAt {
  const projectOf = projectFiles(root);
  const known = new Map<Layer, Resolved>();
  const at: SettingsAt['at'] = (file) => {
    const { layer } = projectOf(file);
    const resolved = known.get(layer) ?? resolveLayers([host, layer]);
    known.set(layer, resolved);
    return resolved;
  };
  return { root, host, named, projectOf, at };
}

/** Requests with the terms of each, those left out whose project file cannot be used. */
export interface WithTerms {
  readonly requests: readonly Resource[];
  readonly termsOf: (request: Resource) => Terms;
  /** What is to be said of the project files, once each. */
  readonly findings: readonly Finding[];
}

/** The terms of requests. Throws what is wrong with the models that the host names. */
export function withTerms(
  requests: readonly Resource[],
  { projectOf, at, host, root, named }: SettingsAt,
  context: Pick<Context, 'openStreet'>,
): WithTerms {
  const findings = new Map<Finding, Finding>();
  const streetOf = openStreets({ host, root, named }, context);
  const terms = new Map<Resource, Terms>();
  for (const request of requests) {
    const project = projectOf(request.origin.file);
    const resolved = at(request.origin.file);
    for (const finding of [...project.errors, ...project.warnings]) {
      findings.set(finding, strictly(finding, resolved));
    }
    if (project.errors.length > 0) continue;
    const street = streetOf(resolved, request);
    if ('errors' in street) for (const finding of street.errors) findings.set(finding, finding);
    else terms.set(request, toTerms(resolved, street.value, host));
  }
  return {
    requests: requests.filter((request) => terms.has(request)),
    termsOf: (request) => {
      const own = terms.get(request);
      if (own === undefined) throw new Error(`no terms for the request of ${request.origin.file}`);
      return own;
    },
    findings: [...findings.values()],
  };
}

function toTerms({ settings, sourceOf }: Resolved, street: Street, { host }: Layer): Terms {
  return { street, defaults: { ...settings, sourceOf, host }, isStrict: settings.strict, isFrozen: settings.frozen };
}

/** A warning as an error where that counts. */
export function strictly(finding: Finding, { settings }: Resolved): Finding {
  return findingOf(finding.code, finding, settings.strict);
}
