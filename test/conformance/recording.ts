import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { REVISIONS } from '../../src/engine/revisions.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { type Engine, openEngines } from '../../src/profile/engines.ts';
import type { Row } from '../../src/profile/rows/row.ts';
import type { EngineName } from '../../src/releases.ts';
import type { Compat } from '../../src/request/mends.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import type { Request } from '../../src/request/request.ts';
import { parseDocuments } from '../support/documents.ts';
import { makeResource } from '../support/requests.ts';
import { ignoreWarnings } from '../support/warnings.ts';
import type { RecordedPicks } from './compare-profile.ts';

/** What the reference answered to a request. */
export interface RecordedAnswer {
  /** The request as YAML. */
  readonly text: string;
  readonly picks: RecordedPicks;
  readonly manifests: readonly JsonObject[];
  /** Whether the manifest is the one before `overrides.dgd`, which a program of the operator merges from 1.4 on. */
  readonly leavesOutOverride?: boolean;
}

/** A recorded request. */
export interface Recording {
  /** The request as YAML. */
  readonly text: string;
  /** The engine that it was recorded with. */
  readonly engine: Engine;
  /** Undefined where the reference refused, and where nothing is recorded. */
  readonly answer: RecordedAnswer | undefined;
  /** Why the reference refused. */
  readonly error: string | undefined;
}

/** Reads what a folder has of a request: `dgdr.yaml` with `picks.json` and `dgd.yaml`, or `error.txt`. */
export function readRecording(folder: string, name: string): Recording {
  const read = (file: string): string | undefined => readIfThere(join(folder, name, file));
  const text = read('dgdr.yaml') ?? '';
  const [picks, manifests] = [read('picks.json'), read('dgd.yaml')];
  const answer = picks === undefined || manifests === undefined ? undefined : { picks, manifests };
  return {
    text,
    engine: recordedEngine(folder, name),
    answer: answer && {
      text,
      picks: readPicks(JSON.parse(answer.picks)),
      manifests: parseDocuments(answer.manifests),
      leavesOutOverride: read('left-out.txt') !== undefined,
    },
    error: read('error.txt'),
  };
}

const engines = openEngines();

/** The engine that a recording was made with, by its `origin.yaml`, or where that does not say, by its request. */
export function recordedEngine(folder: string, name: string): Engine {
  const path = join(folder, name, 'origin.yaml');
  const origin: unknown = parse(readIfThere(path) ?? '');
  const engine = isObject(origin) && 'engine' in origin ? origin.engine : engineOf(folder, name);
  const known = (Object.keys(REVISIONS) as EngineName[]).find((one) => one === engine);
  if (known === undefined) throw new Error(`${path} names the engine ${String(engine)}, which there is not`);
  return engines(known);
}

/** What the reference of a request's target was recorded over; any engine does for one that cannot be read. */
function engineOf(folder: string, name: string): EngineName {
  try {
    return readRequest(readIfThere(join(folder, name, 'dgdr.yaml')) ?? '', 'reference').engine;
  } catch {
    return '0.10';
  }
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** The request of a text, for the release that its image names. @throws RenderError, RenderErrors */
export function readRequest(text: string, compat: Compat): Request {
  return parseRequest(makeResource(text, 'dgdr.yaml'), { compat }, ignoreWarnings);
}

/** A recorded table: rows, or what all of them say alike, the other columns, and the values of each row. */
type Table =
  | readonly Row[]
  | { readonly same: Row; readonly columns: readonly string[]; readonly rows: readonly (readonly Json[])[] };

interface RecordedTables extends Omit<RecordedPicks, 'experiments' | 'picked'> {
  readonly experiments?: Readonly<
    Record<string, { readonly best_throughput: number; readonly top: Table; readonly pareto: Table }>
  >;
  readonly picked: Table;
}

function readPicks({ experiments, picked, ...rest }: RecordedTables): RecordedPicks {
  const tables = Object.entries(experiments ?? {}).map(([name, { top, pareto, ...best }]) => {
    return [name, { ...best, top: rowsOf(top), pareto: rowsOf(pareto) }] as const;
  });
  return { ...rest, ...(experiments && { experiments: Object.fromEntries(tables) }), picked: rowsOf(picked) };
}

function rowsOf(table: Table): readonly Row[] {
  if (!('columns' in table)) return table.map(withoutGaps);
  return table.rows.map((values) => {
    const own = Object.fromEntries(table.columns.map((column, index) => [column, values[index]]));
    return withoutGaps({ ...table.same, ...own } as Row);
  });
}

/** Tables of several backends have columns that a row lacks. */
function withoutGaps(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== 'nan'));
}
