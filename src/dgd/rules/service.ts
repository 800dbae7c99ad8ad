import { isObject, type Json } from '../../json.ts';
import { isFilled, isGiven, listIn, objectIn, wholeNumber } from '../../json-reading.ts';
import { v1 } from '../../releases.ts';
import type { Field, GraphService } from '../lens/lens.ts';
import type { Path } from '../problem.ts';
import { nodeCount, podContainers, WORKER_TYPES } from '../services.ts';
import { quantityNumber } from './quantity.ts';
import { ALPHA, BETA, type Breach, CEL, ofServices, type Rule, show, WEBHOOK, when } from './rule.ts';

/** Name that the operator gives to the sidecar it makes of a v1alpha1 `frontendSidecar`. */
const SIDECAR = 'sidecar-frontend';
/** Fields of a v1alpha1 service without effect, with what to do instead. */
const IGNORED = {
  dynamoNamespace: 'remove it: the namespace is made of those of Kubernetes and the name of the graph',
  autoscaling: 'remove it, or set scalingAdapter.enabled and scale with a planner or autoscaler',
} as const;

/**
 * Rules about one service, pods and placement aside. Sources: ai-dynamo, deploy/operator/internal/webhook/validation/shared.go
 * of 1.1 and 1.3, shared_v1alpha1.go and shared_v1beta1.go of 1.4 and 1.5, and the CEL rules of deploy/operator/api.
 */
export const SERVICE_RULES: readonly Rule[] = [
  {
    name: 'minAvailable is at most the replicas',
    since: v1(3),
    severity: 'error',
    why: CEL,
    hint: 'raise replicas or lower minAvailable',
    breaches: ofServices(tooManyAvailable),
  },
  {
    name: 'mounts have a path',
    versions: ALPHA,
    severity: 'error',
    why: WEBHOOK,
    hint: 'set mountPoint; only the compilation cache has a place of its own',
    breaches: ofServices(({ path, object }) =>
      listIn(object, 'volumeMounts').flatMap((mount, index) =>
        mountWithoutPath(mount, [...path, 'volumeMounts', index]),
      ),
    ),
  },
  {
    name: 'shared memory has a size',
    versions: ALPHA,
    severity: 'error',
    why: WEBHOOK,
    hint: 'set a size such as 8Gi, or disabled to true',
    breaches: ofServices(({ path, object: { sharedMemory } }) => {
      if (!isObject(sharedMemory) || sharedMemory.disabled === true) return [];
      const isMissing = !isFilled(sharedMemory.size) || quantityNumber(sharedMemory.size) === 0;
      return when(
        isMissing,
        [...path, 'sharedMemory', 'size'],
        `sharedMemory.size is ${show(sharedMemory.size)}, wanted more than 0`,
      );
    }),
  },
  {
    name: 'disabled shared memory has no size',
    versions: ALPHA,
    severity: 'error',
    why: CEL,
    hint: 'remove size or disabled',
    breaches: ofServices(({ path, object: { sharedMemory } }) => {
      const isBoth = isObject(sharedMemory) && sharedMemory.disabled === true && isGiven(sharedMemory.size);
      return when(isBoth, [...path, 'sharedMemory', 'size'], 'sharedMemory.size is given with disabled true');
    }),
  },
  {
    name: 'shared memory is not negative',
    severity: 'error',
    why: WEBHOOK,
    hint: 'set a size such as 8Gi',
    breaches: ofServices((service, { lens }) =>
      lens
        .sharedMemory(service)
        .flatMap(({ path, value }) => when((quantityNumber(value) ?? 0) < 0, path, `${show(value)} is below 0`)),
    ),
  },
  {
    name: 'resources are quantities',
    versions: ALPHA,
    severity: 'error',
    why: 'the operator cannot read it',
    hint: 'write a number with a Kubernetes suffix, such as 500m, 8 or 16Gi',
    breaches: ofServices((service) =>
      resourceTexts(service).flatMap(({ path, value }) =>
        when(isFilled(value) && quantityNumber(value) === undefined, path, `${show(value)} is no quantity`),
      ),
    ),
  },
  {
    name: 'ingress has a host',
    versions: ALPHA,
    severity: 'error',
    why: WEBHOOK,
    hint: 'set host, or enabled to false',
    breaches: ofServices(({ path, object }) => {
      const { enabled, host } = objectIn(object, 'ingress');
      return when(
        enabled === true && !isFilled(host),
        [...path, 'ingress', 'host'],
        'the ingress is enabled without a host',
      );
    }),
  },
  {
    name: 'sidecar-frontend is free',
    versions: ALPHA,
    severity: 'error',
    why: WEBHOOK,
    hint: 'rename the container, or remove frontendSidecar',
    breaches: ofServices((service) => {
      if (!isGiven(service.object.frontendSidecar)) return [];
      const own = podContainers(service, 'containers').filter(({ container }) => container.name === SIDECAR);
      return own.map(({ path }) => ({
        path: [...path, 'name'],
        found: `${SIDECAR} is the name of the frontendSidecar`,
      }));
    }),
  },
  {
    name: 'frontendSidecar is a container',
    versions: BETA,
    severity: 'error',
    why: WEBHOOK,
    hint: 'name a container of podTemplate.spec.containers',
    breaches: ofServices((service) => {
      const { frontendSidecar } = service.object;
      const names = podContainers(service, 'containers').map(({ container }) => container.name);
      const isLost = typeof frontendSidecar === 'string' && !names.includes(frontendSidecar);
      return when(isLost, [...service.path, 'frontendSidecar'], `${show(frontendSidecar)} is no container of the pod`);
    }),
  },
  {
    name: 'several nodes are for workers',
    since: v1(6),
    severity: 'warning',
    why: 'newer webhooks refuse a graph that is new',
    hint: 'remove multinode',
    breaches: ofServices((service) => {
      // The endpoint picker has a rule of its own.
      const isFine = nodeCount(service) === undefined || ['epp', ...WORKER_TYPES].includes(service.type ?? '');
      const found = `${service.type ?? 'a service without type'} spans nodes, wanted ${WORKER_TYPES.join(', ')}`;
      return when(!isFine, [...service.path, 'multinode'], found);
    }),
  },
  {
    name: 'fields without effect',
    versions: ALPHA,
    severity: 'warning',
    why: 'the operator takes no notice of it',
    breaches: ofServices(({ path, object }) =>
      Object.entries(IGNORED).flatMap(([key, hint]) =>
        when(isFilled(object[key]), [...path, key], `${key} is deprecated`, hint),
      ),
    ),
  },
];

function tooManyAvailable({ path, object: { minAvailable, replicas } }: GraphService): Breach[] {
  const least = wholeNumber(minAvailable);
  const most = isGiven(replicas) ? wholeNumber(replicas) : 1;
  const isBroken = least !== undefined && most !== undefined && most > 0 && least > most;
  return when(isBroken, [...path, 'minAvailable'], `minAvailable is ${least}, wanted at most the replicas, ${most}`);
}

function mountWithoutPath(mount: Json, path: Path): Breach[] {
  if (!isObject(mount) || mount.useAsCompilationCache === true || isFilled(mount.mountPoint)) return [];
  return [{ path: [...path, 'mountPoint'], found: `the mount of ${show(mount.name)} has no mountPoint` }];
}

/** The amounts in the resources of a v1alpha1 service, which its definition takes as any text. */
function resourceTexts({ path, object }: GraphService): Field[] {
  return ['requests', 'limits'].flatMap((side) => {
    const { cpu, memory, gpu } = objectIn(object, 'resources', side);
    const at = [...path, 'resources', side];
    const custom = Object.entries(objectIn(object, 'resources', side, 'custom'));
    return [
      ...Object.entries({ cpu, memory, gpu }).map(([key, value]) => ({ path: [...at, key], value })),
      ...custom.map(([key, value]) => ({ path: [...at, 'custom', key], value })),
    ].filter(({ value }) => typeof value === 'string');
  });
}
