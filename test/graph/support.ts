import { readFileSync } from 'node:fs';
import { parseAllDocuments, parseDocument } from 'yaml';
import type { Finding, Origin, Warn } from '../../src/errors.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { mergeGraph } from '../../src/merge/merge.ts';
import type { NaiveSizing, Profile, Row } from '../../src/profile/profile.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import type { PickingMode, Request, RequestDefaults } from '../../src/request/request.ts';

const ROOT = new URL('../../fixtures/graph/', import.meta.url);

/** What a reference run picked, as fixtures/graph/<case>/picked.json has it. */
export interface Picked extends Pick<Profile, 'chosen' | 'backend' | 'latencies' | 'model'> {
  readonly backendVersion: string | null;
  /** The picked row; absent where the graph was sized from memory. */
  readonly row?: Row;
  readonly naive?: NaiveSizing;
  /** Named where the row does not tell it. */
  readonly pickingMode?: PickingMode;
}

export const isNoWarning: Warn = (code, { message }) => {
  throw new Error(`unexpected warning ${code}: ${message}`);
};
export const ignoreWarnings: Warn = () => undefined;

/** A warning sink with what it has seen. */
export function collectWarnings(): { warn: Warn; seen: Finding[] } {
  const seen: Finding[] = [];
  return { seen, warn: (code, details) => seen.push({ severity: 'warning', code, ...details }) };
}

/** The request of a fixture; `change` edits the manifest before it is parsed. */
export function readRequest(
  name: string,
  defaults: RequestDefaults = {},
  change: (manifest: JsonObject) => void = () => undefined,
): Request {
  const document = parseDocument(readText(`${name}/request.yaml`));
  const object: unknown = document.toJS();
  if (!isObject(object)) throw new Error(`${name} holds no request`);
  change(object);
  const origin = { file: `serving/${name}.yaml`, index: 0 };
  return parseRequest(
    { object, document, origin, locate: (path): Origin => ({ ...origin, line: path.length }) },
    defaults,
    ignoreWarnings,
  );
}

/** The profile of a fixture, as far as a graph looks at it. */
export function readProfile(name: string, change: Partial<Picked> = {}): Profile {
  const picked: Picked = { ...JSON.parse(readText(`${name}/picked.json`)), ...change };
  const { row, naive, ...rest } = picked;
  return deepFreeze({
    ...rest,
    backendVersion: rest.backendVersion ?? null,
    system: String(row?.system ?? row?.['(d)system'] ?? 'h100_pcie'),
    dataRelease: 'aiconfigurator 0.10.0',
    pickingMode: rest.pickingMode ?? (row !== undefined && 'total_gpus_needed' in row ? 'load_match' : 'default'),
    experiments: {},
    picked: row === undefined ? [] : [row],
    naive,
    explanation: { support: [], attempts: [] },
  });
}

/** The finished graph of a request. */
export function finishGraph(request: Request, profile: Profile, warn: Warn): JsonObject {
  return mergeGraph(buildGraph(request, profile, warn), request, profile, warn).graph;
}

/** The graph that the reference rendered for a fixture: the last of its documents. */
export function readGraph(name: string): JsonObject {
  return readDocuments(name).at(-1)!;
}

/** Everything that the reference rendered for a fixture. */
export function readDocuments(name: string): readonly JsonObject[] {
  return parseDocuments(readText(`${name}/dgd.yaml`));
}

/** The objects of a YAML stream; at least one. */
export function parseDocuments(text: string): readonly JsonObject[] {
  const objects = parseAllDocuments(text).map((document): unknown => document.toJS());
  if (objects.length === 0 || !objects.every(isObject)) throw new Error('a document holds no object');
  return objects;
}

function readText(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** A document without nulls, empty objects, generated names and what the renderer adds to the metadata. */
export function comparable(graph: JsonObject): Json {
  const metadata = isObject(graph.metadata) ? graph.metadata : {};
  const foreign = (key: string): JsonObject => {
    const map = isObject(metadata[key]) ? metadata[key] : {};
    return Object.fromEntries(
      Object.entries(map).filter(([name]) => !/^dgdr(-render\.dev|\.nvidia\.com)\//.test(name)),
    );
  };
  return compact({ ...graph, metadata: { labels: foreign('labels'), annotations: foreign('annotations') } });
}

function compact(value: Json): Json {
  if (typeof value === 'string') return value.replace(/^planner-config-[0-9a-f]{4,8}$/, 'planner-config');
  if (Array.isArray(value)) return value.map(compact);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, compact(member)] as const);
  return Object.fromEntries(entries.filter(([, member]) => member !== null && !isEmpty(member)));
}

function isEmpty(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

/** The first error code that `run` throws, of one error or of several together. */
export function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
  return 'none';
}
