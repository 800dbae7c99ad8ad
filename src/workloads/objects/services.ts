import type { JsonObject } from '../../json.ts';
import { isWorker } from '../component.ts';
import type { Facts } from '../facts.ts';
import { metadataOf, selectorOf } from '../pod/metadata.ts';
import { portOf, rowsOf } from '../tables/containers.ts';
import type { Tables } from '../tables/tables.ts';
import { metadata } from './object.ts';

/** Annotations of workers that a new generation takes the place of: Argo CD removes them when that is healthy. */
const PRUNE_LAST: JsonObject = { 'argocd.argoproj.io/sync-options': 'PruneLast=true' };
/** Type of the component that others than the graph's processes ask. */
const FRONTEND = 'frontend';

/** Name of a component's Service, which has no dots. */
export function serviceName({ name }: Facts): string {
  return name.replaceAll('.', '-');
}

/**
 * The Service of a component. Processes find each other by these, so that every component has one; with etcd only the
 * frontend does. Where a replica spans nodes all its pods are chosen, since each may have an endpoint of its own.
 */
export function serviceOf(facts: Facts, tables: Tables): JsonObject[] {
  const { component, graph, isDiscovered } = facts;
  if (!isDiscovered && component.type !== FRONTEND) return [];
  const { labels, annotations } = metadataOf(facts, tables, 'service');
  const marks = { ...Object(annotations), ...keptToTheLast(facts) };
  const port = rowsOf(tables.servicePorts, component.type).at(-1);
  const named = metadata(graph, { name: serviceName(facts), labels: Object(labels), annotations: marks });
  const ports = port === undefined ? [] : [portOf(port, 'port')];
  return [
    { apiVersion: 'v1', kind: 'Service', metadata: named, spec: { selector: selectorOf(facts, tables.labels), ports } },
  ];
}

/** What a worker is marked with whose successor has another name. */
export function keptToTheLast({ component, graph }: Facts): JsonObject {
  return graph.options.updates === 'blueGreen' && isWorker(component) ? PRUNE_LAST : {};
}
