import { lensOf, mapServices } from '../../dgd/services.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { mirrorImage } from '../../request/mirrors.ts';
import type { Request } from '../../request/request.ts';
import { mapLeaves, matchesPath } from '../override-paths.ts';

/**
 * The graph with every image taken from its mirror, whoever set it. kustomize's `images:` reaches the containers of a
 * v1beta1 graph and none of v1alpha1's main containers, so that it cannot stand for this.
 */
export function applyImageMirrors(
  graph: JsonObject,
  { request: { imageMirrors } }: { readonly request: Pick<Request, 'imageMirrors'> },
): JsonObject {
  if (imageMirrors.length === 0) return graph;
  const { images } = lensOf(graph);
  return mapServices(graph, ({ object }) => {
    const mirrored = mapLeaves(object, (leaf, path) =>
      typeof leaf === 'string' && images.some((pattern) => matchesPath(pattern, path))
        ? mirrorImage(leaf, imageMirrors)
        : leaf,
    );
    return isObject(mirrored) ? mirrored : object;
  });
}
