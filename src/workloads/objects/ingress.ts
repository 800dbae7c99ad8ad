import { getIn, type JsonObject } from '../../json.ts';
import { isFilled } from '../../json-reading.ts';
import type { Facts } from '../facts.ts';
import { metadata } from './object.ts';
import { serviceName } from './services.ts';

/** What stands behind the host of an ingress that names no suffix. */
const DEFAULT_SUFFIX = 'local';
/** Port of a frontend's Service. */
const PORT = 8000;

/** What leads to a component from outside of the cluster. */
interface Route {
  readonly isWanted: (ingress: JsonObject) => boolean;
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: (ingress: JsonObject, to: Destination) => JsonObject;
}

interface Destination {
  readonly service: string;
  readonly host: string;
}

/**
 * Both kinds that the operator makes, each where the graph asks for it. Source: ai-dynamo,
 * deploy/operator/internal/dynamo/graph.go, `GenerateComponentIngress` and `GenerateComponentVirtualService`.
 */
const ROUTES: readonly Route[] = [
  {
    isWanted: ({ ingressControllerClassName }) => isFilled(ingressControllerClassName),
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    spec: (ingress, { service, host }) => {
      const secretName = getIn(ingress, 'tls', 'secretName');
      const backend = { service: { name: service, port: { number: PORT } } };
      return {
        ingressClassName: ingress.ingressControllerClassName ?? '',
        rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
        ...(secretName !== undefined && { tls: [{ hosts: [host], secretName }] }),
      };
    },
  },
  {
    isWanted: ({ useVirtualService, virtualServiceGateway }) =>
      useVirtualService === true && isFilled(virtualServiceGateway),
    apiVersion: 'networking.istio.io/v1beta1',
    kind: 'VirtualService',
    spec: ({ virtualServiceGateway = '' }, { service, host }) => ({
      hosts: [host],
      gateways: [virtualServiceGateway],
      http: [
        {
          match: [{ uri: { prefix: '/' } }],
          route: [{ destination: { host: service, port: { number: PORT } } }],
        },
      ],
    }),
  },
];

/** Whether a component can be reached from outside: its ingress is enabled, and names a controller or a gateway. */
export function hasRoute(facts: Pick<Facts, 'component'>): boolean {
  return wantedRoutes(facts).length > 0;
}

function wantedRoutes({ component: { ingress } }: Pick<Facts, 'component'>): readonly Route[] {
  return ingress?.enabled === true ? ROUTES.filter(({ isWanted }) => isWanted(ingress)) : [];
}

/** What leads to a component from outside of the cluster: an Ingress, a VirtualService of Istio, both or none. */
export function routesOf(facts: Facts): JsonObject[] {
  const { ingress = {} } = facts.component;
  const service = serviceName(facts);
  const host = `${text(ingress, 'hostPrefix')}${text(ingress, 'host')}.${text(ingress, 'hostSuffix', DEFAULT_SUFFIX)}`;
  return wantedRoutes(facts).map(({ apiVersion, kind, spec }) => ({
    apiVersion,
    kind,
    metadata: metadata(facts.graph, { name: service }),
    spec: spec(ingress, { service, host }),
  }));
}

function text(ingress: JsonObject, key: string, fallback = ''): string {
  const value = ingress[key];
  return typeof value === 'string' ? value : fallback;
}
