import { isFilled } from '../../json-reading.ts';
import { v1 } from '../../releases.ts';
import type { GraphService } from '../lens/lens.ts';
import { podContainers, runtimeRelease } from '../services.ts';
import { type Breach, ofServices, type Rule, show, WEBHOOK, when } from './rule.ts';

/** Rules about images. Sources: ai-dynamo, deploy/operator/internal/webhook/validation/shared_v1alpha1.go, shared_v1beta1.go. */
export const IMAGE_RULES: readonly Rule[] = [
  {
    name: 'added containers have an image',
    severity: 'error',
    why: 'the operator fills in nothing for a container that is not the main one',
    hint: 'set its image',
    breaches: ofServices((service) =>
      [...podContainers(service, 'containers'), ...podContainers(service, 'initContainers')]
        .filter(({ isMain }) => !isMain)
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
    breaches: ofServices(({ name, mainContainer, imagePath }) =>
      when(!isFilled(mainContainer.image), imagePath, `the main container of ${name} has no image`),
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

function unknownVersion(service: GraphService): Breach[] {
  const { object, mainContainer, path } = service;
  if (!isFilled(mainContainer.image) || isFilled(object.runtimeVersionOverride)) return [];
  const found = `the tag of ${show(mainContainer.image)} is no version such as 1.4.0, and runtimeVersionOverride is absent`;
  return when(runtimeRelease(service) === undefined, [...path, 'runtimeVersionOverride'], found);
}
