import { buildGraph } from '../../src/graph/graph.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { emitYaml } from '../../src/krm/emit-yaml.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { mergeGraph } from '../../src/merge/merge.ts';
import { type RenderReport, renderResources, type Street } from '../../src/render/render.ts';
import { profileInputs } from '../../src/request/inputs.ts';
import type { Compat } from '../../src/request/mends.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import { verdictOf } from '../../src/verdict/verdict.ts';
import { deepFreeze } from '../support/documents.ts';
import { type Cell, profileOf } from './cells.ts';

const FILE = 'serving/q.yaml';

/** The street of the renderer with a recorded pick in the place of the engine; whatever travels on it is frozen. */
function recordedStreet(cell: Cell): Street {
  return {
    parse: parseRequest,
    inputs: (request) => profileInputs(request, { engine: '0.10', data: '0.10' }),
    profile: () => profileOf(cell),
    nodeGpus: () => undefined,
    graph: (request, profile, warn) => deepFreeze(buildGraph(request, profile, warn)),
    merge: mergeGraph,
    explain: () => ({ steps: [], contextParallel: [], candidates: () => [] }),
    judged: (request, profile) => ({ request, profile, cardGib: undefined }),
    verdict: (request, profile) => verdictOf({ request, profile, cardGib: undefined }),
  };
}

/** The objects of a YAML text, frozen. */
export function readResources(text: string): readonly Resource[] {
  const resources = parseStream(text, { file: FILE }).flatMap(({ resource }) => resource ?? []);
  for (const { object } of resources) deepFreeze(object);
  return resources;
}

/** What stands in a text for numbers that our own writer refuses, until it is written. */
const NOT_FINITE: readonly (readonly [number, string, string])[] = [
  [Number.POSITIVE_INFINITY, 'stands-for-infinity', '.inf'],
  [Number.NaN, 'stands-for-no-number', '.nan'],
];

/** A manifest as YAML, in the order of its keys. */
export function writeManifest(manifest: JsonObject): string {
  const text = emitYaml(standIn(manifest) as JsonObject);
  return NOT_FINITE.reduce((written, [, mark, number]) => written.replaceAll(mark, number), text);
}

function standIn(value: Json): Json {
  if (Array.isArray(value)) return value.map(standIn);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, standIn(inner)]));
  return NOT_FINITE.find(([number]) => Object.is(number, value))?.[1] ?? value;
}

/** What resources come to. */
export function renderAll(cell: Cell, resources: readonly Resource[], compat: Compat = 'ours'): RenderReport {
  return renderResources(resources, { street: recordedStreet(cell), defaults: { compat }, isStrict: false });
}

/** What a YAML text comes to. */
export function renderText(cell: Cell, text: string): RenderReport {
  return renderAll(cell, readResources(text));
}

/** What a manifest comes to. */
export function render(cell: Cell, manifest: JsonObject, compat?: Compat): RenderReport {
  return renderAll(cell, readResources(writeManifest(manifest)), compat);
}

/** The bytes of a rendering. */
export function bytesOf({ graphs }: RenderReport): string {
  return graphs
    .flatMap(({ documents }) => documents)
    .map(emitYaml)
    .join('---\n');
}

/** What a rendering failed on, in one line each. */
export function errorsOf({ findings }: Pick<RenderReport, 'findings'>): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.map(({ code, path, message }) => `${code} ${path}: ${message}`);
}
