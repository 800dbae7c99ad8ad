import type { Path } from '../../dgd/problem.ts';
import { podContainers } from '../../dgd/services.ts';
import { isObject } from '../../json.ts';
import { isFilled, isGiven, listIn } from '../../json-reading.ts';
import { hasRoute } from '../objects/ingress.ts';
import type { Admitted } from './admitted.ts';

/** A field that does less without the operator, or nothing. */
interface Reduction {
  readonly paths: (graph: Admitted) => readonly Path[];
  readonly message: string;
  readonly hint: string;
}

const REDUCTIONS: readonly Reduction[] = [
  {
    paths: ofComponents(({ component }) => (component.isScaled ? ['scalingAdapter'] : undefined)),
    message: 'replicas are left out, so that an autoscaler may own them; there is one pod until it does',
    hint: 'add a HorizontalPodAutoscaler or a KEDA ScaledObject, or remove scalingAdapter',
  },
  {
    paths: ({ view: { spec } }) => (isFilled(spec.priorityClassName) ? [['spec', 'priorityClassName']] : []),
    message: 'it is set on every pod, which the operator does with Grove alone',
    hint: 'make sure that the cluster has the PriorityClass',
  },
  {
    paths: ofComponents(({ component: { service } }) =>
      isGiven(service.object.minAvailable) ? ['minAvailable'] : undefined,
    ),
    message: 'minAvailable is for Grove, and is left out',
    hint: 'remove it, or add a PodDisruptionBudget',
  },
  {
    paths: ({ view: { spec } }) => (isObject(spec.restart) ? [['spec', 'restart']] : []),
    message: 'all pods restart at once, in no order',
    hint: 'remove restart, and use kubectl rollout restart where the order counts',
  },
  {
    paths: ofComponents(({ component }) => (component.model === undefined ? undefined : ['modelRef'])),
    message: 'it becomes a label and an annotation; the Service for DynamoModel objects is left out',
    hint: 'remove modelRef, or keep the operator where adapters are loaded by DynamoModel',
  },
  {
    paths: ofComponents((facts) => {
      const { ingress } = facts.component;
      return ingress?.enabled === true && !hasRoute(facts) ? ['ingress'] : undefined;
    }),
    message:
      'nothing is made of it: it names neither an ingressControllerClassName nor, with useVirtualService, a virtualServiceGateway',
    hint: 'set one of them, which the operator takes from its own configuration, or write a route of your own to the Service',
  },
  {
    paths: ({ components: [first] }) => (first?.graph.name.includes('.') ? [['metadata', 'name']] : []),
    message: 'pods take the dot of this name into theirs, of which the API server warns: no DNS finds them by it',
    hint: 'use a hyphen',
  },
];

/** Registries that want a login for some of their images. */
const PRIVATE = /^nvcr\.io\//;

/** Warns of what does less, of pods that may lack the secret of a registry, and of a namespace that is not known. */
export function checkReduced(graph: Admitted): void {
  for (const { paths, message, hint } of REDUCTIONS) {
    for (const path of paths(graph)) graph.report({ code: 'WORKLOADS_REDUCED', path, message, hint });
  }
  checkPullSecrets(graph);
  checkNamespace(graph);
}

function checkPullSecrets({ components, report }: Admitted): void {
  const images = components.flatMap(({ component: { service, podSpec }, graph: { options } }) => {
    if (options.imagePullSecrets.length > 0 || listIn(podSpec, 'imagePullSecrets').length > 0) return [];
    const { mainContainer, imagePath } = service;
    const others = [...podContainers(service, 'containers'), ...podContainers(service, 'initContainers')];
    return [
      { image: mainContainer.image, path: imagePath },
      ...others.map(({ container, path }) => ({ image: container.image, path: [...path, 'image'] })),
    ].filter(({ image }) => typeof image === 'string' && PRIVATE.test(image));
  });
  const [first] = images;
  if (first === undefined) return;
  report({
    code: 'PULL_SECRET_MISSING',
    path: first.path,
    message: `pods take ${String(first.image)} without an image pull secret; the operator would look for one in the namespace`,
    hint: 'name one under workloads.imagePullSecrets, unless the registry gives the image to everybody',
  });
}

function checkNamespace({ components, report }: Admitted): void {
  const [first] = components;
  if (first === undefined || first.graph.namespace !== undefined) return;
  const { discovery, eventPlane } = first.graph.options;
  const path = ['metadata', 'namespace'];
  const hint = 'set metadata.namespace, or workloads.namespace';
  if (discovery !== 'kubernetes' || eventPlane !== 'zmq') {
    const message = 'without a namespace the graph has no name of its own in the etcd or NATS of the cluster';
    report({ code: 'WORKLOADS_IMPOSSIBLE', path, message, hint });
  }
  if (!components.some(({ isDiscovered }) => isDiscovered)) return;
  const message = 'the namespace is not known: kustomize puts it into the RoleBinding, kubectl and Argo CD do not';
  report({ code: 'NAMESPACE_UNKNOWN', path, message, hint });
}

function ofComponents(find: (facts: Admitted['components'][number]) => Path | undefined): Reduction['paths'] {
  return ({ components }) =>
    components.flatMap((facts) => {
      const at = find(facts);
      return at === undefined ? [] : [[...facts.component.path, ...at]];
    });
}
