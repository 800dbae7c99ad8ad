import type { JsonObject } from '../../json.ts';
import { GROUP } from '../../kinds.ts';
import { GRAPH_VERSIONS, type GraphVersion } from '../../releases.ts';
import { show } from '../../words.ts';
import type { GraphProblem } from '../problem.ts';
import V1ALPHA1 from './dgd-v1alpha1.schema.json' with { type: 'json' };
import V1BETA1 from './dgd-v1beta1.schema.json' with { type: 'json' };
import { checkDocument, type Schema } from './json-schema.ts';
import { rightPlace } from './misplaced.ts';
import { podSchema } from './pod-schema.ts';

/** A graph's schema with its definitions, which a reference reaches by name. */
interface GraphSchema extends Schema {
  readonly $defs: Readonly<Record<string, Schema>>;
}

const SCHEMAS: Readonly<Record<GraphVersion, GraphSchema>> = { v1alpha1: V1ALPHA1, v1beta1: V1BETA1 };

/** Definitions that the schemas leave open, with the type of Kubernetes that closes them. */
export const KUBERNETES_TYPES: Readonly<Record<string, string>> = {
  container: 'MainContainer',
  envVar: 'V1EnvVar',
  extraPodSpec: 'ExtraPodSpec',
  objectMeta: 'V1ObjectMeta',
  podTemplate: 'V1PodTemplateSpec',
  probe: 'V1Probe',
};

/**
 * What the API server would say about the shape of a finished graph of either version: wrong types, missing fields and values
 * outside their limits as errors; unknown fields, which it drops and `kubectl apply` refuses, as warnings. The fields of all
 * releases are known, and rules across fields are those of check-rules.ts. A graph of another version has that one problem.
 */
export function checkSchema(graph: JsonObject): GraphProblem[] {
  const version = versionOf(graph);
  if (version === undefined) return [badVersion(graph)];
  const { root, definition } = graphSchema(version);
  return checkDocument(graph, root, definition).map((problem) => {
    const place = problem.severity === 'warning' ? rightPlace(problem.path, version, definition) : undefined;
    return place === undefined ? problem : { ...problem, hint: `write it as ${place} of the service` };
  });
}

/** The schema of a graph's version, and what finds the definitions that it refers to, those of Kubernetes too. */
export function graphSchema(version: GraphVersion): {
  readonly root: Schema;
  readonly definition: (name: string) => Schema;
} {
  const root = SCHEMAS[version];
  return { root, definition: (name) => definitionOf(root, name) };
}

function versionOf({ apiVersion }: JsonObject): GraphVersion | undefined {
  return GRAPH_VERSIONS.find((version) => apiVersion === `${GROUP}/${version}`);
}

function badVersion({ apiVersion = null }: JsonObject): GraphProblem {
  const found = apiVersion === null ? 'missing' : show(apiVersion);
  const wanted = GRAPH_VERSIONS.map((version) => `${GROUP}/${version}`).join(' or ');
  const message = `apiVersion is ${found}, wanted ${wanted}`;
  return { severity: 'error', path: ['apiVersion'], message };
}

/** Throws for a name that is neither, as that is a slip in the schemas. */
function definitionOf(schema: GraphSchema, name: string): Schema {
  const found = podSchema(KUBERNETES_TYPES[name] ?? name) ?? schema.$defs[name];
  if (found === undefined) throw new Error(`no definition ${name}`);
  return found;
}
