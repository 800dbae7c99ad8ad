import { getIn, type Json } from '../../json.ts';
import type { Release } from '../../releases.ts';
import { type GraphService, MAIN_CONTAINER, podSpecPath } from '../services.ts';
import {
  type Breach,
  type GraphView,
  isFilled,
  isGiven,
  ofServices,
  type Path,
  podContainers,
  type Rule,
  show,
  v1,
  WEBHOOK,
  when,
} from './rule.ts';

/** Tags that tell the runtime's version. Source: ai-dynamo, deploy/operator/internal/runtimeversion, 1.4. */
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][\\dA-Za-z-]*)';
const VERSION_TAG = new RegExp(
  `^[vV]?(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)(?:-${IDENTIFIER}(?:\\.${IDENTIFIER})*)?(?:\\+[\\dA-Za-z.-]+)?$`,
);
const TAG = /:([^:/]+)$/;

/** Rules about images. Sources: ai-dynamo, deploy/operator/internal/webhook/validation/shared_v1alpha1.go, shared_v1beta1.go. */
export const IMAGE_RULES: readonly Rule[] = [
  {
    name: 'added containers have an image',
    severity: 'error',
    why: 'the operator fills in nothing for a container that is not the main one',
    hint: 'set its image',
    breaches: ofServices((service, view) =>
      [...podContainers(service, view, 'containers'), ...podContainers(service, view, 'initContainers')]
        .filter(({ container }) => view.version === 'v1alpha1' || container !== service.mainContainer)
        .flatMap(({ container: { name, image }, path }) =>
          when(!isFilled(image), [...path, 'image'], `container ${show(name)} has no image`),
        ),
    ),
  },
  {
    name: 'the main container has an image',
    since: v1(4),
    severity: 'error',
    why: WEBHOOK,
    hint: 'set the image of every main container',
    breaches: ofServices((service, view) =>
      when(
        !isFilled(service.mainContainer.image),
        imagePath(service, view),
        `the main container of ${service.name} has no image`,
      ),
    ),
  },
  {
    name: 'the runtime version is known',
    since: v1(4),
    severity: 'error',
    why: WEBHOOK,
    hint: 'set runtimeVersionOverride to the Dynamo release in the image, such as 1.4.0',
    breaches: ofServices(unknownVersion),
  },
];

/**
 * The runtime release that an operator of 1.4 and later takes a service for: its override, else the tag of its image;
 * undefined where neither tells it.
 */
export function runtimeRelease({ object, mainContainer }: GraphService): Release | undefined {
  const declared = object.runtimeVersionOverride;
  const text = isFilled(declared) ? declared : imageTag(mainContainer.image);
  const match = typeof text === 'string' ? VERSION_TAG.exec(text.trim()) : null;
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}

function unknownVersion(service: GraphService): Breach[] {
  const { object, mainContainer, path } = service;
  if (!isFilled(mainContainer.image) || isFilled(object.runtimeVersionOverride)) return [];
  const found = `the tag of ${show(mainContainer.image)} is no version such as 1.4.0, and runtimeVersionOverride is absent`;
  return when(runtimeRelease(service) === undefined, [...path, 'runtimeVersionOverride'], found);
}

/** The tag of an image, a digest cut off; undefined for none. */
function imageTag(image: Json | undefined): string | undefined {
  return typeof image === 'string' ? TAG.exec((image.split('@')[0] ?? '').trim())?.[1] : undefined;
}

/** Where the image of a service's main container stands, or would stand. */
function imagePath({ path, podSpec, mainContainer }: GraphService, { graph, version }: GraphView): Path {
  const pod = [...path, ...podSpecPath(graph)];
  if (version === 'v1alpha1') return [...pod, 'mainContainer', 'image'];
  const containers = getIn(podSpec, 'containers');
  const index = Array.isArray(containers) ? containers.findIndex((one) => getIn(one, 'name') === MAIN_CONTAINER) : -1;
  return isGiven(mainContainer) && index >= 0 ? [...pod, 'containers', index, 'image'] : [...pod, 'containers'];
}
