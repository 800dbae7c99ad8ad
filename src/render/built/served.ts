import { findingOf } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { GRAPH_KIND, GROUP } from '../../kinds.ts';
import { refOf } from '../../krm/identity.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { isGraph } from '../../outputs/graph.ts';
import { printRelease, RELEASES } from '../../releases.ts';
import type { RenderedGraph } from '../render.ts';

/**
 * Holds graphs against what a cluster serves, as `group/version/Kind` in a list with commas (KUBE_API_VERSIONS of Argo CD):
 * GRAPH_VERSION_NOT_SERVED for another version than the cluster has, one warning GRAPH_NOT_SERVED where it has none, since
 * the operator may come with the same sync. An empty list says nothing.
 */
export function findUnserved(
  graphs: readonly RenderedGraph[],
  apiVersions: string | undefined,
  isStrict: boolean,
): ResourceFinding[] {
  const applied = graphs.filter(({ isApplied, documents }) => isApplied && documents.some(isGraph));
  const [first] = applied;
  const served = versionsIn(apiVersions ?? '');
  if (first === undefined || served === undefined) return [];
  if (served.length === 0) return [unknownKind(first, isStrict)];
  return applied.flatMap((one) => (served.includes(versionOf(one.graph)) ? [] : [otherVersion(one, served)]));
}

/** The versions in which graphs are served; undefined where nothing is known. */
function versionsIn(apiVersions: string): string[] | undefined {
  const kinds = apiVersions.split(',').map((one) => one.trim().split('/'));
  if (!kinds.some((parts) => parts.length === KIND_PARTS)) return undefined;
  return kinds.flatMap(([group, version, kind]) =>
    group === GROUP && kind === GRAPH_KIND && version ? [version] : [],
  );
}

/** Of `apps/v1/Deployment`; kinds of the core group have one less. */
const KIND_PARTS = 3;

function versionOf(graph: JsonObject): string {
  return refOf(graph).apiVersion.split('/')[1] ?? '';
}

function otherVersion({ request: resource, graph }: RenderedGraph, served: readonly string[]): ResourceFinding {
  const { name, apiVersion } = refOf(graph);
  const fitting = RELEASES.findLast(({ graphVersion }) => served.includes(graphVersion));
  const target = fitting === undefined ? '' : `set the target to ${printRelease(fitting.release)}, or `;
  return findingOf('GRAPH_VERSION_NOT_SERVED', {
    message: `the graph ${name} is ${apiVersion}, and the cluster serves ${GRAPH_KIND} as ${served.join(', ')}`,
    path: 'spec',
    hint: `${target}update the Dynamo operator of the cluster`,
    origin: resource.locate('spec'),
    resource,
  });
}

function unknownKind({ request: resource }: RenderedGraph, isStrict: boolean): ResourceFinding {
  return findingOf(
    'GRAPH_NOT_SERVED',
    {
      message: `the cluster serves no ${GROUP} ${GRAPH_KIND}`,
      path: 'kind',
      hint: 'install the Dynamo operator before the graphs, or refresh hard once it is there',
      origin: resource.locate('kind'),
      resource,
    },
    isStrict,
  );
}
