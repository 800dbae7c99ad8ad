import { podSpecPath } from '../../dgd/services.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { mirrorImage } from '../../request/mirrors.ts';
import type { Request } from '../../request/request.ts';
import { mapLeaves, matchesPath, type PathPattern } from '../override-paths.ts';

/** Where a service or component names images besides its pod. */
const SERVICE_IMAGES: readonly PathPattern[] = ['spec.services.*.frontendSidecar.image'];
/** Where a pod's spec does, that of v1alpha1 included. */
const POD_IMAGES: readonly PathPattern[] = [
  'mainContainer.image',
  'containers.*.image',
  'initContainers.*.image',
  'volumes.*.image.reference',
];

/**
 * The graph with every image taken from its mirror, whoever set it. kustomize's `images:` reaches the containers of a
 * v1beta1 graph and none of v1alpha1's main containers, so that it cannot stand for this.
 */
export function applyImageMirrors(graph: JsonObject, { imageMirrors }: Request): JsonObject {
  if (imageMirrors.length === 0) return graph;
  const pod = `spec.*.*.${podSpecPath(graph).join('.')}`;
  const patterns = [...SERVICE_IMAGES, ...POD_IMAGES.map((image) => `${pod}.${image}`)];
  const mirrored = mapLeaves(graph, (leaf, path) =>
    typeof leaf === 'string' && patterns.some((pattern) => matchesPath(pattern, path))
      ? mirrorImage(leaf, imageMirrors)
      : leaf,
  );
  return isObject(mirrored) ? mirrored : graph;
}
