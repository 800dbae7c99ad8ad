import { toBeta } from '../dgd/beta/to-beta.ts';
import { graphVersion } from '../dgd/services.ts';
import { RenderError } from '../errors.ts';
import type { Made } from '../graph/made.ts';
import { printRelease, releaseFacts } from '../releases.ts';
import type { Finishing } from './context.ts';
import { reportProblems } from './finish/problems.ts';

/**
 * The graph in v1beta1, and what it cannot hold as objects beside it. Throws CONVERSION_IMPOSSIBLE; warns with
 * CONVERSION_DROPPED.
 */
export function convertToBeta({ graph, resources }: Made, context: Finishing): Made {
  const converted = toBeta(graph);
  const codes = { error: 'CONVERSION_IMPOSSIBLE', warning: 'CONVERSION_DROPPED' } as const;
  reportProblems(converted.problems, { graph, codes }, context);
  return { graph: converted.graph, resources: [...resources, ...converted.resources] };
}

/**
 * A graph from a cluster in the version of the target. Throws and warns like `convertToBeta`; CONVERSION_IMPOSSIBLE also
 * where the graph is newer than the target.
 */
export function convertToTarget(made: Made, context: Finishing): Made {
  const { target, locate } = context.request;
  const wanted = releaseFacts(target).graphVersion;
  if (graphVersion(made.graph) === wanted) return made;
  if (wanted === 'v1beta1') return convertToBeta(made, context);
  throw new RenderError('CONVERSION_IMPOSSIBLE', {
    message: `the graph from the cluster is v1beta1, but graphs for Dynamo ${printRelease(target)} are v1alpha1`,
    path: 'spec.image',
    hint: 'set the target to the release of the cluster, 1.4 or later',
    origin: locate('spec.image'),
  });
}
