import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Warn } from '../../src/errors.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import type { Made } from '../../src/graph/made.ts';
import type { JsonObject } from '../../src/json.ts';
import { mergeGraph } from '../../src/merge/merge.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { fromRow } from '../../src/profile/rows/from-row.ts';
import { fromLatencyColumns, type LatencyColumns, type Row } from '../../src/profile/rows/row.ts';
import type { NaiveSizing } from '../../src/profile/worker-sizing.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import type { PickingMode, Request } from '../../src/request/request.ts';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { deepFreeze, parseDocuments } from './documents.ts';
import { makeResource } from './requests.ts';
import { ignoreWarnings } from './warnings.ts';

const ROOT = new URL('../../fixtures/graph/', import.meta.url);

/** What a reference run picked, as fixtures/graph/<case>/picked.json has it. */
export interface Picked extends Pick<Profile, 'chosen' | 'backend' | 'model'> {
  readonly latencies: LatencyColumns;
  readonly backendVersion: string | null;
  /** The picked row; absent where the graph was sized from memory. */
  readonly row?: Row;
  readonly naive?: NaiveSizing;
  /** Named where the row does not tell it. */
  readonly pickingMode?: PickingMode;
  /** The GPUs that were picked for, where it is not the fixture's request. */
  readonly totalGpus?: number;
}

/** Names of the fixtures that are runs of the reference with the documents that they ended in. */
export function recordedGraphs(): readonly string[] {
  return readdirSync(ROOT).filter((name) => existsSync(new URL(`${name}/dgd.yaml`, ROOT)));
}

/**
 * Where a fixture comes from; `default` says how our documents stand to the recorded ones without compat reference: the `same`,
 * `mended` or `refused`.
 */
export function readOrigin(name: string): JsonObject {
  return parseDocuments(readText(`${name}/origin.yaml`))[0]!;
}

/** The request of a fixture; `change` edits the manifest, which is written anew before it is parsed. */
export function readRequest(
  name: string,
  defaults: RequestDefaults = {},
  change?: (manifest: JsonObject) => void,
): Request {
  const text = readText(`${name}/request.yaml`);
  const resource = makeResource(change === undefined ? text : changed(text, change), `serving/${name}.yaml`);
  return parseRequest(resource, defaults, ignoreWarnings);
}

function changed(text: string, change: (manifest: JsonObject) => void): string {
  const [manifest] = parseDocuments(text);
  change(manifest!);
  return stringify(manifest, { aliasDuplicateObjects: false });
}

/** The profile of a fixture, as far as a graph looks at it. */
export function readProfile(name: string, change: Partial<Picked> = {}): Profile {
  const picked: Picked = { ...JSON.parse(readText(`${name}/picked.json`)), ...change };
  const { row, naive, latencies, totalGpus = readRequest(name).hardware.totalGpus, ...rest } = picked;
  const pickingMode = rest.pickingMode ?? (row !== undefined && 'total_gpus_needed' in row ? 'load_match' : 'default');
  return deepFreeze({
    ...rest,
    latencies: fromLatencyColumns(latencies),
    backendVersion: rest.backendVersion ?? null,
    system: String(row?.system ?? row?.['(d)system'] ?? 'h100_pcie'),
    engine: '0.10',
    dataRelease: 'aiconfigurator 0.10.0',
    pickingMode,
    wishes: {},
    experiments: {},
    picked: row === undefined ? [] : [fromRow(row, { pickingMode, totalGpus })],
    naive,
    explanation: { support: [], attempts: [] },
  });
}

/** The picked row of a fixture, with changes. */
export function readRow(name: string, changes: Row = {}): Row {
  return { ...JSON.parse(readText(`${name}/picked.json`)).row, ...changes };
}

/** The finished graph of a request, and what is applied before it. */
export function finish(request: Request, profile: Profile, warn: Warn): Made {
  return mergeGraph(buildGraph(request, profile, warn), { request, profile, warn });
}

/** The finished graph of a request. */
export function finishGraph(request: Request, profile: Profile, warn: Warn): JsonObject {
  return finish(request, profile, warn).graph;
}

/** The graph that the reference rendered for a fixture: the last of its documents. */
export function readGraph(name: string): JsonObject {
  return readDocuments(name).at(-1)!;
}

/** Everything that the reference rendered for a fixture. */
export function readDocuments(name: string): readonly JsonObject[] {
  return parseDocuments(readText(`${name}/dgd.yaml`));
}

function readText(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}
