import { groupBy } from '../../group-by.ts';
import { getIn, isObject, type Json, type JsonObject } from '../../json.ts';
import { listIn } from '../../json-reading.ts';
import { GRAPH_LABEL } from '../../kinds.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { isGraph } from '../../outputs/graph.ts';
import { builtFinding } from './built-graph.ts';

/** Templates of pods in a workload, by their keys. */
const TEMPLATES: readonly (readonly string[])[] = [
  ['spec', 'template'],
  ['spec', 'leaderWorkerTemplate', 'leaderTemplate'],
  ['spec', 'leaderWorkerTemplate', 'workerTemplate'],
];

/** What a document says that is about plain workloads of a graph: its labels, or the account of its pods. */
export const WORKLOAD_MENTION = `${GRAPH_LABEL}|-k8s-service-discovery`;

/** Whether an object keeps the pods of a component of a graph running, without an operator. */
export function isBuiltWorkload({ kind, metadata }: JsonObject): boolean {
  return (kind === 'Deployment' || kind === 'LeaderWorkerSet') && getIn(metadata, 'labels', GRAPH_LABEL) !== undefined;
}

/** An object for each graph among those of a build: the graph itself, or the first of its plain workloads. */
export function builtGraphs(objects: readonly JsonObject[]): JsonObject[] {
  const workloads = groupBy(objects.filter(isBuiltWorkload), (object) => {
    return `${refOf(object).namespace ?? ''}/${String(getIn(object, 'metadata', 'labels', GRAPH_LABEL))}`;
  });
  return [
    ...objects.filter(isGraph),
    ...[...workloads.values()].flatMap(([first]) => (first === undefined ? [] : [first])),
  ];
}

/**
 * What is wrong with plain workloads as they were built: a RoleBinding that does not name the namespace of its account, and
 * accounts that pods name and the stream has under another name, as kustomize knows no pods of a LeaderWorkerSet.
 */
export function checkBuiltWorkloads(resources: readonly Resource[]): ResourceFinding[] {
  const accounts = resources
    .filter(({ object }) => object.kind === 'ServiceAccount')
    .map(({ object }) => refOf(object));
  const workloads = resources.filter(({ object }) => isBuiltWorkload(object));
  return [
    ...resources.filter(({ object }) => object.kind === 'RoleBinding').flatMap(bindingFindings),
    ...workloads.flatMap((workload) => {
      const names = new Set(accountsOf(workload.object));
      return [...names].flatMap((name) => {
        const known = accounts.filter(({ namespace }) => namespace === refOf(workload.object).namespace);
        const renamed = known.find((account) => account.name !== name && account.name.includes(name));
        if (known.some((account) => account.name === name) || renamed === undefined) return [];
        return [danglingFinding(workload, name, renamed.name)];
      });
    }),
  ];
}

function accountsOf(object: JsonObject): string[] {
  const names = TEMPLATES.map((path) => getIn(object, ...path, 'spec', 'serviceAccountName'));
  return names.filter((name): name is string => typeof name === 'string');
}

function danglingFinding(resource: Resource, name: string, renamed: string): ResourceFinding {
  return builtFinding('REFERENCE_DANGLING', {
    resource,
    path: 'spec',
    message: `pods have the account ${name}, which the stream has as ${renamed}`,
    hint: 'list names.yaml of plugin/kustomize under configurations: of the kustomization that renames it',
  });
}

function bindingFindings(resource: Resource): ResourceFinding[] {
  const subjects = listIn(resource.object, 'subjects');
  const lacks = (subject: Json): boolean =>
    isObject(subject) && subject.kind === 'ServiceAccount' && subject.namespace === undefined;
  if (!subjects.some(lacks)) return [];
  return [
    builtFinding('NAMESPACE_UNKNOWN', {
      resource,
      path: 'subjects',
      message: 'the account of the RoleBinding has no namespace, which the API server refuses',
      hint: 'set namespace: in the kustomization, or workloads.namespace where it is rendered',
    }),
  ];
}
