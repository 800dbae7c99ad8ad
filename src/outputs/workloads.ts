import type { Path } from '../dgd/problem.ts';
import { graphServices } from '../dgd/services.ts';
import { CODES, type ErrorCode, type NoteCode, RenderError, RenderErrors } from '../errors.ts';
import type { Made } from '../graph/made.ts';
import { isObject, type JsonObject, updateIn } from '../json.ts';
import { objectIn } from '../json-reading.ts';
import { GRAPH_LABEL } from '../kinds.ts';
import { refOf } from '../krm/identity.ts';
import { withoutSubstitution } from '../merge/finish/flux-variables.ts';
import { inRequest } from '../merge/finish/problems.ts';
import type { Request } from '../request/request.ts';
import { toWorkloads } from '../workloads/workloads.ts';
import { labelOf, REQUEST_LABEL } from './mark.ts';
import type { GraphRef, Output } from './output.ts';

/** Kinds that keep the pods of a component running, and carry our mark. */
const CONTROLLERS: readonly string[] = ['Deployment', 'LeaderWorkerSet'];
/** Every kind that is made of a graph alone. */
const MADE: readonly string[] = [
  ...CONTROLLERS,
  ...['ServiceAccount', 'Role', 'RoleBinding', 'Service', 'Ingress', 'VirtualService', 'PodMonitor'],
];
/** Labels that name the request on everything that is made of it. */
const REQUEST_LABELS = /^dgdr\.nvidia\.com\//;

/** The plain objects that the operator would make of the graph, and what stands beside it among them. */
export const WORKLOADS_OUTPUT: Output = {
  documents: ({ graph, resources }, { request, warn }) => {
    const { objects, problems } = toWorkloads(graph, request.workloads);
    const errors: RenderError[] = [];
    for (const { code, ...problem } of problems) {
      const details = { ...inRequest(problem, graph, request), ...plannerField(problem.path, graph, request) };
      if (isErrorCode(code)) errors.push(new RenderError(code, details));
      else warn(code, details);
    }
    if (errors.length > 0) throw new RenderErrors(errors);
    const { namespace } = request.workloads;
    const beside = resources.map((object) => inNamespace(object, namespace));
    const documents = inOrder({ graph, resources: beside }, objects);
    return request.fluxSubstitute === 'disabled' ? documents.map(withoutSubstitution) : documents;
  },
  ending: '.workloads.yaml',
  // Claims are left out: they hold what pods wrote.
  isMadeOf: (object, { name, namespace }) => {
    const ref = refOf(object);
    const isOurs = labelOf(object, REQUEST_LABEL) !== undefined && MADE.includes(ref.kind);
    return (
      isOurs &&
      ref.namespace === namespace &&
      [name, name.replaceAll('.', '-')].some((stem) => ref.name.startsWith(`${stem}-`))
    );
  },
  graphOf,
};

/** What the kinds before a component's Services are: whatever stands beside the graph goes between the two. */
const FIRST: readonly string[] = [
  'CustomResourceDefinition',
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'PersistentVolumeClaim',
];

function inOrder({ graph, resources }: Made, objects: readonly JsonObject[]): JsonObject[] {
  const labels = Object.entries(objectIn(graph, 'metadata', 'labels')).filter(([key]) => REQUEST_LABELS.test(key));
  const isFirst = ({ kind }: JsonObject): boolean => FIRST.includes(String(kind));
  const made = objects.map((object) => labelled(object, Object.fromEntries(labels)));
  return [...made.filter(isFirst), ...resources, ...made.filter((object) => !isFirst(object))];
}

/** An object with the labels of its request, but for what belongs to the cluster. */
function labelled(object: JsonObject, labels: JsonObject): JsonObject {
  if (object.kind === 'CustomResourceDefinition' || Object.keys(labels).length === 0) return object;
  return updateIn(object, ['metadata'], (metadata) => withLabels(isObject(metadata) ? metadata : {}, labels));
}

function withLabels({ name = '', namespace, labels, ...rest }: JsonObject, added: JsonObject): JsonObject {
  const own = isObject(labels) ? labels : {};
  return { name, ...(namespace !== undefined && { namespace }), labels: { ...added, ...own }, ...rest };
}

/** A planner that the request asks for is named where it does so. */
function plannerField(at: Path, graph: JsonObject, { features, locate }: Request) {
  const service = graphServices(graph).find(({ typePath }) => typePath.join('\n') === at.join('\n'));
  if (service?.type !== 'planner' || features.planner === undefined) return {};
  const path = 'spec.features.planner';
  return { path, origin: locate(path) };
}

/** An object beside the graph, in the namespace of those that are made of it. */
function inNamespace(object: JsonObject, namespace: string | undefined): JsonObject {
  if (namespace === undefined || refOf(object).namespace !== undefined) return object;
  const { name = '', ...rest } = objectIn(object, 'metadata');
  return { ...object, metadata: { name, namespace, ...rest } };
}

function graphOf(object: JsonObject): GraphRef | undefined {
  const name = labelOf(object, GRAPH_LABEL);
  if (name === undefined || !CONTROLLERS.includes(String(object.kind))) return undefined;
  const { namespace } = refOf(object);
  return namespace === undefined ? { name } : { name, namespace };
}

function isErrorCode(code: ErrorCode | NoteCode): code is ErrorCode {
  return CODES[code].severity === 'error';
}
