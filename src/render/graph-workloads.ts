import { checkSchema } from '../dgd/schema/check-schema.ts';
import { groupBy } from '../group-by.ts';
import type { JsonObject } from '../json.ts';
import { doubtsOf } from '../krm/doubts.ts';
import { describeRef, identityOf, refOf } from '../krm/identity.ts';
import type { Resource } from '../krm/resource.ts';
import type { ResourceFinding } from '../krm/results.ts';
import { ADMISSION_CODES } from '../merge/finish/admit.ts';
import { applyImageMirrors } from '../merge/finish/image-mirrors.ts';
import { graphPath } from '../merge/finish/problems.ts';
import type { ImageMirror } from '../request/request.ts';
import type { WorkloadOptions } from '../request/workload-options.ts';
import { toWorkloads } from '../workloads/workloads.ts';
import { builtFinding } from './built/built-graph.ts';
import { findSights, sightsOf } from './sight.ts';

/** How the workloads of a graph are made. */
export interface GraphTerms {
  readonly options: WorkloadOptions;
  readonly imageMirrors: readonly ImageMirror[];
  readonly isStrict: boolean;
}

/** A graph with the plain objects that take its place; none where a finding is an error. */
interface GraphWorkloads {
  readonly graph: Resource;
  readonly objects: readonly JsonObject[];
}

interface WorkloadReport {
  readonly workloads: readonly GraphWorkloads[];
  readonly findings: readonly ResourceFinding[];
}

/** The plain workloads of graphs, whoever wrote them, and what is wrong with each and with all of them together. */
export function graphWorkloads(graphs: readonly Resource[], termsOf: (graph: Resource) => GraphTerms): WorkloadReport {
  const made = graphs.map((graph) => workloadsOf(graph, termsOf(graph)));
  const sighted = graphs.flatMap((resource) => {
    return sightsOf(resource.object, { resource, path: 'metadata.name' }, termsOf(resource).options.namespace);
  });
  return {
    workloads: made.map(({ graph, objects }) => ({ graph, objects })),
    findings: [
      ...made.flatMap(({ findings }) => findings),
      ...findTwins(made),
      ...findSights(sighted, (graph) => termsOf(graph).isStrict),
    ],
  };
}

function workloadsOf(graph: Resource, terms: GraphTerms): GraphWorkloads & { readonly findings: ResourceFinding[] } {
  const { options, imageMirrors, isStrict } = terms;
  const find = (code: ResourceFinding['code'], details: Words): ResourceFinding => {
    const { path, message, hint } = details;
    return builtFinding(code, { resource: graph, path: graphPath(path), message, hint }, isStrict);
  };
  const doubts = doubtsOf(graph).map(({ code, note }) => builtFinding(code, { ...note, resource: graph }, isStrict));
  const refused = checkSchema(graph.object).map((problem) => find(ADMISSION_CODES[problem.severity], problem));
  if (refused.some(({ severity }) => severity === 'error'))
    return { graph, objects: [], findings: [...doubts, ...refused] };
  const { objects, problems } = toWorkloads(applyImageMirrors(graph.object, { request: { imageMirrors } }), options);
  const found = problems.map((problem) => find(problem.code, problem));
  return { graph, objects, findings: [...doubts, ...refused, ...found] };
}

interface Words {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Objects that two graphs come to. The CRD of the cluster is the same for all. */
function findTwins(made: readonly GraphWorkloads[]): ResourceFinding[] {
  const all = made.flatMap(({ graph, objects }) => objects.map((object) => ({ graph, object })));
  const own = all.filter(({ object }) => object.kind !== 'CustomResourceDefinition');
  return [...groupBy(own, ({ object }) => identityOf(object)).values()].flatMap(([first, ...others]) =>
    others.map(({ graph, object }) =>
      builtFinding('OBJECT_DUPLICATE', {
        resource: graph,
        path: 'metadata.name',
        message: `${describeRef(refOf(object))} is made of the graph ${refOf(first!.graph.object).name} already`,
        hint: 'rename one of the graphs, or give both a namespace',
      }),
    ),
  );
}
