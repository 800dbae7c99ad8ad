import { toBeta } from '../dgd/beta/to-beta.ts';
import { graphServices, graphVersion, mapServices, serviceArgs, updateMainContainer } from '../dgd/services.ts';
import { RenderError, type Warn } from '../errors.ts';
import { GRAPH_BACKENDS, workerName } from '../graph/backends.ts';
import { canonicalGraph } from '../graph/canonical.ts';
import { MODE_ROLES } from '../graph/plan.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { PinnedGraph, Profile } from '../profile/profile.ts';
import { printRelease, releaseFacts } from '../releases.ts';
import type { Request } from '../request/request.ts';
import { additionalResources, ownedResource } from './finish/additional-resources.ts';
import { admit } from './finish/admit.ts';
import { lintVariables, withoutSubstitution } from './finish/flux-variables.ts';
import { applyIdentity, type DgdName, dgdName } from './finish/graph-identity.ts';
import { applyImageMirrors } from './finish/image-mirrors.ts';
import { checkNameLengths } from './finish/name-lengths.ts';
import { reportProblems } from './finish/problems.ts';
import { lintEngineFlags, lintRoles } from './finish/role-lint.ts';
import { addTolerations } from './finish/tolerations.ts';
import { applyArgsPatches } from './override/args-patch.ts';
import { mergeOverride } from './override/deep-merge.ts';
import { giveWay } from './override/drop-overridden-env.ts';
import { foldEngineSettings } from './override/engine-settings.ts';
import { type Override, readOverride } from './override/override.ts';
import { splitDecodeArgs, withChunkedPrefill } from './override/reference-args.ts';
import { applyRouting } from './routing/apply-routing.ts';
import { lintRouterSettings } from './routing/router-lint.ts';
import { routerSettings } from './routing/router-settings.ts';
import { lintRouting } from './routing/routing-lint.ts';

/** What a request comes to: the graph, and what has to be applied before it. */
export interface Merged {
  readonly graph: JsonObject;
  readonly resources: readonly JsonObject[];
}

/**
 * The finished graph in the version of the target: routing, then `overrides.dgd`, tolerations, image mirrors, name, labels
 * and annotations, in canonical form; checked as an API server would. `graph` is v1alpha1 whatever the target.
 * Throws OVERRIDE_INVALID, OVERRIDE_VERSION_UNSUPPORTED, CONVERSION_IMPOSSIBLE, ROUTING_INVALID, NAME_INVALID,
 * NAME_TOO_LONG and ADMISSION_REFUSED, and what `additionalResources` does.
 */
export function mergeGraph(graph: JsonObject, request: Request, profile: Profile, warn: Warn): Merged {
  const dgd = dgdName(request);
  const override = readOverride({ request, warn }, graph, profile);
  const routed = applyRouting(graph, request, profile, routerSettings(request.overrides.dgd));
  const merged = MERGE[releaseFacts(request.target).graphVersion](routed, override, { request, profile, warn });
  const tolerating = addTolerations(merged.graph, request.overrides.tolerations);
  const resources = [...additionalResources(request, profile), ...merged.resources];
  return finish({ graph: tolerating, resources }, dgd, { request, profile, warn });
}

/**
 * The graph that a cluster made of the request, overrides included, in the version of the target: with the routing that is
 * wished for here, the name, labels and annotations of a rendered one, and checked like it. Throws like `mergeGraph`,
 * CONVERSION_IMPOSSIBLE also where the graph is newer than the target.
 */
export function finishPinned(pinned: PinnedGraph, request: Request, profile: Profile, warn: Warn): Merged {
  const dgd = dgdName(request);
  const graph = withoutServerFields(pinned.graph);
  const routed = applyRouting(graph, request, profile, routerSettings(graph));
  const converted = inTargetVersion(routed, { request, profile, warn });
  const resources = [...pinned.resources, ...converted.resources].map((object) => ownedResource(request, object));
  return finish({ graph: converted.graph, resources }, dgd, { request, profile, warn });
}

/** What is left to do once all parts are there. */
function finish({ graph, resources }: Merged, dgd: DgdName, { request, profile, warn }: Context): Merged {
  checkNameLengths(graph, request, dgd, warn);
  const mirrored = applyImageMirrors(graph, request);
  const identified = applyIdentity(mirrored, request, profile, { name: dgd.name, warn });
  const finished = canonicalGraph(withoutSubstitution(identified, request));
  const others = resources.map((object) => withoutSubstitution(object, request));
  admit(finished, request, warn);
  lintRoles(finished, request, profile, warn);
  lintEngineFlags(finished, request, profile, warn);
  lintRouting(finished, request, profile, warn);
  if (request.compat === 'ours') lintRouterSettings(finished, request, warn);
  lintVariables([...others, finished], request, warn);
  return { graph: finished, resources: others };
}

/** A cluster's own entries in the metadata and the status are no part of what is asked for. */
function withoutServerFields({ apiVersion = '', kind = '', metadata, spec = {} }: JsonObject): JsonObject {
  const { name = '', labels = {}, annotations = {} } = isObject(metadata) ? metadata : {};
  return { apiVersion, kind, metadata: { name, labels, annotations }, spec };
}

function inTargetVersion(graph: JsonObject, context: Context): Merged {
  const { request } = context;
  const wanted = releaseFacts(request.target).graphVersion;
  if (graphVersion(graph) === wanted) return { graph, resources: [] };
  if (wanted === 'v1beta1') return convert(graph, context);
  throw new RenderError('CONVERSION_IMPOSSIBLE', {
    message: `the graph from the cluster is v1beta1, but graphs for Dynamo ${printRelease(request.target)} are v1alpha1`,
    path: 'spec.image',
    hint: 'set the target to the release of the cluster, 1.4 or later',
    origin: request.locate('spec.image'),
  });
}

/** The graph in v1beta1, and what it cannot hold as objects beside it. */
function convert(graph: JsonObject, { request, warn }: Context): Merged {
  const converted = toBeta(graph);
  const codes = { error: 'CONVERSION_IMPOSSIBLE', warning: 'CONVERSION_DROPPED' } as const;
  reportProblems(converted.problems, { graph, request, warn, codes });
  return { graph: converted.graph, resources: converted.resources };
}

interface Context {
  readonly request: Request;
  readonly profile: Profile;
  readonly warn: Warn;
}

type Merge = (graph: JsonObject, override: Override, context: Context) => Merged;

/** How the override is merged, by the version that the target's graph is written in. */
const MERGE: Readonly<Record<'v1alpha1' | 'v1beta1', Merge>> = { v1alpha1: mergeAlpha, v1beta1: mergeBeta };

function mergeAlpha(graph: JsonObject, { content }: Override, { request, profile }: Context): Merged {
  if (request.compat === 'reference') return { graph: mergeTwice(graph, content, request, profile), resources: [] };
  const merged = mergeOverride(giveWay(graph, content), content, 'ours');
  return { graph: foldEngineSettings(merged, request, profile), resources: [] };
}

/** An override is merged in its own version, before or after the conversion, as the operator's merge does it from 1.4. */
function mergeBeta(graph: JsonObject, { version, content }: Override, context: Context): Merged {
  const { request, profile } = context;
  const alpha = version === 'v1alpha1' ? mergeOverride(giveWay(graph, content), content, 'operator') : graph;
  const converted = convert(alpha, context);
  const beta =
    version === 'v1beta1'
      ? mergeOverride(converted.graph, applyArgsPatches(content, converted.graph, request), 'operator')
      : converted.graph;
  const folded = foldEngineSettings(beta, request, profile);
  return {
    graph: addRuntimeVersion(folded, request),
    resources: converted.resources.map((object) => ownedResource(request, object)),
  };
}

/** The request's runtime version on every component that has none of its own. */
function addRuntimeVersion(graph: JsonObject, { runtimeVersionOverride }: Request): JsonObject {
  if (runtimeVersionOverride === undefined) return graph;
  return mapServices(graph, ({ object }) => ({ runtimeVersionOverride, ...object }));
}

/**
 * What ai-dynamo 1.3.1 does: twice, with what it does to arguments in between and afterwards. A mocker's graph takes the
 * place of the engine's after the first time.
 */
function mergeTwice(graph: JsonObject, override: JsonObject, request: Request, profile: Profile): JsonObject {
  const once = request.features.mocker ? graph : chunkPrefill(openWorkers(graph, request, profile), override, profile);
  const twice = mergeOverride(once, override, 'reference');
  return profile.backend === 'vllm' ? splitDecodeWorker(twice, request) : twice;
}

/** The graph merged once; of TensorRT-LLM's workers then with chunked prefill. */
function chunkPrefill(graph: JsonObject, override: JsonObject, { backend }: Profile): JsonObject {
  const once = mergeOverride(graph, override, 'reference');
  if (GRAPH_BACKENDS[backend].closingArgs.length === 0) return once;
  const workers = graphServices(once).filter(({ object }) => object.componentType === 'worker');
  return workers.reduce(
    (current, { name }) =>
      updateMainContainer(current, name, (container) => ({ ...container, args: withChunkedPrefill(container.args) })),
    once,
  );
}

/** The graph without the closing arguments, which the reference adds after the first merge only. */
function openWorkers(graph: JsonObject, { target }: Request, { backend, chosen }: Profile): JsonObject {
  const { length } = GRAPH_BACKENDS[backend].closingArgs;
  if (length === 0) return graph;
  return MODE_ROLES[chosen].reduce((current, role) => {
    const name = workerName(backend, role, target);
    const args = serviceArgs(current, name);
    return updateMainContainer(current, name, (container) => ({ ...container, args: args.slice(0, -length) }));
  }, graph);
}

function splitDecodeWorker(graph: JsonObject, { target }: Request): JsonObject {
  const services = graphServices(graph);
  const name = services.find(({ type }) => type === 'decode')?.name ?? workerName('vllm', 'decode', target);
  return updateMainContainer(graph, name, (container) => {
    const args = splitDecodeArgs(container.args);
    return args === undefined ? container : { ...container, args };
  });
}
