import { getIn, type JsonObject } from '../../json.ts';
import { isFilled } from '../../json-reading.ts';
import type { Facts } from '../facts.ts';
import { metadata } from './object.ts';
import { serviceName } from './services.ts';

/** What stands behind the host of an ingress that names no suffix. */
const DEFAULT_SUFFIX = 'local';
/** Port of a frontend's Service. */
const PORT = 8000;

/** Whether a component has an Ingress: it is enabled and names a controller. */
export function hasIngress({ component: { ingress } }: Pick<Facts, 'component'>): boolean {
  return ingress?.enabled === true && isFilled(ingress.ingressControllerClassName);
}

/** Source: ai-dynamo, deploy/operator/internal/dynamo/graph.go, `GenerateComponentIngress`. */
export function ingressOf(facts: Facts): JsonObject[] {
  const { ingress = {} } = facts.component;
  if (!hasIngress(facts)) return [];
  const name = serviceName(facts);
  const host = `${text(ingress, 'hostPrefix')}${text(ingress, 'host')}.${text(ingress, 'hostSuffix', DEFAULT_SUFFIX)}`;
  const secretName = getIn(ingress, 'tls', 'secretName');
  const backend = { service: { name, port: { number: PORT } } };
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadata(facts.graph, { name }),
      spec: {
        ingressClassName: ingress.ingressControllerClassName ?? '',
        rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
        ...(secretName !== undefined && { tls: [{ hosts: [host], secretName }] }),
      },
    },
  ];
}

function text(ingress: JsonObject, key: string, fallback = ''): string {
  const value = ingress[key];
  return typeof value === 'string' ? value : fallback;
}
