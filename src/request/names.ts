import { type Release, releaseFacts } from '../releases.ts';
import { BACKENDS, type Backend } from '../serving.ts';
import { show } from '../words.ts';
import type { Report } from './report.ts';
import type { Request } from './request.ts';
import type { Metadata, Spec } from './schema.ts';

const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** DNS label length, RFC 1123. */
const LONGEST_LABEL = 63;

/** The profiler refuses a graph name and a service name that are longer together (design api.md 9.1). */
const LONGEST_POD_NAME = 45;

/** The service of a mocker graph with the longest name. */
const LONGEST_MOCKER_SERVICE = 'Frontend';

/** Name and namespace of the request; a namespace that is empty counts as absent. The name is empty after an error. */
export function toIdentity(metadata: Metadata, report: Report): { name: string; namespace: string | undefined } {
  const { name = '', namespace } = metadata;
  if (name === '') {
    report.broken('REQUEST_INVALID', {
      path: 'metadata.name',
      message: 'name is missing; nothing can generate one offline',
      hint: 'set metadata.name',
    });
  } else {
    checkLabel(name, 'metadata.name', report);
  }
  if (namespace) checkLabel(namespace, 'metadata.namespace', report);
  return { name, namespace: namespace || undefined };
}

/** Checks the name that `overrides.dgd` gives the graph, and warns when the graph's name leaves a service no room. */
export function checkGraphName(
  { name, spec, target, emit }: Pick<Request, 'name' | 'target' | 'emit'> & { readonly spec: Spec },
  report: Report,
): void {
  const metadata = spec.overrides?.dgd?.metadata;
  const given = typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata) ? metadata.name : '';
  const isGiven = typeof given === 'string' && given !== '';
  const path = isGiven ? 'spec.overrides.dgd.metadata.name' : 'metadata.name';
  const graphName = isGiven ? given : `${name}-dgd`;
  if (isGiven) checkLabel(given, path, report);
  // What follows are limits of the operator, with Grove.
  if (emit === 'workloads') return;
  const isMocker = spec.features?.mocker?.enabled === true;
  const service = isMocker ? LONGEST_MOCKER_SERVICE : longestService(spec.backend ?? 'auto', target);
  const room = LONGEST_POD_NAME - service.length;
  if (graphName.length <= room) return;
  report.warn('NAME_LONG', {
    path,
    message: `the graph's name ${show(graphName)} has ${graphName.length} characters; with service ${service} at most ${room} fit`,
    hint: `shorten ${path} to ${isGiven ? room : room - '-dgd'.length} characters, or set a short overrides.dgd.metadata.name`,
  });
}

/** The longest name among the services that a graph may have. */
function longestService(backend: Backend | 'auto', target: Release): string {
  const { backends } = releaseFacts(target);
  const wanted = backend === 'auto' ? BACKENDS : [backend];
  const names = wanted.flatMap((one) => Object.values(backends[one].workers));
  return ['Frontend', ...names].reduce((longest, name) => (name.length > longest.length ? name : longest));
}

function checkLabel(value: string, path: string, report: Report): void {
  if (LABEL.test(value) && value.length <= LONGEST_LABEL) return;
  report.broken('NAME_INVALID', {
    path,
    message: `${path.split('.').at(-1)} is ${show(value)}, wanted at most ${LONGEST_LABEL} lower-case letters, digits and inner hyphens`,
    hint: 'rename it; it becomes part of Service and pod names',
  });
}
