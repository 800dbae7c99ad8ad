import type { Json, JsonObject } from '../../json.ts';
import type { Component } from '../component.ts';
import type { Facts } from '../facts.ts';
import { metadataOf } from '../pod/metadata.ts';
import { podTemplate } from '../pod/pod-template.ts';
import { SELECTOR_LABEL } from '../tables/labels.ts';
import type { Tables } from '../tables/tables.ts';
import { metadata } from './object.ts';
import { keptToTheLast } from './services.ts';

/** What a workload is made of besides what the component says. */
interface Parts {
  /** Annotations of every workload. */
  readonly marks: JsonObject;
  /** Of its pods, as `templatesOf` has them. */
  readonly templates: readonly JsonObject[];
}

const ROLLING = 'RollingUpdate';
const STRATEGY = 'nvidia.com/deployment-strategy';
/** Fields of a rolling update with the annotations that set them. */
const ROLLING_FIELDS = {
  maxSurge: 'nvidia.com/deployment-rolling-update-max-surge',
  maxUnavailable: 'nvidia.com/deployment-rolling-update-max-unavailable',
} as const;
const DEFAULT_SHARE = '25%';

/** The templates of a component's pods: one, or that of the leader and that of its followers. */
export function templatesOf(facts: Facts, tables: Tables): JsonObject[] {
  const roles = facts.component.nodes > 1 ? (['leader', 'follower'] as const) : (['main'] as const);
  return roles.map((role) => podTemplate({ ...facts, role }, tables));
}

/** What keeps a component's pods running. */
export function controllerOf(facts: Facts, tables: Tables, parts: Parts): JsonObject {
  return facts.component.nodes > 1 ? leaderWorkerSet(facts, tables, parts) : deployment(facts, tables, parts);
}

function deployment(facts: Facts, tables: Tables, { marks, templates }: Parts): JsonObject {
  const { component, graph, name } = facts;
  const { labels, annotations } = metadataOf(facts, tables, 'workload');
  const noted = { ...Object(annotations), ...marks, ...keptToTheLast(facts) };
  const [template = {}] = templates;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(graph, { name, labels: Object(labels), annotations: noted }),
    spec: {
      ...replicasOf(component),
      selector: { matchLabels: { [SELECTOR_LABEL]: name } },
      strategy: strategyOf(component),
      template,
    },
  };
}

/** The operator writes no annotations of the component here. A name of its own keeps it apart from the Service that it makes. */
function leaderWorkerSet(facts: Facts, tables: Tables, { marks, templates }: Parts): JsonObject {
  const { component, graph, name } = facts;
  const { labels } = metadataOf(facts, tables, 'workload');
  const [leaderTemplate = {}, workerTemplate = {}] = templates;
  const annotations = { ...marks, ...keptToTheLast(facts) };
  return {
    apiVersion: 'leaderworkerset.x-k8s.io/v1',
    kind: 'LeaderWorkerSet',
    metadata: metadata(graph, { name: groupName(name), labels: Object(labels), annotations }),
    spec: {
      ...replicasOf(component),
      startupPolicy: 'LeaderCreated',
      leaderWorkerTemplate: { size: component.nodes, leaderTemplate, workerTemplate },
    },
  };
}

/** Name of the LeaderWorkerSet of a component. */
export function groupName(name: string): string {
  return `${name}-0`;
}

function replicasOf({ replicas, isScaled }: Component): JsonObject {
  return isScaled ? {} : { replicas };
}

/** How a Deployment goes over to new pods: by the annotations that the operator reads, as they are. */
export function strategyOf({ annotations }: Pick<Component, 'annotations'>): JsonObject {
  if (annotations[STRATEGY] === 'Recreate') return { type: 'Recreate' };
  const fields = Object.entries(ROLLING_FIELDS).map(([field, key]) => [field, share(annotations[key])]);
  return { type: ROLLING, rollingUpdate: Object.fromEntries(fields) };
}

/** A number of pods, or a part of them. */
function share(text: Json = DEFAULT_SHARE): Json {
  return /^\d+$/.test(String(text)) ? Number(text) : text;
}
