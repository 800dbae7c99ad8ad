import type { JsonObject } from '../../json.ts';
import { GRAPH_LABEL, TYPE_LABEL } from '../../kinds.ts';
import type { Facts } from '../facts.ts';
import { METRICS_LABEL } from '../tables/labels.ts';
import { metadata } from './object.ts';

/** Types of components with the port that has their metrics. */
const PORTS: Readonly<Record<string, string>> = {
  frontend: 'http',
  worker: 'system',
  prefill: 'system',
  decode: 'system',
};

/** A PodMonitor for each type of component that a graph has, of the Prometheus operator. */
export function podMonitors(components: readonly Facts[]): JsonObject[] {
  const [first] = components;
  if (first === undefined || !first.graph.options.podMonitors) return [];
  const types = new Set(components.map(({ component }) => component.type));
  const { graph } = first;
  return Object.entries(PORTS)
    .filter(([type]) => types.has(type))
    .map(([type, port]) => ({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: metadata(graph, { name: `${graph.name}-${type}`, labels: { [GRAPH_LABEL]: graph.name } }),
      spec: {
        selector: { matchLabels: { [GRAPH_LABEL]: graph.name, [TYPE_LABEL]: type, [METRICS_LABEL]: 'true' } },
        podMetricsEndpoints: [{ port, path: '/metrics' }],
      },
    }));
}
