import { getIn, type Json, type JsonObject } from '../../json.ts';
import { listIn } from '../../json-reading.ts';
import type { Facts } from '../facts.ts';
import { launch } from '../nodes/launch.ts';
import type { Tables } from '../tables/tables.ts';
import { filled, inOrder, MAIN, mainContainer } from './container.ts';
import { metadataOf } from './metadata.ts';
import { mounted } from './volumes.ts';

/** The order in which a pod is written; what is not listed follows. */
const KEYS = [
  ...['serviceAccountName', 'imagePullSecrets', 'initContainers', 'containers', 'volumes', 'nodeSelector'],
  ...['tolerations', 'affinity', 'securityContext', 'terminationGracePeriodSeconds', 'restartPolicy'],
];

/** The template of a component's pods, of one role where its replicas span nodes. */
export function podTemplate(facts: Facts, tables: Tables): JsonObject {
  const { podSpec } = facts.component;
  const { mounts, volumes } = mounted(facts, tables.volumes);
  const { container, initContainers } = launch(
    { ...mainContainer(facts, tables), volumeMounts: mounts },
    facts,
    tables,
  );
  const others = listIn(podSpec, 'containers').filter((other) => getIn(other, 'name') !== MAIN);
  const spec = {
    ...defaults(facts, tables),
    ...filled(podSpec),
    // Whoever sets a security context sets all of it, an empty one too.
    ...(Object.hasOwn(podSpec, 'securityContext') && { securityContext: podSpec.securityContext ?? {} }),
    imagePullSecrets: pullSecrets(facts),
    initContainers: [...listIn(podSpec, 'initContainers'), ...initContainers],
    containers: [filled(container), ...others],
    volumes,
  };
  return { metadata: metadataOf(facts, tables, 'pod'), spec: inOrder(withoutEmptyLists(spec), KEYS) };
}

function defaults(facts: Facts, { podDefaults }: Tables): JsonObject {
  return Object.fromEntries(
    podDefaults.flatMap(({ key, value: of }) => {
      const value = of(facts);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function pullSecrets({ graph: { options }, component: { podSpec } }: Facts): Json[] {
  const given = listIn(podSpec, 'imagePullSecrets');
  const names = new Set(given.map((secret) => getIn(secret, 'name')));
  return [...given, ...options.imagePullSecrets.filter((name) => !names.has(name)).map((name) => ({ name }))];
}

function withoutEmptyLists(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}
