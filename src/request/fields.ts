import { getIn, isObject, type Json, type JsonObject } from '../json.ts';
import { firstRelease, isBefore, printRelease, type Release } from '../releases.ts';
import { show } from '../words.ts';
import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import { FIELD_TABLE, type Spec } from './schema.ts';
import { toPath } from './shape.ts';

/** Fields that came after 1.0 and change the result; their release is a column of the release table. */
const NEWER_FIELDS: readonly {
  readonly path: string;
  readonly effect: string;
  readonly isSet: (spec: Spec) => boolean;
}[] = [
  {
    path: 'spec.runtimeVersionOverride',
    effect: 'it only helps to find the target here',
    isSet: (spec) => spec.runtimeVersionOverride !== undefined,
  },
  {
    path: 'spec.features.kvRouter.enabled',
    effect: 'the graph gets KV routing all the same',
    isSet: (spec) => spec.features?.kvRouter?.enabled === true,
  },
  {
    path: 'spec.overrides.trustRemoteCode',
    effect: 'the workers get the flag all the same',
    isSet: (spec) => spec.overrides?.trustRemoteCode === true,
  },
];

/** Fields of v1alpha1 requests, with where their meaning went; a wish that would be lost with one is an error. */
const MOVED_FIELDS: readonly {
  readonly name: string;
  readonly hint: string;
  /** What is lost, where it is. */
  readonly lost?: (value: Json) => string | undefined;
}[] = [
  {
    name: 'useMocker',
    hint: 'write features.mocker.enabled: true instead',
    lost: (value) => (value === true ? 'real workers would be rendered in the place of a mocker' : undefined),
  },
  {
    name: 'profilingConfig',
    hint: 'write isl and osl of its sla below spec.workload, ttft and itl below spec.sla, and its GPUs below spec.hardware',
  },
  { name: 'enableGpuDiscovery', hint: 'describe the GPUs below spec.hardware: gpuSku, totalGpus and numGpusPerNode' },
  { name: 'deploymentOverrides', hint: 'write overrides.dgd, whose metadata.name is the name of the graph' },
];

/** What is said about a field that v1beta1 has elsewhere; false where it is none. */
function reportMoved(object: JsonObject, name: string, report: Report): boolean {
  const moved = MOVED_FIELDS.find((field) => field.name === name);
  if (moved === undefined) return false;
  const path = `spec.${name}`;
  const lost = moved.lost?.(getIn(object, 'spec', name) ?? null);
  const message = `${name} is a field of v1alpha1 requests, which v1beta1 has elsewhere`;
  if (lost === undefined)
    report.warn('REQUEST_UNKNOWN_FIELD', { path, message: `${message}; it has no effect`, hint: moved.hint });
  else report.fail('REQUEST_INVALID', { path, message: `${message}; ${lost}`, hint: moved.hint });
  return true;
}

type Wording = (path: string, name: string, known: readonly string[]) => { message: string; hint: string };

/** What is said about a field that the table does not hold. */
const WORDING: Readonly<Record<(typeof FIELD_TABLE)[number]['extra'], Wording>> = {
  REQUEST_UNKNOWN_FIELD: (path, name, known) => {
    const guess = nearest(name, known);
    const start = known.find((field) => isLonger(name, field));
    if (guess === undefined && start !== undefined) {
      return { message: noField(path, name), hint: `did you mean ${start}?` };
    }
    return {
      message: noField(path, name),
      hint: guess === undefined ? `known are ${known.join(', ')}` : `write ${guess}`,
    };
  },
  FIELD_IGNORED: (_path, name) => ({
    message: `no profiling Job runs here; of it only the pod's tolerations reach the graph, ${show(name)} does not`,
    hint: 'set it on the services with overrides.dgd if they need it',
  }),
};

function noField(path: string, name: string): string {
  return `${path === '' ? 'a request' : path} has no field ${show(name)}; it has no effect`;
}

/** Whether a word begins with a field and goes on with another word, as `backendFramework` does. */
function isLonger(word: string, field: string): boolean {
  return field.length > 2 && word.startsWith(field) && /^[A-Z_-]/.test(word.slice(field.length));
}

/** Warns about fields that no DGDR has, and about parts of the profiling Job that do not reach a graph. */
export function checkFieldNames(object: JsonObject, report: Report): void {
  for (const { path, fields, extra } of FIELD_TABLE) {
    for (const name of extraFields(object, path, fields)) {
      const value = getIn(object, ...(path === '' ? [] : path.split('.')), name);
      if (extra === 'FIELD_IGNORED' && saysNothing(value)) continue;
      if (path === 'spec' && reportMoved(object, name, report)) continue;
      report.warn(extra, { path: toPath(path, [name]), ...WORDING[extra](path, name, fields) });
    }
  }
}

/** Warns about fields that are accepted without effect, and about fields that operators of the target do not know. */
export function checkFieldEffects(spec: Spec, target: Release, report: Report): void {
  if (spec.sla?.optimizationType !== undefined) {
    report.warn('FIELD_IGNORED', {
      path: 'spec.sla.optimizationType',
      message: `optimizationType ${spec.sla.optimizationType} has no effect; the most tokens/s/GPU within the targets win`,
      hint: 'lower ttft and itl to favour latency',
    });
  }
  for (const { path, effect, isSet } of NEWER_FIELDS) {
    const since = firstRelease(({ requestFields }) => requestFields.includes(path));
    if (!isSet(spec) || since === undefined || !isBefore(target, since)) continue;
    report.warn('FIELD_NEWER_THAN_TARGET', {
      path,
      message: `${path.split('.').slice(1).join('.')} came with ${printRelease(since)} and an operator of ${printRelease(target)} does not know it; ${effect}`,
      hint: `do not apply the request to a cluster older than ${printRelease(since)}, or delete ${path}`,
    });
  }
}

/** Guides write `containers: []` for the sake of a pod's definition. */
function saysNothing(value: Json | undefined): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function extraFields(object: JsonObject, path: string, known: readonly string[]): string[] {
  let value: Json | undefined = object;
  for (const name of path === '' ? [] : path.split('.')) {
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return isObject(value) ? Object.keys(value).filter((name) => !known.includes(name)) : [];
}
